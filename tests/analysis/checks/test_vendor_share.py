from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.analysis.checks import CHECKS
from stacks import drawn, said

if TYPE_CHECKING:
    from stackaudit.analysis.answers import Answer


def sold(vendor: str, cost: int | None) -> str:
    return f"vendor: {vendor}" + ("" if cost is None else f", cost: {{annual: {cost}}}")


def ask(most: float = 40, **stated: str) -> list[Answer]:
    return list(CHECKS["vendor-share"].ask(drawn(**stated), most=most, vendors=3))


def test_exactly_the_limit_passes() -> None:
    even = {"a": sold("A", 40), "b": sold("B", 30), "c": sold("C", 30)}

    assert said(ask(**even)) == [("passes", "organization")]
    assert said(ask(most=39.9, **even)) == [("fails", "a")]


def test_all_that_a_vendor_sells_counts_together_dearest_first() -> None:
    (answer,) = ask(a1=sold("Big", 20), a2=sold("BIG", 40), b=sold("B", 20), c=sold("C", 20))

    assert said([answer]) == [("fails", "a2", "a1")]
    assert answer.values == {"vendor": "BIG", "share": 60, "most": 40, "systems": ("The a2", "The a1")}
    assert [(hint.subject.id, hint.note) for hint in answer.hints] == [("a1", "The a1 too")]


def test_each_vendor_above_the_limit_is_named_largest_first() -> None:
    answers = ask(most=30, a=sold("A", 35), b=sold("B", 45), c=sold("C", 20))

    assert said(answers) == [("fails", "b"), ("fails", "a")]


def test_a_cost_whose_vendor_is_not_known_is_part_of_the_whole() -> None:
    stated = {"a": sold("A", 40), "b": sold("B", 10), "c": sold("C", 10)}

    assert said(ask(**stated)) == [("fails", "a")]
    assert said(ask(**stated, other="cost: {annual: 40}")) == [("passes", "organization")]


def test_among_few_vendors_a_large_share_is_ordinary() -> None:
    assert ask(a=sold("A", 90), b=sold("B", 10)) == []


def test_retired_systems_and_free_ones_carry_no_share() -> None:
    old = sold("A", 900) + ", lifecycle: retired"

    answers = ask(old=old, a=sold("A", 0), b=sold("B", 40), c=sold("C", 30), d=sold("D", 30))

    assert said(answers) == [("passes", "organization")]


def test_without_any_known_cost_it_stays_open() -> None:
    (answer,) = ask(a=sold("A", None), b=sold("B", None), free="bought: {how: free}")

    assert said([answer]) == [("undetermined", "organization")]
    assert answer.missing == (("a", "cost.annual"), ("b", "cost.annual"))


def test_where_nothing_costs_anything_there_is_nothing_to_share() -> None:
    assert ask(a=sold("A", 0), free="bought: {how: free}") == []


def test_five_further_systems_of_the_vendor_are_pointed_at() -> None:
    big = {f"a{cost}": sold("A", cost) for cost in range(10, 18)}

    (answer,) = ask(**big, b=sold("B", 1), c=sold("C", 1))

    assert [hint.subject.id for hint in answer.hints] == ["a16", "a15", "a14", "a13", "a12"]
