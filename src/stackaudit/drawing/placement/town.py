"""A town being built: stations on the grid, the track between them, and what each costs where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from stackaudit.drawing.placement.arcs import FAR

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from stackaudit.drawing.placement.grid import Grid, Way
    from stackaudit.drawing.placement.links import Graph

_TURNING = (0.0, 14.0, 9.0, 6.5, 0.0, 6.5, 9.0, 14.0)
"""What a line pays at a station for the angle, in steps of 45 degrees, between where it comes from and leaves."""

_CROWDED = 0.5
_SIDEWAYS = frozenset({0, 1, 3, 4, 5, 7})
UNLAID = 400.0
"""What a link costs that has no track."""


_COVERING = 6.0
_TIGHT = (1.0, 4.0, 4.0)  # by how many of two stations are large
_CRAMPED, _ROOM = 2.0, 4  # places between two that are
_DETOURS = (6.0, 24.0)  # a short search finds most track


class Footprint(NamedTuple):
    """How many places a station takes from its middle to each side, and up and down."""

    across: int = 0
    along: int = 0


class Homes(NamedTuple):
    """Where stations would rather be: a column and row each, and what every step away from it costs."""

    spots: Sequence[tuple[int, int]]
    faith: float


class Town:
    """Stations and track; whatever is changed is paid for at once."""

    def __init__(self, graph: Graph, grid: Grid, footprints: Sequence[Footprint], homes: Homes) -> None:
        """Begin empty."""
        self.graph, self.grid, self.footprints, self.homes = graph, grid, list(footprints), homes
        self.kept_free: frozenset[int] = frozenset()
        self.places = [-1] * len(graph.ids)
        self.ways: list[Way | None] = [None] * len(graph.links)

    def cost(self) -> float:
        """What all track costs."""
        return sum(way.cost if way else UNLAID for way in self.ways)

    def settle(self, station: int, place: int) -> None:
        """Put a station on a place."""
        self.places[station] = place
        self.grid.hold(self.ground(station, place), station)

    def leave(self, station: int) -> None:
        """Take a station off the grid, and its track before it."""
        for link in self.graph.meeting[station]:
            self.lift(link)
        self.grid.hold(self.ground(station, self.places[station]), -1)

    def lift(self, link: int) -> None:
        """Take the track of a link away."""
        way = self.ways[link]
        if way:
            self.grid.lift(way.places)
            self.ways[link] = None

    def lay(self, link: int, limit: float = FAR) -> float:
        """Lay the cheapest track for a link; what it costs, which is much where none is possible."""
        ends = self.graph.links[link]
        starts, stops = self.doors(ends.start, link), self.doors(ends.end, link, arriving=True)
        least = self.grid.apart(self.places[ends.start], self.places[ends.end])
        tried = (least + more for more in _DETOURS if least + more < limit)
        way = next((way for most in (*tried, limit) if (way := self.grid.way(starts, stops, most))), None)
        if way is None:
            return UNLAID
        self.grid.lay(way.places)
        self.ways[link] = way
        return way.cost

    def price(self, link: int, way: Way) -> float:
        """What laying a link's track along a way would cost now."""
        ends = self.graph.links[link]
        first, last = way.places[:2], way.places[-2:]
        departs, arrives = self.grid.heading(*first), self.grid.heading(*last)
        doors = dict(self.doors(ends.start, link)), dict(self.doors(ends.end, link, arriving=True))
        return doors[0][first[0]][departs] + self.grid.price(way.places) + doors[1][last[1]][arrives]

    def put_back(self, link: int, way: Way | None) -> None:
        """Lay track where it was before."""
        self.ways[link] = way
        if way:
            self.grid.lay(way.places)

    def ground(self, station: int, place: int) -> list[int]:
        """The places that a station takes when its middle stands on a place."""
        across, along = self.footprints[station]
        x, y = self.grid.at(place)
        return [
            self.grid.place(x + right, y + down)
            for down in range(-along, along + 1)
            for right in range(-across, across + 1)
        ]

    def fits(self, station: int, x: int, y: int, *, over_track: bool = False) -> bool:
        """Whether a station may stand with its middle there: on ground free of track, two steps from any other."""
        across, along = self.footprints[station]
        grid = self.grid
        if not (across + 1 < x < grid.columns - 1 - across and along + 1 < y < grid.rows - 1 - along):
            return False
        return all(
            grid.holder[place] < 0 and not grid.beside[place] and (over_track or not grid.passing[place])
            for place in self.ground(station, grid.place(x, y))
        )

    def standing(self, station: int, at: tuple[int, int]) -> float:
        """What a station costs at a column and row, track aside: by how far it is from home and close to others."""
        x, y = at
        home = self.homes.spots[station]
        cost = self.homes.faith * (abs(x - home[0]) + abs(y - home[1]))
        cost += _COVERING * (self.grid.place(x, y) in self.kept_free)
        across, along = self.footprints[station]
        for other, place in enumerate(self.places):
            if other != station and place >= 0:
                size = self.footprints[other]
                right = abs(place % self.grid.columns - x) - size.across - across
                down = abs(place // self.grid.columns - y) - size.along - along
                if right < _ROOM and down < _ROOM:
                    cost += _close(right, down, bool(across) + bool(size.across))
        return cost

    def doors(self, station: int, link: int, *, arriving: bool = False) -> list[tuple[int, list[float]]]:
        """The places of a station with what it costs a link to depart, or to arrive, by each heading."""
        ground = self.ground(station, self.places[station])
        return [(place, self._door_costs(station, link, place, set(ground), arriving)) for place in ground]

    def arrivals(self, station: int, place: int, field: NDArray[np.float64]) -> float:
        """The least that a link costs from a field of costs to a station that would stand on a place."""
        ground = self.ground(station, place)
        return min(float(field[each].min()) for each in ground)

    def headings(self, station: int, link: int) -> Iterator[tuple[int, int]]:
        """Of the other links that are laid from a station: number and heading of departure."""
        for other in self.graph.meeting[station]:
            way = self.ways[other]
            if other != link and way:
                is_start = self.graph.links[other].start == station
                step = way.places[:2] if is_start else way.places[:-3:-1]
                yield other, self.grid.heading(*step)

    def _door_costs(self, station: int, link: int, place: int, ground: set[int], arriving: bool) -> list[float]:
        taken = list(self.headings(station, link))
        costs = [self._leaving(station, link, heading, taken) for heading in range(8)]
        for heading in range(8):
            if self.grid.next(place, heading) in ground:
                costs[heading] = FAR * 10
        if len(ground) == 1:
            open_sides = _SIDEWAYS - {heading for _, heading in taken}
            if len(open_sides) == 1:  # the last side is kept for the name
                costs[min(open_sides)] = FAR * 10
        return [costs[(heading + 4) % 8] for heading in range(8)] if arriving else costs

    def _leaving(self, station: int, link: int, heading: int, taken: list[tuple[int, int]]) -> float:
        """What it costs a link's lines to leave a station by a heading, with other track leaving already."""
        cost = 0.0
        for line in self.graph.links[link].lines:
            turns = [_TURNING[(other - heading) % 8] for each, other in taken if line in self.graph.links[each].lines]
            if turns:
                cost += 0.6 * min(turns) + 0.4 * sum(turns) / len(turns)
        if not self.footprints[station].across:
            cost += _CROWDED * sum([(other - heading) % 8 in (1, 7) for _, other in taken])
        return cost


def _close(right: int, down: int, large: int) -> float:
    """What it costs that two stations, so many of them large, are only so far apart."""
    cramped = _CRAMPED * (_ROOM - max(right, down)) if large > 1 else 0.0
    return cramped + _TIGHT[large] * (right < 3 and down < 2)
