"""Ids made from names."""

from __future__ import annotations

import re
import unicodedata

_MARKS = re.compile(r"[\u0300-\u036f]")
_NOT_IN_ID = re.compile(r"[^\w]+")
_LONGEST = 60  # characters


def listed_id(name: str) -> str:
    """The id of a system that is written as its name in a list: accents and length stay."""
    return _NOT_IN_ID.sub("-", name).strip("-").lower()


def id_of(name: str) -> str:
    """A name as an id: lower case without accents, words joined by `-`, cut between words where it is long.

    Empty where the name has no letter and no digit.
    """
    plain = name if name.isascii() else _MARKS.sub("", unicodedata.normalize("NFKD", name))
    joined = _NOT_IN_ID.sub("-", plain[:1_000]).strip("-_").lower()
    if len(joined) <= _LONGEST:
        return joined
    return joined[: _LONGEST + 1].rpartition("-")[0] or joined[:_LONGEST]
