"""Cells as people type them, and the values of the language that they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stackaudit.sources.importers.cells.cells import understood
from stackaudit.sources.importers.cells.manners import USUAL, Manner
from stackaudit.sources.importers.cells.understanding import NOTHING, Understood
from stackaudit.sources.importers.columns.ways import FIELDS, FLOW_FIELDS, FLOW_WAYS, WAYS
from stackaudit.sources.language.values import reader

if TYPE_CHECKING:
    from stackaudit.model.language.fields import Field


def _meaning(fact: str, cell: object, manner: Manner = USUAL) -> Understood:
    """What is understood of a cell, whether or not it bears its column out."""
    return understood(fact, cell, manner)._replace(fits=False)


def _eur(amount: float) -> dict[str, object]:
    return {"amount": amount, "currency": "EUR"}


def _usd(amount: float) -> dict[str, object]:
    return {"amount": amount, "currency": "USD"}


@pytest.mark.parametrize(
    "cell", ["", "  ", "-", "\u2014", "?", "n/a", "N.A.", "TBD", "tbc", "unknown", "<Owner>", "k. A.", None, [], "null"]
)
@pytest.mark.parametrize("fact", ["name", "cost.annual", "cost.renews", "security.sso", "owner.business", "regions"])
def test_a_cell_that_states_nothing(fact: str, cell: object) -> None:
    assert _meaning(fact, cell) == NOTHING


@pytest.mark.parametrize(
    ("cell", "amount"),
    [
        ("€1.200,50", _eur(1200.5)),
        ("1,200 USD", _usd(1200)),
        ("$12k", _usd(12_000)),
        ("12,5k€", _eur(12_500)),
        ("12 T€", _eur(12_000)),
        ("1.2M", 1_200_000),
        ("0,5 Mio. €", _eur(500_000)),
        ("1200", 1200),
        (1200, 1200),
        (99.9, 99.9),
        ("1.200", 1200),
        ("1 200,00 €", _eur(1200)),
        ("€ 1.200,- p.a.", _eur(1200)),
        ("12'000 CHF / year", {"amount": 12_000, "currency": "CHF"}),
        ("1200 per month", 14_400),
        ("$99.90/mo", _usd(1198.8)),
        ("2.1k per month USD", _usd(25_200)),
        ("100 €/Monat", _eur(1200)),
        ("EUR 300 quarterly", _eur(1200)),
        ("5.000,00 € jährlich", _eur(5000)),
        ("free", 0),
        ("Kostenlos", 0),
        ("$0.00", 0),
    ],
)
def test_money_a_year(cell: object, amount: object) -> None:
    assert _meaning("cost.annual", cell) == Understood(amount)


def test_a_price_a_month_is_twelve_times_that_a_year() -> None:
    assert _meaning("cost.monthly", "€119.99") == Understood(_eur(1439.88))


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        ("$12/user/month", "a price for each, not for all"),
        ("10k-20k", "not an amount of money"),
        ("one-time 5,000", "paid once, not every year"),
        ("included in Microsoft 365", "not an amount of money"),
        ("-100", "not an amount that could be a yearly cost"),
        ("see contract", "not an amount of money"),
        ("9" * 30, "not an amount of money"),
    ],
)
def test_money_that_is_not_understood(cell: str, why: str) -> None:
    assert _meaning("cost.annual", cell) == Understood(why=why)


@pytest.mark.parametrize("cell", ["~5k", "ca. 5.000", "approx 5000", "about 5,000"])
def test_money_that_is_said_to_be_about_so_much(cell: str) -> None:
    assert _meaning("cost.annual", cell) == Understood(5000, "said to be about that much")


def test_crowns_do_not_say_of_which_country() -> None:
    assert _meaning("cost.annual", "12 000 kr") == Understood(12_000, "in crowns of which it does not say")


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2027-03-31", "2027-03-31"),
        ("31.03.2027", "2027-03-31"),
        ("31/03/2027", "2027-03-31"),
        ("1 Mar 2027", "2027-03-01"),
        ("March 1st, 2027", "2027-03-01"),
        ("1. März 2027", "2027-03-01"),
        ("2027-03-31T00:00:00Z", "2027-03-31"),
        ("renews 2027-03-31", "2027-03-31"),
        ("46112", "2026-03-31"),
    ],
)
def test_days(cell: str, day: str) -> None:
    assert _meaning("cost.renews", cell) == Understood(day)


@pytest.mark.parametrize("cell", ["Q3 2026", "March 2027", "2027", "early 2027", "01.01.2026 - 31.12.2026"])
def test_what_names_no_single_day(cell: str) -> None:
    assert _meaning("cost.renews", cell) == Understood(why="names no single day")


def test_a_day_that_could_be_a_month_is_doubted_where_nothing_tells() -> None:
    assert _meaning("cost.renews", "04/05/2027", USUAL._replace(sure_order=False)) == Understood(
        "2027-05-04", "`04/05/2027` read day first"
    )
    assert _meaning("cost.renews", "04/04/2027", USUAL._replace(sure_order=False)) == Understood("2027-04-04")


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        ("2024-05-12", Understood("2024-05-12")),
        ("signed 12 May 2024", Understood("2024-05-12")),
        ("no", Understood(value=False)),
        ("nein", Understood(value=False)),
        ("not signed", Understood(value=False)),
        ("yes", Understood(why="says that it was done, not when")),
        ("✓", Understood(why="says that it was done, not when")),
        ("in progress", Understood(why="not a date")),
    ],
)
def test_a_day_or_that_there_was_none(cell: str, meant: Understood) -> None:
    assert _meaning("privacy.agreement", cell) == meant


@pytest.mark.parametrize(
    ("cell", "span"),
    [
        ("60 days", "60d"),
        ("60d", "60d"),
        ("3 months", "3mo"),
        ("3 Monate zum Vertragsende", "3mo"),
        ("90 days' written notice before renewal", "90d"),
        ("1 year", "1y"),
        ("six weeks", "6w"),
        ("one quarter", "3mo"),
        ("2 mois", "2mo"),
    ],
)
def test_durations(cell: str, span: str) -> None:
    assert _meaning("cost.notice", cell) == Understood(span)


def test_a_duration_without_its_unit_takes_that_of_the_heading() -> None:
    assert _meaning("cost.notice", "90") == Understood(why="a number without its unit")
    assert _meaning("cost.notice", "90", USUAL._replace(unit="d")) == Understood("90d")


@pytest.mark.parametrize("cell", ["30-60 days", "see contract", "until 2027", "60 days, or 90 for the API"])
def test_durations_that_are_not_understood(cell: str) -> None:
    assert _meaning("cost.notice", cell) == Understood(why="not a duration")


@pytest.mark.parametrize(
    "cell", ["yes", "Y", "TRUE", True, 1, "1", "x", "X", "✓", "✔", "✅", "ja", "J", "oui", "sí", "enabled", "On"]
)
def test_yes(cell: object) -> None:
    assert _meaning("cost.auto_renews", cell) == Understood(value=True)


@pytest.mark.parametrize(
    "cell", ["no", "N", "FALSE", False, 0, "✗", "❌", "☐", "nein", "non", "disabled", "not yet", "none"]
)
def test_no(cell: object) -> None:
    assert _meaning("cost.auto_renews", cell) == Understood(value=False)


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        ("Yes, by card", Understood(value=True, doubt="the source says `Yes, by card`")),
        ("No - until 2027", Understood(value=False, doubt="the source says `No - until 2027`")),
        ("yes, partly", Understood(why="yes, and yet not quite")),
        ("partially", Understood(why="neither yes nor no")),
        ("maybe", Understood(why="neither yes nor no")),
    ],
)
def test_yes_and_no_with_more_words(cell: str, meant: Understood) -> None:
    assert _meaning("cost.auto_renews", cell) == meant


@pytest.mark.parametrize(
    "cell",
    [
        "SAML",
        "OIDC",
        "Okta",
        "Azure AD",
        "Entra ID",
        "Google SSO",
        "SSO with Google",
        "Yes (Okta)",
        "yes",
        "SAML 2.0",
        True,
    ],
)
def test_single_sign_on(cell: object) -> None:
    assert _meaning("security.sso", cell) == Understood(value=True)


@pytest.mark.parametrize(
    "cell",
    ["email and password", "SWA", "Passwort", "local accounts", "no", "none", "No SSO", "Username/password", False],
)
def test_no_single_sign_on(cell: object) -> None:
    assert _meaning("security.sso", cell) == Understood(value=False)


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        ("SWA/SAML", "names several ways to sign in"),
        ("SAML for staff, password for agencies", "names several ways to sign in"),
        ("SAML (planned)", "does not say that it is in use"),
        ("SSO available on the enterprise plan", "does not say that it is in use"),
        ("LDAP", "not a way to sign in that is known here"),
        ("AWS IAM", "not a way to sign in that is known here"),
    ],
)
def test_ways_to_sign_in_that_leave_it_open(cell: str, why: str) -> None:
    assert _meaning("security.sso", cell) == Understood(why=why)


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        ("enforced", Understood(value=True)),
        ("Authenticator app", Understood(value=True)),
        ("via Okta", Understood(why="neither yes nor no")),
        ("MFA via SSO", Understood(value=True)),
        ("via SSO", Understood(why="neither yes nor no")),
        ("optional", Understood(why="does not say that it is needed")),
        ("no", Understood(value=False)),
    ],
)
def test_a_second_factor(cell: str, meant: Understood) -> None:
    assert _meaning("security.mfa", cell) == meant


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        ("Mission critical", Understood("critical")),
        ("HIGH", Understood("high")),
        ("mittel", Understood("medium")),
        ("Tier 3 / Non-critical", Understood("low")),
        ("TIer 3 / Non-critical", Understood("low")),
        ("Tier 3 Non-Critical", Understood("low")),
        ("1 - Critical", Understood("critical")),
        ("P2 (high)", Understood("high")),
        ("Tier 1 Product", Understood("critical", "the source says `Tier 1 Product`")),
        ("Tier 2", Understood("high", "the source says `Tier 2`")),
        ("Tier III", Understood("medium", "the source says `Tier III`")),
        ("business critical", Understood("critical", "`business critical` read as critical")),
        ("Tier 9", Understood(why="not a word that is known here")),
        ("depends", Understood(why="not a word that is known here")),
    ],
)
def test_criticality(cell: str, meant: Understood) -> None:
    assert _meaning("service.criticality", cell) == meant


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        ("✅ 12.01.2024", Understood("2024-01-12")),
        ("Yes - 20/06/2024", Understood("2024-06-20")),
        ("❌", Understood(value=False)),
        ("✓", Understood(why="says that it was done, not when")),
    ],
)
def test_a_day_or_no_with_signs(cell: str, meant: Understood) -> None:
    assert _meaning("privacy.agreement", cell) == meant


def test_tiers_begin_at_zero_where_the_column_has_a_zero() -> None:
    assert _meaning("service.criticality", "Tier 1", USUAL._replace(top_tier=0)).value == "high"


@pytest.mark.parametrize(
    ("fact", "cell", "value"),
    [
        ("lifecycle", "In use", "live"),
        ("lifecycle", "Pilot", "evaluating"),
        ("lifecycle", "Deprecated", "retiring"),
        ("lifecycle", "Being phased out", "retiring"),
        ("lifecycle", "stillgelegt", "retired"),
        ("lifecycle", "Not approved", "rejected"),
        ("hosting", "SaaS", "saas"),
        ("hosting", "On-Prem", "on-premises"),
        ("hosting", "Self hosted", "on-premises"),
        ("hosting.saas", "yes", "saas"),
        ("bought.how", "Corporate credit card", "card"),
        ("bought.how", "PO", "invoice"),
        ("bought.how", "AWS Marketplace", "marketplace"),
        ("environment", "Prod", "production"),
        ("privacy.legal_basis", "Art. 6(1)(f) GDPR", "legitimate-interests"),
        ("service.support", "Vendor", "vendor"),
        ("method", "REST API", "api"),
        ("method", "CSV via SFTP", "file"),
        ("direction", "Bidirectional", "two-way"),
        ("runs", "nightly", "daily"),
        ("runs", "every 2 days", "2d"),
        ("cost.period", "Monthly", "12"),
        ("url", "[Login](https://acme.example.com/login)", "https://acme.example.com/login"),
        ("url", "app.example.com", "app.example.com"),
        ("public", "Customer-facing", True),
        ("public", "internal", False),
        ("public", "Employee and customer", True),
        ("data.records", "1.2M", 1_200_000),
        ("cost.seats", "1.200", 1200),
        ("cost.seats", "120 users", 120),
        ("service.uptime", "99.9%", 99.9),
        ("data.retention", "indefinitely", False),
        ("data.retention", "36 months", "36mo"),
        ("description", "A `good` **tool**,\nsee [wiki](https://wiki.example.com)", "A good tool, see wiki"),
    ],
)
def test_words_and_figures(fact: str, cell: str, value: object) -> None:
    assert _meaning(fact, cell) == Understood(value)


@pytest.mark.parametrize(
    ("fact", "cell", "meant"),
    [
        ("lifecycle", "Legacy", Understood("retiring", "`legacy` read as retiring")),
        ("lifecycle", "Depricated", Understood("retiring", "`Depricated` read as retiring")),
        ("lifecycle", "Active (since 2021)", Understood("live", "the source says `Active (since 2021)`")),
        ("lifecycle", "Active / Sunset", Understood(why="means several things")),
        ("hosting", "Cloud", Understood("saas", "`cloud` read as saas")),
        ("hosting.saas", "no", Understood(why="says only that it is no SaaS")),
        ("service.is_critical", "no", Understood(why="says only that it is not critical")),
        ("public", "Employee and Vendor", Understood(why="not clear who sees it")),
        ("cost.seats", "unlimited", Understood(why="not a number")),
        ("cost.seats", "12.5", Understood(why="not a whole number")),
        ("cost.seats", "50+", Understood(50, "said to be at least that many")),
        ("url", "ask IT", Understood(why="not a web address")),
        ("fit.business", "7", Understood(why="a number out of bounds")),
        ("bought.it_agreed", "yes", Understood(["it"], teams=("IT",))),
        ("bought.it_agreed", "no", Understood([], "says that IT did not agree; others may have")),
        ("data.personal", "yes", Understood(["user"], "says only that there is personal data")),
        ("data.personal", "no", Understood(why="says only that there is no personal data")),
        ("name", "x" * 130, Understood(why="too long for a name")),
        ("name", {"a": 1}, Understood(why="holds several values")),
    ],
)
def test_what_is_doubtful_or_left_open(fact: str, cell: object, meant: Understood) -> None:
    assert _meaning(fact, cell) == meant


@pytest.mark.parametrize(
    ("fact", "cell", "items"),
    [
        ("data.categories", "Name, email and phone number", ["name", "contact.email", "contact.phone_number"]),
        ("data.categories", "- contact\n- order", ["contact", "order"]),
        ("data.categories", ["email", "E-Mail"], ["contact.email"]),
        ("data.categories", "behavior, cookie_id", ["behavior", "device.cookie_id"]),
        ("data.categories", "Kontaktdaten; Rechnungen", ["contact", "invoice"]),
        ("data.subjects", "Customers & employees", ["customer", "employee"]),
        ("regions", "EU / US", ["eu", "us"]),
        ("regions", "Germany (Frankfurt)", ["de"]),
        ("regions", "Deutschland, Irland", ["de", "ie"]),
        ("security.certifications", "SOC 2 Type II, ISO 27001:2022", ["soc2", "iso27001"]),
        ("security.certifications", "none", []),
        ("security.encrypted", "at rest and in transit", ["at-rest", "in-transit"]),
        ("aliases", "SFDC, Sales Cloud", ["SFDC", "Sales Cloud"]),
    ],
)
def test_lists(fact: str, cell: object, items: list[str]) -> None:
    assert _meaning(fact, cell) == Understood(items)


def test_what_is_left_of_a_list_is_told() -> None:
    meant = _meaning("data.categories", "orders, shoe size")

    assert meant == Understood(["order"], "not understood: shoe size", left="shoe size")


def test_a_sentence_is_no_list_although_it_has_words_of_one() -> None:
    cell = "Contracts are sent with it, email addresses, none of which are kept in the tool itself"

    assert _meaning("data.categories", cell) == Understood(why="more than a list of words")


@pytest.mark.parametrize("way", [*WAYS, *FLOW_WAYS])
@given(
    st.one_of(
        st.text(max_size=40),
        st.integers(-5, 10**16),
        st.floats(allow_nan=False, allow_infinity=False),
        st.booleans(),
        st.lists(st.text(max_size=8), max_size=3),
        st.sampled_from(
            ["1.234,5 k€ / month", "3 Monate", "yes - no", "a@b.example", "Tier 2", "01/02/03", "EU; US; and"]
        ),
    )
)
def test_whatever_is_understood_is_accepted_by_the_language(way: str, cell: object) -> None:
    fact = (WAYS.get(way) or FLOW_WAYS[way]).fact

    value = understood(way, cell).value

    if value is not None and fact not in _RESOLVED_LATER and not (WAYS.get(way) or FLOW_WAYS[way]).beside:
        reader(_field(fact, of_flows=way not in WAYS), ())(value)


_RESOLVED_LATER = frozenset({"category", "integrations"})
"""Words that the catalogue, or the other systems, must resolve."""


def _field(fact: str, *, of_flows: bool) -> Field:
    return FLOW_FIELDS[fact] if of_flows else FIELDS[fact]
