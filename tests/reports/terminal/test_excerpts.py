from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inline_snapshot import snapshot

from stackaudit.model.documents import Document, Place
from stackaudit.reports.terminal.excerpts import excerpt
from stackaudit.reports.terminal.lines import width_of
from stackaudit.reports.terminal.painting import plain


def quoted(text: str, line: int, column: int, note: str = "here", width: int = 60) -> str:
    return plain(excerpt(Document("a.yaml", text), Place("a.yaml", line, column), note, width))


def test_two_lines_before_are_shown_and_none_after() -> None:
    assert quoted("one\ntwo\nthree\nfour\nfive\n", 4, 2) == snapshot("""\
    2 │ two
    3 │ three
    4 │ four
      │  ^ here
""")


def test_blank_lines_at_the_beginning_are_left_out() -> None:
    assert quoted("one\n\n\nfour\n", 4, 1) == snapshot("""\
    4 │ four
      │ ^ here
""")
    assert quoted("\n\nthree\n", 3, 1) == snapshot("""\
    3 │ three
      │ ^ here
""")


def test_line_numbers_are_aligned() -> None:
    assert quoted("x\n" * 10, 10, 1) == snapshot("""\
     8 │ x
     9 │ x
    10 │ x
       │ ^ here
""")


def test_a_long_line_is_cut_so_that_the_place_stays_in_sight() -> None:
    text = f"{'a' * 100}HERE{'b' * 100}\n"

    assert quoted(text, 1, 101) == snapshot("""\
    1 │ …aaaaaaaaaaaaaaaaaaaaaaaaaHEREbbbbbbbbbbbbbbbbbbbbb…
      │                           ^ here
""")
    assert quoted(text, 1, 1) == snapshot("""\
    1 │ aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…
      │ ^ here
""")
    assert quoted(text, 1, 205) == snapshot("""\
    1 │ …bbbbbbbbbbbbbbbbbbbbbbbbb
      │                           ^ here
""")


def test_a_long_line_before_is_cut_at_its_end() -> None:
    assert quoted(f"{'a' * 100}\nb\n", 2, 1) == snapshot("""\
    1 │ aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…
    2 │ b
      │ ^ here
""")


def test_wide_characters_take_two_columns() -> None:
    assert quoted("name: 東京アンケート # x\n", 1, 16) == snapshot("""\
    1 │ name: 東京アンケート # x
      │                       ^ here
""")
    assert quoted(f"name: {'東京' * 30} # x\n", 1, 68) == snapshot("""\
    1 │ …東京東京東京東京東京東京 # x
      │                           ^ here
""")


def test_tabs_escapes_and_marks_that_reorder_text_are_written_out() -> None:
    assert quoted("a\tb: \x1b[31mred\u202e\x07 # x\n", 1, 14) == snapshot("""\
    1 │ a b: <U+001B>[31mred<U+202E><U+0007> # x
      │                     ^ here
""")
    assert quoted(f"{chr(27) * 20}x\n", 1, 21) == snapshot("""\
    1 │ …<U+001B><U+001B><U+001B>x
      │                          ^ here
""")


def test_a_place_after_the_last_line_points_behind_it() -> None:
    assert quoted("one\n", 2, 1) == snapshot("""\
    1 │ one
    2 │
      │ ^ here
""")
    assert quoted("one", 7, 4) == snapshot("""\
    1 │ one
      │    ^ here
""")


def test_a_long_note_is_cut() -> None:
    assert quoted("one\n", 1, 2, "n" * 100) == snapshot("""\
    1 │ one
      │  ^ nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn…
""")


def test_without_a_note_the_caret_ends_the_line() -> None:
    assert quoted("one\n", 1, 2, "") == snapshot("""\
    1 │ one
      │  ^
""")


LINE = st.text(st.sampled_from("ab: \t\x1b\u202e東é"), min_size=1, max_size=120)


@pytest.mark.parametrize("width", [60, 100])
@given(st.data())
def test_the_caret_always_stands_under_its_character(width: int, data: st.DataObject) -> None:
    text = data.draw(LINE).replace("^", "")
    column = data.draw(st.integers(1, len(text)))
    marked = f"{text[: column - 1]}^{text[column - 1 :]}"

    shown, caret = quoted(marked, 1, column, "", width).splitlines()

    before = shown[: shown.index("^")]
    assert width_of(before) == caret.index("^")
    assert max(width_of(shown), width_of(caret)) <= width
