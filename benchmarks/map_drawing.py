"""Measures maps: how long they take, and their bends and crossings against a force layout on the same grid.

Run it as `python benchmarks/map_drawing.py`, with the number of generated networks to compare as the only argument.
"""

from __future__ import annotations

import sys
import time
from itertools import combinations, pairwise
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import networkx as nx

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from drawing.networks import generated
from stackaudit.drawing.composing import compose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stackaudit.drawing.placement import Placement
    from stackaudit.drawing.placement.links import Graph

Spot = tuple[int, int]

_SPREAD = 7
"""By how much the seed and the size of one network differ from those of the next."""


def main() -> None:
    """Print the figures of RESULTS.md."""
    for size in (45, 150):
        network = generated(size, 1)
        start = time.process_time()
        compose(network)
        print(f"{size} systems, {len(network.tracks)} pieces of track: {time.process_time() - start:.1f} s")
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    bends, crossings = [], []
    for number in range(count):
        placement = compose(generated(10 + number * _SPREAD % 71, number)).placement
        ours, plain = figures(placement.graph, placement.ways), figures(placement.graph, force_layout(placement))
        bends.append(ours[0] / max(1, plain[0]))
        crossings.append(ours[1] / max(1, plain[1]))
    print(f"{count} networks of 10 to 80 systems, against a force layout on the same grid (median):")
    print(f"bends {median(bends):.2f}, crossings {median(crossings):.2f}")


def force_layout(placement: Placement) -> list[Sequence[Spot]]:
    """The ways of a force layout: stations on the nearest free places, track diagonal first and then straight.

    Stations keep two steps apart, as ours do, or there would be no room for any name.
    """
    graph = placement.graph
    plain = nx.Graph()
    plain.add_nodes_from(range(len(graph.ids)))
    plain.add_edges_from((link.start, link.end) for link in graph.links)
    layout = nx.spring_layout(plain, seed=1)
    xs, ys = [x for x, _ in placement.stations], [y for _, y in placement.stations]
    taken: dict[int, Spot] = {}
    for station, (x, y) in layout.items():
        column = min(xs) + (x + 1) / 2 * (max(xs) - min(xs))
        row = min(ys) + (y + 1) / 2 * (max(ys) - min(ys))
        taken[station] = nearest_free(column, row, set(taken.values()))
    return [octilinear(taken[link.start], taken[link.end]) for link in graph.links]


def nearest_free(column: float, row: float, taken: set[Spot]) -> Spot:
    """The place nearest to a point that no other station has."""
    reach = range(-12, 13)
    spots = [(round(column) + right, round(row) + down) for right in reach for down in reach]
    free = (spot for spot in spots if all(max(abs(spot[0] - x), abs(spot[1] - y)) > 1 for x, y in taken))
    return min(free, key=lambda spot: ((spot[0] - column) ** 2 + (spot[1] - row) ** 2, spot))


def octilinear(start: Spot, end: Spot) -> Sequence[Spot]:
    """The places of track that runs diagonally until it can run straight."""
    way = [start]
    while way[-1] != end:
        x, y = way[-1]
        way.append((x + (end[0] > x) - (end[0] < x), y + (end[1] > y) - (end[1] < y)))
    return way


def figures(graph: Graph, ways: Sequence[Sequence[Spot]]) -> tuple[int, int]:
    """Bends, in track and of lines that pass a station, and crossings of track that is not of one station."""
    bends = sum(bends_of(way) for way in ways)
    for station in range(len(graph.ids)):
        for one, two in combinations(graph.meeting[station], 2):
            shared = set(graph.links[one].lines) & set(graph.links[two].lines)
            out = [leaving(graph, ways, link, station) for link in (one, two)]
            alone = [
                line for line in shared if sum(line in graph.links[each].lines for each in graph.meeting[station]) == 2
            ]
            bends += len(alone) * (out[0] != (-out[1][0], -out[1][1]))
    pairs = combinations(range(len(ways)), 2)
    crossings = sum(crossed(ways[one], ways[two]) for one, two in pairs if not meet(graph, one, two))
    return bends, crossings


def bends_of(way: Sequence[Spot]) -> int:
    """How often a way changes its direction."""
    steps = [(end[0] - start[0], end[1] - start[1]) for start, end in pairwise(way)]
    return sum(one != two for one, two in pairwise(steps))


def leaving(graph: Graph, ways: Sequence[Sequence[Spot]], link: int, station: int) -> Spot:
    """The step by which a link leaves a station."""
    start, end = ways[link][:2] if graph.links[link].start == station else ways[link][:-3:-1]
    return end[0] - start[0], end[1] - start[1]


def meet(graph: Graph, one: int, two: int) -> bool:
    """Whether two links end at one station."""
    return bool(set(graph.links[one][:2]) & set(graph.links[two][:2]))


def crossed(one: Sequence[Spot], two: Sequence[Spot]) -> int:
    """How often two ways cross or touch: runs of places that they share, and diagonals across each other."""
    shared = [place in set(two) for place in one]
    runs = sum(here and not before for before, here in zip([False, *shared], shared, strict=False))
    return runs + len(diagonals(one) & diagonals(two) - shared_steps(one, two))


def diagonals(way: Sequence[Spot]) -> set[Spot]:
    """The middles of diagonal steps, doubled."""
    return {
        (start[0] + end[0], start[1] + end[1])
        for start, end in pairwise(way)
        if start[0] != end[0] and start[1] != end[1]
    }


def shared_steps(one: Sequence[Spot], two: Sequence[Spot]) -> set[Spot]:
    """The middles of steps that two ways share, doubled, which are no crossings of their own."""
    steps = [{frozenset(pair) for pair in pairwise(way)} for way in (one, two)]
    return {(sum(x for x, _ in pair), sum(y for _, y in pair)) for pair in steps[0] & steps[1]}


if __name__ == "__main__":
    main()
