"""Which values are understood well enough to be written anew, and which are not."""

from __future__ import annotations

import pytest

from repairs import changes, found, system

EUROS = "organization: {currency: EUR}\n"


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("2026/11/21", "2026-11-21"),
        ("21.11.2026", "2026-11-21"),
        ("03.04.2026", "2026-04-03"),
        ("21 Nov 2026", "2026-11-21"),
        ("'November 21, 2026'", "2026-11-21"),
        ("2026-11-21T09:30:00Z", "2026-11-21"),
        ("2026-11-21 09:30", "2026-11-21"),
        ("11/21/2026", "2026-11-21"),
    ],
)
def test_a_date_is_written_as_the_language_has_it(written: str, right: str) -> None:
    assert changes(system(f"since: {written}")) == [("dates", written.strip("'"), right)]


@pytest.mark.parametrize("written", ["03/04/2026", "3-4-2026", "2026", "November 2026", "30.02.2026", "soon"])
def test_a_date_that_may_be_two_or_none_is_left(written: str) -> None:
    assert changes(system(f"since: '{written}'")) == []


def test_other_dates_of_a_document_decide_what_comes_first() -> None:
    day_first = system("since: 03/04/2026, ends: 21/11/2026")
    month_first = system("since: 03/04/2026, ends: 11/21/2026")

    assert changes(day_first)[0] == ("dates", "03/04/2026", "2026-04-03")
    assert changes(month_first)[0] == ("dates", "03/04/2026", "2026-03-04")


def test_dates_of_another_document_decide_nothing() -> None:
    other = "systems:\n  mail: {name: Our mail, since: 21/11/2026}\n"

    assert changes(system("since: 03/04/2026"), other) == [("dates", "21/11/2026", "2026-11-21")]


def test_dates_that_disagree_decide_nothing() -> None:
    text = system("since: 03/04/2026, ends: 21/11/2026, end_of_life: 11/21/2026")

    assert [change[1] for change in changes(text)] == ["21/11/2026", "11/21/2026"]


def test_points_say_nothing_of_strokes() -> None:
    assert [change[1] for change in changes(system("since: 03/04/2026, ends: 21.11.2026"))] == ["21.11.2026"]


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("240.000 €", "240000"),
        ("€12k", "12000"),
        ("'240.000,50 EUR'", "240000.5"),
        ("'1,200'", "1200"),
        ("'1,200 USD'", "{amount: 1200, currency: USD}"),
        ("US$ 99.90", "{amount: 99.9, currency: USD}"),
        ("12 000 GBP", "{amount: 12000, currency: GBP}"),
    ],
)
def test_money_is_a_number_with_a_currency_where_that_is_not_the_organisations(written: str, right: str) -> None:
    assert changes(EUROS + system(f"cost: {{annual: {written}}}")) == [("money", written.strip("'"), right)]


@pytest.mark.parametrize(
    "written", ["about 12k", "free", "none", "10-20k €", "12 € per user", "1.200 KWD", "12 000 kr", "lots", "'-5 €'"]
)
def test_money_that_is_no_sure_amount_is_left(written: str) -> None:
    assert changes(EUROS + system(f"cost: {{annual: {written}}}")) == []


def test_a_sign_that_the_organisations_currency_shares_tells_nothing() -> None:
    text = system("cost: {annual: $1200}")

    assert changes("organization: {currency: CAD}\n" + text) == []
    assert changes("organization: {currency: USD}\n" + text) == [("money", "$1200", "1200")]
    assert changes("organization: {currency: CAD}\n" + text.replace("$", "C$")) == [("money", "C$1200", "1200")]


def test_an_amount_with_its_currency_is_mended_part_by_part() -> None:
    text = system("cost: {annual: {amount: '1,200', currency: usd}}")

    assert changes(text) == [("money", "1,200", "1200"), ("money", "usd", "USD")]


@pytest.mark.parametrize(
    ("written", "right"), [("60 days", "60d"), ("3 months", "3mo"), ("90 Tage", "90d"), ("1 year", "1y"), ("8W", "8w")]
)
def test_a_duration_is_written_with_its_unit(written: str, right: str) -> None:
    assert changes(system(f"cost: {{notice: {written}}}")) == [("durations", written, right)]


@pytest.mark.parametrize("written", ["'60'", "soon", "1-2 months"])
def test_a_duration_without_a_unit_is_left(written: str) -> None:
    assert changes(system(f"cost: {{notice: {written}}}")) == []


@pytest.mark.parametrize(
    ("fact", "written", "right"),
    [
        ("security: {sso: %s}", "yes", "true"),
        ("security: {sso: %s}", "No", "false"),
        ("public: %s", "on", "true"),
        ("hosting: %s", "SaaS", "saas"),
        ("hosting: %s", "On Premises", "on-premises"),
        ("hosting: %s", "on-prem", "on-premises"),
        ("lifecycle: %s", "In use", "live"),
        ("lifecycle: %s", "retirring", "retiring"),
        ("privacy: {legal_basis: %s}", "Legitimate interest", "legitimate-interests"),
        ("bought: {how: %s}", "credit card", "card"),
        ("data: {categories: [%s]}", "Job Title", "job_title"),
        ("security: {certifications: [%s]}", "SOC 2", "soc2"),
    ],
)
def test_a_word_is_written_as_the_language_has_it(fact: str, written: str, right: str) -> None:
    assert changes(system(fact % written)) == [("words", written, right)]


@pytest.mark.parametrize(
    "fact",
    [
        "hosting: cloud",
        "lifecycle: legacy",
        "security: {sso: planned}",
        "security: {sso: partly}",
        "data: {categories: [loyalty-points]}",
        "security: {certifications: [our own seal]}",
        "security: {sso: unknown, mfa: TBD}",
    ],
)
def test_a_word_that_is_open_or_ones_own_is_left(fact: str) -> None:
    assert changes(system(fact)) == []


def test_words_of_integrations_are_mended() -> None:
    text = system("public: true") + "integrations:\n- {from: crm, to: crm, direction: One Way, runs: nightly}\n"

    assert changes(text) == [("words", "One Way", "one-way"), ("words", "nightly", "daily")]


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("CRM", "crm"),
        ("Email marketing", "email-marketing"),
        ("email_marketing", "email-marketing"),
        ("web-analytic", "web-analytics"),
    ],
)
def test_a_category_is_found_by_its_name_and_by_a_slip_of_its_id(written: str, right: str) -> None:
    assert changes(system(f"category: {written}")) == [("categories", written, right)]


@pytest.mark.parametrize("written", ["analytics", "marketing", "tool"])
def test_a_category_that_may_be_several_is_left(written: str) -> None:
    assert changes(system(f"category: {written}")) == []


def test_a_figure_in_words_and_signs_is_a_number() -> None:
    assert changes(system("cost: {seats: '1,200'}, service: {uptime: '99,9 %'}")) == [
        ("numbers", "1,200", "1200"),
        ("numbers", "99,9 %", "99.9"),
    ]


def test_a_value_with_an_anchor_or_a_tag_is_left() -> None:
    text = "systems:\n  crm: {name: Our CRM, since: &day 21.11.2026, ends: *day}\n"

    assert found(text) == []
