"""Who is who: the teams to which what was found belongs."""

from __future__ import annotations

import pytest

from stackaudit.analysis.briefing.directory import Directory
from stackaudit.model.audit import SubjectName
from stacks import stack_of

_INVENTORY = """
teams:
  marketing: {side: marketing, lead: cmo}
  web: {name: Web and shop, side: marketing, part_of: marketing}
  cloud: {name: Cloud, side: it, lead: cio}
  desk: {side: service}
  hotline: {side: service}
systems:
  both: {name: Both, owner: {business: web, technical: cloud}}
  bought: {name: Bought, bought: {by: marketing}, owner: {business: nobody}}
  lost: {name: Lost}
integrations:
  - {from: both, to: bought, owner: desk}
  - {from: bought, to: both}
  - {from: lost, to: lost}
governance: {roadmap: {items: [{name: Plan, owner: web}]}}
data: {customer: {owner: {technical: cloud}}}
"""


def teams(kind: str, subject: str, *, technical: bool = False) -> str:
    return Directory(stack_of(_INVENTORY, _TRACES)).knowing(SubjectName(kind, subject, subject), technical=technical)


_TRACES = """
- {paid: Figma, on: 2026-10-02, amount: 30, team: Web and shop}
- {paid: Canva, on: 2026-10-02, amount: 30, team: "9000"}
- {signed_in: Asana, users: 4}
"""


@pytest.mark.parametrize(
    ("kind", "subject", "technical", "team"),
    [
        ("system", "both", False, "web"),
        ("system", "both", True, "cloud"),
        ("system", "bought", True, "marketing"),
        ("system", "lost", False, ""),
        ("integration", "both -> bought", False, "desk"),
        ("integration", "bought -> both", False, "marketing"),
        ("integration", "lost -> lost", False, ""),
        ("roadmap item", "Plan", False, "web"),
        ("data kind", "customer", False, "cloud"),
        ("team", "desk", False, "desk"),
        ("organization", "organization", False, "marketing"),
        ("evidence", "figma", False, "web"),
        ("evidence", "canva", False, "9000"),
        ("evidence", "asana", False, ""),
    ],
)
def test_each_kind_of_subject_has_somebody_who_knows(kind: str, subject: str, technical: bool, team: str) -> None:
    assert teams(kind, subject, technical=technical) == team


def test_the_team_that_leads_a_side_is_called_like_it_or_stands_alone_above_the_others() -> None:
    directory = Directory(stack_of(_INVENTORY))

    assert [directory.leading(side) for side in ("marketing", "it", "service", "finance")] == [
        "marketing",
        "cloud",
        None,
        None,
    ]


def test_teams_have_names_and_leads_as_far_as_stated() -> None:
    directory = Directory(stack_of(_INVENTORY))

    assert [directory.name(team) for team in ("web", "gone", False, None)] == ["Web and shop", "gone", "", ""]
    assert [directory.lead(team) for team in ("marketing", "web", "gone")] == ["cmo", "", ""]
