"""The badges of lines: each where its line ends and no other stops, or else at one station that it has."""

from __future__ import annotations

from itertools import combinations
from math import hypot
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.drawing.labels import chosen, obstacles
from stackaudit.drawing.naming import ways_to_badge
from stackaudit.drawing.wording import badge_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from stackaudit.drawing.labels import Label, Rectangle
    from stackaudit.drawing.placement.links import Graph
    from stackaudit.drawing.stops import Stop
    from stackaudit.drawing.tracks import Run
    from stackaudit.model.transit import TransitNetwork

Piece = tuple[float, float, float, float, float]


class Halt(NamedTuple):
    """A line at a station: in how many pieces of track, with how many others, and the direction away from the first."""

    line: int
    stop: Stop
    pieces: int
    away: tuple[float, float]

    @property
    def is_end(self) -> bool:
        """Whether the line ends here and no other stops."""
        return self.pieces == 1 and not self.stop.station.is_interchange


def badges_of(
    network: TransitNetwork, halts: Sequence[Halt], pieces: Sequence[Piece], boxes: Sequence[Rectangle]
) -> list[tuple[int, Label]]:
    """The lines' numbers and their badges, clear of track and boxes: at two ends, or else at one station."""
    lines = range(len(network.lines))
    by_line = [[halt for halt in halts if halt.line == line] for line in lines]
    found = _written(network, [halt for each in by_line for halt in _ends(each)], pieces, boxes)
    for position in range(max((len(each) for each in by_line), default=0)):
        badged = {line for line, _ in found}
        rest = [
            _shared_least(each)[position] for each in by_line if position < len(each) and each[0].line not in badged
        ]
        found += _written(network, rest, pieces, [*boxes, *(label.box for _, label in found)])
    return sorted(found, key=lambda each: each[0])


def halts_of(graph: Graph, runs: Sequence[Run], stops: Sequence[Stop]) -> Iterator[Halt]:
    """Every line at every station where it has track."""
    aways: dict[tuple[int, int], list[tuple[float, float]]] = {}
    for run in runs:
        link = graph.links[run.link]
        aways.setdefault((run.line, link.start), []).append(_away(*run.corners[:2]))
        aways.setdefault((run.line, link.end), []).append(_away(*run.corners[:-3:-1]))
    for (line, station), away in aways.items():
        yield Halt(line, stops[station], len(away), away[0])


def _written(
    network: TransitNetwork, halts: Sequence[Halt], pieces: Sequence[Piece], boxes: Iterable[Rectangle]
) -> list[tuple[int, Label]]:
    ways = [ways_to_badge(halt.stop, badge_of(network.lines[halt.line]), halt.away) for halt in halts]
    labels = chosen(ways, obstacles(pieces, boxes))
    return [(halt.line, label) for halt, label in zip(halts, labels, strict=True) if label]


def _ends(halts: Sequence[Halt]) -> list[Halt]:
    """The two ends of a line that are farthest apart, or the only one."""
    ends = [halt for halt in halts if halt.is_end]
    return list(max(combinations(ends, 2), key=_apart, default=ends))


def _apart(ends: tuple[Halt, Halt]) -> float:
    one, two = ends
    return hypot(one.stop.x - two.stop.x, one.stop.y - two.stop.y)


def _shared_least(halts: Sequence[Halt]) -> list[Halt]:
    return sorted(halts, key=lambda halt: (halt.pieces > 1, len(halt.stop.station.lines)))


def _away(end: tuple[float, float], inner: tuple[float, float]) -> tuple[float, float]:
    length = hypot(end[0] - inner[0], end[1] - inner[1])
    return (end[0] - inner[0]) / length, (end[1] - inner[1]) / length
