"""Placement as a whole: first plots, or the places of an earlier map, then track over the grid, then local search."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from stackaudit.drawing.placement.grid import Grid
from stackaudit.drawing.placement.links import graph_of
from stackaudit.drawing.placement.plots import STEP, first_plots
from stackaudit.drawing.placement.searching import improve
from stackaudit.drawing.placement.town import Footprint, Homes, Town

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from stackaudit.drawing.placement.links import Graph
    from stackaudit.model.transit import TransitNetwork

Spot = tuple[int, int]

_MARGIN = 3
_REACH, _ROUNDS = 5, 4
_STARTS, _FEW = 2, 30  # stations, up to which whole towns are built to choose from
_LARGE = 90  # stations, from which on a round of search takes long
_HOMELOVE, _FAITH = 0.03, 4.0
_LEAST_GROUND = 16  # places for each station
_FARTHEST = 24  # places, for the root of the number of stations
_MOST_DOORS = 20  # of a station that is one place high


class Placement(NamedTuple):
    """Stations and track on the grid: middle and footprint by station, points from start to end by link."""

    graph: Graph
    stations: tuple[Spot, ...]
    footprints: tuple[Footprint, ...]
    ways: tuple[tuple[Spot, ...], ...]


def placement_of(town: Town) -> Placement:
    """Where everything is now."""
    at = town.grid.at
    ways = tuple(tuple(at(each) for each in way.places) if way else () for way in town.ways)
    return Placement(town.graph, tuple(at(each) for each in town.places), tuple(town.footprints), ways)


def placed(network: TransitNetwork, previous: Mapping[str, Spot], stretch: float) -> Town:
    """A town with all stations of a network, and track between them where any is possible.

    `previous` are the columns and rows of stations on an earlier map, which they would rather keep. Without them
    stations are `stretch` times as far apart as they need to be.
    """
    graph = graph_of(network)
    hub = graph.ids.index(network.hub) if network.hub in graph.ids else -1
    footprints = tuple(_footprint(graph.degree(number), number == hub) for number in range(len(graph.ids)))
    known = _known(graph, previous)
    if len(known) > len(graph.ids) / 2:
        starts = [Homes(_settled_before(graph, known), _FAITH)]
    else:
        parts = [station.neighbourhood for station in network.stations.values()]
        plots = (first_plots(graph, parts, hub, luck) for luck in range(_STARTS if len(graph.ids) <= _FEW else 1))
        starts = [Homes([_spot(complex(plot) * STEP * stretch) for plot in each], _HOMELOVE) for each in plots]
    towns = [_built(graph, footprints, homes) for homes in starts]
    for town in towns:
        improve(town, {hub}, _ROUNDS if len(graph.ids) < _LARGE else 1, _REACH)
    return min(towns, key=Town.cost)


def _known(graph: Graph, previous: Mapping[str, Spot]) -> dict[int, Spot]:
    """The earlier places of the stations; none are, where these are so far apart or so close that no map had them."""
    known = {number: previous[name] for number, name in enumerate(graph.ids) if name in previous}
    farthest = max((max(spot) for spot in known.values()), default=0)
    is_map = len({*known.values()}) == len(known) and farthest <= _FARTHEST * (len(graph.ids) + _FARTHEST) ** 0.5
    return known if is_map else {}


def _settled_before(graph: Graph, known: Mapping[int, Spot]) -> list[Spot]:
    """The places of an earlier map, and for new stations the free ones nearest to what they are linked with."""
    homes = dict(known)
    for number in range(len(graph.ids)):
        if number not in homes:
            linked = [graph.links[link].other(number) for link in graph.meeting[number]]
            around = [homes[other] for other in linked if other in homes] or list(homes.values())
            middle = sum(x for x, _ in around) / len(around), sum(y for _, y in around) / len(around)
            homes[number] = _free(middle, list(homes.values()))
    return [homes[number] for number in range(len(graph.ids))]


def _spot(at: complex) -> Spot:
    return round(at.real) + _MARGIN, round(at.imag) + _MARGIN


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
    columns = max((x for x, _ in homes.spots), default=0) + _MARGIN + 1
    rows = max((y for _, y in homes.spots), default=0) + _MARGIN + 1
    grid = Grid(columns, max(rows, _LEAST_GROUND * (len(graph.ids) + _MARGIN) // columns))
    town = Town(graph, grid, footprints, homes)
    for station in sorted(range(len(graph.ids)), key=lambda each: (-footprints[each].across, each)):
        column, row = _nearest_fit(town, station)
        town.settle(station, grid.place(column, row))
    apart = {}
    for number, link in enumerate(graph.links):
        one, two = grid.at(town.places[link.start]), grid.at(town.places[link.end])
        apart[number] = max(abs(one[0] - two[0]), abs(one[1] - two[1])), number
    for number in sorted(apart, key=apart.__getitem__):
        town.lay(number)
    return town


def _nearest_fit(town: Town, station: int) -> Spot:
    """Where a station fits nearest to its home, looked for in ever wider rings."""
    x, y = town.homes.spots[station]
    farthest = max(town.grid.columns, town.grid.rows)
    around = (spot for away in range(2 * farthest) for spot in _ring(x, y, away))
    return next(spot for spot in around if town.fits(station, *spot))


def _ring(x: int, y: int, away: int) -> Iterator[Spot]:
    """The spots so many steps across and down away."""
    for across in range(-away, away + 1):
        down = away - abs(across)
        yield from dict.fromkeys(((x + across, y - down), (x + across, y + down)))


def _footprint(degree: int, is_hub: bool) -> Footprint:
    """How much ground a station of so many links needs to have a door for each."""
    if not is_hub and degree <= 6:
        return Footprint()
    along = 0 if degree <= _MOST_DOORS else 1
    across = 1 if degree <= 8 else 2 if degree <= 12 else 3 if degree <= 16 else 4 + (degree - 17) // 4
    return Footprint(across, along)
