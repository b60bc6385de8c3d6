from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stackaudit.model.money import grouped, shortened, spelled


def plain(text: str) -> str:
    """With ordinary spaces in place of those that no line breaks at."""
    assert " " not in text
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("amount", "currency", "text"),
    [
        (48_000, "EUR", "EUR 48 000"),
        (1_234_567.0, "USD", "USD 1 234 567"),
        (999, "EUR", "EUR 999"),
        (0, "EUR", "EUR 0"),
        (12.5, "EUR", "EUR 12.50"),
        (1_000.999, "EUR", "EUR 1 001.00"),
        (48_000, "", "48 000"),
    ],
)
def test_an_amount_as_people_read_it(amount: float, currency: str, text: str) -> None:
    assert plain(spelled(amount, currency)) == text


@pytest.mark.parametrize(
    ("figure", "form", "text"),
    [(0, "", "0"), (999, "", "999"), (1_000, "", "1 000"), (-1_234_567, "", "-1 234 567"), (1_000.5, ".1f", "1 000.5")],
)
def test_a_figure_has_spaces_between_its_thousands(figure: float, form: str, text: str) -> None:
    assert plain(grouped(figure, form)) == text


@pytest.mark.parametrize(
    ("amount", "currency", "text"),
    [
        (1_920_000, "EUR", "EUR 1.92 M"),
        (1_000_000, "EUR", "EUR 1.00 M"),
        (2_500_000_000, "EUR", "EUR 2.50 G"),
        (999_999.4, "EUR", "EUR 999 999"),
        (999_999.6, "EUR", "EUR 1.00 M"),
        (999_999_999, "EUR", "EUR 1.00 G"),
        (999_994_000, "EUR", "EUR 999.99 M"),
        (182_000.4, "EUR", "EUR 182 000"),
        (1_920_000, "", "1.92 M"),
    ],
)
def test_a_large_amount_in_few_digits(amount: float, currency: str, text: str) -> None:
    assert plain(shortened(amount, currency)) == text


@given(st.integers(0, 10**15))
def test_no_digit_is_lost(amount: int) -> None:
    assert int(spelled(amount, "EUR").removeprefix("EUR").replace("\u00a0", "")) == amount


@given(st.floats(0, 1e12, allow_nan=False))
def test_a_short_amount_stays_short(amount: float) -> None:
    assert len(shortened(amount, "EUR")) <= len("EUR 1000.00 G")
