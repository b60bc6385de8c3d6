"""Track on the page: parallel lines beside each other, straight pieces at 45 degrees, round corners."""

from __future__ import annotations

from itertools import pairwise
from math import hypot
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.drawing.marks import Step

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from stackaudit.drawing.placement.placing import Placement
    from stackaudit.model.transit import Track

WIDTH = 8.0
PITCH = 10.5
"""How wide a line is and how far parallel lines lie apart, in pixels."""

_RADIUS = 26.0
_STRAIGHTEST = 0.46  # how much of a piece a corner may take at each end

Point = tuple[float, float]


class Run(NamedTuple):
    """A line's track between two stations: its corners, in pixels, and the path with the corners rounded."""

    link: int
    line: int
    track: Track
    corners: tuple[Point, ...]
    steps: tuple[Step, ...]


def runs_of(placement: Placement, orders: Sequence[Sequence[int]], cell: float) -> Iterator[Run]:
    """All track that is laid, in the order of links; `orders` has the lines of each link from left to right."""
    for number, (link, way) in enumerate(zip(placement.graph.links, placement.ways, strict=True)):
        if not way:
            continue
        middle = [(x * cell, y * cell) for x, y in straightened(way)]
        order = orders[number]
        for line, track in zip(link.lines, link.tracks, strict=True):
            aside = (order.index(line) - (len(order) - 1) / 2) * PITCH
            corners = _beside(middle, aside)
            yield Run(number, line, track, tuple(corners), tuple(_rounded(corners, aside)))


def pieces_of(runs: Iterable[Run]) -> Iterator[tuple[float, float, float, float, float]]:
    """Straight pieces with half their width, and across each corner the chord that the curve stays outside of."""
    for run in runs:
        for (x, y), (to_x, to_y) in zip(run.corners, run.corners[1:], strict=False):
            yield x, y, to_x, to_y, WIDTH / 2
        for before, curve in zip(run.steps, run.steps[1:], strict=False):
            if curve.kind == "Q":
                yield before.x, before.y, curve.x, curve.y, WIDTH / 2


def straightened(way: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The ends and corners of a way."""
    kept = list(way[:1])
    for before, here, after in zip(way, way[1:], way[2:], strict=False):
        if (here[0] - before[0], here[1] - before[1]) != (after[0] - here[0], after[1] - here[1]):
            kept.append(here)
    return [*kept, way[-1]]


def _beside(middle: Sequence[Point], aside: float) -> list[Point]:
    """The corners of track that runs so far to the right of the middle."""
    rights = [_right(start, end) for start, end in pairwise(middle)]
    first, last = rights[0], rights[-1]
    moved = [(middle[0][0] + aside * first[0], middle[0][1] + aside * first[1])]
    for (x, y), one, two in zip(middle[1:], rights, rights[1:], strict=False):
        part = aside / (1 + one[0] * two[0] + one[1] * two[1])
        moved.append((x + part * (one[0] + two[0]), y + part * (one[1] + two[1])))
    return [*moved, (middle[-1][0] + aside * last[0], middle[-1][1] + aside * last[1])]


def _right(start: Point, end: Point) -> Point:
    """A step of length 1 to the right of the way from start to end."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = hypot(dx, dy)
    return -dy / length, dx / length


def _rounded(corners: Sequence[Point], aside: float) -> Iterator[Step]:
    """Straight steps with a curve at each corner, wider for the outer of parallel lines."""
    yield Step("M", *corners[0])
    for before, here, after in zip(corners, corners[1:], corners[2:], strict=False):
        one, two = _towards(here, before), _towards(here, after)
        side = (here[0] - before[0]) * (after[1] - here[1]) - (here[1] - before[1]) * (after[0] - here[0])
        radius = _RADIUS - aside if side > 0 else _RADIUS + aside
        cosine = -(one[0] * two[0] + one[1] * two[1])
        tangent = radius * ((1 - cosine) / (1 + cosine)) ** 0.5
        cut = min(tangent, _STRAIGHTEST * _apart(here, before), _STRAIGHTEST * _apart(here, after))
        yield Step("L", here[0] + one[0] * cut, here[1] + one[1] * cut)
        yield Step("Q", here[0] + two[0] * cut, here[1] + two[1] * cut, *here)
    yield Step("L", *corners[-1])


def _towards(start: Point, end: Point) -> Point:
    length = _apart(start, end)
    return (end[0] - start[0]) / length, (end[1] - start[1]) / length


def _apart(one: Point, two: Point) -> float:
    return hypot(two[0] - one[0], two[1] - one[1])
