from __future__ import annotations

import pytest

from stackaudit.analysis.facts import facts_asked, facts_of
from stackaudit.model.language import Kind
from stacks import rules_of

RULE = """
id: asked
title: It is asked
severity: low
why: Because.
fix: Answer.
message: "{name}"
"""


def asked(rule: str) -> dict[str, tuple[str, ...]]:
    """The facts that a rule asks for, in the order in which it does."""
    (read,) = rules_of(RULE + rule)
    return dict(facts_asked(read))


@pytest.mark.parametrize(
    ("name", "kind", "needs", "items"),
    [
        ("id", Kind.TEXT, (), None),
        ("cost.annual", Kind.MONEY, ("cost.annual",), None),
        ("cost.paid", Kind.FLAG, ("cost.annual",), None),
        ("bought.approved_by", Kind.MANY, ("bought.approved_by",), Kind.TEAM),
        ("jobs", Kind.MANY, ("category",), Kind.CATEGORY),
    ],
)
def test_a_fact_knows_its_kind_and_the_stated_facts_that_decide_it(
    name: str,
    kind: Kind,
    needs: tuple[str, ...],
    items: Kind | None,
) -> None:
    fact = facts_of("system")[name]

    assert (fact.name, fact.kind, fact.needs, fact.items) == (name, kind, needs, items)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("service.criticality", ("low", "medium", "high", "critical")),
        ("security.encrypted", ("at-rest", "in-transit")),
        ("data.categories", ()),
        ("name", ()),
        ("cost.paid", ()),
    ],
)
def test_a_fact_has_words_only_where_no_others_may_be_used(name: str, words: tuple[str, ...]) -> None:
    assert facts_of("system")[name].words == words


def test_a_list_of_mappings_is_no_fact_but_what_follows_from_it_is() -> None:
    facts = facts_of("organization")

    assert "governance.roadmap.items" not in facts
    assert "governance.roadmap.exists" in facts


def test_the_facts_that_a_rule_asks_for_come_with_the_stated_ones_that_decide_them() -> None:
    rule = """
for: system
where: {lifecycle: live, any: [{cost.paid: true}, {id: crm}]}
expect: {bought.side: {not: it}, lifecycle: {not: sandbox}}
"""

    facts = asked(rule)

    assert list(facts.items()) == [
        ("lifecycle", ("lifecycle",)),
        ("cost.paid", ("cost.annual",)),
        ("id", ()),
        ("bought.side", ("bought.by",)),
    ]


def test_a_rule_with_a_check_asks_for_no_facts_of_its_own() -> None:
    assert asked("check: rings\n") == {}
