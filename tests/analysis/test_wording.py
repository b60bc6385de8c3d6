from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stackaudit.analysis.facts import facts_of
from stackaudit.analysis.wording import compile_template, listed, slots, worded
from stackaudit.model.language import Kind
from stackaudit.model.money import Money

NBSP = "\u00a0"


def filled(template: str, facts: dict[str, object]) -> str:
    return compile_template(template, facts_of("system"), "EUR")(facts)


@pytest.mark.parametrize(
    ("value", "kind", "words"),
    [
        (None, Kind.TEXT, "(not stated)"),
        ("crm", Kind.TEXT, "crm"),
        (True, Kind.FLAG, "yes"),
        (False, Kind.FLAG, "no"),
        (False, Kind.TEAM, "nobody"),
        (False, Kind.SYSTEM, "none"),
        (False, Kind.DAY_OR_NO, "never"),
        (0, Kind.RHYTHM, "real-time"),
        (1 / 24, Kind.RHYTHM, "hourly"),
        (7, Kind.RHYTHM, "weekly"),
        (2, Kind.RHYTHM, "2 days"),
        (date(2026, 1, 2), Kind.DAY, "2026-01-02"),
        (48_000, Kind.MONEY, f"EUR{NBSP}48{NBSP}000"),
        (0.5, Kind.MONEY, f"EUR{NBSP}0.50"),
        (Money(1_200.0, "USD"), Kind.MONEY, f"USD{NBSP}1{NBSP}200"),
        (90, Kind.SPAN, "90 days"),
        (3, Kind.WHOLE, "3"),
        (1_234_567, Kind.WHOLE, f"1{NBSP}234{NBSP}567"),
        (99.95, Kind.NUMBER, "99.95"),
        (20.0, None, "20"),
        ((), Kind.MANY, "nothing"),
        (("eu",), Kind.MANY, "eu"),
        (("it", None), Kind.MANY, "it and (not stated)"),
        (("a", "b", "c"), None, "a, b and c"),
    ],
)
def test_a_value_as_it_reads_in_a_sentence(value: object, kind: Kind | None, words: str) -> None:
    assert worded(value, kind, "EUR") == words


def test_an_amount_without_a_currency_is_a_plain_figure() -> None:
    assert worded(48_000, Kind.MONEY, "") == f"48{NBSP}000"


def test_a_template_is_filled_with_facts_by_their_kind() -> None:
    facts: dict[str, object] = {"name": "Crm", "cost.annual": 1_000, "owner.business": False}

    assert filled("{name} costs {cost.annual}; owner: {owner.business}, {owner.technical}.", facts) == (
        f"Crm costs EUR{NBSP}1{NBSP}000; owner: nobody, (not stated)."
    )


def test_a_value_with_braces_is_not_filled_again() -> None:
    assert filled("{name}!", {"name": "{vendor}", "vendor": "Acme"}) == "{vendor}!"


def test_a_template_without_slots_is_itself() -> None:
    assert filled("Nothing.", {"name": "x"}) == "Nothing."
    assert slots("a {b} c {d.e}") == ["b", "d.e"]
    assert slots("Nothing.") == []


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (0, "nothing"),
        (1, "0"),
        (2, "0 and 1"),
        (6, "0, 1, 2, 3, 4 and 5"),
        (7, "0, 1, 2, 3, 4 and 2 more"),
        (100, "0, 1, 2, 3, 4 and 95 more"),
    ],
)
def test_a_list_in_a_sentence_ends_with_how_many_more(count: int, text: str) -> None:
    assert listed([str(number) for number in range(count)]) == text


@given(st.integers(0, 10**15))
def test_no_digit_of_a_whole_number_is_lost(number: int) -> None:
    assert int(worded(number, Kind.WHOLE, "").replace(NBSP, "")) == number
