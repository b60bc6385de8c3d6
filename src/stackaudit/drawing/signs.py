"""Signs on track: a bus where somebody carries the data, a clock where it is late."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from stackaudit.drawing.marks import Box, Disc, Group, Shape, Step

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from stackaudit.drawing.labels import Rectangle
    from stackaudit.drawing.marks import Mark
    from stackaudit.drawing.tracks import Point, Run

SIZE = 20.0
"""The side of a sign, in pixels."""

SIGNED = {"by hand": "bus", "late": "clock"}
"""The states of track that have a sign."""


class Sign(NamedTuple):
    """A sign in the middle of a link's track, for its first line in that state."""

    kind: str
    run: Run
    x: float
    y: float

    @property
    def box(self) -> Rectangle:
        """What the sign covers."""
        half = SIZE / 2 + 1
        return self.x - half, self.y - half, self.x + half, self.y + half


def signs_of(runs: Sequence[Run], stations: Sequence[Rectangle]) -> Iterator[Sign]:
    """A sign for each run whose state has one, where it is clear of stations, of other track and of other signs."""
    taken = list(stations)
    for run in runs:
        if run.track.state in SIGNED:
            x, y = _spot(run, runs, taken)
            sign = Sign(SIGNED[run.track.state], run, x, y)
            taken.append(sign.box)
            yield sign


def sign_marks(kind: str, x: float, y: float, line: int) -> Group:
    """The picture of a sign around a point."""
    half = SIZE / 2
    ground = Box(f"sign line-{line}", x - half, y - half, SIZE, SIZE, 5.0)
    picture = _bus(x, y) if kind == "bus" else _clock(x, y)
    return Group("sign", (ground, *picture))


def _spot(run: Run, runs: Sequence[Run], taken: Sequence[Rectangle]) -> Point:
    """The point of the run's straight pieces that has most room around it."""
    spots = []
    for start, end in zip(run.corners, run.corners[1:], strict=False):
        for tenth in range(1, 10):
            part = tenth / 10
            spots.append((start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part))
    middle = len(spots) / 2
    rated = [(_room(spot, run, runs, taken) - abs(at - middle) * 0.2, -at, spot) for at, spot in enumerate(spots)]
    return max(rated)[2]


def _room(spot: Point, run: Run, runs: Sequence[Run], taken: Sequence[Rectangle]) -> float:
    """How far it is to the nearest thing, as far as that matters."""
    x, y = spot
    nearest = 2 * SIZE
    for west, north, east, south in taken:
        nearest = min(nearest, max(west - x, x - east, north - y, y - south))
    for other in runs:
        if other.link != run.link:
            nearest = min(
                [nearest, *[_away(spot, *piece) for piece in zip(other.corners, other.corners[1:], strict=False)]]
            )
    return nearest


def _away(spot: Point, start: Point, end: Point) -> float:
    dx, dy = end[0] - start[0], end[1] - start[1]
    part = ((spot[0] - start[0]) * dx + (spot[1] - start[1]) * dy) / (dx * dx + dy * dy)
    part = max(0.0, min(1.0, part))
    return float(((spot[0] - start[0] - part * dx) ** 2 + (spot[1] - start[1] - part * dy) ** 2) ** 0.5)


def _bus(x: float, y: float) -> tuple[Mark, ...]:
    return (
        Box("figure", x - 5, y - 6, 10, 10.5, 2),
        Box("hole", x - 3.6, y - 4.4, 7.2, 4, 1),
        Disc("hole", x - 2.8, y + 2.3, 0.9),
        Disc("hole", x + 2.8, y + 2.3, 0.9),
        Box("figure", x - 4, y + 4, 2, 2.2, 0.6),
        Box("figure", x + 2, y + 4, 2, 2.2, 0.6),
    )


def _clock(x: float, y: float) -> tuple[Mark, ...]:
    hands = (Step("M", x, y - 3.8), Step("L", x, y), Step("L", x + 2.6, y + 1.6))
    return Disc("dial", x, y, 5.8), Shape("hand", hands)
