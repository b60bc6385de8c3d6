"""The border of the fare zone, and beyond it in the south the stations outside: shown by evidence, not declared."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.drawing.lettering import ASCENT, legible, width, wrapped
from stackaudit.drawing.marks import Box, Words
from stackaudit.drawing.stations import station_group
from stackaudit.drawing.stops import NAME, STOP, Stop

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from stackaudit.drawing.labels import Rectangle
    from stackaudit.drawing.marks import Mark
    from stackaudit.model.transit import Station, TransitNetwork

OUTSIDE = "outside"
"""The state of stations beyond the border."""

HEADING = "Outside the fare zone"
ABOUT = "shown by evidence, not declared"

_ROUND = 26.0
_AIR = 26.0
_HEADING = 15.0
_BELOW, _ROW = 30.0, 34.0
_GUTTER, _TO_NAME = 30.0, 7.0
_LONGEST = 168.0


class Strip(NamedTuple):
    """What lies outside: marks, and the sides of all that they cover."""

    marks: tuple[Mark, ...]
    extent: Rectangle


def stations_outside(network: TransitNetwork) -> list[Station]:
    """The stations outside the fare zone, to which no track leads."""
    reached = {end for track in network.tracks for end in (track.start, track.end)}
    return [each for each in network.stations.values() if each.state == OUTSIDE and each.id not in reached]


def fare_zone(network: TransitNetwork) -> TransitNetwork:
    """The network without what is outside."""
    outside = {station.id for station in stations_outside(network)}
    return replace(network, stations={id_: each for id_, each in network.stations.items() if id_ not in outside})


def strip_of(network: TransitNetwork, town: Rectangle) -> Strip:
    """The border around a town, and in rows below it the stations outside; nothing where none is."""
    outside = stations_outside(network)
    if not outside:
        return Strip((), town)
    west, north, east, south = town[0] - _AIR, town[1] - _AIR, town[2] + _AIR, town[3] + _AIR
    border = Box("fare-zone", west, north, east - west, south - north, _ROUND)
    top = south + _BELOW
    heading = width(HEADING, _HEADING, bold=True)
    words = (
        Words("heading", west, top, HEADING, _HEADING, heading, bold=True),
        Words("subtitle", west + heading + 12, top, ABOUT, NAME, width(ABOUT, NAME)),
    )
    columns = _columns(outside, east - west)
    rows = list(_rows(outside, columns, west, top + _ROW * 0.85, network))
    return Strip(
        (border, *words, *rows), (west, north, east, top + _ROW * (0.85 + (len(outside) - 1) // columns) + STOP)
    )


def _columns(outside: Sequence[Station], room: float) -> int:
    """How many stations have room beside each other."""
    return max(1, min(len(outside), int((room + _GUTTER) // _pitch(outside))))


def _pitch(outside: Sequence[Station]) -> float:
    widest = max(width(_name(station), NAME) for station in outside)
    return 2 * STOP + _TO_NAME + widest + _GUTTER


def _rows(outside: Sequence[Station], columns: int, west: float, top: float, network: TransitNetwork) -> Iterator[Mark]:
    for number, station in enumerate(outside):
        x = west + STOP + 2 + number % columns * _pitch(outside)
        y = top + number // columns * _ROW
        group = station_group(Stop(station, x, y, STOP), None, network)
        name, size = _name(station), NAME
        words = Words("name outside", x + STOP + _TO_NAME, y + size * (ASCENT / 2 - 0.1), name, size, width(name, size))
        yield group._replace(marks=(*group.marks, words))


def _name(station: Station) -> str:
    return wrapped(legible(station.name), _LONGEST, NAME, 1)[0]
