"""Merchants on statements are matched to what was paid for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from stackaudit.analysis.matching.payments import match_payments
from stackaudit.model.matches import Match, Sureness
from stackaudit.sources.catalogue import read_catalogue
from stackaudit.sources.catalogue.marks import read_marks

if TYPE_CHECKING:
    from collections.abc import Callable

    Matcher = Callable[..., dict[str, Match]]


@pytest.fixture(scope="module")
def matched() -> Matcher:
    catalogue, marks = read_catalogue(), read_marks()
    return lambda *merchants, own=(): match_payments(merchants, catalogue, marks, dict(own))


@pytest.mark.parametrize(
    ("merchant", "target"),
    [
        ("MAILCHIMP   *MONTHLY", "mailchimp"),
        ("facebk m9krbb2wq2", "meta-ads"),
        ("FACEBK *3YGAVRNAY2", "meta-ads"),
        ("msft e08003azi0", "vendor:Microsoft"),
        ("MSFT *<E0300ALHHD>", "vendor:Microsoft"),
        ("GOOGLE*ADS1234567890", "google-ads"),
        ("AWS EMEA SARL", "amazon-web-services"),
        ("AMAZON WEB SERVICES", "amazon-web-services"),
        ("OPENAI *CHATGPT SUBSCR", "chatgpt"),
        ("CLAUDE.AI SUBSCRIPTION", "claude"),
        ("NOTION LABS, INC.", "notion"),
        ("FIGMA MONTHLY RENEWAL", "figma"),
        ("CANVA* I04123-1234567", "canva"),
        ("ZOOM.US 888-799-9666", "zoom"),
        ("SLACK T02ABCD1X", "slack"),
        ("ADOBE *CREATIVE CLOUD", "adobe-creative-cloud"),
        ("ADOBE *800-833-6687 SAN JOSE CA", "vendor:Adobe"),
        ("INTUIT *QBooks Online", "quickbooks-online"),
        ("DNH*GODADDY.COM 480-505-8855 AZ", "godaddy"),
        ("11 internet limited", "ionos"),
        ("SAP DEUTSCHLAND SE & CO. KG", "vendor:SAP"),
        ("przcharge.prezi.com", "prezi"),
    ],
)
def test_a_name_that_stands_on_statements_is_certain(matched: Matcher, merchant: str, target: str) -> None:
    matches = matched(merchant)

    assert [(match.target, match.sureness) for match in matches.values()] == [(target, Sureness.CERTAIN)]


def test_a_match_says_why(matched: Matcher) -> None:
    matches = matched("MAILCHIMP   *MONTHLY", "www.lumapps.com", "PADDLE.NET* SKETCH", "CAMPAIGN MONITO", "MAILCHMP")

    assert matches == {
        "MAILCHIMP   *MONTHLY": Match("mailchimp", Sureness.CERTAIN, "on card statements as MAILCHIMP"),
        "www.lumapps.com": Match("lumapps", Sureness.CERTAIN, "domain lumapps.com"),
        "PADDLE.NET* SKETCH": Match("sketch", Sureness.LIKELY, "named like Sketch"),
        "CAMPAIGN MONITO": Match(
            "campaign-monitor",
            Sureness.LIKELY,
            "on card statements as CAMPAIGN MONITOR, cut short",
        ),
        "MAILCHMP": Match("mailchimp", Sureness.LIKELY, "spelt like Mailchimp (89)"),
    }


@pytest.mark.parametrize(
    ("merchant", "target"),
    [
        ("PAYPAL *HOOTSUITE", "hootsuite"),
        ("PP*DROPBOX", "dropbox"),
        ("paypal hootsuite", "hootsuite"),
        ("HOO HOOTSUITE INC", "hootsuite"),
        ("hoohootsuite", "hootsuite"),
        ("hoohootsuite.com", "hootsuite"),
        ("2CO.COM*MALWAREBYTES", "malwarebytes"),
        ("cbaparallels", "vendor:Alludo"),
        ("turbosquidi", "vendor:Shutterstock"),
        ("stkshutterstock.com", "shutterstock"),
        ("weebly-charge.com", "weebly"),
    ],
)
def test_who_stood_in_between_does_not_matter(matched: Matcher, merchant: str, target: str) -> None:
    matches = matched(merchant)

    assert [match.target for match in matches.values()] == [target]


@pytest.mark.parametrize(
    ("merchant", "target"),
    [
        ("SURVEYMONKEY.CO", "surveymonkey"),
        ("PAYPAL *SURVEYMONKE", "surveymonkey"),
        ("PAYPAL *CAMPAIGNMON", "campaign-monitor"),
        ("www.surveymonkey.c", "surveymonkey"),
        ("CORNERSTONE ONDEMA", "cornerstone-learning"),
    ],
)
def test_a_name_that_lost_its_end_is_known(matched: Matcher, merchant: str, target: str) -> None:
    matches = matched(merchant)

    assert [match.target for match in matches.values()] == [target]


@pytest.mark.parametrize(
    ("merchant", "target"),
    [
        ("TALKWALKER SARL", "talkwalker"),
        ("Perforce Software", "perforce-helix-core"),
        ("SCREENDRAGON LTD CORK", "screendragon"),
    ],
)
def test_a_coined_name_is_likely_without_a_mark(matched: Matcher, merchant: str, target: str) -> None:
    matches = matched(merchant)

    assert [(match.target, match.sureness) for match in matches.values()] == [(target, Sureness.LIKELY)]


def test_only_a_slip_in_a_long_coined_name_is_a_spelling(matched: Matcher) -> None:
    matches = matched("SQUARESPCE INC", "HOOTSUTE MEDIA", "BUFER", "MAILCHAMPION LTD", "HOOTING SUITES")

    assert {merchant: match.target for merchant, match in matches.items()} == {
        "SQUARESPCE INC": "squarespace",
        "HOOTSUTE MEDIA": "hootsuite",
    }


def test_the_order_and_the_number_of_merchants_change_nothing(matched: Matcher) -> None:
    merchants = ["MAILCHIMP *MONTHLY", "tesco stores 2335", "SQUARESPCE INC", "wix", "FACEBK X1", "MAILCHIMP *MONTHLY"]

    assert matched(*reversed(merchants)) == matched(*merchants)
    assert matched(*merchants) == {key: match for one in merchants for key, match in matched(one).items()}


def test_a_merchant_without_letters_is_nobody(matched: Matcher) -> None:
    assert matched("", " ", "***", "4423", "43036690", "\N{ZERO WIDTH SPACE}") == {}
