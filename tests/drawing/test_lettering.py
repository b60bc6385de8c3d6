"""Text is measured as the font has it, broken where it may be, and safe to show."""

from __future__ import annotations

import json

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as some

from drawing.measuring import FONTS, text_width
from stackaudit.drawing.lettering import is_measured, legible, width, wrapped


@pytest.mark.parametrize("weight", ["regular", "bold"])
def test_the_widths_are_those_of_the_font(weight: str) -> None:
    font = TTFont(FONTS / f"Arimo-{weight.title()}.ttf")
    stated = json.loads((FONTS / "widths.json").read_text(encoding="utf-8"))[weight]

    advances = {chr(code): font["hmtx"][name][0] for code, name in font.getBestCmap().items()}

    assert {letter: int(units) for units, letters in stated.items() for letter in letters} == advances


def test_text_is_as_wide_as_its_letters() -> None:
    assert width("Ærøskøbing", 12) == pytest.approx(text_width("Ærøskøbing", 12, bold=False))
    assert width("Ærøskøbing", 12, bold=True) == pytest.approx(text_width("Ærøskøbing", 12, bold=True))


def test_letters_that_the_font_lacks_count_as_a_whole_size() -> None:
    assert width("顧客", 10) == 20
    assert not is_measured("顧客")


@given(some.text(max_size=80), some.sampled_from([54.0, 92.0, 168.0]), some.integers(1, 4))
def test_no_line_is_wider_than_the_room(text: str, room: float, most: int) -> None:
    lines = wrapped(legible(text), room, 12.5, most)

    assert len(lines) <= most
    assert all(width(line, 12.5) <= room or len(line) == 1 for line in lines)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Adobe Experience Manager", ("Adobe", "Experience", "Manager")),
        ("ab", ("ab",)),
        ("", ("",)),
        ("Price list under the desk of somebody who left", ("Price list", "under the", "desk of so…")),
        ("Donaudampfschifffahrtsgesellschaft", ("Donaudampf", "schifffahrtsg", "esellschaft")),
    ],
)
def test_text_is_broken_between_words_where_it_can_be(text: str, lines: tuple[str, ...]) -> None:
    assert wrapped(text, 74, 12.5, 3) == lines


def test_what_cannot_be_seen_is_written_out() -> None:
    assert legible("a\x1b[31m\u202eb\nc\td") == "a<U+001B>[31m<U+202E>b c d"
