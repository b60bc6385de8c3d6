"""Makes text from strangers safe to show: what would move a cursor, hide or reorder text is written out."""

from __future__ import annotations

import re

_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters, line feeds and tabs aside
    "\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"  # invisible, and reordering
    "\ud800-\udfff\U000e0000-\U000e0fff]",
)


def visible(text: str) -> str:
    """The text on one line, with unsafe characters written as `<U+001B>`."""
    if text.isascii() and text.isprintable():
        return text
    return _UNSAFE.sub(_named, text).replace("\t", " ").replace("\n", " ")


def _named(match: re.Match[str]) -> str:
    return f"<U+{ord(match[0]):04X}>"
