from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stackaudit.model.durations import days_of


@pytest.mark.parametrize(
    ("text", "days"),
    [("90d", 90), ("8w", 56), ("1mo", 30), ("12mo", 365), ("36mo", 1096), ("3y", 1096), ("2y", 730), ("0d", 0)],
)
def test_days_weeks_months_and_years_count_in_days(text: str, days: int) -> None:
    assert days_of(text) == days


@pytest.mark.parametrize(
    "text",
    ["", "90", "d", "90 d", "90D", "-90d", "1.5y", "90d ", "90days", "123456d", "٣d", "1m", None, 90, True, ["90d"]],
)
def test_anything_else_is_no_duration(text: object) -> None:
    assert days_of(text) is None


@given(st.integers(0, 99_999), st.sampled_from(["d", "w", "mo", "y"]))
def test_longer_is_never_shorter(number: int, unit: str) -> None:
    shorter, longer = days_of(f"{number}{unit}"), days_of(f"{min(number + 1, 99_999)}{unit}")

    assert shorter is not None
    assert longer is not None
    assert shorter <= longer


@given(st.text())
def test_no_text_breaks_it(text: str) -> None:
    assert days_of(text) is None or text[0].isdigit()
