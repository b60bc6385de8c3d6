from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from stackaudit.sources.evidence.reader import Content
from stackaudit.sources.evidence.sign_on import GOOGLE_TOKENS
from stackaudit.sources.evidence.tables import read_tables

SHARED = Path(__file__).parents[5] / "shared" / "data" / "idp" / "google-token-audit-shape.json"
DRIVE = "https://www.googleapis.com/auth/drive"
CLIENT = "1234-abc.apps.googleusercontent.com"


def activity(
    action: str = "authorize",
    user: str = "jo@example.com",
    time: str = "2026-03-04T05:06:07.000Z",
    app: object = "Miro",
) -> dict[str, object]:
    parameters = [
        {"name": "client_id", "value": CLIENT},
        {"name": "app_name", "value": app},
        {"name": "scope", "multiValue": [DRIVE, "openid"]},
    ]
    return {
        "id": {"time": time, "applicationName": "token"},
        "actor": {"email": user},
        "events": [{"type": "auth", "name": action, "parameters": parameters}],
    }


def content(value: object) -> Content:
    return Content("tokens.json", ".json", json.dumps(value, indent=1))


def table(text: str) -> Content:
    return Content("apps.csv", ".csv", text, read_tables("apps.csv", ".csv", text))


def test_the_audit_gives_one_grant_for_each_app() -> None:
    audit = content(
        {
            "kind": "admin#reports#activities",
            "items": [
                activity(user="jo@example.com", time="2026-03-04T05:06:07.000Z"),
                activity(user="kim@example.com", time="2026-02-04T05:06:07.000Z"),
                activity(user="jo@example.com", time="2026-01-04T05:06:07.000Z"),
            ],
        },
    )

    reading = GOOGLE_TOKENS.read(audit)

    ((trace),) = reading.traces
    assert GOOGLE_TOKENS.claims(audit)
    assert (trace.kind, trace.text, trace.key) == ("grant", "Miro", CLIENT)
    assert (trace.times, trace.users, trace.on) == (3, 2, date(2026, 3, 4))
    assert (trace.scopes, trace.risk) == ((DRIVE, "openid"), "modify")
    assert reading.document.line(trace.place.line).strip() == '"value": "Miro"'
    assert "example.com" not in reading.document.text


def test_a_grant_that_was_taken_back_is_none() -> None:
    audit = [
        activity("revoke", "jo@example.com", "2026-03-05T00:00:00.000Z"),
        activity("authorize", "jo@example.com", "2026-03-04T00:00:00.000Z"),
        activity("authorize", "kim@example.com", "2026-03-01T00:00:00.000Z"),
    ]

    reading = GOOGLE_TOKENS.read(content({"items": audit}))

    assert [(trace.users, trace.times, trace.on) for trace in reading.traces] == [(1, 1, date(2026, 3, 1))]
    assert (reading.rows, reading.skipped) == (3, 2)


def test_a_grant_that_was_given_again_is_one() -> None:
    audit = [activity("revoke", time="2026-03-04T00:00:00.000Z"), activity(time="2026-03-05T00:00:00.000Z")]

    reading = GOOGLE_TOKENS.read(content({"items": audit}))

    assert [(trace.text, trace.users) for trace in reading.traces] == [("Miro", 1)]


def test_an_app_without_a_name_goes_by_its_client() -> None:
    ((trace),) = GOOGLE_TOKENS.read(content([activity(app=None), activity(app="")][:1])).traces

    assert (trace.text, trace.key) == (CLIENT, CLIENT)


def test_tokens_of_users_count_people() -> None:
    def token(user: str) -> dict[str, object]:
        said = {"kind": "admin#directory#token", "displayText": "Miro", "clientId": CLIENT, "userKey": user}
        return {**said, "scopes": ["openid"], "nativeApp": False}

    tokens = content([{"items": [token("1"), token("2")]}, {"items": [token("1")]}])

    reading = GOOGLE_TOKENS.read(tokens)

    ((trace),) = reading.traces
    assert GOOGLE_TOKENS.claims(tokens)
    assert (trace.users, trace.on, trace.risk) == (2, None, "read")


def test_the_consoles_table_is_read() -> None:
    text = (
        "App name,Type,ID,Verified,Users,Requested services,Access\n"
        f"Miro,Web application,{CLIENT},Yes,14,Drive;Gmail,Limited\n"
        "Off,Web application,5678-abc.apps.googleusercontent.com,No,2,Drive,Blocked\n"
    )

    reading = GOOGLE_TOKENS.read(table(text))

    ((trace),) = reading.traces
    assert GOOGLE_TOKENS.claims(table(text))
    assert (trace.kind, trace.text, trace.key, trace.users) == ("grant", "Miro", CLIENT, 14)
    assert (trace.scopes, trace.risk) == (("Drive", "Gmail"), "")
    assert reading.skipped == 1


def test_the_consoles_log_leaves_out_what_was_taken_back() -> None:
    text = (
        "Date,Event,Actor,Application name,Client ID,Scope\n"
        f"2026-01-02T03:04:05Z,Authorize,jo@example.com,Miro,{CLIENT},{DRIVE}\n"
        f"2026-01-03T03:04:05Z,Revoke,kim@example.com,Miro,{CLIENT},\n"
    )

    reading = GOOGLE_TOKENS.read(table(text))

    ((trace),) = reading.traces
    assert GOOGLE_TOKENS.claims(table(text))
    assert (trace.users, trace.on, trace.risk) == (1, date(2026, 1, 2), "modify")
    assert "example.com" not in reading.document.text


def test_parameters_of_wrong_types_are_passed_over() -> None:
    odd: list[object] = [
        {"id": "x", "actor": 5, "events": [{"name": "authorize", "parameters": 7}]},
        {"id": {"applicationName": "token"}, "events": [None, {"parameters": [None, {"name": 3}]}]},
        None,
    ]

    reading = GOOGLE_TOKENS.read(content([*odd, activity()]))

    assert [trace.text for trace in reading.traces] == ["Miro"]
    assert (reading.rows, reading.skipped) == (4, 3)


@pytest.mark.skipif(not SHARED.exists(), reason="the shared data is not here")
def test_a_real_audit_gives_its_apps() -> None:
    shared = Content("google.json", ".json", SHARED.read_text(encoding="utf-8"))

    reading = GOOGLE_TOKENS.read(shared)

    assert GOOGLE_TOKENS.claims(shared)
    assert [(trace.text, trace.users, trace.on, trace.risk) for trace in reading.traces] == [
        ("SuspiciousThirdPartyApp", 1, date(2024, 1, 15), "modify"),
        ("LegitimateCalendarApp", 1, date(2024, 1, 15), "modify"),
        ("AdminToolApp", 1, date(2024, 1, 15), "modify"),
    ]
    assert (reading.rows, reading.skipped) == (4, 1)
