from __future__ import annotations

import pytest

from stackaudit.analysis.matching.apps import is_first_party, match_apps
from stackaudit.model.marks import CatalogueMarks
from stackaudit.model.matches import Match, Sureness
from stackaudit.sources.catalogue import read_catalogue

CATALOGUE = read_catalogue()
MICROSOFT = "00000003-0000-0000-c000-000000000000"
MARKS = CatalogueMarks(
    hosts={"mailchimp.com": "mailchimp", "doubleclick.net": "company:google"},
    apps={"myboards": "miro"},
    app_keys={"zoomus": "zoom"},
    first_party=frozenset({MICROSOFT}),
)
OWN = {"Fjord ERP": "erp", "Slack": "chat", "Nordlicht": "nordlicht"}


def match(name: str, key: str = "") -> tuple[str, str, str] | None:
    found = match_apps([(name, key)], CATALOGUE, MARKS, OWN).get((name, key))
    return (found.target, found.sureness.word, found.why) if found else None


@pytest.mark.parametrize(
    ("name", "key", "found"),
    [
        ("Zoom", "", ("zoom", "certain", "named Zoom")),
        ("Anything", "zoomus", ("zoom", "certain", "app id zoomus")),
        ("My Boards", "", ("miro", "certain", "called My Boards by identity providers")),
        ("HubSpot (EU)", "", ("hubspot-marketing-hub", "certain", "named HubSpot (EU)")),
        ("Mail Chimp", "", ("mailchimp", "certain", "named Mail Chimp")),
        ("fjord-erp", "", ("system:erp", "certain", "named in the inventory")),
        ("Adobe", "", ("vendor:Adobe", "likely", "named like the vendor Adobe")),
    ],
)
def test_a_name_or_a_key_that_is_known_is_matched(name: str, key: str, found: tuple[str, str, str]) -> None:
    assert match(name, key) == found


def test_the_inventorys_own_name_wins_over_the_catalogue_and_keys() -> None:
    assert match("Slack", "zoomus") == ("system:chat", "certain", "named in the inventory")


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("Asana SAML", "asana"),
        ("Asana - SSO", "asana"),
        ("[PROD] Asana", "asana"),
        ("SSO - Asana", "asana"),
        ("Asana Staging 2", "asana"),
        ("asana-prod", "asana"),
        ("asana_test.eu", "asana"),
        ("Atlassian Jira Cloud", "jira"),
        ("Zoom for Outlook", "zoom"),
        ("Mailchimp by Intuit", "mailchimp"),
        ("Notion Web Clipper", "notion"),
        ("Fjord ERP test", "system:erp"),
        ("Slack (prod)", "system:chat"),
    ],
)
def test_instances_protocols_and_add_ins_are_of_their_tool(name: str, target: str) -> None:
    found = match(name)

    assert found is not None
    assert found[0] == target
    assert found[1] in {"likely", "certain"}


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Salesforce Marketing Cloud dashboard", ("salesforce-marketing-cloud-engagement", "likely")),
        ("Figma Mirror", ("figma", "guess")),
        ("Adobe Identity Management", ("vendor:Adobe", "guess")),
        ("Customer Portal", None),
        ("Monday Morning Report", None),
        ("Zoom Rooms Scheduling", None),
    ],
)
def test_the_beginning_of_a_name_counts_as_far_as_it_tells(name: str, found: tuple[str, str] | None) -> None:
    matched = match(name)

    assert (matched[:2] if matched else None) == found


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Hootsuit", ("hootsuite", "likely", "spelt like Hootsuite (94)")),
        ("Nordlich", ("system:nordlicht", "likely", "spelt like nordlicht (94)")),
        ("Hotsuyte", None),
        ("Miroo", None),
        ("7shifts9", None),
    ],
)
def test_a_slip_of_the_pen_is_likely_or_a_guess(name: str, found: tuple[str, str, str] | None) -> None:
    assert match(name) == found


def test_a_slip_in_a_name_that_is_less_alike_is_a_guess() -> None:
    found = match("Docusing")

    assert found is not None
    assert found[:2] == ("docusign", "guess")


@pytest.mark.parametrize("key", ["login.mailchimp.com", "mailchimp.com"])
def test_the_host_that_people_sign_in_at_is_likely_its_owners(key: str) -> None:
    assert match("The newsletter thing", key) == ("mailchimp", "likely", "host mailchimp.com")


@pytest.mark.parametrize(
    "name",
    ["", " ", "-", "Intranet", "Test Application", "ad.doubleclick.net", "\u202e\x1b[31m", "(((", "a" * 100_000, "SSO"],
)
def test_a_name_that_nobody_knows_is_not_matched(name: str) -> None:
    assert match(name) is None


@pytest.mark.parametrize("key", [MICROSOFT, MICROSOFT.upper(), f" {MICROSOFT} "])
def test_an_app_of_the_provider_itself_is_no_tool(key: str) -> None:
    assert is_first_party(key, MARKS)
    assert match("Zoom", key) is None


def test_an_app_without_a_key_is_not_the_providers() -> None:
    assert not is_first_party("", MARKS)


def test_the_order_of_apps_changes_nothing() -> None:
    apps = [("Zoom", ""), ("Hootsuit", ""), ("Asana SAML", "x"), ("Nobody", "")]

    one = match_apps(apps, CATALOGUE, MARKS, OWN)
    two = match_apps(reversed(apps), CATALOGUE, MARKS, OWN)

    assert one == two
    assert one["Zoom", ""] == Match("zoom", Sureness.CERTAIN, "named Zoom")
    assert list(one) == apps[:3]
