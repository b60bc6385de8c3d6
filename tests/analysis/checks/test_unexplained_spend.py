from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from stackaudit.analysis.checks import CHECKS
from stacks import said, stack_of, systems

if TYPE_CHECKING:
    from stackaudit.analysis.answers import Answer

BOOKS = "organization: {currency: EUR, spend: {marketing_technology: 1000}}\n"


def ask(around: str = BOOKS, least: float = 80, **stated: str) -> list[Answer]:
    return list(CHECKS["unexplained-spend"].ask(stack_of(around + systems(**stated)), least=least))


def bought(cost: int | None, by: str = "marketing", more: str = "brand: x") -> str:
    return f"bought: {{by: {by}}}, {more}" + ("" if cost is None else f", cost: {{annual: {cost}}}")


def test_exactly_so_much_is_enough() -> None:
    assert said(ask(a=bought(800))) == [("passes", "organization")]
    assert said(ask(a=bought(799))) == [("fails", "organization")]


def test_the_figures_of_both_are_told_and_the_entries_without_a_cost() -> None:
    (answer,) = ask(a=bought(250), b=bought(None), c=bought(None, "sales"))

    explained, booked = (str(answer.values[key]).replace("\u00a0", " ") for key in ("explained", "booked"))
    assert (explained, booked, answer.values["share"], answer.values["least"]) == ("EUR 250", "EUR 1 000", 25, 80)
    assert [(hint.subject.id, hint.note) for hint in answer.hints] == [("b", "The b states no cost")]


@pytest.mark.parametrize("other", [bought(800, "it"), bought(800, more="lifecycle: retired"), "cost: {annual: 800}"])
def test_only_what_marketing_pays_for_in_use_explains_anything(other: str) -> None:
    (answer,) = ask(other=other)

    assert answer.values["share"] == 0


@pytest.mark.parametrize("around", ["", "organization: {currency: EUR}\n"])
def test_without_the_books_it_stays_open(around: str) -> None:
    (answer,) = ask(around, a=bought(10))

    assert answer.missing == (("organization", "organization.spend.marketing_technology"),)


def test_where_marketing_buys_nothing_the_books_are_not_asked_for() -> None:
    assert ask("", a=bought(10, "it")) == []
