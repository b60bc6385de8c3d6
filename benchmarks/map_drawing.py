"""Measures maps from their SVG: overlaps, bends and crossings against a force layout, time, and what one system moves.

    python benchmarks/map_drawing.py        # 200 generated networks of 10 to 80 systems, some ten minutes
    python benchmarks/map_drawing.py 20     # fewer

The force layout has the same stations and links, snapped to the same grid, and track that runs diagonally and then
straight.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from itertools import combinations, pairwise
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

import networkx as nx

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from drawing.measuring import measured, overlaps, shared_ground
from drawing.networks import generated
from stackaudit.drawing.composing import compose
from stackaudit.drawing.svg import map_svg
from stackaudit.model.transit import Station, Track

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from stackaudit.drawing.placement import Placement
    from stackaudit.drawing.placement.links import Graph
    from stackaudit.model.transit import TransitNetwork

Spot = tuple[int, int]

_SPREAD = 7
"""By how much the size of one network differs from that of the next."""


class Figures(NamedTuple):
    """What one map was found to have."""

    slanted: int
    overlaps: int
    shared: int
    bends: float
    crossings: float
    moved: float
    moved_without: float


def main() -> None:
    """Print the figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    found = [figures_of(generated(10 + number * _SPREAD % 71, number)) for number in range(count)]
    print(f"{count} networks of 10 to 80 systems:")
    print(f"  track that is not octilinear: {sum(each.slanted for each in found)} pieces")
    print(f"  overlaps: {sum(each.overlaps for each in found)}, shared ground: {sum(each.shared for each in found)}")
    print(f"  bends against a force layout, median: {median(each.bends for each in found):.2f}")
    print(f"  crossings against a force layout, median: {median(each.crossings for each in found):.2f}")
    moved = [each.moved for each in found]
    print(f"  one system more moves the others by {median(moved):g} places, at worst {max(moved):g} (medians)")
    print(f"  without the file of positions by {median(each.moved_without for each in found):g}")
    for systems, flows in ((45, 60), (150, 200)):
        print(f"{systems} systems, {flows} integrations, the whole process: {seconds(systems, flows):.1f} s")


def figures_of(network: TransitNetwork) -> Figures:
    """The figures of one network."""
    drawn = compose(network)
    found = measured(map_svg(drawn.drawing))
    placement = drawn.placement
    ours, plain = (figures(placement.graph, ways) for ways in (placement.ways, force_layout(placement)))
    more = with_one_more(network)
    return Figures(
        sum(not segment.is_octilinear for segment in found.track),
        len(overlaps(found)),
        len(shared_ground(found)),
        ours[0] / max(1, plain[0]),
        ours[1] / max(1, plain[1]),
        median(moves(drawn.positions, compose(more, drawn.positions).positions)),
        median(moves(drawn.positions, compose(more).positions)),
    )


def with_one_more(network: TransitNetwork) -> TransitNetwork:
    """The network with one system more, which is linked with the first."""
    line = network.lines[0].id
    newcomer = Station("new", "Newcomer", "marketing-ops", "open", (line,))
    track = Track(line, next(iter(network.stations)), "new", "open")
    return replace(network, stations={**network.stations, "new": newcomer}, tracks=(*network.tracks, track))


def moves(before: dict[str, Spot], after: dict[str, Spot]) -> Iterator[int]:
    """How many places each station moved, apart from what all did together."""
    dx, dy = (median(after[name][axis] - before[name][axis] for name in before) for axis in (0, 1))
    for name, (x, y) in before.items():
        yield max(abs(after[name][0] - x - dx), abs(after[name][1] - y - dy))


def seconds(systems: int, flows: int) -> float:
    """How long `stackaudit map` takes for an inventory in which everything is on a line."""
    categories = (
        "form-builder marketing-automation crm erp web-analytics storefront service-desk data-warehouse".split()
    )
    names = [
        f"  s{number}: {{name: System {number}, category: {categories[number % len(categories)]}}}"
        for number in range(systems)
    ]
    pairs = [(number, (number * number + number // systems + 1) % systems) for number in range(flows)]
    links = [
        f"  - {{from: s{start % systems}, to: s{end}, method: api}}" for start, end in pairs if start % systems != end
    ]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "inventory.yaml"
        path.write_text("\n".join(["systems:", *names, "integrations:", *links, ""]), encoding="utf-8")
        command = [sys.executable, "-m", "stackaudit", "map", str(path), "--output", str(Path(folder) / "map.svg")]
        start = time.perf_counter()
        subprocess.run(command, check=True)
        return time.perf_counter() - start


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
