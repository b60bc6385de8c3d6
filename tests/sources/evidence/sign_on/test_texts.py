from __future__ import annotations

import pytest

from stackaudit.sources.evidence.sign_on.texts import app_name, brief, host_of


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (" a \n\t b ", "a b"),
        (5, ""),
        (None, ""),
        (["a"], ""),
        ("x" * 10_000, "x" * 300),
        ("\ud800a", "?a"),
        ("caf\u00e9", "caf\u00e9"),
    ],
)
def test_a_text_is_made_brief(value: object, text: str) -> None:
    assert brief(value) == text


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Miro", "Miro"),
        ("Miro (jo@example.com)", "Miro"),
        ("Miro - jo@example.com", "Miro"),
        ("jo@example.com", ""),
        ("Jo <jo@example.com>", "Jo"),
        ("Mail @ work", "Mail @ work"),
    ],
)
def test_the_name_of_an_app_has_no_address_of_a_person(written: str, name: str) -> None:
    assert app_name(written) == name


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://app.HubSpot.com:443/login?x=y#z", "app.hubspot.com"),
        ("hubspot.com", "hubspot.com"),
        ("https://jo:secret@hubspot.com/", "hubspot.com"),
        ("jo@hubspot.com", ""),
        ("http://192.168.0.1/", ""),
        ("http://localhost:8080", ""),
        ("android://hash@com.slack/", ""),
        ("javascript:alert(1)", ""),
        ("https://ex\u00e4mple.com", ""),
        ("https://a..b.com", ""),
        ("https://" + "a." * 200 + "com", ""),
        ("Miro", ""),
        (None, ""),
    ],
)
def test_only_a_valid_name_of_a_host_is_one(address: object, host: str) -> None:
    assert host_of(address) == host
