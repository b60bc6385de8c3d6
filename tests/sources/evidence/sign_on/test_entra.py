from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from stackaudit.sources.evidence.reader import Content
from stackaudit.sources.evidence.sign_on import ENTRA
from stackaudit.sources.evidence.tables import read_tables

SHARED = Path(__file__).parents[5] / "shared" / "data" / "idp" / "entra-service-principals-shape.json"
MICROSOFT = "f8cdef31-a31e-4b4a-93e4-5f571e91255a"
ID = "11111111-2222-3333-4444-55555555555"


def principal(name: object = "Miro", number: int = 0, **changes: object) -> dict[str, object]:
    return {"id": f"object-{number}", "appId": f"{ID}{number}", "displayName": name, "accountEnabled": True, **changes}


def grant(number: int, scope: object, user: object, consent: str = "Principal") -> dict[str, object]:
    return {"clientId": f"object-{number}", "consentType": consent, "principalId": user, "scope": scope}


def content(value: object) -> Content:
    return Content("entra.json", ".json", json.dumps(value))


def table(text: str) -> Content:
    return Content("apps.csv", ".csv", text, read_tables("apps.csv", ".csv", text))


def test_a_service_principal_is_a_sign_on_with_the_id_of_its_app() -> None:
    reading = ENTRA.read(content({"value": [principal(createdDateTime="2024-05-06T07:08:09Z")]}))

    ((trace),) = reading.traces
    assert ENTRA.claims(content({"value": [principal()]}))
    assert (trace.kind, trace.text, trace.key) == ("sign-on", "Miro", f"{ID}0")
    assert (trace.on, trace.users, trace.risk) == (None, None, "")


def test_grants_are_joined_to_their_principals() -> None:
    report = {
        "servicePrincipals": [principal("Miro", 0), principal("Quiet", 1)],
        "oauth2PermissionGrants": [
            grant(0, " openid Mail.ReadWrite", "jo"),
            grant(0, "User.Read", "jo"),
            grant(0, "User.Read", "kim"),
        ],
    }

    reading = ENTRA.read(content(report))

    miro, quiet = reading.traces
    assert (miro.kind, miro.times, miro.users, miro.risk) == ("grant", 3, 2, "modify")
    assert miro.scopes == ("Mail.ReadWrite", "User.Read", "openid")
    assert (quiet.kind, quiet.users, quiet.scopes) == ("sign-on", None, ())


def test_what_powershell_writes_is_read_alike() -> None:
    report = [
        {"ObjectId": "o", "AppId": f"{ID}0", "DisplayName": "Miro", "AppOwnerTenantId": None, "AccountEnabled": True},
        {"ObjectId": "p", "AppId": f"{ID}1", "DisplayName": "Office", "AppOwnerTenantId": MICROSOFT},
        {"ClientId": "o", "ConsentType": "Principal", "PrincipalId": "jo", "Scope": "Files.Read.All"},
    ]

    reading = ENTRA.read(content(report))

    ((trace),) = reading.traces
    assert ENTRA.claims(content(report))
    assert (trace.text, trace.users, trace.scopes) == ("Miro", 1, ("Files.Read.All",))
    assert reading.notes == ("Left aside: apps of Microsoft itself (1).",)


def test_consent_for_everybody_says_no_number_of_users() -> None:
    reading = ENTRA.read(content([principal(), grant(0, "Files.Read.All", None, "AllPrincipals")]))

    assert (reading.traces[0].users, reading.traces[0].risk) == (None, "read-sensitive")


def test_grants_without_their_principals_are_told() -> None:
    grants = content({"value": [grant(3, "Mail.Read", "jo"), grant(3, "Mail.Send", "kim")]})

    reading = ENTRA.read(grants)

    assert ENTRA.claims(grants)
    assert (reading.traces, reading.rows, reading.skipped) == ([], 1, 1)
    told = "Left aside: apps that grants name by id alone, as the same file lists no service principals (1)."
    assert reading.notes == (told,)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"appOwnerOrganizationId": MICROSOFT}, "apps of Microsoft itself"),
        ({"appOwnerOrganizationId": MICROSOFT.upper()}, "apps of Microsoft itself"),
        ({"servicePrincipalType": "ManagedIdentity"}, "managed identities"),
        ({"accountEnabled": False}, "apps that are not active"),
        ({"displayName": None}, "what has no name or no id"),
        ({"displayName": ["x"]}, "what has no name or no id"),
    ],
)
def test_what_is_no_app_of_others_is_left_aside(changes: dict[str, object], reason: str) -> None:
    reading = ENTRA.read(content([principal(**changes), principal("Miro", 1)]))

    assert [trace.text for trace in reading.traces] == ["Miro"]
    assert reading.notes == (f"Left aside: {reason} (1).",)


def test_sign_ins_count_people_and_tell_the_last_day() -> None:
    def sign_in(user: str, time: str, error: int = 0) -> dict[str, object]:
        said = {"appId": f"{ID}0", "appDisplayName": "Miro", "userPrincipalName": user, "createdDateTime": time}
        return {**said, "userDisplayName": "Jo", "status": {"errorCode": error}}

    log = content(
        {
            "value": [
                sign_in("jo@example.com", "2026-03-01T10:00:00Z"),
                sign_in("jo@example.com", "2026-04-02T10:00:00Z"),
                sign_in("kim@example.com", "2026-02-01T10:00:00Z"),
                sign_in("lee@example.com", "2026-05-01T10:00:00Z", error=50126),
            ],
        },
    )

    reading = ENTRA.read(log)

    ((trace),) = reading.traces
    assert (trace.times, trace.users, trace.on) == (3, 2, date(2026, 4, 2))
    assert reading.notes == ("Left aside: sign-ins that failed (1).",)
    assert "example.com" not in reading.document.text
    assert '"Jo"' not in reading.document.text


def test_a_report_counts_only_permissions_that_somebody_consented_to() -> None:
    permissions = [
        {"RoleDisplayName": "Mail.ReadWrite", "IsAdminConsented": False},
        {"RoleDisplayName": "User.Read.All", "IsAdminConsented": True},
        "odd",
    ]
    report = {"risky": [{"AppId": f"{ID}0", "DisplayName": "Miro", "Permissions": permissions}]}

    ((trace),) = ENTRA.read(content(report)).traces

    assert (trace.kind, trace.scopes, trace.risk) == ("grant", ("User.Read.All",), "read-sensitive")


def test_permissions_that_an_app_offers_are_none_that_it_has() -> None:
    ((trace),) = ENTRA.read(content([principal(oauth2PermissionScopes=[{"value": "Mail.ReadWrite"}])])).traces

    assert (trace.kind, trace.scopes) == ("sign-on", ())


def test_apps_of_one_name_stand_at_their_own_lines() -> None:
    apps = [principal("Miro", 0, appDisplayName="Miro"), principal("Miro", 1, appDisplayName="Miro")]
    written = Content("entra.json", ".json", json.dumps({"value": apps}, indent=1))

    assert [(trace.key[-1], trace.place.line) for trace in ENTRA.read(written).traces] == [("0", 6), ("1", 13)]


def test_the_portals_table_is_read() -> None:
    text = (
        "id,displayName,appId,homepage,createdDateTime,applicationType,accountEnabled,appOwnerOrganizationId\n"
        f"object-0,Miro,{ID}0,https://miro.example,1/2/2024,Enterprise Application,True,\n"
        f"object-1,Off,{ID}1,,1/2/2024,Enterprise Application,False,\n"
        f"object-2,Office,{ID}2,,1/2/2024,Microsoft Application,True,{MICROSOFT}\n"
    )

    reading = ENTRA.read(table(text))

    assert ENTRA.claims(table(text))
    assert [(trace.text, trace.key, str(trace.place)) for trace in reading.traces] == [
        ("Miro", f"{ID}0", "apps.csv:2:1")
    ]
    assert reading.document.line(2) == f"Miro, {ID}0, True"
    assert (reading.rows, reading.skipped) == (3, 2)


def test_a_table_of_permissions_gives_one_grant_for_each_app() -> None:
    text = (
        "PermissionType,ClientObjectId,ClientDisplayName,ResourceDisplayName,Permission,ConsentType,PrincipalDisplayName\n"
        f"Delegated,{ID}0,Miro,Microsoft Graph,User.Read,Principal,Jo Example\n"
        f"Delegated,{ID}0,Miro,Microsoft Graph,Mail.Send,Principal,Kim Example\n"
    )

    reading = ENTRA.read(table(text))

    ((trace),) = reading.traces
    assert ENTRA.claims(table(text))
    assert (trace.kind, trace.users, trace.scopes, trace.risk) == ("grant", 2, ("Mail.Send", "User.Read"), "modify")
    assert "Example" not in reading.document.text


def test_a_table_of_sign_ins_counts_people_not_lines() -> None:
    text = (
        "Date (UTC),User,Username,Application,Application ID,Status\n"
        f"2026-03-04T05:06:07Z,Jo Example,jo@example.com,Miro,{ID}0,Success\n"
        f"2026-03-05T05:06:07Z,Jo Example,jo@example.com,Miro,{ID}0,Success\n"
        f"2026-03-06T05:06:07Z,Kim Example,kim@example.com,Miro,{ID}0,Failure\n"
    )

    reading = ENTRA.read(table(text))

    ((trace),) = reading.traces
    assert (trace.kind, trace.times, trace.users, trace.on) == ("sign-on", 2, 1, date(2026, 3, 5))
    assert "Example" not in reading.document.text
    assert "@" not in reading.document.text


@pytest.mark.skipif(not SHARED.exists(), reason="the shared data is not here")
def test_a_real_report_gives_each_app_once() -> None:
    shared = Content("entra.json", ".json", SHARED.read_text(encoding="utf-8-sig"))

    reading = ENTRA.read(shared)

    assert ENTRA.claims(shared)
    assert [(trace.text, trace.key[:8], trace.times, trace.risk) for trace in reading.traces] == [
        ("JohnSP", "76e2fe6c", 1, ""),
        ("Test Application", "29730b8b", 1, ""),
        ("Test 3rd Party App", "6350d468", 1, ""),
        ("Test Application", "11904e76", 1, "read-sensitive"),
        ("Test 3rd Party App", "63501234", 1, "read-sensitive"),
        ("Test Service Principal", "03b07b79", 1, "read-sensitive"),
        ("Office 365 Exchange Online", "00000002", 2, ""),
    ]
    assert (reading.rows, reading.skipped) == (8, 0)
