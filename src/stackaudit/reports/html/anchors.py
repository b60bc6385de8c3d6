"""Ids of parts of the page, which links lead to: lower-case letters, digits and hyphens, whatever a stranger writes."""

from __future__ import annotations

import re
from collections import Counter

_OTHER = re.compile(r"[^a-z0-9]+")
_LONGEST = 48


class Anchors:
    """Gives each thing an id of its own, and the same thing the same id again."""

    def __init__(self) -> None:
        self._given: dict[tuple[str, str], str] = {}
        self._taken: set[str] = set()
        self._tried: Counter[str] = Counter()

    def of(self, kind: str, thing: str) -> str:
        """The id of a thing, such as `system-crm`; `kind` is a word of ours, `thing` anything that tells it apart."""
        known = self._given.get((kind, thing))
        if known is None:
            known = self._given[kind, thing] = self._free(f"{kind}-{_slug(thing)}".rstrip("-"))
        return known

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
