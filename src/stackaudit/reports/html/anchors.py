"""Ids of parts of the page, which links lead to: lower-case letters, digits and hyphens, whatever a stranger writes."""

from __future__ import annotations

import re
from collections import Counter
from itertools import count

_OTHER = re.compile(r"[^a-z0-9]+")
_LONGEST = 48


class Anchors:
    """Gives each thing an id of its own, and the same thing the same id again."""

    def __init__(self) -> None:
        self._given: dict[tuple[str, str], str] = {}
        self._taken: set[str] = set()
        self._tried: Counter[str] = Counter()
        self._numbers = count(1)

    def of(self, kind: str, thing: str, called: str = "") -> str:
        """The id of a thing, such as `s-crm`; it can stand in an attribute without quotes.

        `kind` is a word of ours, `thing` anything that tells it apart, `called` what the id is made of in its place.
        """
        known = self._given.get((kind, thing))
        if known is None:
            known = self._given[kind, thing] = self._free(f"{kind}-{_slug(called or thing)}".rstrip("-"))
        return known

    def numbered(self, kind: str, thing: str) -> str:
        """The id of a thing that is called by its number, counted in the order in which such things are asked for."""
        return self._given.get((kind, thing)) or self.of(kind, thing, str(next(self._numbers)))

    def _free(self, wanted: str) -> str:
        """The wanted id, or the next one of `wanted-2`, `wanted-3` … that nothing has."""
        anchor = wanted
        while anchor in self._taken:
            self._tried[wanted] += 1
            anchor = f"{wanted}-{self._tried[wanted] + 1}"
        self._taken.add(anchor)
        return anchor


def _slug(thing: str) -> str:
    return _OTHER.sub("-", thing[:_LONGEST].lower()).strip("-")
