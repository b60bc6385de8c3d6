"""Styled lines to text: plain for pipes and files, with colours for terminals."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.style import Style

    from stackaudit.reports.terminal.lines import Line

STYLES = {
    "critical": "bold reverse red",
    "high": "bold red",
    "medium": "bold magenta",
    "low": "bold cyan",
    "info": "bold",
    "rule": "bold",
    "title": "bold",
    "place": "cyan",
    "caret": "bold red",
    "faint": "dim",
    "label": "bold",
    "known": "blue",
    "open": "cyan",
}
"""Colours that stand on dark and light grounds; nothing is told by colour alone."""

_ASCII = str.maketrans(
    {
        "│": "|",
        "·": "-",
        "▕": "|",
        "▏": "|",
        "█": "#",
        "▓": "+",
        "…": "~",
        "├": "|",
        "┤": "|",
        "─": "-",
        "→": "->",
        "●": "*",
        "○": "o",
        "╎": ":",
        **dict(zip("▁▂▃▄▅▆▇", "_.,-~^'", strict=True)),
        "\u00a0": " ",
    },
)


_COMMANDS = re.compile(r"^((?:\x1b\[[0-9;]*m|[^\S\n])*):(?=:)|#(?=#(?:\[|vso\[))", re.MULTILINE)


def plain(lines: Iterable[Line], *, ascii_only: bool = False) -> str:
    """The words alone, one line each."""
    text = "".join("".join(span.text for span in line).rstrip() + "\n" for line in lines)
    text = text.translate(_ASCII).encode("ascii", "backslashreplace").decode() if ascii_only else text
    return _commanding_nothing(text)


def painted(lines: Iterable[Line]) -> str:
    """The words with the terminal's escape sequences for bold and the sixteen basic colours."""
    text = "".join("".join(_paint(span.text, span.style) for span in _trimmed(line)) + "\n" for line in lines)
    return _commanding_nothing(text)


def _commanding_nothing(text: str) -> str:
    """Text of which no line is a command to a build server that reads it: `::error::`, `##[error]`, `##vso[`."""
    if "::" not in text and "##" not in text:
        return text
    return _COMMANDS.sub(lambda match: f"{match[1]}<U+003A>" if match[1] is not None else "<U+0023>", text)


def _trimmed(line: Line) -> Line:
    """The line without the white space that ends it, in whatever style."""
    trimmed = list(line)
    while trimmed and not trimmed[-1].text.strip():
        trimmed.pop()
    return [*trimmed[:-1], trimmed[-1]._replace(text=trimmed[-1].text.rstrip())] if trimmed else []


def _paint(text: str, style: str) -> str:
    from rich.color import ColorSystem  # noqa: PLC0415 - pipes need no colours

    return _style(style).render(text, color_system=ColorSystem.STANDARD) if style and text else text


@cache
def _style(name: str) -> Style:
    from rich.style import Style  # noqa: PLC0415

    return Style.parse(STYLES[name])
