"""Comments that are written into an inventory: one line each, without what strangers could hide in them."""

from __future__ import annotations

import re
from textwrap import wrap

from stackaudit.sources.importers.cells.plain import one_line

WIDTH = 110
"""Columns that new lines take at most, where their words allow it."""

_NARROWEST = 30
_MARK = re.compile(r"\s*#\s*(?P<text>.*?)\s*")
_HEADING = re.compile(r"[-=#*~_]{3}")
_CONTINUED = re.compile(r"\s*#\s{3,}\S")


def comment_lines(text: str, column: int) -> list[str]:
    """A comment on lines that begin at a column; the lines after its first are indented further."""
    words = wrap(
        one_line(text),
        max(_NARROWEST, WIDTH - column - 2),
        subsequent_indent="  ",
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [f"{' ' * column}# {line}" for line in words]


def comment_behind(text: str) -> str:
    """A comment as it stands behind a value."""
    return f"  # {one_line(text)}"


def text_of_comment(line: str) -> str:
    """What a comment says, without its sign."""
    match = _MARK.fullmatch(line)
    return match["text"] if match else ""


def is_heading(line: str) -> bool:
    """Whether a comment line begins with a rule, as titles over several entries do: `# --- orders ---`."""
    return _HEADING.match(text_of_comment(line)) is not None and not is_continued(line)


def is_continued(line: str) -> bool:
    """Whether a comment line goes on with what the line above it says, as `comment_lines` writes it."""
    return _CONTINUED.match(line) is not None


def noted(mark: str, text: str) -> str:
    """The text of a note with its mark in front, which it may have already."""
    return text if text.startswith(mark) else f"{mark} {text}"
