"""Shops, people and tickets that are called like software are not taken for it."""

from __future__ import annotations

import pytest

from stackaudit.analysis.matching.payments import match_payments
from stackaudit.model.marks import CatalogueMarks
from stackaudit.model.matches import Match, Sureness
from stackaudit.sources.catalogue import read_catalogue
from stackaudit.sources.catalogue.marks import read_marks

OTHER_BUSINESSES = """
MONDAY BLUES CAFE; BOX OFFICE DIRECT; CANVAS TENTS LTD; SQ *NOTION COFFEE; ZOOM TAN; SLACK RAY; DRIFT BAR & KITCHEN
ASANA YOGA STUDIO; CLOSE BROTHERS; FRONT ROW TICKETS; BUFFER SPRINGS; COPPER KETTLE CAFE; PIPE CENTER; SQUARE ENIX
MINT VELVET; SAGE PUBLICATIONS; THE ORACLE READING; ORACLE SHOPPING CENTRE; ACCESS SELF STORAGE; HUGO BOSS; RUBY TUESDAY
LEVER BROTHERS; HARVEST FOODS; RAILWAY INN; MERIDIAN HOTEL; MERCURY MOTORS; CLOVER LEAF FARM; GREENHOUSE GARDENS
BAMBOO GARDEN; INDEED 203-564-2400; TARGET 00012345; shell kings 587; birch n/e costa; cherwell valley costa
excel parking services; monster skips ltd; smash and grab; swift business solutio; wp-aspire coaching; quay value
verifone taxi/private; fleet point service stati; loop education; PAYPAL *KONG YAN; COOL ICE BOX CO LTD; ZOOMCAR
"""
GOODS = """
AMAZON MKTPLACE PMTS; AMZN MKTP US*1A2B3C; AMAZON.COM*MK1234; Amazon.co.uk*273CG8OX5; amazon uk retail amazon.c
APPLE STORE R255; APPLE.COM/UK; Amazon Prime*581O05X45; STAPLES 00012; www.staples.co.uk; royal mail group
www.royalmail.com; DHL EXPRESS; vodafone ltd; PAYPAL *EBAY BRIDALBEA; PAYPAL *ETSY UK; UBER *TRIP HELP.UBER.COM
AIRBNB * HM123; Spotify P0EA06D958; RICOH UK LTD; SAMSUNG ELECTRONICS; natwest bank  /; VISTAPRINT; vistaprvistaprint.uk
"""
TICKETS = """
EB *HUBSPOT USER GROUP; eb bar modelling deep; SumUp  *SHAY STADIUM CO; IZ *IPHONE DOCTOR LTD; SP * UK.YO-YODESK.COM
SQ *MAILCHIMP MEETING; TST* SALESFORCE TOWER GRILL
"""


@pytest.mark.parametrize("listed", [OTHER_BUSINESSES, GOODS, TICKETS], ids=["other businesses", "goods", "tickets"])
def test_nothing_else_is_software(listed: str) -> None:
    merchants = [merchant.strip() for line in listed.strip().splitlines() for merchant in line.split(";")]

    matches = match_payments(merchants, read_catalogue(), read_marks(), {})

    assert matches == {}


def test_an_ordinary_word_alone_is_a_guess() -> None:
    matches = match_payments(["MERIDIAN LTD", "oyster 12345"], read_catalogue(), CatalogueMarks(), {})

    assert matches == {
        "MERIDIAN LTD": Match("meridian", Sureness.GUESS, "named like Meridian"),
        "oyster 12345": Match("oyster", Sureness.GUESS, "named like Oyster"),
    }


def test_an_ordinary_word_is_likely_where_software_is_sold() -> None:
    merchants = ["BUFFER", "BUFFER SUBSCRIPTION", "PADDLE.NET* BUFFER", "BUFFER GARAGE SUBSCRIPTION"]

    matches = match_payments(merchants, read_catalogue(), CatalogueMarks(), {})

    assert {merchant: match.sureness for merchant, match in matches.items()} == {
        "BUFFER": Sureness.GUESS,
        "BUFFER SUBSCRIPTION": Sureness.LIKELY,
        "PADDLE.NET* BUFFER": Sureness.LIKELY,
    }


def test_a_domain_speaks_for_an_ordinary_word() -> None:
    merchants = ["MONDAY.COM", "monday com", "www.monday.com/billing", "monday morning.com", "monday.de"]

    matches = match_payments(merchants, read_catalogue(), CatalogueMarks(hosts={"monday.com": "monday-com"}), {})

    sure = {merchant: match.target for merchant, match in matches.items() if match.sureness > Sureness.GUESS}
    assert sure == {
        "MONDAY.COM": "monday-com",
        "monday com": "monday-com",
        "www.monday.com/billing": "monday-com",
    }
