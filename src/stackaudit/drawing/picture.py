"""The town in pixels: track, stations, signs, ground and names, in a scale, before it has a place on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from stackaudit.drawing.labels import chosen, obstacles
from stackaudit.drawing.naming import ways_to_badge, ways_to_name
from stackaudit.drawing.ordering import orders_of
from stackaudit.drawing.placement import OUTSIDE
from stackaudit.drawing.shading import patches_of
from stackaudit.drawing.signs import signs_of
from stackaudit.drawing.stops import stops_of
from stackaudit.drawing.tracks import pieces_of, runs_of
from stackaudit.drawing.wording import badge_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from stackaudit.drawing.labels import Label, Rectangle
    from stackaudit.drawing.placement import Placement
    from stackaudit.drawing.shading import Patch
    from stackaudit.drawing.signs import Sign
    from stackaudit.drawing.stops import Stop
    from stackaudit.drawing.tracks import Run
    from stackaudit.model.transit import TransitNetwork

Piece = tuple[float, float, float, float, float]

_BORDER_WIDTH = 2.0


class End(NamedTuple):
    """Where a line ends: its number, that of the station, and the direction away from its track."""

    line: int
    station: int
    away: tuple[float, float]


class Picture(NamedTuple):
    """All of the town; `names` are None for stations that have theirs inside, and where there is no room."""

    cell: float
    placement: Placement
    runs: tuple[Run, ...]
    stops: tuple[Stop, ...]
    signs: tuple[Sign, ...]
    patches: tuple[Patch, ...]
    border: Rectangle | None
    names: tuple[Label | None, ...]
    badges: tuple[tuple[int, Label], ...]

    @property
    def taken(self) -> list[Rectangle]:
        """What stations, names, badges and signs cover."""
        names = [name.box for name in self.names if name]
        badges = [badge.box for _, badge in self.badges]
        return [*(stop.box for stop in self.stops), *names, *badges, *(sign.box for sign in self.signs)]


def picture_of(network: TransitNetwork, placement: Placement, cell: float) -> Picture:
    """The town of a placement, with so many pixels from place to place."""
    runs = tuple(runs_of(placement, orders_of(placement), cell))
    stops = tuple(stops_of(network, placement, runs, cell))
    border = border_of(network, placement, cell)
    pieces, boxes = [*pieces_of(runs), *sides(border)], [stop.box for stop in stops]
    names = chosen([ways_to_name(stop) for stop in stops], obstacles(pieces, boxes))
    boxes += [name.box for name in names if name]
    signs = tuple(signs_of(runs, boxes))
    boxes += [sign.box for sign in signs]
    ends = list(_ends(network, placement, runs))
    ways = [ways_to_badge(stops[end.station], badge_of(network.lines[end.line]), end.away) for end in ends]
    labels = chosen(ways, obstacles(pieces, boxes))
    badges = tuple((end.line, label) for end, label in zip(ends, labels, strict=True) if label)
    patches = tuple(patches_of(network, placement, cell))
    return Picture(cell, placement, runs, stops, signs, patches, border, tuple(names), badges)


def border_of(network: TransitNetwork, placement: Placement, cell: float) -> Rectangle | None:
    """The border of the fare zone, None where nothing is outside."""
    if not any(station.state == OUTSIDE for station in network.stations.values()):
        return None
    west, north, east, south = (side * cell for side in placement.border)
    return west, north, east, south


def sides(border: Rectangle | None) -> Iterator[Piece]:
    """The four sides of a border as pieces to keep clear of."""
    if border:
        west, north, east, south = border
        for x, y, to_x, to_y in (
            (west, north, east, north),
            (east, north, east, south),
            (east, south, west, south),
            (west, south, west, north),
        ):
            yield x, y, to_x, to_y, _BORDER_WIDTH


def _ends(network: TransitNetwork, placement: Placement, runs: Sequence[Run]) -> Iterator[End]:
    """For each line up to two stations where it ends."""
    for line in range(len(network.lines)):
        aways: dict[int, list[tuple[float, float]]] = {}
        for run in runs:
            if run.line == line:
                link = placement.graph.links[run.link]
                aways.setdefault(link.start, []).append(_away(*run.corners[:2]))
                aways.setdefault(link.end, []).append(_away(*run.corners[:-3:-1]))
        found = [End(line, station, each[0]) for station, each in aways.items() if len(each) == 1]
        yield from dict.fromkeys([*found[:1], *found[-1:]])


def _away(end: tuple[float, float], inner: tuple[float, float]) -> tuple[float, float]:
    length = ((end[0] - inner[0]) ** 2 + (end[1] - inner[1]) ** 2) ** 0.5
    return (end[0] - inner[0]) / length, (end[1] - inner[1]) / length
