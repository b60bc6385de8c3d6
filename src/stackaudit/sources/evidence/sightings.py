"""Marks seen in one file of evidence: each once, with how often, when last, by what, and where first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.model.evidence import Trace
from stackaudit.sources.websites.hosts import cleaned, is_same_site

if TYPE_CHECKING:
    from datetime import date

    from stackaudit.sources.evidence.reader import Places

_NAME = re.compile(r"[\w!#$%&'*+.^`|~-]{1,100}", re.ASCII)
"""Names of cookies and variables; anything else is no name."""


FIELDS = (("host", "hosts"), ("cookie", "cookies"), ("variable", "variables"))
"""The kinds of marks on pages, with the fields of `Marks` that hold them, in the order of snapshots."""


class Sighting(NamedTuple):
    """A mark as it was seen at an offset: on which day, brought by which container, and how many times."""

    mark: str
    text: str
    offset: int
    on: date | None = None
    via: str = ""
    times: int = 1


class Sightings:
    """Hosts, cookies and variables seen on one site; the site's own hosts are told apart and left aside."""

    def __init__(self, site: str) -> None:
        self._site = site
        self._seen: dict[tuple[str, str], _Tally] = {}
        self._others: set[tuple[str, str]] = set()

    @property
    def rows(self) -> int:
        """How many different marks were seen, with those that are no traces."""
        return len(self._seen) + self.skipped

    @property
    def skipped(self) -> int:
        """How many different marks are no traces: hosts of the site itself, and what is no valid host or name."""
        return len(self._others)

    def knows(self, mark: str, text: str) -> bool:
        """Whether a mark was seen already."""
        return (mark, text) in self._seen or (mark, text) in self._others

    def holds(self, mark: str, text: str) -> bool:
        """Whether a mark was seen and is a trace."""
        return (mark, text) in self._seen

    def see(self, sighting: Sighting) -> None:
        """Note a sighting of a mark, new or known."""
        key = (sighting.mark, sighting.text)
        if key in self._seen:
            self._seen[key].add(sighting)
        elif key not in self._others:
            if self._is_foreign(*key):
                self._seen[key] = _Tally(sighting)
            else:
                self._others.add(key)

    def traces(self, places: Places) -> tuple[Trace, ...]:
        """A trace of each mark, in the order of where they were seen first.

        `via` is said where all that brought a mark was one container.
        """
        tallies = sorted(
            self._seen.values(), key=lambda tally: (tally.first.offset, tally.first.mark, tally.first.text)
        )
        return tuple(tally.trace(places, self._site) for tally in tallies)

    def _is_foreign(self, mark: str, text: str) -> bool:
        """Whether a mark is a valid name, and if it is a host, not one of the site's own."""
        if mark != "host":
            return _NAME.fullmatch(text) is not None
        return text != "" and cleaned(text) == text and not (self._site and is_same_site(text, self._site))


class _Tally:
    """All sightings of one mark."""

    def __init__(self, first: Sighting) -> None:
        self.first = first
        self._times, self._on, self._via = first.times, first.on, first.via

    def add(self, sighting: Sighting) -> None:
        self._times += sighting.times
        if sighting.on is not None and (self._on is None or self._on < sighting.on):
            self._on = sighting.on
        if sighting.via != self._via:
            self._via = ""

    def trace(self, places: Places, site: str) -> Trace:
        entry = places.at(self.first.offset)
        mark, text = self.first.mark, self.first.text
        return Trace("tag", text, entry, on=self._on, times=self._times, mark=mark, via=self._via, site=site)
