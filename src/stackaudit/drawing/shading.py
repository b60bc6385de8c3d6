"""The ground of neighbourhoods: around each station what is nearer to it than to those of other neighbourhoods."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from stackaudit.drawing.marks import Step
from stackaudit.drawing.placement import OUTSIDE
from stackaudit.model.transit import NEIGHBOURHOODS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from stackaudit.drawing.placement.placing import Placement
    from stackaudit.model.transit import TransitNetwork

_REACH = 2.3  # places
_SMOOTHINGS = 10

Spot = tuple[int, int]
Point = tuple[float, float]


class Patch(NamedTuple):
    """Ground of a neighbourhood: its outlines, and the half places that it covers by column and row."""

    neighbourhood: str
    shade: int
    steps: tuple[Step, ...]
    spots: tuple[Spot, ...]


def patches_of(network: TransitNetwork, placement: Placement, cell: float) -> Iterator[Patch]:
    """The ground of each neighbourhood in pieces that hang together, from north to south."""
    owner = _owners(network, placement)
    left = dict.fromkeys(sorted(owner, key=lambda each: (each[1], each[0])))
    while left:
        piece = _piece(next(iter(left)), owner)
        for spot in piece:
            del left[spot]
        yield Patch(owner[piece[0]], _shade(owner[piece[0]]), tuple(_outline(piece, cell / 2)), tuple(piece))


def _shade(part: str) -> int:
    """The same shade for a neighbourhood on every map."""
    return list(NEIGHBOURHOODS).index(part) if part in NEIGHBOURHOODS else len(NEIGHBOURHOODS)


def _piece(first: Spot, owner: Mapping[Spot, str]) -> list[Spot]:
    """The spots of one owner that hang together with the first, from north to south."""
    found, ahead = {first}, [first]
    while ahead:
        x, y = ahead.pop()
        for beside in ((x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)):
            if beside not in found and owner.get(beside) == owner[first]:
                found.add(beside)
                ahead.append(beside)
    return sorted(found, key=lambda each: (each[1], each[0]))


def _owners(network: TransitNetwork, placement: Placement) -> dict[Spot, str]:
    """Whose each half place is; the hub has no ground of its own."""
    nearest: dict[Spot, tuple[float, str]] = {}
    stations = zip(network.stations.items(), placement.stations, placement.footprints, strict=True)
    for (name, station), (column, row), footprint in stations:
        if station.state == OUTSIDE:
            continue
        part = "" if name == network.hub else station.neighbourhood
        far = int(2 * _REACH) + 1
        for y in range(2 * (row - footprint.along) - far, 2 * (row + footprint.along) + far):
            for x in range(2 * (column - footprint.across) - far, 2 * (column + footprint.across) + far):
                dx = max(0.0, abs((x + 0.5) / 2 - column) - footprint.across)
                dy = max(0.0, abs((y + 0.5) / 2 - row) - footprint.along)
                away = (dx * dx + dy * dy) ** 0.5 + (0.6 if not part else 0.0)
                if away <= _REACH and (away, part) < nearest.get((x, y), (_REACH + 1, "")):
                    nearest[x, y] = away, part
    return {spot: part for spot, (_, part) in nearest.items() if part}


def _outline(spots: Sequence[Spot], side: float) -> Iterator[Step]:
    """The outlines of spots as closed curves without their steps."""
    for ring in _rings(spots):
        points = _smoothed([(x * side, y * side) for x, y in ring])
        middles = [_middle(here, points[number - 1]) for number, here in enumerate(points)]
        yield Step("M", *middles[0])
        for here, end in zip(points, [*middles[1:], middles[0]], strict=True):
            yield Step("Q", *end, *here)
        yield Step("Z")


def _smoothed(points: list[Point]) -> list[Point]:
    """The points drawn towards their neighbours, again and again; every second one is enough to draw."""
    for _ in range(_SMOOTHINGS):
        around = zip(points[-1:] + points[:-1], points, points[1:] + points[:1], strict=True)
        points = [((a[0] + 2 * b[0] + c[0]) / 4, (a[1] + 2 * b[1] + c[1]) / 4) for a, b, c in around]
    return points


def _middle(one: Point, two: Point) -> Point:
    return (one[0] + two[0]) / 2, (one[1] + two[1]) / 2


def _rings(spots: Sequence[Spot]) -> Iterator[list[Spot]]:
    """The outlines by their corners from spot to spot, with the spots on the right of the way."""
    mine = set(spots)
    sides: dict[Spot, list[Spot]] = {}
    for x, y in spots:
        for beside, start, end in (
            ((x, y - 1), (x, y), (x + 1, y)),
            ((x + 1, y), (x + 1, y), (x + 1, y + 1)),
            ((x, y + 1), (x + 1, y + 1), (x, y + 1)),
            ((x - 1, y), (x, y + 1), (x, y)),
        ):
            if beside not in mine:
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
