"""Placement as a whole: first plots, or the places of an earlier map, then track over the grid, then local search."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from stackaudit.drawing.placement.grid import Grid
from stackaudit.drawing.placement.links import graph_of
from stackaudit.drawing.placement.plots import STEP, first_plots
from stackaudit.drawing.placement.searching import improve
from stackaudit.drawing.placement.town import Footprint, Homes, Town

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from stackaudit.drawing.placement.links import Graph
    from stackaudit.model.transit import TransitNetwork

OUTSIDE = "outside"
"""The state of stations that stand beyond the border of the fare zone, in the east."""

Spot = tuple[int, int]

_MARGIN = 3
_REACH = 5
_LARGE = 90  # stations, from which on each round of search takes long
_HOMELOVE, _FAITH = 0.03, 4.0
_LEAST_GROUND = 16  # places for each station
_FARTHEST = 24  # places, for the root of the number of stations
_STRIP = 4  # places from column to column outside
_MOST_DOORS = 20  # of a station that is one place high


class Placement(NamedTuple):
    """Stations and track on the grid: middle and footprint by station, points from start to end by link.

    `border` has the first and last columns and rows of the fare zone: west, north, east, south.
    """

    graph: Graph
    stations: tuple[Spot, ...]
    footprints: tuple[Footprint, ...]
    ways: tuple[tuple[Spot, ...], ...]
    border: tuple[int, int, int, int]


def placement_of(town: Town) -> Placement:
    """Where everything is now, with the fare zone no larger than it need be and what is outside next to it."""
    at = town.grid.at
    ways = tuple(tuple(at(each) for each in way.places) if way else () for way in town.ways)
    stations = [at(each) for each in town.places]
    inside = [spot for spot in (*stations, *(spot for way in ways for spot in way)) if spot[0] < town.homes.border[0]]
    xs, ys = [x for x, _ in inside] or [0], [y for _, y in inside] or [0]
    border = min(xs) - _MARGIN, min(ys) - _MARGIN, max(xs) + _MARGIN, max(ys) + _MARGIN
    nearer, higher = town.homes.border[0] - border[2], min(ys) - _MARGIN
    for number, (x, y) in enumerate(stations):
        if x >= town.homes.border[0] and not town.graph.meeting[number]:
            stations[number] = x - nearer, y + higher
    return Placement(town.graph, tuple(stations), tuple(town.footprints), ways, border)


def placed(network: TransitNetwork, previous: Mapping[str, Spot], stretch: float) -> Town:
    """A town with all stations of a network, and track between them where any is possible.

    `previous` are the columns and rows of stations on an earlier map, which they would rather keep. Without them
    stations are `stretch` times as far apart as they need to be.
    """
    graph = graph_of(network)
    hub = graph.ids.index(network.hub) if network.hub in graph.ids else -1
    footprints = tuple(_footprint(graph.degree(number), number == hub) for number in range(len(graph.ids)))
    known = _known(graph, previous)
    spots, border = _homes(network, graph, hub, known, stretch)
    homes = Homes(spots, border, _FAITH if known else _HOMELOVE)
    fixed = {number for number, station in enumerate(network.stations.values()) if station.state == OUTSIDE}
    town = _built(graph, footprints, homes)
    improve(town, {hub, *fixed}, 4 if len(graph.ids) < _LARGE else 2, _REACH)
    return town


def _homes(
    network: TransitNetwork, graph: Graph, hub: int, known: Mapping[int, Spot], stretch: float
) -> tuple[list[Spot], Spot]:
    """A home for every station, and the last column and row of the fare zone."""
    stations = list(network.stations.values())
    outside = [number for number, station in enumerate(stations) if station.state == OUTSIDE]
    inside = [number for number in range(len(stations)) if number not in set(outside)]
    homes = _settled_before(graph, inside, known) if len(known) > len(inside) / 2 else {}
    if len(homes) < len(inside):
        plots = first_plots(graph, [station.neighbourhood for station in stations], hub, inside)
        homes = {number: _spot(plots.at[number] * STEP * stretch) for number in inside}
    across = max((x for x, _ in homes.values()), default=_MARGIN) + _MARGIN
    down = max((y for _, y in homes.values()), default=_MARGIN) + _MARGIN
    down = max(down, _LEAST_GROUND * (len(inside) + _MARGIN) // across)
    rows = max(1, (down - 2 * _MARGIN) // 2 + 1)
    for position, number in enumerate(outside):
        homes[number] = across + 2 + position // rows * _STRIP, _MARGIN + position % rows * 2
    return [homes[number] for number in range(len(stations))], (across, down)


def _known(graph: Graph, previous: Mapping[str, Spot]) -> dict[int, Spot]:
    """The earlier places of the stations; none are, where these are so far apart or so close that no map had them."""
    known = {number: previous[name] for number, name in enumerate(graph.ids) if name in previous}
    farthest = max((max(spot) for spot in known.values()), default=0)
    is_map = len({*known.values()}) == len(known) and farthest <= _FARTHEST * (len(graph.ids) + _FARTHEST) ** 0.5
    return known if is_map else {}


def _settled_before(graph: Graph, inside: Sequence[int], known: Mapping[int, Spot]) -> dict[int, Spot]:
    """The places of an earlier map, and for new stations the free ones nearest to what they are linked with."""
    homes = {number: known[number] for number in inside if number in known}
    for number in inside:
        if number not in homes:
            linked = [graph.links[link].other(number) for link in graph.meeting[number]]
            around = [homes[other] for other in linked if other in homes] or list(homes.values())
            middle = sum(x for x, _ in around) / len(around), sum(y for _, y in around) / len(around)
            homes[number] = _free(middle, list(homes.values()))
    return homes


def _spot(at: NDArray[np.float64]) -> Spot:
    x, y = at.round()
    return int(x) + _MARGIN, int(y) + _MARGIN


def _free(middle: tuple[float, float], taken: Sequence[Spot]) -> Spot:
    """The place nearest to a point that is apart from all that are taken."""
    reach = int(len(taken) ** 0.5) + 4
    x, y = round(middle[0]), round(middle[1])
    spots = [
        (max(_MARGIN, x + right), max(_MARGIN, y + down))
        for down in range(-2 * reach, 2 * reach + 1)
        for right in range(-3 * reach, 3 * reach + 1)
    ]
    apart = [spot for spot in spots if all(abs(spot[0] - ox) > 2 or abs(spot[1] - oy) > 1 for ox, oy in taken)]
    return min(apart, key=lambda spot: ((spot[0] - middle[0]) ** 2 + (spot[1] - middle[1]) ** 2, spot))


def _built(graph: Graph, footprints: Sequence[Footprint], homes: Homes) -> Town:
    """Stations at home, or where they fit next to it, the largest first; and track, the shortest first."""
    grid = Grid(
        max([homes.border[0] + 1, *(x + _MARGIN for x, _ in homes.spots)]),
        max([homes.border[1] + 1, *(y + _MARGIN for _, y in homes.spots)]),
        homes.border,
    )
    town = Town(graph, grid, footprints, homes)
    for station in sorted(range(len(graph.ids)), key=lambda each: (-footprints[each].across, each)):
        x, y = homes.spots[station]
        _, column, row = min(
            (abs(column - x) + abs(row - y), column, row)
            for column in range(grid.columns)
            for row in range(grid.rows)
            if town.fits(station, column, row)
        )
        town.settle(station, grid.place(column, row))
    apart = {}
    for number, link in enumerate(graph.links):
        one, two = grid.at(town.places[link.start]), grid.at(town.places[link.end])
        apart[number] = max(abs(one[0] - two[0]), abs(one[1] - two[1])), number
    for number in sorted(apart, key=apart.__getitem__):
        town.lay(number)
    return town


def _footprint(degree: int, is_hub: bool) -> Footprint:
    """How much ground a station of so many links needs to have a door for each."""
    if not is_hub and degree <= 6:
        return Footprint()
    along = 0 if degree <= _MOST_DOORS else 1
    across = 1 if degree <= 8 else 2 if degree <= 12 else 3 if degree <= 16 else 4 + (degree - 17) // 4
    return Footprint(across, along)
