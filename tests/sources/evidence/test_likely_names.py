"""Texts of lists that may be names of tools, and remarks behind names."""

from __future__ import annotations

import pytest

from stackaudit.sources.evidence.likely_names import is_likely_name, split_remark


@pytest.mark.parametrize(
    ("text", "is_name"),
    [
        ("HubSpot", True),
        ("Seamless.ai", True),
        ("1Password manager", True),
        ("", False),
        ("42", False),
        ("This is a sentence.", False),
        ("ana@a.example", False),
        ("{{ name }}", False),
        ("password: hunter2", False),
        ("one two three four five six seven eight nine", False),
        ("a" * 101, False),
    ],
)
def test_a_short_text_that_is_no_sentence_is_a_likely_name(text: str, is_name: bool) -> None:
    assert is_likely_name(text) is is_name


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("HubSpot - CRM", ("HubSpot", "CRM")),
        ("HubSpot \u2013 leads: all", ("HubSpot", "leads: all")),
        ("Slack: chat", ("Slack", "chat")),
        ("Coca-Cola portal", ("Coca-Cola portal", "")),
    ],
)
def test_a_remark_follows_a_dash_or_a_colon(text: str, parts: tuple[str, str]) -> None:
    assert split_remark(text) == parts
