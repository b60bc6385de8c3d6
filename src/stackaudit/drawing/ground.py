"""Whose ground each spot of the town is: that of the neighbourhood whose stations and names are nearest to it."""

from __future__ import annotations

from itertools import pairwise
from math import ceil, hypot
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from stackaudit.drawing.labels import Label, Rectangle
    from stackaudit.drawing.stops import Stop

SPOT = 12.0
"""The side of a spot, in pixels."""

NOBODY = -1

_REACH, _ABOUT_NAMES, _PATH = 62.0, 20.0, 38.0
_BORDER = 20.0  # between two neighbourhoods
_LONGEST_PATH = 330.0
_STRIDE = 14.0
_TOLERATED = 12.0

Point = tuple[float, float]


class Source(NamedTuple):
    """A rectangle around which the ground is a neighbourhood's, so far."""

    box: Rectangle
    reach: float


class Ground(NamedTuple):
    """The owner of each spot by row and column, a number among `parts` or `NOBODY`, from the north-west corner on."""

    west: float
    north: float
    parts: tuple[str, ...]
    owners: NDArray[np.int_]


def ground_of(stops: Sequence[Stop], names: Sequence[Label | None], hub: str) -> Ground:
    """The ground of a town; the hub has none, and stations of a neighbourhood are joined by paths where these are free.

    Nobody's is what is far from all stations, and a strip between neighbourhoods.
    """
    sources: dict[str, list[Source]] = {}
    for stop, name in zip(stops, names, strict=True):
        mine = sources.setdefault("" if stop.id == hub else stop.station.neighbourhood, [])
        mine.append(Source(stop.box, _REACH))
        if name:
            mine.append(Source(name.box, _ABOUT_NAMES))
    parts = tuple(sorted(sources))
    wests, norths, easts, souths = zip(*(source.box for each in sources.values() for source in each), strict=True)
    west, north = min(wests) - _REACH - SPOT, min(norths) - _REACH - SPOT
    xs = west + SPOT * (np.arange(ceil((max(easts) - west + _REACH) / SPOT) + 1) + 0.5)
    ys = north + SPOT * (np.arange(ceil((max(souths) - north + _REACH) / SPOT) + 1) + 0.5)
    places = {part: [(stop.x, stop.y) for stop in stops if _part(stop, hub) == part] for part in parts if part}
    claims = np.array([_claim(sources[part], xs, ys) for part in parts])
    for number, part in enumerate(parts):
        others = np.delete(claims, number, axis=0).min(axis=0, initial=np.inf)
        paths = [Source((*spot, *spot), _PATH) for spot in _paths(places.get(part, ()), others, (west, north))]
        if paths:
            claims[number] = np.minimum(claims[number], _claim(paths, xs, ys))
    return Ground(west, north, parts, _owners(claims, parts))


def _part(stop: Stop, hub: str) -> str:
    return "" if stop.id == hub else stop.station.neighbourhood


def _claim(sources: Sequence[Source], xs: NDArray[np.float64], ys: NDArray[np.float64]) -> NDArray[np.float64]:
    """How far each spot is from the ground around the nearest source, below 0 within it."""
    claim = np.full((len(ys), len(xs)), np.inf)
    for (west, north, east, south), reach in sources:
        across = np.maximum(np.maximum(west - xs, xs - east), 0.0)
        down = np.maximum(np.maximum(north - ys, ys - south), 0.0)
        claim = np.minimum(claim, np.hypot(across, down[:, None]) - reach)
    return claim


def _owners(claims: NDArray[np.float64], parts: Sequence[str]) -> NDArray[np.int_]:
    ordered = np.sort(claims, axis=0)
    nearest = claims.argmin(axis=0)
    clear = ordered[1] - ordered[0] > _BORDER if len(parts) > 1 else np.True_
    real = np.array([bool(part) for part in parts])[nearest]
    return np.where((ordered[0] < 0) & clear & real, nearest, NOBODY)


def _paths(places: Sequence[Point], others: NDArray[np.float64], corner: Point) -> Iterator[Point]:
    """Points of paths between stations that are far apart, where no other neighbourhood is near."""
    for one, two in _tree(places):
        if 1.5 * _REACH < hypot(two[0] - one[0], two[1] - one[1]) <= _LONGEST_PATH:
            bends = ((), (_bend(one, two),), (_bend(two, one),))
            ways = (list(_along([one, *bend, two])) for bend in bends)
            yield from next((way for way in ways if all(_is_free(spot, others, corner) for spot in way)), ())


def _tree(places: Sequence[Point]) -> Iterator[tuple[Point, Point]]:
    """The shortest pairs that join all places."""
    joined, left = list(places[:1]), list(places[1:])
    while left:
        _, one, two = min((hypot(two[0] - one[0], two[1] - one[1]), one, two) for one in joined for two in left)
        yield one, two
        joined.append(two)
        left.remove(two)


def _bend(one: Point, two: Point) -> Point:
    """Where a way that begins diagonally goes on straight."""
    dx, dy = two[0] - one[0], two[1] - one[1]
    less = min(abs(dx), abs(dy))
    return one[0] + (less if dx > 0 else -less), one[1] + (less if dy > 0 else -less)


def _along(corners: Sequence[Point]) -> Iterator[Point]:
    for one, two in pairwise(corners):
        steps = max(1, ceil(hypot(two[0] - one[0], two[1] - one[1]) / _STRIDE))
        for step in range(steps + 1):
            yield one[0] + (two[0] - one[0]) * step / steps, one[1] + (two[1] - one[1]) * step / steps


def _is_free(spot: Point, others: NDArray[np.float64], corner: Point) -> bool:
    """Whether a path may pass: nobody else's ground would be cut off."""
    column, row = int((spot[0] - corner[0]) // SPOT), int((spot[1] - corner[1]) // SPOT)
    return bool(others[row, column] > -_TOLERATED)
