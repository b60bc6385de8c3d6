"""Merchants as a ledger names them, and cards without the digits that nobody should read."""

from __future__ import annotations

import pytest

from stackaudit.sources.evidence.merchants import masked_card, read_merchants


def merchant(name: str, description: str = "", *, undated: bool = False) -> str:
    (found,) = read_merchants([name], [description], [undated])
    return found


def test_spaces_inside_a_name_stay() -> None:
    assert merchant(" MAILCHIMP   *MONTHLY ", "newsletters") == "MAILCHIMP   *MONTHLY"


def test_a_long_name_is_cut() -> None:
    assert merchant("x" * 1_000_000) == "x" * 300


@pytest.mark.parametrize(
    ("name", "description", "found"),
    [
        ("PAYPAL", "HOOTSUITE", "PAYPAL *HOOTSUITE"),
        ("PayPal (Europe) S.à r.l. et Cie, S.C.A.", "Canva", "PAYPAL *Canva"),
        ("PayPal Europe S.a.r.l. et Cie S.C.A", "Canva", "PAYPAL *Canva"),
        ("Stripe Payments Europe Ltd", "Figma", "STRIPE *Figma"),
        ("SQ *", "Corner shop", "SQUARE *Corner shop"),
        ("PAYPAL", "", "PAYPAL"),
        ("PAYPAL", "PAYPAL", "PAYPAL"),
        ("PAYPAL *HOOTSUITE", "monthly", "PAYPAL *HOOTSUITE"),
        ("Square Peg Catering", "lunch", "Square Peg Catering"),
        (
            "PayPal Europe",
            "1033 PP.4411.PP . HubSpot Ireland, Ihr Einkauf bei HubSpot Ireland",
            "PAYPAL *HubSpot Ireland",
        ),
        ("PayPal Europe", "Ihr Einkauf bei Canva Pty Ltd", "PAYPAL *Canva Pty Ltd"),
        ("PayPal Europe", "PP.4411.PP", "PAYPAL *PP.4411.PP"),
        ("", "FIGMA", "FIGMA"),
        ("", "", ""),
    ],
)
def test_what_a_provider_passed_on_is_taken_from_the_description(name: str, description: str, found: str) -> None:
    assert merchant(name, description) == found


@pytest.mark.parametrize("name", ["Total", "GRAND TOTAL", "Sub-total", "Summe", "Totaal", "Saldo", "Total: 12 lines"])
def test_a_total_is_no_merchant_but_the_petrol_station_is(name: str) -> None:
    assert merchant(name, undated=True) == ""
    assert merchant(name) == name


@pytest.mark.parametrize(
    "name", ["Opening balance", "BALANCE BROUGHT FORWARD", "Closing Balance 31/01/2026", "Endsaldo"]
)
def test_a_balance_is_no_merchant_on_any_day(name: str) -> None:
    assert merchant(name) == ""


def test_a_shop_that_sounds_like_a_balance_is_a_merchant() -> None:
    assert merchant("NEW BALANCE 1234") == "NEW BALANCE 1234"


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("4111111111111234", "*1234"),
        ("4111 1111 1111 1234", "*1234"),
        ("4111-1111-1111-1234", "*1234"),
        ("4111.1111.1111.1234", "*1234"),
        ("4111_1111_1111_1234", "*1234"),
        ("4111\u00a01111\u00a01111\u00a01234", "*1234"),
        ("**** **** **** 1234", "*1234"),
        ("XXXXXXXXXXXX1234", "*1234"),
        ("****************", ""),
        ("41111111****", "*"),
        ("1234", "1234"),
        ("Visa 1234", "Visa 1234"),
        ("Marketing 4111111111111234", "Marketing *1234"),
        ("٤١١١١١١١١١١١١٢٣٤", "*١٢٣٤"),
        ("", ""),
    ],
)
def test_at_most_the_last_four_digits_of_a_card_are_shown(cell: str, shown: str) -> None:
    assert masked_card(cell) == ("" if shown == "*" else shown)


def test_a_very_long_card_takes_no_time() -> None:
    assert masked_card("* - " * 1_000_000) == ""
