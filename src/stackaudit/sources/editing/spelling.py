"""Single values as YAML that readers of either version of it take alike: quoted only where one would misread them."""

from __future__ import annotations

import json
import re

from stackaudit.sources.scalars import resolve

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_OLD_WORDS = frozenset("y n yes no on off true false null ~ = <<".split())
"""Words that YAML 1.1 takes for something else than themselves, in lower case."""

_OLD_NUMBER = re.compile(
    r"[-+]?(?:0b[01_]+|0x[0-9a-fA-F_]+|0o?[0-7_]+|[0-9][0-9_]*(?::[0-9_]+)+(?:\.[0-9_]*)?|[0-9][0-9_,]*(?:\.[0-9_]*)?"
    r"(?:[eE][-+]?[0-9]+)?|\.[0-9_]+(?:[eE][-+]?[0-9]+)?|\.(?:inf|nan))",
    re.IGNORECASE,
)
_OLD_TIME = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt ].*)?")
_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`=<")
_IN_FLOW = re.compile(r"[,\[\]{}?]")
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\xa0\u00ad\u061c\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\ufff9-\uffff"
    "\ud800-\udfff\U000e0000-\U000e0fff]"
)
_SPACED = re.compile(r"\S+(?: \S+)+")
_SMALLEST_GROUPED = 1_000


def scalar_text(value: object, *, in_flow: bool, grouped: bool = True, style: str = "") -> str:
    """A text, number, truth value or None as YAML on one line; numbers from 1_000 on in groups where `grouped`.

    `style` is the quote that a text is to have where it can.
    """
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return number_text(value, grouped=grouped)
    text = str(value)
    if style == "'" and not _UNSEEN.search(text):
        return "'" + text.replace("'", "''") + "'"
    return text if style != '"' and is_plain(text, in_flow=in_flow) else quoted(text)


def number_text(value: float, *, grouped: bool = True) -> str:
    """A number as the language writes it: `240_000`, `99.9`; without end or no number at all as YAML writes it."""
    if value != value:  # noqa: PLR0124 - not a number is not itself
        return ".nan"
    if value in (float("inf"), float("-inf")):
        return ".inf" if value > 0 else "-.inf"
    if isinstance(value, float) and value.is_integer() and abs(value) < 10**15:
        value = int(value)
    text = repr(value)
    if not grouped or abs(value) < _SMALLEST_GROUPED or "e" in text:
        return text
    return f"{value:_}" if isinstance(value, int) else f"{int(text.split('.')[0]):_}.{text.split('.')[1]}"


def key_text(key: str) -> str:
    """A key as YAML, quoted where it would be misread, as are dates; `on` is a key of the language and is not."""
    if key == "on":
        return key
    return quoted(key) if _DAY.fullmatch(key) or not is_plain(key, in_flow=True) else key


def quoted(text: str) -> str:
    """A text in double quotes, what cannot be seen as escapes."""
    return _UNSEEN.sub(_escaped, json.dumps(text, ensure_ascii=False))


def is_plain(text: str, *, in_flow: bool) -> bool:
    """Whether a text can stand without quotes and every reader takes it for that text; days stand without."""
    if _DAY.fullmatch(text):
        return True
    if not text or text != text.strip() or text[0] in _INDICATORS or text[-1] == ":":
        return False
    if ": " in text or " #" in text or _UNSEEN.search(text) or (in_flow and _is_broken_in_flow(text)):
        return False
    return not is_other_word(text)


def is_other_word(text: str) -> bool:
    """Whether a reader of YAML 1.1 or 1.2 takes the text for something else than a text."""
    if not isinstance(resolve(text), str) or text.lower() in _OLD_WORDS:
        return True
    return _OLD_NUMBER.fullmatch(text) is not None or _OLD_TIME.fullmatch(text) is not None


def is_foldable(text: str) -> bool:
    """Whether a text can be broken between its words and read back as it was: words with single spaces."""
    return _SPACED.fullmatch(text) is not None and not _UNSEEN.search(text)


def is_literal(text: str) -> bool:
    """Whether a text of several lines can stand as it is, line below line, and be read back."""
    lines = text.removesuffix("\n").split("\n")
    clean = all(line == line.rstrip() and not _UNSEEN.search(line) for line in lines)
    return "\n" in text and clean and lines[0] == lines[0].lstrip() != "" and lines[-1] != ""


def _is_broken_in_flow(text: str) -> bool:
    return _IN_FLOW.search(text) is not None or "::" in text


def _escaped(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\u{code:04X}" if code <= 0xFFFF else f"\\U{code:08X}"
