"""The weights of `inventory/facts-missing` follow from the rules that need the facts."""

from __future__ import annotations

from collections import Counter
from functools import cache
from math import log2
from typing import TYPE_CHECKING

from stackaudit.analysis.facts import facts_of
from stacks import builtin_rules

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def test_a_weight_is_the_logarithm_of_what_the_rules_that_need_the_fact_weigh() -> None:
    needed = weights_of_needs()

    meant = {fact: round(log2(max(1, needed[fact])), 1) for fact in stated()}

    assert {fact: weight for fact, weight in meant.items() if abs(weight - stated()[fact]) > 1} == {}


def test_heavier_facts_stand_first() -> None:
    assert list(stated().values()) == sorted(stated().values(), reverse=True)


def stated() -> dict[str, int]:
    rule = next(rule for rule in builtin_rules() if rule.id.endswith("facts-missing"))
    assert rule.options
    weights = rule.options["facts"]
    assert isinstance(weights, dict)
    return weights


@cache
def weights_of_needs() -> Counter[str]:
    """For each stated fact of systems the weights of the rules that ask for it, or for what follows from it."""
    known, weights = facts_of("system"), Counter[str]()
    for rule in builtin_rules():
        if rule.asks_for == "system":
            asked = {*_asked(rule.where or {}), *_asked(rule.expect or {})}
            for fact in {need for name in asked for need in known[name].needs}:
                weights[fact] += rule.severity.weight
    return weights


def _asked(tests: Mapping[str, object]) -> Iterator[str]:
    for name, test in tests.items():
        if name == "any":
            assert isinstance(test, list)
            for choice in test:
                yield from _asked(choice)
        else:
            yield name
