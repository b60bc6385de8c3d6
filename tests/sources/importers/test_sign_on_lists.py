"""Lists of apps of identity providers, as a first inventory."""

from __future__ import annotations

import json

import pytest

from sources.importers.drafted import content, draft, facts, read, sample, told
from stackaudit.sources.importers.sign_on_lists import SIGN_ON_LIST
from stackaudit.sources.importers.sign_on_modes import meaning_of

FIRST, SECOND = "6f0b1c9e-2f0d-4f0a-9f65-1d6a51d0a001", "6f0b1c9e-2f0d-4f0a-9f65-1d6a51d0a002"


def test_apps_of_okta_say_how_people_sign_in() -> None:
    imported = SIGN_ON_LIST.read(sample("sign-on-list--okta.json"))

    assert facts(imported) == {
        "Salesforce": {"name": "Salesforce", "security.sso": True},
        "Trello": {"name": "Trello", "security.sso": False},
        "Tide tables": {"name": "Tide tables"},
        "Night job": {"name": "Night job"},
    }
    assert draft(imported, "Trello").doubts == {
        "security.sso": "BROWSER_PLUGIN: a password that the identity provider fills in"
    }
    assert told(draft(imported, "Tide tables").remarks) == [("sign-on mode", "BOOKMARK", 4, "")]
    assert told(imported.remarks) == [
        ("rows", "apps that are not active (1)", 1, "left aside"),
        ("rows", "apps of Okta itself (1)", 1, "left aside"),
    ]
    assert imported.rows == 6


def test_a_table_of_entra_names_nobody_and_leaves_microsofts_own_apps_out() -> None:
    imported = SIGN_ON_LIST.read(sample("sign-on-list--entra.csv"))

    assert facts(imported) == {
        FIRST: {"name": "HubSpot", "security.sso": True},
        SECOND: {"name": "Parcel Desk", "security.sso": False},
    }
    assert "person-0" not in str(imported)
    assert told(imported.remarks) == [
        ("rows", "apps of Microsoft itself (1)", 1, "left aside"),
        ("rows", "rows of apps that are not active, or of sign-ins that failed (1)", 1, "left aside"),
    ]
    assert imported.left == {"appId": 4, "accountEnabled": 4, "appOwnerOrganizationId": 4, "ownerEmail": 2}


def test_first_party_apps_are_known_by_their_ids_where_nobody_says_whose_they_are() -> None:
    apps = [
        {"appId": "00000003-0000-0000-c000-000000000000", "displayName": "Graph"},
        {"appId": FIRST, "displayName": "X"},
    ]

    imported = read(SIGN_ON_LIST, json.dumps(apps), ".json")

    assert facts(imported) == {FIRST: {"name": "X"}}
    assert told(imported.remarks) == [("rows", "apps of the provider itself, by their ids (1)", 1, "left aside")]


def test_the_clients_of_one_app_at_google_are_one_system() -> None:
    imported = SIGN_ON_LIST.read(sample("sign-on-list--google.csv"))

    assert facts(imported) == {"Slack": {"name": "Slack"}, "Typeform": {"name": "Typeform"}}
    assert told(draft(imported, "Slack").remarks) == [("users", "41", 2, "")]


def test_an_app_with_two_ways_to_sign_in_states_neither() -> None:
    apps = [
        {"label": "Wiki", "name": "wiki", "signOnMode": "SAML_2_0", "status": "ACTIVE"},
        {"label": "Wiki", "name": "wiki_old", "signOnMode": "BROWSER_PLUGIN", "status": "ACTIVE"},
    ]

    imported = read(SIGN_ON_LIST, json.dumps(apps), ".json")

    assert facts(imported) == {"Wiki": {"name": "Wiki"}, "Wiki (2)": {"name": "Wiki"}}
    assert told(draft(imported, "Wiki").remarks) == [
        ("sign-on mode", "SAML_2_0; BROWSER_PLUGIN", 1, "several ways to sign in")
    ]


@pytest.mark.parametrize(
    ("mode", "meant"),
    [
        ("SAML_2_0", True),
        ("oidc", True),
        ("SECURE_PASSWORD_STORE", False),
        ("BOOKMARK", None),
        ("linked", None),
        ("", None),
    ],
)
def test_modes_mean_single_sign_on_or_not(mode: str, meant: bool | None) -> None:
    assert meaning_of(mode).value is meant


@pytest.mark.parametrize(
    "text",
    ["Tool,Owner,Users\nCRM,Sales,12\n", "App,Client ID,Cost\nCRM,none,12\n", '[{"label": "x", "signOnMode": 1}'],
)
def test_lists_that_no_provider_wrote_are_not_claimed(text: str) -> None:
    assert not SIGN_ON_LIST.claims(content(text, ".csv"))
