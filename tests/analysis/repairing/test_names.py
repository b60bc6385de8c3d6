"""Names of products and vendors that are written otherwise than in the catalogue."""

from __future__ import annotations

import pytest

from repairs import changes


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("salesforce sales-cloud", "Salesforce Sales Cloud"),
        ("MAILCHIMP", "Mailchimp"),
        ("Hub Spot Marketing Hub", "HubSpot Marketing Hub"),
        ("Asana, Inc.", "Asana"),
    ],
)
def test_a_product_is_written_as_in_the_catalogue(written: str, right: str) -> None:
    assert changes(f"systems:\n  it: {{name: '{written}'}}\n") == [("names", written, right)]
    assert changes(f"systems:\n  it: '{written}'\n") == [("names", written, right)]


@pytest.mark.parametrize(
    "system",
    [
        "{name: SFDC}",
        "{name: Slack Enterprise Grid}",
        "{name: Mailchimp (newsletter)}",
        "{name: MAILCHIMP, bought: {how: built}}",
        "{name: MAILCHIMP, vendor: Our own shop}",
        "{name: MAILCHIMP, product: Brevo}",
        "{name: Our thing}",
    ],
)
def test_another_name_is_left(system: str) -> None:
    assert changes(f"systems:\n  it: {system}\n") == []


def test_where_a_product_is_stated_its_name_is_mended() -> None:
    assert changes("systems:\n  it: {name: MAILCHIMP, product: mail chimp}\n") == [("names", "mail chimp", "Mailchimp")]


@pytest.mark.parametrize(("written", "right"), [("SALESFORCE INC.", "Salesforce"), ("Atlassian Pty Ltd", "Atlassian")])
def test_a_vendor_is_written_as_in_the_catalogue(written: str, right: str) -> None:
    assert changes(f"systems:\n  it: {{name: Our thing, vendor: {written}}}\n") == [("names", written, right)]


def test_a_name_on_a_list_keeps_the_id_that_is_made_of_it() -> None:
    assert changes("systems: [MAILCHIMP, mail chimp]") == [("names", "MAILCHIMP", "Mailchimp")]
