"""The lines of a file around a place, with a caret under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.reports.terminal.lines import Line, clipped, line, width_of
from stackaudit.reports.visible import visible

if TYPE_CHECKING:
    from stackaudit.model.documents import Document, Place

_LINES_BEFORE = 2


def excerpt(document: Document, place: Place, note: str, width: int, indent: str = "    ") -> list[Line]:
    """Up to three lines that end with the one of the place, and below it a caret with a few words.

    A long line is cut so that the place stays in sight.
    """
    last = min(place.line, len(document.line_starts))
    first = max(1, last - _LINES_BEFORE)
    while first < last and not document.line(first).strip():
        first += 1
    digits = len(str(last))
    room = max(20, width - len(indent) - digits - 3)
    lines = []
    for number in range(first, last + 1):
        start, shown = _window(document.line(number), place.column if number == last else 1, room)
        lines.append(line(indent, (f"{number:>{digits}} │ ", "faint"), shown))
        if number == last:
            before = width_of(visible(document.line(number)[start : place.column - 1])) + (1 if start else 0)
            caret = f"{' ' * min(before, room - 1)}^ "
            words = clipped(visible(note), max(1, room - width_of(caret)))
            gutter = f"{' ' * digits} │ "
            lines.append(line(indent, (gutter, "faint"), (caret, "caret"), (words, "caret")))
    return lines


def _window(text: str, column: int, room: int) -> tuple[int, str]:
    """Where the shown part of a line begins, and that part."""
    start = max(0, column - 1 - room)
    if start or width_of(visible(text[: column - 1])) >= room - 10:
        start, left = column - 1, room // 2 - 1
        while start and (left := left - width_of(visible(text[start - 1]))) >= 0:
            start -= 1
    shown = visible(text[start : start + 4 * room])
    return start, clipped(f"…{shown}" if start else shown, room)
