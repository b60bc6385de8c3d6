"""What changed between two states: nothing is told that is the same, and all that is not is told once."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stackaudit.analysis.auditing import audit
from stackaudit.analysis.changing import State, changes_between
from stackaudit.analysis.questions import compile_rules
from stackaudit.model.audit import SubjectName
from stackaudit.model.changes import Changes, Edit, Moved
from stacks import TODAY, builtin_rules, catalogue, rules_of, stack_of, thresholds

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from stackaudit.model.exceptions import RuleException
    from stackaudit.model.rules import Rule

NO_SSO = rules_of(
    """
    id: no-sso
    title: Systems have single sign-on
    severity:
      - {where: {service.criticality: critical}, is: critical}
      - {is: medium}
    why: Passwords leak.
    fix: Add it.
    for: system
    expect: {security.sso: true}
    message: "{name} has no single sign-on."
    """
)


def state(name: str, text: str, rules: Sequence[Rule] = (), exceptions: Iterable[RuleException] = ()) -> State:
    stack = stack_of(text)
    questions = compile_rules(rules, thresholds(), catalogue().categories, "EUR", TODAY)
    return State(name, stack, audit(stack, questions, exceptions))


def changed(old: str, new: str, rules: Sequence[Rule] = ()) -> Changes:
    return changes_between(state("old", old, rules), state("new", new, rules))


def system(name: str) -> SubjectName:
    return SubjectName("system", name.lower(), name)


def test_a_state_and_itself_have_no_changes() -> None:
    text = "systems: {crm: {name: CRM, regions: [eu], cost: {annual: 5}}, mail: {name: Mail}}"

    changes = changed(text, text, builtin_rules())

    assert changes.is_empty
    assert changes.unchanged == len(changes.after.findings) > 0
    assert (changes.old, changes.new) == ("old", "new")


def test_subjects_come_and_go() -> None:
    changes = changed(
        """
        teams: {it: {side: it}}
        systems: {crm: {name: CRM}, mail: {name: Mail}}
        integrations: [{from: crm, to: mail}]
        data: {customer: {definition: Whoever pays}}
        """,
        """
        teams: {it: {side: it}, web: {side: marketing}}
        systems: {crm: {name: CRM}, shop: {name: Shop}}
        integrations: [{from: shop, to: crm}]
        """,
    )

    assert changes.moved == (
        Moved("team", (SubjectName("team", "web", "web"),), ()),
        Moved("system", (system("Shop"),), (system("Mail"),)),
        Moved(
            "integration",
            (SubjectName("integration", "shop -> crm", "Shop to CRM"),),
            (SubjectName("integration", "crm -> mail", "CRM to Mail"),),
        ),
        Moved("data kind", (), (SubjectName("data kind", "customer", "customer"),)),
    )


def test_facts_are_told_before_and_after_in_words() -> None:
    changes = changed(
        """
        organization: {currency: EUR}
        systems:
          crm: {name: CRM, owner: {business: sales}, cost: {annual: 1200, renews: 2027-01-01}, regions: [eu, us]}
        """,
        """
        organization: {currency: EUR}
        systems:
          crm: {name: CRM, owner: {business: marketing, technical: nobody}, cost: {annual: 0}, regions: [us, eu, ch],
                lifecycle: retiring, security: {sso: false, encrypted: []}}
        """,
    )

    crm = system("CRM")
    assert changes.edits == (
        Edit(crm, "owner.business", "sales", "marketing"),
        Edit(crm, "owner.technical", "", "nobody"),
        Edit(crm, "lifecycle", "live", "retiring"),
        Edit(crm, "cost.annual", "EUR\u00a01\u00a0200", "EUR\u00a00"),
        Edit(crm, "cost.renews", "2027-01-01", ""),
        Edit(crm, "regions", "eu, us", "ch, eu, us"),
        Edit(crm, "security.sso", "", "no"),
        Edit(crm, "security.encrypted", "", "nothing"),
    )


def test_the_order_of_a_list_says_nothing() -> None:
    old = "systems: {crm: {name: CRM, regions: [eu, us], data: {categories: [contact, order]}}}"

    assert changed(old, old.replace("[eu, us]", "[us, eu]").replace("[contact, order]", "[order, contact]")).is_empty


def test_a_long_list_is_compared_to_its_end() -> None:
    kinds = "contact, order, product, campaign, invoice, price, supplier, logistics"
    old = f"systems: {{crm: {{name: CRM, data: {{categories: [{kinds}]}}}}}}"

    changes = changed(old, old.replace("logistics", "finance"))

    assert [(edit.fact, "logistics" in edit.before, "finance" in edit.after) for edit in changes.edits] == [
        ("data.categories", True, True)
    ]


def test_another_currency_makes_every_amount_another() -> None:
    old = "{organization: {currency: EUR}, systems: {crm: {name: CRM, cost: {annual: 5}}}}"

    changes = changed(old, old.replace("EUR", "USD"))

    assert [(edit.fact, edit.before, edit.after) for edit in changes.edits] == [
        ("organization.currency", "EUR", "USD"),
        ("cost.annual", "EUR\u00a05", "USD\u00a05"),
    ]


def test_flows_are_kinds_of_data_on_their_way() -> None:
    changes = changed(
        """
        systems: {crm: {name: CRM}, mail: {name: Mail}}
        integrations: [{from: crm, to: mail, data: [contact]}]
        """,
        """
        systems: {crm: {name: CRM}, mail: {name: Mail}}
        integrations: [{from: crm, to: mail, data: [user.contact, order], direction: two-way}]
        """,
    )

    assert changes.flows_added == (("crm", "mail", "order"), ("mail", "crm", "order"), ("mail", "crm", "user.contact"))
    assert changes.flows_removed == ()


def test_regions_are_those_of_systems_in_use() -> None:
    changes = changed(
        "systems: {a: {name: A, regions: [eu]}, b: {name: B, regions: [uk]}, c: {name: C, regions: [EU]}}",
        """
        systems:
          a: {name: A, regions: [eu, US]}
          b: {name: B, regions: [uk], lifecycle: retired}
          c: {name: C, regions: [us]}
        """,
    )

    assert changes.regions_added == (("us", (system("A"), system("C"))),)
    assert changes.regions_removed == (("uk", (system("B"),)),)


def test_findings_come_and_go_and_stay() -> None:
    changes = changed(
        "systems: {a: {name: A, security: {sso: false}}, b: {name: B, security: {sso: false}}, c: {name: C}}",
        "systems: {a: {name: A, security: {sso: false}}, b: {name: B, security: {sso: true}}, "
        "c: {name: C, security: {sso: false}}}",
        NO_SSO,
    )

    assert [each.message for each in changes.appeared] == ["C has no single sign-on."]
    assert [each.message for each in changes.resolved] == ["B has no single sign-on."]
    assert changes.unchanged == 1
    assert [(move.theme, move.before, move.after) for move in changes.scores] == [
        ("own", (0.0, 33.3), (33.3, 33.3)),
        ("overall", (0.0, 33.3), (33.3, 33.3)),
    ]


def test_a_finding_of_another_severity_is_told_as_that() -> None:
    old = "systems: {a: {name: A, security: {sso: false}, service: {criticality: low}}}"

    changes = changed(old, old.replace("low", "critical"), NO_SSO)

    assert [(old.severity.word, new.severity.word) for old, new in changes.reweighed] == [("medium", "critical")]
    assert (changes.appeared, changes.resolved, changes.unchanged, changes.is_empty) == ((), (), 1, False)


RENAMED_BEFORE = """
systems:
  crm: {name: Our customers, owner: {business: sales}, security: {sso: false}}
  hub: {name: HubSpot, security: {sso: false}}
  shop: {name: Shop}
integrations: [{from: crm, to: shop, data: [contact]}, {from: crm, to: shop, data: [order], method: file}]
"""
RENAMED_AFTER = """
systems:
  customers: {name: our Customers, owner: {business: marketing}, security: {sso: false}}
  hubspot: {name: HubSpot Marketing Hub, security: {sso: false}}
  shop: {name: Shop}
integrations: [{from: customers, to: shop, data: [contact]}, {from: customers, to: shop, data: [order], method: file}]
"""


def test_a_system_under_another_id_is_the_same() -> None:
    changes = changed(RENAMED_BEFORE, RENAMED_AFTER, NO_SSO)

    assert changes.renamed == (
        (SubjectName("system", "crm", "Our customers"), SubjectName("system", "customers", "our Customers")),
        (SubjectName("system", "hub", "HubSpot"), SubjectName("system", "hubspot", "HubSpot Marketing Hub")),
    )
    assert (changes.moved, changes.flows_added, changes.flows_removed) == ((), (), ())
    assert (changes.appeared, changes.resolved, changes.unchanged) == ((), (), 2)
    assert [(edit.subject.id, edit.fact) for edit in changes.edits] == [
        ("customers", "name"),
        ("customers", "owner.business"),
        ("hubspot", "name"),
    ]


def test_where_several_have_one_name_nobody_can_tell_which_is_which() -> None:
    changes = changed("systems: {a: {name: X}, b: {name: X}}", "systems: {c: {name: X}}")

    assert changes.renamed == ()
    assert [(moved.kind, len(moved.added), len(moved.removed)) for moved in changes.moved] == [("system", 1, 2)]


SOME = st.lists(
    st.tuples(
        st.sampled_from("abcd"),
        st.sampled_from(["sales", "it"]),
        st.sampled_from([0, 700, 1200]),
        st.sampled_from(["eu", "us"]),
        st.sampled_from(["true", "false", "unknown"]),
    ),
    max_size=4,
    unique_by=lambda each: each[0],
)


def written(systems: list[tuple[str, str, int, str, str]]) -> str:
    entries = [
        f"  {each}: {{name: The {each}, owner: {{business: {owner}}}, cost: {{annual: {cost}}}, regions: [{region}], "
        f"security: {{sso: {sso}}}}}"
        for each, owner, cost, region, sso in systems
    ]
    flows = [f"  - {{from: {one[0]}, to: {two[0]}, data: [contact]}}" for one, two in pairwise(systems)]
    return "\n".join(
        [
            "systems:" if entries else "systems: {}",
            *entries,
            "integrations:" if flows else "integrations: []",
            *flows,
            "",
        ]
    )


@given(SOME)
def test_any_state_and_itself_have_no_changes_however_it_is_ordered(
    systems: list[tuple[str, str, int, str, str]],
) -> None:
    text = written(systems)
    entries, flows = text.split("integrations:")

    assert changed(text, f"integrations:{flows}{entries}", NO_SSO).is_empty


@given(SOME, SOME)
def test_the_way_back_mirrors_the_way_there(
    ones: list[tuple[str, str, int, str, str]], others: list[tuple[str, str, int, str, str]]
) -> None:
    there = changed(written(ones), written(others), NO_SSO)
    back = changed(written(others), written(ones), NO_SSO)

    assert there.moved == tuple(Moved(each.kind, each.removed, each.added) for each in back.moved)
    assert there.edits == tuple(edit._replace(before=edit.after, after=edit.before) for edit in back.edits)
    assert (there.flows_added, there.regions_added) == (back.flows_removed, back.regions_removed)
    assert (there.flows_removed, there.regions_removed) == (back.flows_added, back.regions_added)
    assert there.scores == tuple(move._replace(before=move.after, after=move.before) for move in back.scores)
    assert marks(there.appeared) == marks(back.resolved)
    assert marks(there.resolved) == marks(back.appeared)
    assert (there.unchanged, there.is_empty) == (back.unchanged, back.is_empty)


def marks(findings: Iterable[object]) -> list[str]:
    return sorted(finding.fingerprint for finding in findings)  # type: ignore[attr-defined]


@pytest.mark.parametrize("fact", ["cost.annual", "owner.business"])
def test_every_told_fact_is_one_of_the_language(fact: str) -> None:
    from stackaudit.analysis.changing.subjects import TOLD
    from stackaudit.analysis.facts import facts_of

    unknown = [(kind, each) for kind, facts in TOLD.items() for each in facts if each not in facts_of(kind)]

    assert (unknown, fact in TOLD["system"]) == ([], True)
