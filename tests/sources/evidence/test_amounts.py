"""Amounts of money as ledgers write them."""

from __future__ import annotations

from math import isfinite

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stackaudit.sources.evidence.amounts import COMMA, POINT, Amount, Amounts, read_amount, read_amounts


@pytest.mark.parametrize(
    ("text", "figure", "currency"),
    [
        ("54.20", 54.2, ""),
        ("0", 0.0, ""),
        ("1,234.56", 1234.56, ""),
        ("1 234.56", 1234.56, ""),
        ("1\u00a0234.56", 1234.56, ""),
        ("1'234.50", 1234.5, ""),
        ("1,23,456.78", 123456.78, ""),
        ("1,000,000", 1000000.0, ""),
        (".50", 0.5, ""),
        ("(54.20)", -54.2, ""),
        ("54.20-", -54.2, ""),
        ("-54.20", -54.2, ""),
        ("- 54.20", -54.2, ""),
        ("\u221254.20", -54.2, ""),
        ("+54.20", 54.2, ""),
        ("54.20 CR", -54.2, ""),
        ("54.20cr", -54.2, ""),
        ("54.20 DR", 54.2, ""),
        ("£1,000", 1000.0, "GBP"),
        ("-£54.20", -54.2, "GBP"),
        ("£-54.20", -54.2, "GBP"),
        ("(£54.20)", -54.2, "GBP"),
        ("€ 5.10", 5.1, "EUR"),
        ("US$5", 5.0, "USD"),
        ("5.10 usd", 5.1, "USD"),
        ("CHF 1'234.50", 1234.5, "CHF"),
        ("Fr. 5.00", 5.0, "CHF"),
        ("R$ 5", 5.0, "BRL"),
        ("5.00 zł", 5.0, "PLN"),
        ("5 000 kr", 5000.0, ""),
        ("kr. 5.00", 5.0, ""),
        ("'-54.20", -54.2, ""),
    ],
)
def test_with_a_point(text: str, figure: float, currency: str) -> None:
    assert read_amount(text, POINT) == Amount(figure, currency)


@pytest.mark.parametrize(
    ("text", "figure", "currency"),
    [
        ("1.234,56", 1234.56, ""),
        ("1 234,56", 1234.56, ""),
        ("1\u202f234,56 €", 1234.56, "EUR"),
        ("12,5", 12.5, ""),
        ("-12,50", -12.5, ""),
        ("12,50-", -12.5, ""),
        ("1.234", 1234.0, ""),
        ("12,50 kr", 12.5, ""),
    ],
)
def test_with_a_comma(text: str, figure: float, currency: str) -> None:
    assert read_amount(text, COMMA) == Amount(figure, currency)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "£",
        "CR",
        "NaN",
        "inf",
        "1e309",
        "1E5",
        "0x10",
        "1_000",
        "(54.20",
        "54.20)",
        "12 34",
        "1,2345.00",
        "1.2.3",
        "12:30",
        "5 XXX",
        "5%",
        "2014-09-26",
        "=cmd|' /C calc'!A0",
        "٥٤",
        "9" * 19,
        "9" * 10_000,
        "-" * 10_000,
    ],
)
@pytest.mark.parametrize("decimal", [POINT, COMMA])
def test_what_names_no_amount(text: str, decimal: str) -> None:
    assert read_amount(text, decimal) is None


def test_nothing_is_less_than_nothing() -> None:
    assert str(read_amount("-0.00")) == str(read_amount("(0.00)")) == str(Amount(0.0))


@pytest.mark.parametrize(
    ("texts", "amounts"),
    [
        (["1,234", "5.20"], Amounts({"1,234": Amount(1234.0), "5.20": Amount(5.2)}, POINT, decided=True)),
        (["1.234", "5,20"], Amounts({"1.234": Amount(1234.0), "5,20": Amount(5.2)}, COMMA, decided=True)),
        (
            ["1.234", "1.234.567"],
            Amounts({"1.234": Amount(1234.0), "1.234.567": Amount(1234567.0)}, COMMA, decided=True),
        ),
        (["12,5", "5", "x"], Amounts({"12,5": Amount(12.5), "5": Amount(5.0)}, COMMA, decided=True)),
        (["5.20", "6.20", "5,20"], Amounts({"5.20": Amount(5.2), "6.20": Amount(6.2)}, POINT, decided=True)),
        (["5", "6"], Amounts({"5": Amount(5.0), "6": Amount(6.0)}, POINT, decided=True)),
        (["1.234"], Amounts({"1.234": Amount(1.234)}, POINT, decided=False)),
    ],
)
def test_a_column_decides_what_parts_the_cents(texts: list[str], amounts: Amounts) -> None:
    assert read_amounts(texts) == amounts


def test_where_nothing_tells_the_usual_is_taken_unless_declared() -> None:
    assert read_amounts(["1.234"], usual=COMMA) == Amounts({"1.234": Amount(1234.0)}, COMMA, decided=False)
    assert read_amounts(["1.234", "5.20"], COMMA) == Amounts({"1.234": Amount(1234.0)}, COMMA, decided=True)


@given(
    st.text(st.sampled_from("0123456789.,' ()-+£€$CRkrEURn\u00a0\u2212%"), max_size=24), st.sampled_from([POINT, COMMA])
)
@settings(deadline=None)
def test_any_text_names_a_finite_amount_or_none(text: str, decimal: str) -> None:
    amount = read_amount(text, decimal)

    assert amount is None or isfinite(amount.figure)


@given(st.integers(-(10**11), 10**11), st.sampled_from([(",", "."), (".", ","), (" ", ","), ("'", "."), ("", ",")]))
@settings(deadline=None)
def test_what_was_written_is_read_again(cents: int, marks: tuple[str, str]) -> None:
    thousands, decimal = marks
    written = f"{cents / 100:,.2f}".replace(",", "t").replace(".", decimal).replace("t", thousands)

    assert read_amount(written, POINT if decimal == "." else COMMA) == Amount(cents / 100)
