"""Values read as people say them."""

from __future__ import annotations

from datetime import date

import pytest

from stackaudit.model.language import Kind
from stackaudit.model.money import Money
from stackaudit.reports.html.values import percent, told, whole_amount


@pytest.mark.parametrize(
    ("value", "kind", "expected"),
    [
        ("live", Kind.WORD, "live"),
        (True, Kind.FLAG, "yes"),
        (False, Kind.FLAG, "no"),
        (False, Kind.TEAM, "nobody"),
        (False, Kind.DAY_OR_NO, "never"),
        (False, Kind.SPAN_OR_NO, "without end"),
        (date(2026, 11, 21), Kind.DAY, "2026-11-21"),
        (48_000, Kind.MONEY, "EUR\u00a048\u00a0000"),
        (Money(12.5, "USD"), Kind.MONEY, "USD\u00a012.50"),
        (90, Kind.SPAN, "90 days"),
        (1, Kind.RHYTHM, "daily"),
        (2, Kind.RHYTHM, "2 days"),
        (1_200_000, Kind.WHOLE, "1\u00a0200\u00a0000"),
        (99.95, Kind.NUMBER, "99.95"),
        (("eu", "us"), Kind.MANY, "eu, us"),
        ((), Kind.MANY, "none"),
    ],
)
def test_a_value_is_told_by_its_kind(value: object, kind: Kind, expected: str) -> None:
    assert told(value, kind, "EUR") == expected


def test_an_amount_that_nobody_knows_is_not_nothing() -> None:
    assert [whole_amount(None, "EUR"), whole_amount(0, "EUR")] == ["", "EUR\u00a00"]


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [(1, 4, "25 %"), (0, 4, "0 %"), (4, 4, "100 %"), (1, 1000, "<1 %"), (999, 1000, ">99 %"), (0, 0, "0 %")],
)
def test_a_part_is_told_in_percent(part: float, whole: float, expected: str) -> None:
    assert percent(part, whole) == expected
