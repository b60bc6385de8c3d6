from __future__ import annotations

import pytest

from stackaudit.analysis.matching.app_names import readings_of


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Slack", ()),
        ("Slack SAML", ("Slack",)),
        ("[PROD] Slack - EU", ("Slack - EU", "Slack")),
        ("Zoom for Outlook", ("Zoom",)),
        ("Shopware Admin", ("Shopware",)),
        ("Drift by Salesloft", ("Drift",)),
        ("Data - Marketing", ()),
        ("grafana-prod", ("grafana",)),
        ("e-conomic", ()),
        ("Snowflake (US-East 1)", ("Snowflake",)),
        ("SSO", ()),
        ("App", ()),
        ("", ()),
    ],
)
def test_a_name_is_read_without_its_qualifiers(name: str, plain: tuple[str, ...]) -> None:
    assert readings_of(name).plain == plain


def test_beginnings_grow_shorter_by_a_word() -> None:
    assert readings_of("Salesforce Marketing Cloud dashboard").beginnings == (
        "Salesforce Marketing Cloud",
        "Salesforce Marketing",
        "Salesforce",
    )
