"""Facts as exports read them."""

from __future__ import annotations

from datetime import date

import pytest

from reports.nasty import NASTY, unseen
from stackaudit.model.money import Money
from stackaudit.reports.exports.stated import (
    cost_of,
    day_of,
    flag_of,
    joined,
    number_of,
    seen,
    text_of,
    texts_of,
)


def test_what_terminals_obey_or_xml_forbids_is_written_out() -> None:
    assert seen("a\x1b[31m\tb\nc\ufffe\uffff\u202e") == "a<U+001B>[31m b c<U+FFFE><U+FFFF><U+202E>"


def test_letters_of_all_scripts_stay() -> None:
    assert seen("Fjordøst 漢字 שלום") == "Fjordøst 漢字 שלום"


def test_a_text_ends_after_a_thousand_characters() -> None:
    assert seen("w" * 1_000) == "w" * 1_000
    assert seen("w" * 1_001) == "w" * 999 + "…"


@pytest.mark.parametrize("word", NASTY)
def test_nothing_unseen_is_left_of_a_nasty_text(word: str) -> None:
    assert unseen(seen(NASTY[word])) == []


@pytest.mark.parametrize(("value", "text"), [("web", "web"), (False, ""), (None, ""), (3, "")])
def test_a_fact_is_a_text_or_nothing(value: object, text: str) -> None:
    assert text_of({"owner": value}, "owner") == text
    assert text_of({}, "owner") == ""


@pytest.mark.parametrize(
    ("value", "items", "text"),
    [
        (("eu", "us", "eu"), ("eu", "us"), "eu; us"),
        (("eu", None), ("eu",), "eu"),
        ((), (), None),
        ((None,), None, None),
        (None, None, None),
    ],
)
def test_a_list_of_which_nothing_is_known_is_unknown_and_an_empty_one_is_empty(
    value: object, items: tuple[str, ...] | None, text: str | None
) -> None:
    assert texts_of({"regions": value}, "regions") == items
    assert joined({"regions": value}, "regions") == text


def test_flags_days_and_figures_are_not_taken_for_each_other() -> None:
    facts = {"flag": False, "day": date(2026, 1, 2), "figure": 3, "none": None}

    assert [flag_of(facts, name) for name in facts] == [False, None, None, None]
    assert [day_of(facts, name) for name in facts] == [None, date(2026, 1, 2), None, None]
    assert [number_of(facts, name) for name in facts] == [None, None, 3, None]


@pytest.mark.parametrize(
    ("value", "cost"), [(1200, (1200.0, "EUR")), (0, (0.0, "EUR")), (Money(5, "GBP"), (5.0, "GBP")), (None, None)]
)
def test_a_cost_without_a_rate_keeps_its_own_currency(value: object, cost: tuple[float, str] | None) -> None:
    assert cost_of({"cost.annual": value}, "EUR") == cost


def test_a_cost_of_minus_nothing_is_nothing() -> None:
    for value in (-0.0, Money(-0.0, "USD")):
        cost = cost_of({"cost.annual": value}, "EUR")

        assert cost is not None
        assert repr(cost[0]) == "0.0"
