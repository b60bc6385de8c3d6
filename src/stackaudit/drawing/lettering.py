"""Text as it is drawn: cleaned, broken into lines, and measured in Arimo, whose widths are those of Arial."""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cache
from importlib.resources import files

FAMILY = "Arimo, Arial, Helvetica, 'Liberation Sans', sans-serif"
"""Fonts of one width, so that text measured for the first fits in the others."""

ASCENT, DESCENT = 0.93, 0.22
"""How far the tallest and the lowest letters reach from the line they stand on, as parts of the size."""

_EM = 2048
_WIDE = 1.0
_NARROWEST = 0.15  # of the size: no letter that stands by itself is narrower
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ufffe\uffff\ud800-\udfff\U000e0000-\U000e0fff]"
)
_BREAKS = re.compile(r"(?<=[-/_.,:;])(?=\w)")
_ELLIPSIS = "\u2026"


def legible(text: str) -> str:
    """The text on one line, with what is invisible, reorders text or is no character written as `<U+001B>`."""
    spaced = text.replace("\t", " ").replace("\n", " ")
    return " ".join(_UNSAFE.sub(lambda match: f"<U+{ord(match[0]):04X}>", spaced).split())


def width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide text is at a size, in the size's unit; letters that the font does not have count as a whole size."""
    widths = _widths("bold" if bold else "regular")
    return sum([widths.get(letter) or _foreign(letter) for letter in text]) * size


def is_measured(text: str) -> bool:
    """Whether the font has every letter of the text, so that its width is known and not assumed."""
    widths = _widths("regular")
    return all(letter in widths for letter in text)


def wrapped(text: str, room: float, size: float, most: int, *, bold: bool = False) -> tuple[str, ...]:
    """The text in at most so many lines, none wider than the room; what does not fit ends in an ellipsis."""
    enough = int(most * room / (_NARROWEST * size)) + 1
    text = text if len(text) <= enough else text[:enough] + _ELLIPSIS
    lines: list[str] = []
    for part in _parts(text, room, size, bold):
        joined = lines[-1] + part if lines else part
        if lines and width(joined.rstrip(), size, bold=bold) <= room:
            lines[-1] = joined
        else:
            lines.append(part)
    if len(lines) > most:
        lines = [*lines[: most - 1], _cut("".join(lines[most - 1 :]).strip(), room, size, bold)]
    return tuple(line.strip() for line in lines) or ("",)


@cache
def _widths(weight: str) -> dict[str, float]:
    stated = json.loads(files(__package__).joinpath("fonts", "widths.json").read_text(encoding="utf-8"))
    return {letter: int(units) / _EM for units, letters in stated[weight].items() for letter in letters}


@cache
def _foreign(letter: str) -> float:
    """The width of a letter that another font will show."""
    if unicodedata.category(letter) in ("Mn", "Me"):
        return 0.0
    return 1.25 if ord(letter) > 0x1F000 else _WIDE


def _parts(text: str, room: float, size: float, bold: bool) -> list[str]:
    """Words with the space after them, cut where one alone is wider than the room."""
    parts = []
    for word in (part for spaced in text.split(" ") for part in _BREAKS.split(spaced + " ")):
        left = word
        while width(left.rstrip(), size, bold=bold) > room and len(left.rstrip()) > 1:
            fitting = max(1, _fitting(left, room, size, bold))
            parts.append(left[:fitting])
            left = left[fitting:]
        parts.append(left)
    return [part for part in parts if part.strip()]


def _fitting(text: str, room: float, size: float, bold: bool) -> int:
    """How many letters fit into the room."""
    used = 0.0
    for count, letter in enumerate(text):
        used += width(letter, size, bold=bold)
        if used > room:
            return count
    return len(text)


def _cut(text: str, room: float, size: float, bold: bool) -> str:
    if width(text, size, bold=bold) <= room:
        return text
    kept = _fitting(text, room - width(_ELLIPSIS, size, bold=bold), size, bold)
    return text[:kept].rstrip() + _ELLIPSIS
