"""How our JSON reports are spelled: compact, with one item of each list on a line so that two reports compare."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(", ", ": ")).encode
"""A value as JSON on one line."""

_UNPRINTABLE = re.compile("[^\n -~\u00a0]")


def in_lines(items: Iterable[str], brackets: str = "[]") -> str:
    """A list or mapping of encoded items, each on a line of its own."""
    body = ",\n".join(items)
    return f"{brackets[0]}\n{body}\n{brackets[1]}" if body else brackets


def report_text(parts: Iterable[str]) -> str:
    """A report of `"key": value` parts; ends with a line feed.

    Letters of all scripts stand as they are; characters that no terminal or editor shows are written as escapes.
    """
    text = "{\n" + ",\n".join(parts) + "\n}\n"
    return text if text.isascii() and "\x7f" not in text else _UNPRINTABLE.sub(_escaped, text)


def amount(number: float) -> float:
    """An amount, as a whole number where it is one."""
    return int(number) if number == int(number) else number


def _escaped(match: re.Match[str]) -> str:
    """A printable character as it is, any other as JSON's escape for it."""
    character = match[0]
    if character.isprintable():
        return character
    return json.dumps(character)[1:-1]
