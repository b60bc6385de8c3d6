"""A first place for every station: a plot of a coarse pattern where its links are short, straight and apart.

Stations where track goes on are placed first, several times over; those where it ends then join the best of these.
"""

from __future__ import annotations

from collections import Counter
from math import ceil, sqrt
from typing import TYPE_CHECKING

import numpy as np

from stackaudit.drawing.placement.annealing import Search
from stackaudit.drawing.placement.links import graph_among
from stackaudit.drawing.placement.plot_costs import Costs
from stackaudit.drawing.placement.zones import Zone, zones_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from stackaudit.drawing.placement.links import Graph

STEP = 3
"""How many places of the grid a plot is wide and high."""

_BREADTH = 1.5  # columns to rows
_ROOM, _MORE = 3.0, 4  # plots for each station, and for so many that are not there
_TRIES = ((50, 4), (100, 2))  # for networks of up to so many stations; beyond, one takes long enough
_HOT = tuple(np.geomspace(30.0, 4.0, 12).tolist())
_COOL = tuple(np.geomspace(6.0, 0.5, 6).tolist())
_MOVES, _LATE_MOVES = 600, 700


def first_plots(graph: Graph, parts: Sequence[str], hub: int, luck: int) -> NDArray[np.complex128]:
    """The plots of all stations as columns and rows, real and imaginary, from the north-west.

    Stations have neighbourhoods, the `parts`; `hub` is the one in the middle, or -1. Another `luck` is another search.
    """
    own = ["" if number == hub else part for number, part in enumerate(parts)]
    columns, rows = size_of(len(graph.ids))
    zones = _zones(own, columns, rows)
    order = sorted(range(len(graph.ids)), key=lambda each: (each != hub, -graph.degree(each), each))
    passed = [number for number in order if number == hub or graph.degree(number) > 1]
    costs = Costs(graph_among(graph, passed), own, hub, zones)
    tries = next((count for most, count in _TRIES if len(order) <= most), 1)
    found = [_searched(Search(columns, rows, costs, hub), passed, luck * tries + number) for number in range(tries)]
    best = min(found, key=lambda search: round(costs.total(search.at, passed), 3))
    best.costs = Costs(graph, own, hub, zones)
    for number in order:
        if number not in passed:
            best.join(number)
    best.anneal(np.random.RandomState(luck), _COOL, _LATE_MOVES)
    best.improve()
    return best.at


def size_of(stations: int) -> tuple[int, int]:
    """Columns and rows of plots for so many stations."""
    plots = _ROOM * (stations + _MORE)
    columns = ceil(sqrt(plots * _BREADTH))
    return columns, ceil(plots / columns)


def _searched(search: Search, stations: Sequence[int], seed: int) -> Search:
    """A search for some stations, the first of which get a plot first, with its own luck."""
    for number in stations:
        search.settle(number)
    search.anneal(np.random.RandomState(seed), _HOT, _MOVES)  # whose numbers numpy promises never to change
    search.improve()
    return search


def _zones(parts: Sequence[str], columns: int, rows: int) -> list[tuple[float, float, float, float]]:
    """For each station the west, north, east and south of its zone, in plots."""
    zones = {part: Zone(0.0, 0.0, 1.0, 1.0) for part in parts} | zones_of(Counter(part for part in parts if part))
    return [
        (west * columns - 0.5, north * rows - 0.5, east * columns - 0.5, south * rows - 0.5)
        for west, north, east, south in (zones[part] for part in parts)
    ]
