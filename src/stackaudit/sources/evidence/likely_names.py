"""Which texts of a list may be the name of a tool, and where a remark behind a name begins."""

from __future__ import annotations

import re

LONGEST = 100
"""Characters of a line that is a name."""

_MOST_WORDS = 8
_SECRET = re.compile(
    r"(?<![^\W_])(?:pass(?:word|wort|wd|phrase)|kennwort|secret|api[ _-]?key|private key)"
    r"(?:[:\s](?!\s*(?:manager|vault|safe))|$)",
    re.IGNORECASE,
)
_NO_NAME = re.compile(r"[@<>{};=|\\\t\x00-\x08\x0b\x0c\x0e-\x1f]|[.?!:]$")
_HAS_LETTERS = re.compile(r"[^\W\d_]{2}")
_REMARK = re.compile(r"\s+[-\u2013\u2014]\s+|:\s+")


def is_likely_name(text: str) -> bool:
    """Whether a text is short, ends as no sentence does, and holds no address, no code and no password."""
    return (
        0 < len(text) <= LONGEST
        and len(text.split()) <= _MOST_WORDS
        and _NO_NAME.search(text) is None
        and _SECRET.search(text) is None
        and _HAS_LETTERS.search(text) is not None
    )


def split_remark(text: str) -> tuple[str, str]:
    """A name, and the remark behind it, which is empty where there is none."""
    name, *remark = _REMARK.split(text, maxsplit=1)
    return name.strip(), "".join(remark).strip()
