"""The track that is laid: for each line what runs between which stations, and how much room a station has left."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from stackaudit.model.transit import MOST_NEIGHBOURS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from stackaudit.analysis.mapping.links import Links
    from stackaudit.model.transit import Track


class Rails:
    """All track that is laid so far."""

    def __init__(self) -> None:
        self._lines: dict[str, dict[tuple[str, str], Track]] = {}
        self._beside: dict[str, dict[str, int]] = defaultdict(dict)
        self._stops: dict[str, dict[str, int]] = defaultdict(dict)
        self._parts: dict[str, dict[str, str]] = defaultdict(dict)

    @property
    def lines(self) -> Mapping[str, Mapping[tuple[str, str], Track]]:
        """The track of each line, by the ids of both ends in their order; lines in the order in which they began."""
        return self._lines

    def lines_at(self, station: str) -> tuple[str, ...]:
        """The lines that stop at a station, in order of their ids; none where nothing is laid to it."""
        return tuple(sorted(self._stops.get(station, ())))

    def has_room(self, one: str, other: str) -> bool:
        """Whether track between two stations leaves neither with more neighbours than a map has directions."""
        return other in self._beside[one] or all(len(self._beside[end]) < MOST_NEIGHBOURS for end in (one, other))

    def reserve(self, one: str, other: str) -> None:
        """Keep room for track between two stations that is laid later."""
        if self.has_room(one, other):
            self._beside[one].setdefault(other, 0)
            self._beside[other].setdefault(one, 0)

    def lay(self, track: Track) -> bool:
        """Lay a piece of track where there is room for it, and none of its line yet; tells whether it was laid."""
        pair = (min(track.start, track.end), max(track.start, track.end))
        if track.start == track.end or not self.has_room(*pair) or pair in self._lines.get(track.line, {}):
            return False
        self._lines.setdefault(track.line, {})[pair] = track
        self._count(track.line, pair, 1)
        self._parts[track.line][self._part(track.line, pair[0])] = self._part(track.line, pair[1])
        return True

    def lay_way(self, line: str, stops: Iterable[str], links: Links) -> bool:
        """Lay a way hop by hop, without what would close a ring; nothing of it where some hop finds no room."""
        hops = [hop for hop in pairwise(stops) if not self.connected(line, *hop)]
        if not all(self.has_room(*hop) for hop in hops):
            return False
        laid = [self.lay(links.track(line, *hop)) for hop in hops]
        return any(laid)

    def take_up(self, line: str, stations: Iterable[str] | None = None) -> None:
        """Take the track of a line up again: all of it, or that between some stations."""
        going = None if stations is None else set(stations)
        for pair in list(self._lines.get(line, {})):
            if going is None or going.issuperset(pair):
                del self._lines[line][pair]
                self._count(line, pair, -1)
        if not self._lines.get(line):
            self._lines.pop(line, None)
        self._parts.pop(line, None)
        for one, other in self._lines.get(line, {}):
            self._parts[line][self._part(line, one)] = self._part(line, other)

    def connected(self, line: str, one: str, other: str) -> bool:
        """Whether the line's track leads from one station to another."""
        return self._part(line, one) == self._part(line, other)

    def pieces(self, line: str) -> Iterator[tuple[str, ...]]:
        """The parts of a line between which it has no track, each as its stations in the order of laying."""
        found: dict[str, dict[str, None]] = {}
        for pair in self._lines.get(line, {}):
            found.setdefault(self._part(line, pair[0]), {}).update(dict.fromkeys(pair))
        return (tuple(stations) for stations in found.values())

    def _part(self, line: str, station: str) -> str:
        """The station that stands for all that are connected with a station."""
        part = self._parts[line]
        while (above := part.get(station, station)) != station:
            part[station] = part.get(above, above)
            station = above
        return station

    def _count(self, line: str, pair: tuple[str, str], change: int) -> None:
        """Keep count of the lines between two stations, and of the pieces of track at each."""
        one, other = pair
        for counts, key in (
            (self._beside[one], other),
            (self._beside[other], one),
            (self._stops[one], line),
            (self._stops[other], line),
        ):
            counts[key] = counts.get(key, 0) + change
            if not counts[key]:
                del counts[key]
