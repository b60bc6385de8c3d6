"""The ground of neighbourhoods as patches: pieces that hang together, with smooth outlines."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from stackaudit.drawing.ground import NOBODY, SPOT
from stackaudit.drawing.marks import Step
from stackaudit.model.transit import NEIGHBOURHOODS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from stackaudit.drawing.ground import Ground
    from stackaudit.drawing.stops import Stop

_SMOOTHINGS = 12
_KEPT = 3  # every third point is enough to draw

Spot = tuple[int, int]
Point = tuple[float, float]


class Patch(NamedTuple):
    """Ground of a neighbourhood: its outlines, and the spots that it covers by column and row."""

    neighbourhood: str
    shade: int
    steps: tuple[Step, ...]
    spots: frozenset[Spot]


def patches_of(ground: Ground, stops: Sequence[Stop]) -> Iterator[Patch]:
    """The pieces of ground on which stations of their neighbourhood stand, from north to south."""
    rows, columns = ground.owners.shape
    owner = {(x, y): int(ground.owners[y, x]) for y in range(rows) for x in range(columns)}
    left = dict.fromkeys(spot for spot, number in owner.items() if number != NOBODY)
    stood_on = {(int((stop.x - ground.west) // SPOT), int((stop.y - ground.north) // SPOT)) for stop in stops}
    while left:
        piece = _piece(next(iter(left)), owner)
        part = ground.parts[owner[next(iter(left))]]
        for spot in piece:
            del left[spot]
        if not piece.isdisjoint(stood_on):
            yield Patch(part, _shade(part), tuple(_outline(piece, ground)), frozenset(piece))


def _shade(part: str) -> int:
    """The same shade for a neighbourhood on every map."""
    return list(NEIGHBOURHOODS).index(part) if part in NEIGHBOURHOODS else len(NEIGHBOURHOODS)


def _piece(first: Spot, owner: Mapping[Spot, int]) -> set[Spot]:
    """The spots of one owner that hang together with the first."""
    found, ahead = {first}, [first]
    while ahead:
        x, y = ahead.pop()
        for beside in ((x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)):
            if beside not in found and owner.get(beside) == owner[first]:
                found.add(beside)
                ahead.append(beside)
    return found


def _outline(spots: set[Spot], ground: Ground) -> Iterator[Step]:
    """The outlines of spots as closed curves without their steps."""
    for ring in _rings(spots):
        points = _smoothed([(ground.west + x * SPOT, ground.north + y * SPOT) for x, y in ring])[::_KEPT]
        middles = [_middle(here, points[number - 1]) for number, here in enumerate(points)]
        yield Step("M", *middles[0])
        for here, end in zip(points, [*middles[1:], middles[0]], strict=True):
            yield Step("Q", *end, *here)
        yield Step("Z")


def _smoothed(points: list[Point]) -> list[Point]:
    """The points drawn towards their neighbours, again and again."""
    for _ in range(_SMOOTHINGS):
        around = zip(points[-1:] + points[:-1], points, points[1:] + points[:1], strict=True)
        points = [((a[0] + 2 * b[0] + c[0]) / 4, (a[1] + 2 * b[1] + c[1]) / 4) for a, b, c in around]
    return points


def _middle(one: Point, two: Point) -> Point:
    return (one[0] + two[0]) / 2, (one[1] + two[1]) / 2


def _rings(spots: set[Spot]) -> Iterator[list[Spot]]:
    """The outlines by their corners from spot to spot, with the spots on the right of the way."""
    sides: dict[Spot, list[Spot]] = {}
    for x, y in sorted(spots, key=lambda spot: (spot[1], spot[0])):
        for beside, start, end in (
            ((x, y - 1), (x, y), (x + 1, y)),
            ((x + 1, y), (x + 1, y), (x + 1, y + 1)),
            ((x, y + 1), (x + 1, y + 1), (x, y + 1)),
            ((x - 1, y), (x, y + 1), (x, y)),
        ):
            if beside not in spots:
                sides.setdefault(start, []).append(end)
    while sides:
        first = next(iter(sides))
        ring = [first]
        while True:
            ring.append(_taken(sides, ring))
            if ring[-1] == first:
                break
        yield ring[:-1]


def _taken(sides: dict[Spot, list[Spot]], ring: list[Spot]) -> Spot:
    """The next corner, where two outlines touch the one to the right, so that they part."""
    here = ring[-1]
    ends = sides[here]
    chosen = ends[0]
    if len(ends) > 1 and len(ring) > 1:
        dx, dy = here[0] - ring[-2][0], here[1] - ring[-2][1]
        right = (here[0] - dy, here[1] + dx)
        chosen = right if right in ends else ends[0]
    ends.remove(chosen)
    if not ends:
        del sides[here]
    return chosen
