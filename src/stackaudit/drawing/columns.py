"""Columns of entries under headings, broken so that all are about equally high."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from stackaudit.drawing.lettering import width
from stackaudit.drawing.marks import Group, Shape, Step, Words, shifted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stackaudit.drawing.marks import Mark

HEADING, TEXT = 15.0, 12.5
"""The sizes of letters, in pixels."""

INDENT = 34.0
GUTTER = 44.0

_LEADING = 17.0
_TO_ENTRY, _TO_TEXT, _BETWEEN = 9.0, 48.0, 26.0
_TO_RULE = 24.0
_STEP = 8.0
_COMPANY = 2  # entries that stay
_WORTH = 1.15  # how much higher columns may be so that no section is broken


class Entry(NamedTuple):
    """Something listed: its picture around a point, and its lines, some of them bold."""

    picture: tuple[Mark, ...]
    lines: tuple[tuple[str, bool], ...]

    @property
    def height(self) -> float:
        """How far it is to the next entry."""
        return len(self.lines) * _LEADING + _TO_ENTRY


class Section(NamedTuple):
    """Entries under a heading."""

    heading: str
    entries: tuple[Entry, ...]


class Block(NamedTuple):
    """A part of a section that stands in one column; one that continues a section has no heading."""

    section: Section
    entries: tuple[Entry, ...]
    begins: bool

    @property
    def height(self) -> float:
        """How high it is with what parts it from the next one."""
        top = _TO_TEXT if self.begins else _TO_RULE
        return top + sum(entry.height for entry in self.entries) + _BETWEEN

    def with_entry(self, entry: Entry) -> Block:
        """The block with one entry more."""
        return self._replace(entries=(*self.entries, entry))


class Panel(NamedTuple):
    """Marks and how far down they reach."""

    marks: tuple[Mark, ...]
    bottom: float


def balanced(sections: Sequence[Section], most: int) -> list[list[Block]]:
    """The sections in at most so many columns, from left to right, none of them much higher than need be."""
    whole = sum(Block(section, section.entries, begins=True).height for section in sections)
    height = whole / most
    while len(columns := _filled(sections, height)) > most:
        height += _STEP
    unbroken = _filled(sections, height * _WORTH, whole=True)
    fits = len(unbroken) <= most and max(map(_height, unbroken)) <= _WORTH * max(map(_height, columns))
    return unbroken if fits else columns


def drawn(columns: Sequence[Sequence[Block]], left: float, top: float, room: float) -> Panel:
    """Columns so many pixels wide, beside each other."""
    marks: list[Mark] = []
    bottom = top
    for number, column in enumerate(columns):
        y = top
        for block in column:
            panel = _block(block, left + number * (room + GUTTER), y, room)
            marks.append(Group("panel", panel.marks, block.section.heading))
            bottom = max(bottom, panel.bottom)
            y += block.height
    return Panel(tuple(marks), bottom)


def _filled(sections: Sequence[Section], height: float, *, whole: bool = False) -> list[list[Block]]:
    """As many columns as it takes where none is higher, but for what cannot be parted; sections can if not `whole`."""
    columns: list[list[Block]] = [[]]
    left = height
    for section in sections:
        for number, entry in enumerate(section.entries):
            begins = number == 0
            together = section.entries if whole else (entry,)
            needed = Block(section, together, begins=True).height if begins else entry.height
            if columns[-1] and needed - _BETWEEN * begins > left and not (whole and not begins):
                columns.append([])
                left = height
            if begins:
                columns[-1].append(Block(section, (entry,), begins))
            elif columns[-1]:
                columns[-1][-1] = columns[-1][-1].with_entry(entry)
            else:
                columns[-1] = _continued(columns[-2], entry, is_last=number + 1 == len(section.entries))
            left = height - _height(columns[-1])
    return columns


def _continued(column: list[Block], entry: Entry, *, is_last: bool) -> list[Block]:
    """A column in which the last section of another goes on; an entry that would be alone takes one along."""
    section, entries, begins = column[-1]
    if is_last and len(entries) > _COMPANY:
        column[-1] = Block(section, entries[:-1], begins)
        return [Block(section, (entries[-1], entry), begins=False)]
    return [Block(section, (entry,), begins=False)]


def _height(column: Sequence[Block]) -> float:
    return sum(block.height for block in column)


def _block(block: Block, x: float, y: float, room: float) -> Panel:
    marks: list[Mark] = [Shape("rule", (Step("M", x, y), Step("L", x + room, y)))]
    if block.begins:
        marks.append(_words("heading", x, y + _TO_RULE, block.section.heading, bold=True))
    y += _TO_TEXT if block.begins else _TO_RULE
    for entry in block.entries:
        marks += [shifted(mark, x + 12, y - TEXT * 0.36) for mark in entry.picture]
        for number, (text, bold) in enumerate(entry.lines):
            marks.append(_words("text", x + INDENT, y + number * _LEADING, text, bold=bold))
        y += entry.height
    return Panel(tuple(marks), y - _TO_ENTRY - _LEADING + 4)


def _words(role: str, x: float, y: float, text: str, *, bold: bool) -> Words:
    size = HEADING if role == "heading" else TEXT
    return Words(role, x, y, text, size, width(text, size, bold=bold), bold)
