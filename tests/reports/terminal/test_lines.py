from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stackaudit.reports.terminal.lines import clipped, padded, width_of, wrapped
from stackaudit.reports.terminal.painting import plain
from stackaudit.reports.visible import visible


def wrap(text: str, width: int, indent: str = "", first: str | None = None) -> list[str]:
    return plain(wrapped(text, width, indent, first=first)).splitlines()


def test_text_is_wrapped_at_spaces_behind_its_indent() -> None:
    text = "Connect it to the sign-on and state it"

    assert wrap(text, 30, "       ", "  fix: ") == ["  fix: Connect it to the", "       sign-on and state it"]


def test_a_word_that_fits_only_behind_a_short_lead_is_cut_behind_a_long_one() -> None:
    lines = plain(wrapped(f"a {'b' * 27}", 30, "    ", first="  "))

    assert lines == f"  a\n    {'b' * 25}\n    bb\n"


def test_a_word_that_fits_no_line_is_cut() -> None:
    assert wrap("a " + "b" * 50, 22) == ["a", "b" * 21, "b" * 21, "b" * 8]


@pytest.mark.parametrize(
    ("text", "width", "cut"),
    [("short", 5, "short"), ("longer", 5, "long…"), ("東京東京", 5, "東京…"), ("東京東京", 8, "東京東京"), ("", 0, "")],
)
def test_text_is_clipped_to_columns(text: str, width: int, cut: str) -> None:
    assert clipped(text, width) == cut


def test_text_is_padded_to_columns() -> None:
    assert padded("東", 4) == "東  "
    assert padded("long", 2) == "long"


WORDS = st.text(st.sampled_from("ab 東é\t\u202e"), max_size=80)


@given(WORDS, st.integers(30, 100))
def test_wrapping_loses_nothing_and_keeps_within_the_width(text: str, width: int) -> None:
    lines = wrapped(text, width, "    ", first="  ")

    words = "".join(span.text for line in lines for span in line).replace(" ", "")
    assert words == visible(text).replace(" ", "")
    assert all(width_of("".join(span.text for span in line).rstrip()) <= width for line in lines)


@given(WORDS, st.integers(1, 40))
def test_clipping_keeps_within_the_width(text: str, width: int) -> None:
    assert width_of(clipped(text, width)) <= width
