from __future__ import annotations

import json

import pytest

from stackaudit.sources.evidence.reader import Content
from stackaudit.sources.evidence.readers import READERS
from stackaudit.sources.evidence.tables import read_tables

ID = "11111111-2222-3333-4444-555555555555"
TABLES = {
    "id,displayName,appId\n1,Miro,ID\n2,Slack,ID\n": "entra",
    "App name,ID,Users,Requested services\nMiro,1234.apps.googleusercontent.com,3,Drive\n": "google-tokens",
    "user,clientId,displayText,scopes\njo@example.com,1234.apps.googleusercontent.com,Miro,openid\n": "google-tokens",
    "Application,Users,Last used\nMiro,3,2026-01-01\nSlack,4,2026-01-02\n": "app-list",
    "Application,Vendor,Users,Annual cost,Renewal date\nMiro,Miro,3,100.00,2027-01-01\n": "app-list",
    "App,Vendor,Amount,Date,Users\nMiro,Miro Inc,100.00,2027-01-01,3\n": "app-list",
    "name,url,username,password\nMiro,https://miro.com,jo,hunter2\n": "passwords",
    "Tool\nMiro\nSlack\n": "name-list",
    "Date,Supplier,Amount\n2026-01-01,MIRO,12.00\n2026-01-02,SLACK,13.00\n": "ledger",
}
JSON: list[tuple[object, str]] = [
    ([{"name": "slack", "label": "Slack", "status": "ACTIVE", "signOnMode": "SAML_2_0"}], "okta"),
    ({"value": [{"id": "1", "appId": ID, "displayName": "Miro"}]}, "entra"),
    ([{"displayText": "Miro", "clientId": "c", "scopes": ["openid"]}], "google-tokens"),
    ({"items": [{"name": "Miro", "login": {"password": "p"}}]}, "passwords"),
]


def claimed_by(content: Content) -> list[str]:
    return [name for name, reader in READERS.items() if reader.claims(content)]


@pytest.mark.parametrize(("text", "reader"), TABLES.items())
def test_a_table_is_claimed_by_one_reader(text: str, reader: str) -> None:
    text = text.replace("ID", ID) if reader == "entra" else text

    assert claimed_by(Content("x.csv", ".csv", text, read_tables("x.csv", ".csv", text))) == [reader]


@pytest.mark.parametrize(("value", "reader"), JSON)
def test_json_is_claimed_by_one_reader(value: object, reader: str) -> None:
    assert claimed_by(Content("x.json", ".json", json.dumps(value))) == [reader]


@pytest.mark.parametrize("text", ["[]", "{}", '{"items": []}', '"password"', '[{"name": "x"}]'])
def test_json_of_another_kind_is_claimed_by_none(text: str) -> None:
    assert claimed_by(Content("x.json", ".json", text)) == []
