"""The order of parallel lines in shared track, chosen so that few cross where they part."""

from __future__ import annotations

from itertools import combinations, permutations
from typing import TYPE_CHECKING

from stackaudit.drawing.placement.arcs import HEADINGS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stackaudit.drawing.placement.placing import Placement

_MOST_TRIED = 5
_ROUNDS = 4


def orders_of(placement: Placement) -> list[tuple[int, ...]]:
    """For each link its lines from left to right, seen along the link from start to end."""
    links = placement.graph.links
    orders = [link.lines for link in links]
    shared = [number for number, link in enumerate(links) if len(link.lines) > 1 and placement.ways[number]]
    for _ in range(_ROUNDS):
        before = list(orders)
        for number in shared:
            orders[number] = min(_tried(orders[number]), key=lambda order: _crossings(placement, orders, number, order))
        if orders == before:
            break
    return orders


def _tried(order: tuple[int, ...]) -> list[tuple[int, ...]]:
    """The orders to try: all of a few lines, and of many those with two neighbours changed over."""
    if len(order) <= _MOST_TRIED:
        return [order, *permutations(sorted(order))]
    swaps = range(len(order) - 1)
    return [order, *[(*order[:at], order[at + 1], order[at], *order[at + 2 :]) for at in swaps]]


def _crossings(placement: Placement, orders: Sequence[tuple[int, ...]], link: int, order: tuple[int, ...]) -> int:
    """How many pairs of lines cross at the ends of a link that has them in an order."""
    ends = placement.graph.links[link]
    along = _crossings_at(placement, orders, link, ends.end, order)
    return along + _crossings_at(placement, orders, link, ends.start, order[::-1])


def _crossings_at(
    placement: Placement, orders: Sequence[tuple[int, ...]], link: int, station: int, order: tuple[int, ...]
) -> int:
    """How many pairs cross at a station that they come to in an order from left to right."""
    exits = {line: _exits(placement, orders, link, station, line) for line in order}
    return sum(
        bool(exits[left] and exits[right] and min(exits[left]) > max(exits[right]))
        for left, right in combinations(order, 2)
    )


def _exits(
    placement: Placement, orders: Sequence[tuple[int, ...]], link: int, station: int, line: int
) -> list[tuple[int, int]]:
    """Where a line goes on from a station: how far to the right of sharp left, then its place among parallel lines."""
    graph = placement.graph
    came = _heading(placement, link, station)
    found = []
    for other in graph.meeting[station]:
        if other != link and line in graph.links[other].lines and placement.ways[other]:
            leaves_forward = graph.links[other].start == station
            order = orders[other] if leaves_forward else orders[other][::-1]
            found.append(((_heading(placement, other, station) - came) % 8, order.index(line)))
    return found


def _heading(placement: Placement, link: int, station: int) -> int:
    """The heading by which a link leaves a station, clockwise from east."""
    way = placement.ways[link]
    start, step = way[:2] if placement.graph.links[link].start == station else way[:-3:-1]
    return HEADINGS.index((step[0] - start[0], step[1] - start[1]))
