"""The transit map of a stack: lines that serve one purpose, stations that are systems, and the track between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

NEIGHBOURHOODS = {
    "ad-ops": "Ad Ops",
    "data-ops": "Data Ops",
    "design": "Design",
    "marketing-ops": "Marketing Ops",
    "mobility": "Mobility",
    "social-ops": "Social Ops",
    "web-ops": "Web Ops",
    "sales": "Sales",
    "service": "Service",
    "it": "IT",
    "bi": "Business intelligence",
    "finance": "Finance",
}
"""The parts of town; the last five are the business district in the south."""

BUSINESS_DISTRICT = ("sales", "service", "it", "bi", "finance")

MOST_NEIGHBOURS = 8
"""To how many other stations track may lead from one: a map has eight directions."""

TRACKS = {
    "open": "data flows by itself",
    "by hand": "somebody carries the data: a bus replaces the train",
    "late": "the last run is longer ago than its rhythm allows",
    "missing": "there is no link where the line needs one",
    "closed": "one end, or the platform that carries the data, is switched off",
    "unknown": "nothing is stated of links",
}
"""In what state a piece of track is."""

STATIONS = {
    "open": "in use",
    "planned": "being evaluated or tried out",
    "closing": "being retired",
    "closed": "retired or rejected",
    "outside": "shown by evidence and not declared: outside the fare zone",
}
"""In what state a station is."""


class Station(NamedTuple):
    """A system on the map; `lines` are the ids of the lines that stop here, `notices` what is wrong with it."""

    id: str
    name: str
    neighbourhood: str
    state: str
    lines: tuple[str, ...]
    notices: tuple[str, ...] = ()

    @property
    def is_interchange(self) -> bool:
        """Whether several lines stop here."""
        return len(self.lines) > 1


class Track(NamedTuple):
    """A piece of a line between two stations, in the direction of the flow; `data` is what it carries."""

    line: str
    start: str
    end: str
    state: str
    two_way: bool = False
    data: tuple[str, ...] = ()
    note: str = ""


class MapLine(NamedTuple):
    """A line: its badge (one or two letters), its name, and whether the inventory declares it as a journey."""

    id: str
    badge: str
    name: str
    about: str
    declared: bool = False


@dataclass(frozen=True, slots=True)
class TransitNetwork:
    """The whole map before it is drawn; everything is in a fixed order.

    `hub` is the master record of the customer, empty where nobody knows it. `elsewhere` are the names of systems that
    no line stops at, by neighbourhood.
    """

    title: str
    lines: tuple[MapLine, ...]
    stations: Mapping[str, Station]
    tracks: tuple[Track, ...]
    hub: str
    elsewhere: tuple[tuple[str, tuple[str, ...]], ...]
    notices: tuple[str, ...]
