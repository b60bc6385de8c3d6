"""Lines of styled words, and the few ways to lay them out."""

from __future__ import annotations

from typing import NamedTuple

from stackaudit.model.money import grouped
from stackaudit.reports.visible import visible


class Span(NamedTuple):
    """Some text in one style; styles are named after what they mean."""

    text: str
    style: str = ""


Line = list[Span]


def line(*parts: str | tuple[str, str]) -> Line:
    """A line of plain texts and (text, style) pairs."""
    return [Span(part) if isinstance(part, str) else Span(*part) for part in parts]


def width_of(text: str) -> int:
    """The columns that text takes in a terminal."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len  # noqa: PLC0415 - only text beyond ASCII needs the tables

    return cell_len(text)


def clipped(text: str, width: int) -> str:
    """Text cut to a width, with an ellipsis where something is missing."""
    end = _fitting(text, 0, width)
    return text if end == len(text) else f"{text[: _fitting(text, 0, width - 1)]}…"


def _fitting(text: str, start: int, width: int) -> int:
    """Where the part of a text that begins at `start` and takes at most `width` columns ends."""
    if text.isascii():
        return min(len(text), start + max(0, width))
    taken = 0
    for index in range(start, len(text)):
        taken += width_of(text[index])
        if taken > width:
            return index
    return len(text)


def padded(text: str, width: int) -> str:
    """Text filled with spaces to a width."""
    return text + " " * max(0, width - width_of(text))


def wrapped(text: str, width: int, indent: str, style: str = "", first: str | None = None) -> list[Line]:
    """Text from strangers as lines of at most `width` columns, each behind `indent`, the first behind `first`."""
    lines: list[Line] = []
    current, lead = "", indent if first is None else first
    for word in visible(text).split(" "):
        if current and width_of(lead) + width_of(f"{current} {word}") > width:
            lines.append(line(lead, (current, style)))
            current, lead = "", indent
        if current:
            current = f"{current} {word}"
            continue
        start, room = 0, max(20, width - width_of(lead))
        while _fitting(word, start, room) < len(word):
            end = max(start + 1, _fitting(word, start, room - 1))
            lines.append(line(lead, (word[start:end], style)))
            lead, start, room = indent, end, max(20, width - width_of(indent))
        current = word[start:]
    lines.append(line(lead, (current, style)))
    return lines


def counted(count: int, noun: str, plural: str = "") -> str:
    """A number and what it counts: `1 system`, `2 systems`."""
    return f"{grouped(count)} {noun if count == 1 else plural or f'{noun}s'}"
