from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stackaudit.model.problems import Problems
from stackaudit.sources.evidence.name_lists import NAME_LIST
from stackaudit.sources.evidence.reader import Content, Reader
from stackaudit.sources.evidence.sign_on import APP_LIST, ENTRA, GOOGLE_TOKENS, OKTA, PASSWORDS
from stackaudit.sources.evidence.tables import read_tables

READERS = (OKTA, ENTRA, GOOGLE_TOKENS, APP_LIST, PASSWORDS, NAME_LIST)
SAMPLES: dict[str, object] = {
    "okta": [{"name": "slack", "label": "Slack", "status": "ACTIVE", "signOnMode": "SAML_2_0"}],
    "entra": {
        "value": [{"id": "o", "appId": "a", "displayName": "Miro", "status": {"errorCode": 0}, "userId": "u"}],
        "grants": [{"clientId": "o", "consentType": "Principal", "principalId": "u", "scope": "Mail.Read openid"}],
        "risky": [{"AppId": "b", "DisplayName": "X", "Permissions": [{"RoleDisplayName": "Mail.Send"}]}],
    },
    "google": {
        "items": [
            {
                "id": {"time": "2026-03-04T05:06:07Z", "applicationName": "token"},
                "actor": {"email": "jo@example.com"},
                "events": [
                    {"name": "authorize", "parameters": [{"name": "app_name", "value": "Miro"}, {"name": "scope"}]},
                ],
            },
            {"displayText": "Miro", "clientId": "c", "scopes": ["openid"], "userKey": "1"},
        ],
    },
    "passwords": {"items": [{"name": "Miro", "login": {"password": "p", "uris": [{"uri": "https://miro.com"}]}}]},
}
ODD = st.sampled_from(
    [None, True, -1, 1e308, "", "\x1b]0;x\x07", "\ud800", "x" * 1_000, [], {}, [[[[[]]]]], {"value": []}]
)


@st.composite
def mangled(draw: st.DrawFn) -> object:
    """A sample with odd values in some of its places."""

    def walk(value: object) -> object:
        if draw(st.integers(0, 5)) == 0:
            return draw(ODD)
        if isinstance(value, dict):
            return {key: walk(item) for key, item in value.items()}
        return [walk(item) for item in value] if isinstance(value, list) else value

    return walk(SAMPLES[draw(st.sampled_from(sorted(SAMPLES)))])


@given(mangled())
def test_values_of_wrong_types_raise_nothing_and_are_accounted_for(value: object) -> None:
    content = Content("x.json", ".json", json.dumps(value))

    for reader in READERS:
        reader.claims(content)
        reading = reader.read(content)

        assert reading.skipped <= reading.rows
        assert all(trace.text and len(trace.text) <= 300 and trace.place.line >= 1 for trace in reading.traces)
        assert all(trace.text.encode() for trace in reading.traces)


@given(st.lists(st.lists(st.text(max_size=20), min_size=1, max_size=4), min_size=1, max_size=6))
def test_any_table_is_read(rows: list[list[str]]) -> None:
    text = "\n".join(";".join(row) for row in rows)
    try:
        table = read_tables("x.csv", ".csv", text)
    except Problems:
        return
    content = Content("x.csv", ".csv", text, table)

    for reader in (ENTRA, GOOGLE_TOKENS, APP_LIST, PASSWORDS, NAME_LIST):
        if table is not None or reader.claims(content):
            reading = reader.read(content)
            assert reading.skipped + len(reading.traces) <= reading.rows


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
def test_json_that_is_nested_too_deeply_is_one_problem(reader: Reader) -> None:
    begin = '{"signOnMode": 1, "appId": 1, "app_name": 1, "password": '
    content = Content("x.json", ".json", begin + "[" * 200_000)

    if reader in {APP_LIST, NAME_LIST}:
        assert not reader.claims(content)
        return
    with pytest.raises(Problems) as raised:
        reader.claims(content)

    assert len(raised.value.problems) == 1


def test_json_that_is_nested_deeply_gives_nothing() -> None:
    content = Content("x.json", ".json", '[{"appId": "a", "displayName": "Miro", "x":' + "[" * 400 + "]" * 400 + "}]")

    assert [trace.text for trace in ENTRA.read(content).traces] == ["Miro"]
    assert not OKTA.claims(content)
