"""Ownership: who owns what, and what two own, or nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.analysis.owning import ownership_of
from stacks import stack_of

if TYPE_CHECKING:
    from stackaudit.model.scorecard import Ownership

STACK = """
teams: {sales: {side: sales}, it: {side: it}, idle: {side: business}, lost: {}}
data:
  customer: {owner: {business: sales, technical: it}}
  order: {owner: {business: sales}}
  consent: {owner: {business: nobody}}
systems:
  crm: {name: CRM, owner: {business: sales, technical: it}, cost: {annual: 100.10}, data: {master_of: [customer]}}
  erp: {name: ERP, owner: {business: it, technical: it}, cost: {annual: 50}, data: {master_of: [customer, order]}}
  lab: {name: Lab, owner: {business: tinkerers, technical: nobody}}
  chat: {name: Chat}
  old: {name: Old, lifecycle: retired, owner: {business: sales}, cost: {annual: 900}}
integrations:
  - {from: crm, to: erp, owner: tinkerers}
"""


def ownership(text: str = STACK) -> Ownership:
    return ownership_of(stack_of(text))


def test_each_team_has_what_it_decides_about_and_what_it_keeps() -> None:
    teams = {team.id: team for team in ownership().teams}

    assert [subject.id for subject in teams["sales"].business] == ["crm"]
    assert [subject.id for subject in teams["it"].business] == ["erp"]
    assert [subject.id for subject in teams["it"].technical] == ["crm", "erp"]
    assert [subject.id for subject in teams["sales"].data_business] == ["customer", "order"]
    assert [subject.id for subject in teams["it"].data_technical] == ["customer"]
    assert teams["sales"].amount == 100.10


def test_teams_that_own_most_come_first_and_those_that_own_nothing_are_there() -> None:
    found = [(team.id, team.side, team.declared) for team in ownership().teams]

    assert found == [
        ("it", "it", True),
        ("sales", "sales", True),
        ("tinkerers", "", False),
        ("idle", "business", True),
        ("lost", "", True),
    ]


def test_systems_that_name_no_owner_are_told() -> None:
    found = ownership()

    assert [subject.id for subject in found.without_business] == ["chat"]
    assert [subject.id for subject in found.without_technical] == ["chat"]


def test_disputes_are_told_with_all_whom_they_are_about() -> None:
    found = [(each.about, each.says, [(s.kind, s.id) for s in each.subjects]) for each in ownership().disputes]

    assert found == [
        ("two masters", "customer: CRM and ERP", [("data kind", "customer"), ("system", "crm"), ("system", "erp")]),
        (
            "two claims",
            "order: sales decides about it, it about its master ERP",
            [("data kind", "order"), ("system", "erp")],
        ),
        ("undeclared owner", "tinkerers: Lab and CRM to ERP", [("system", "lab"), ("integration", "crm -> erp")]),
        ("nobody", "Lab: no technical owner", [("system", "lab")]),
        ("nobody", "consent: no business owner", [("data kind", "consent")]),
    ]


def test_an_owner_that_is_not_stated_is_no_dispute() -> None:
    found = ownership(
        """
        teams: {it: {side: it}}
        data: {customer: {}}
        systems: {crm: {name: CRM, owner: {business: it}, data: {master_of: [customer]}}}
        """,
    )

    assert found.disputes == ()


def test_without_teams_no_owner_is_undeclared() -> None:
    found = ownership("systems: {crm: {name: CRM, owner: {business: sales}}}")

    assert found.disputes == ()
    assert [(team.id, team.side, team.declared) for team in found.teams] == [("sales", "sales", False)]
