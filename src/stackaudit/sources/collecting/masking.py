"""Taking out of addresses and records what may name a person or open a door: mail addresses, numbers, tokens."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING
from urllib.parse import unquote

from stackaudit.sources.collecting.naming import site_name

if TYPE_CHECKING:
    import httpx

MASK = "…"

_LONGEST = 200  # characters of a path
_LONG_NUMBER = re.compile(r"\d[\d.\-+ ]{4,}\d|\d{5,}")
_DATE = re.compile(r"(?:19|20)\d\d-\d\d-\d\d(?!\d)")
_TOKEN = re.compile(r"[A-Za-z0-9+/=~]{12,}")
_HEX = re.compile(r"[0-9A-Fa-f]{8,}")
_WORDS = re.compile(r"[^A-Za-z0-9+/=~]+")
_LONGEST_WORD = 40  # letters; longer than that is no word of any language's addresses
_NOT_PLAIN = re.compile(r"[^A-Za-z0-9._~!$&'()*+,;=:@%-]")


def masked_address(url: httpx.URL) -> str:
    """A page's address without credentials, query and fragment; path segments that name somebody are `…`."""
    path = url.raw_path.decode("ascii", "replace").partition("?")[0]
    segments = [masked_segment(segment) for segment in path.split("/")]
    return f"{url.scheme}://{site_name(url)}{_cut('/'.join(segments))}"


def masked_segment(segment: str) -> str:
    """A segment of a path, or `…` where it looks like a mail address, a long number or a token."""
    plain = _DATE.sub("", unquote(unquote(segment)).partition(";")[0])  # some links are quoted twice
    if "@" in plain or _LONG_NUMBER.search(plain) or any(is_token(word) for word in _WORDS.split(plain)):
        return MASK
    return _NOT_PLAIN.sub("", segment.partition(";")[0])


def is_token(word: str) -> bool:
    """Whether a word looks made by a machine: long, and of letters mixed with digits or of unlikely cases."""
    if _HEX.fullmatch(word) and any(character.isdigit() for character in word):
        return True
    if not _TOKEN.fullmatch(word):
        return False
    digits = sum(character.isdigit() for character in word)
    turns = sum(a.islower() and b.isupper() for a, b in pairwise(word))
    return digits >= 2 or turns >= 4 or len(word) > _LONGEST_WORD


def _cut(path: str) -> str:
    return path if len(path) <= _LONGEST else f"{path[:_LONGEST].rpartition('/')[0]}/{MASK}"
