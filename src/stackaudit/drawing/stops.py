"""Stations on the page: how large each is, so that it covers the ends of all track that comes to it."""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.drawing.lettering import legible, width, wrapped
from stackaudit.drawing.tracks import PITCH

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from stackaudit.drawing.labels import Rectangle
    from stackaudit.drawing.placement import Placement
    from stackaudit.drawing.tracks import Point, Run
    from stackaudit.model.transit import Station, TransitNetwork

STOP, INTERCHANGE, HUB = 7.0, 9.5, 17.0
"""Half the height of a stop, an interchange and the hub, in pixels, without their outline."""

NAME, HUB_NAME = 12.5, 15.0
"""The sizes of letters in names, in pixels."""

_LINE = 1.2
_OUTLINE = 2.0
_NARROWEST, _LEAST_ROOM, _STEP = 130.0, 40.0, 6.0
_MOST_LINES = 4


class Stop(NamedTuple):
    """A station on the page: its middle, and half its length along `axis`, beyond which its ends are round.

    `inside` are the lines of its name where that stands in it.
    """

    station: Station
    x: float
    y: float
    radius: float
    length: float = 0.0
    axis: tuple[float, float] = (1.0, 0.0)
    inside: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The station's id."""
        return self.station.id

    @property
    def box(self) -> Rectangle:
        """All that the station covers, with its outline."""
        reach = self.radius + _OUTLINE
        dx, dy = (abs(part) * self.length + reach for part in self.axis)
        return self.x - dx, self.y - dy, self.x + dx, self.y + dy


def stops_of(network: TransitNetwork, placement: Placement, runs: Sequence[Run], cell: float) -> Iterator[Stop]:
    """All stations in the network's order."""
    ends: list[list[Point]] = [[] for _ in network.stations]
    for run in runs:
        link = placement.graph.links[run.link]
        ends[link.start].append(run.corners[0])
        ends[link.end].append(run.corners[-1])
    for number, station in enumerate(network.stations.values()):
        (column, row), size = placement.stations[number], placement.footprints[number]
        x, y = column * cell, row * cell
        if size.across or station.id == network.hub:
            least = HUB if station.id == network.hub else INTERCHANGE
            yield _large(Stop(station, x, y, least + size.along * cell, size.across * cell))
        else:
            yield _small(Stop(station, x, y, INTERCHANGE if station.is_interchange else STOP), ends[number])


def _small(stop: Stop, ends: Sequence[Point]) -> Stop:
    """A disc, or a pill across parallel lines where all come from one direction."""
    away = [(x - stop.x, y - stop.y) for x, y in ends]
    far = max(away, key=lambda each: hypot(*each), default=(0.0, 0.0))
    length = hypot(*far)
    if length < PITCH / 4:
        return stop
    axis = far[0] / length, far[1] / length
    if any(abs(dx * axis[1] - dy * axis[0]) > 1 for dx, dy in away):
        return stop._replace(radius=stop.radius + length)
    return stop._replace(length=length, axis=axis)


def _large(stop: Stop) -> Stop:
    """A long station that has its name in it, in as few lines as can be, and these about equally long."""
    size = HUB_NAME if stop.radius >= HUB else NAME
    text = legible(stop.station.name)
    room = max(2 * stop.length + 6, _NARROWEST)
    whole = "".join(text.split())
    rooms = [room - step * _STEP for step in range(int((room - _LEAST_ROOM) // _STEP))]
    ways = [wrapped(text, each, size, _MOST_LINES, bold=True) for each in rooms]
    complete = [lines for lines in ways if "".join("".join(lines).split()) == whole] or ways[:1]
    fewest = min(len(lines) for lines in complete)
    lines = [each for each in complete if len(each) == fewest][-1]
    radius = max(stop.radius, (len(lines) * size * _LINE) / 2 + 3)
    widest = max(width(line, size, bold=True) for line in lines)
    return stop._replace(radius=radius, length=max(stop.length, widest / 2 - radius / 2), inside=lines)
