"""Room for names: where a station finds none for its name, track and stations nearby are asked to make way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.drawing.labels import chosen, clash_counts, obstacles
from stackaudit.drawing.naming import ways_to_name
from stackaudit.drawing.ordering import orders_of
from stackaudit.drawing.placement import placement_of
from stackaudit.drawing.placement.enlarging import enlarge
from stackaudit.drawing.placement.searching import moved, relaid
from stackaudit.drawing.placement.town import Footprint
from stackaudit.drawing.stops import stops_of
from stackaudit.drawing.tracks import pieces_of, runs_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from stackaudit.drawing.labels import Label, Obstacles, Rectangle
    from stackaudit.drawing.placement.town import Town
    from stackaudit.drawing.stops import Stop
    from stackaudit.model.transit import TransitNetwork

_ROUNDS = 8
_ROOMY = Footprint(1, 0)
"""The ground of a station that has its name in it."""

_KEPT, _WANTED = 1.5, 3.0
_REACH = 3
_PARTS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)


def make_room(network: TransitNetwork, town: Town, cell: float) -> bool:
    """Lay track anew and move stations until all names and all track have room at a scale; whether they have."""
    before = len(town.places) + 1
    for attempt in range(_ROUNDS):
        stops, around = _drawn(network, town, cell)
        ways = [ways_to_name(stop) for stop in stops]
        names = chosen(ways, around)
        without = [number for number, each in enumerate(ways) if each and not names[number]]
        unlaid = [link for link, way in enumerate(town.ways) if way is None]
        if not without and not unlaid:
            return True
        stuck, before = without and len(without) >= before, len(without)
        if stuck:
            before = len(town.places) + 1
            for station in without:
                enlarge(town, station, _ROOMY)
            continue
        kept = [name.box for name in names if name]
        wanted = [_wanted(ways[number], around, kept) for number in without]
        _reserve(town, cell, kept, wanted, attempt)
        ends = [end for link in unlaid for end in town.graph.links[link][:2]]
        asked = (*without, *ends, *_in_the_way(stops, wanted))
        _give_way(town, [station for station in asked if stops[station].id != network.hub])
    town.grid.shun({})
    return False


def _give_way(town: Town, stations: Sequence[int]) -> None:
    """Lay anew all track that is missing or where a name is wanted, and move some stations."""
    for link, way in enumerate(list(town.ways)):
        if way is None or town.grid.shunned(way.places):
            relaid(town, link)
    for station in dict.fromkeys(stations):
        moved(town, station, _REACH)


def _drawn(network: TransitNetwork, town: Town, cell: float) -> tuple[tuple[Stop, ...], Obstacles]:
    placement = placement_of(town)
    runs = tuple(runs_of(placement, orders_of(placement), cell))
    stops = tuple(stops_of(network, placement, runs, cell))
    return stops, obstacles(pieces_of(runs), [stop.box for stop in stops])


def _wanted(ways: Sequence[Label], around: Obstacles, names: Sequence[Rectangle]) -> Rectangle:
    """Where the name would cover least."""
    covered = clash_counts(ways, around, names)
    best = min(range(len(ways)), key=lambda number: (covered[number] + ways[number].cost * 0.4, number))
    return ways[best].box


def _reserve(town: Town, cell: float, kept: Sequence[Rectangle], wanted: Sequence[Rectangle], attempt: int) -> None:
    """Make steps of track through names dear, and keep stations out of them."""
    dear: dict[tuple[int, int], float] = {}
    free = set()
    for boxes, price in ((kept, _KEPT), (wanted, _WANTED + attempt)):
        for box in boxes:
            for step in _steps_through(town, box, cell):
                dear[step] = dear.get(step, 0.0) + price
    for box in wanted:
        free |= {place for place, _ in _steps_through(town, box, cell)}
    town.grid.shun(dear)
    town.kept_free = frozenset(free)


def _steps_through(town: Town, box: Rectangle, cell: float) -> Iterator[tuple[int, int]]:
    """The steps from place to place that come near a rectangle."""
    near = 9.0
    west, north, east, south = box[0] - near, box[1] - near, box[2] + near, box[3] + near
    for row in range(max(0, int(north // cell)), min(town.grid.rows - 1, int(south // cell) + 1) + 1):
        for column in range(max(0, int(west // cell)), min(town.grid.columns - 1, int(east // cell) + 1) + 1):
            place = town.grid.place(column, row)
            for heading in range(4):
                to = town.grid.next(place, heading)
                if to >= 0 and _meets((column, row), town.grid.at(to), (west, north, east, south), cell):
                    yield place, heading


def _meets(start: tuple[int, int], end: tuple[int, int], box: Rectangle, cell: float) -> bool:
    """Whether a step meets a rectangle, tried at points along it."""
    for part in _PARTS:
        x, y = (start[0] + (end[0] - start[0]) * part) * cell, (start[1] + (end[1] - start[1]) * part) * cell
        if box[0] < x < box[2] and box[1] < y < box[3]:
            return True
    return False


def _in_the_way(stops: Sequence[Stop], wanted: Sequence[Rectangle]) -> Iterator[int]:
    """Stations that stand where a name is wanted."""
    for number, stop in enumerate(stops):
        west, north, east, south = stop.box
        if any(west < box[2] and box[0] < east and north < box[3] and box[1] < south for box in wanted):
            yield number
