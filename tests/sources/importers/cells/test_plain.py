"""Texts of strangers, on one line and without markup; lists in one cell; and secrets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stackaudit.sources.importers.cells.parts import parts_of
from stackaudit.sources.importers.cells.plain import LONGEST, link_in, one_line, says_nothing, without_markup, words
from stackaudit.sources.importers.cells.secrets import is_secret, without_secrets


@given(st.text())
def test_a_text_becomes_one_short_printable_line(text: str) -> None:
    line = one_line(text)

    assert len(line) <= LONGEST
    assert len(line.splitlines()) <= 1
    assert line == line.strip()
    assert line.encode("utf-8").decode("utf-8") == line
    assert one_line(line) == line


@pytest.mark.parametrize(
    ("value", "line"),
    [
        (True, "true"),
        (12.0, "12"),
        (["a", "b\nc"], "a; b; c"),
        ({"name": "Zoom", "seats": 3, "notes": None}, "name: Zoom, seats: 3"),
        (None, ""),
        ("a\u202eb\x00c", "a b c"),
    ],
)
def test_values_on_one_line(value: object, line: str) -> None:
    assert one_line(value) == line


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("[Zoom](https://zoom.us) calls", "Zoom calls"),
        ("see <https://zoom.us>", "see https://zoom.us"),
        ("**bold** and `code`", "bold and code"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("snake_case_name", "snake_case_name"),
        ("a<br/>b", "a\nb"),
    ],
)
def test_markup_goes(text: str, plain: str) -> None:
    assert without_markup(text) == plain


def test_the_first_link_of_a_text() -> None:
    assert link_in("see [a](https://a.example) and [b](https://b.example)") == "https://a.example"
    assert link_in("no link") == ""


def test_words_are_folded() -> None:
    assert words("  Kündigungsfrist (in Tagen)! ") == "kundigungsfrist in tagen"


@pytest.mark.parametrize("value", [None, "", " - ", "N/A", "?", "TBD", "to be confirmed", "keine Angabe", [], {}])
def test_what_says_nothing(value: object) -> None:
    assert says_nothing(value)


@pytest.mark.parametrize("value", ["no", "0", 0, False, "✓", "✗", "N/A - not for us", "none"])
def test_what_says_something(value: object) -> None:
    assert not says_nothing(value)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("a, b; c | d", ["a", "b", "c", "d"]),
        ("- a\n- b\n* c", ["a", "b", "c"]),
        ("1. a\n2. b", ["a", "b"]),
        ("a (x, y), b", ["a (x, y)", "b"]),
        ("1,200", ["1,200"]),
        ("a, n/a, and b.", ["a", "b"]),
        ("", []),
    ],
)
def test_lists_in_one_cell(text: str, parts: list[str]) -> None:
    assert parts_of(text) == parts


@pytest.mark.parametrize(
    "heading",
    [
        "Password",
        "adminPassword",
        "API key",
        "api_token",
        "Recovery codes",
        "License key",
        "Kennwort",
        "credentials.secret",
    ],
)
def test_headings_of_secrets(heading: str) -> None:
    assert is_secret(heading)


@pytest.mark.parametrize(
    "heading", ["Tool", "Password manager", "Password policy", "Key custodian", "Shared credentials"]
)
def test_headings_that_are_not_of_secrets(heading: str) -> None:
    assert not is_secret(heading)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("password: hunter2, ask IT", "password: …, ask IT"),
        ("API-Key = abc123", "API-Key = …"),
        ("the password manager of all", "the password manager of all"),
    ],
)
def test_secrets_that_are_written_out(text: str, kept: str) -> None:
    assert without_secrets(text) == kept
