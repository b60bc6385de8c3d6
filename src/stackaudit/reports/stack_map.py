"""The transit map as reports show it: its network, its drawing, and each of its lines in figures."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.model.transit import MapLine, Station, TransitNetwork


class StackMap(NamedTuple):
    """A network with its drawing: an SVG in which all text is escaped, and the style sheet that stands in it.

    In the SVG everything of the line with the number N in the network has the class `line-N`, and a group of the class
    `system` has the id of its station as `data-key`. Every rule of the style sheet begins with `.transit`.
    """

    network: TransitNetwork
    svg: str
    style: str


class LineState(NamedTuple):
    """A line with its number, the stations at which it stops, and how many pieces of its track are in each state."""

    number: int
    line: MapLine
    stops: tuple[Station, ...]
    tracks: Counter[str]


def line_states(network: TransitNetwork) -> Iterator[LineState]:
    """Each line of a network, in the network's order."""
    for number, line in enumerate(network.lines):
        stops = tuple(station for station in network.stations.values() if line.id in station.lines)
        yield LineState(number, line, stops, Counter(track.state for track in network.tracks if track.line == line.id))
