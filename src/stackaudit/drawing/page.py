"""The page: title, town and panels as one drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.drawing.fare_zone import strip_of
from stackaudit.drawing.lettering import legible, width, wrapped
from stackaudit.drawing.marks import Drawing, Group, Shape, Words, shifted
from stackaudit.drawing.palette import LINES
from stackaudit.drawing.panels import panels
from stackaudit.drawing.signs import sign_marks
from stackaudit.drawing.stations import badge_marks, station_group
from stackaudit.drawing.wording import map_about, map_title, part_name, station_count, track_about, track_title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.drawing.marks import Mark
    from stackaudit.drawing.picture import Picture
    from stackaudit.drawing.tracks import Run
    from stackaudit.model.transit import TransitNetwork

_MARGIN = 48.0
_NARROWEST = 860.0
_TITLE, _SUBTITLE = 30.0, 14.0
_ABOVE, _BELOW = 34.0, 44.0


def page_of(network: TransitNetwork, picture: Picture) -> Drawing:
    """The whole drawing, as wide as the town needs."""
    strip = strip_of(network, picture.extent)
    west, north, east, south = strip.extent
    room = max(east - west, _NARROWEST)
    left = _MARGIN - west + (room - (east - west)) / 2
    top = _MARGIN + _TITLE + _SUBTITLE + _ABOVE - north
    below = panels(network, _MARGIN, top + south + _BELOW, room)
    town = tuple(shifted(mark, left, top) for mark in (*_town(network, picture), *strip.marks))
    return Drawing(
        room + 2 * _MARGIN,
        below.bottom + _MARGIN,
        map_title(network),
        map_about(network),
        (Group("head", tuple(_head(network, room))), Group("town", town), *below.marks),
    )


def _head(network: TransitNetwork, room: float) -> Iterator[Words]:
    title = wrapped(map_title(network), room, _TITLE, 1, bold=True)[0]
    yield Words("title", _MARGIN, _MARGIN + _TITLE * 0.8, title, _TITLE, width(title, _TITLE, bold=True), bold=True)
    told = station_count(network)
    yield Words("subtitle", _MARGIN, _MARGIN + _TITLE + _SUBTITLE + 2, told, _SUBTITLE, width(told, _SUBTITLE))


def _town(network: TransitNetwork, picture: Picture) -> Iterator[Mark]:
    """Everything from the ground up."""
    for patch, words in picture.patches:
        shade = Shape(f"shade-{patch.shade}", patch.steps)
        yield Group("ground", (shade, *words), part_name(patch.neighbourhood))
    for number, each in enumerate(network.lines):
        track = tuple(_link(run, network) for run in picture.runs if run.line == number)
        yield Group(f"line line-{number % len(LINES)}", track, key=each.id)
    for sign in picture.signs:
        yield sign_marks(sign.kind, sign.x, sign.y, sign.run.line % len(LINES))
    for stop, name in zip(picture.stops, picture.names, strict=True):
        yield station_group(stop, name, network)
    for line, badge in picture.badges:
        x, y = (badge.box[0] + badge.box[2]) / 2, (badge.box[1] + badge.box[3]) / 2
        marks = badge_marks(badge.lines[0], x, y, line % len(LINES))
        yield Group(
            f"end line-{line % len(LINES)}", marks, legible(network.lines[line].name), key=network.lines[line].id
        )


def _link(run: Run, network: TransitNetwork) -> Group:
    role = f"track line-{run.line % len(LINES)} {run.track.state.replace(' ', '-')}"
    title = f"{legible(network.lines[run.line].name)}: {track_title(run.track, network)}"
    return Group("link", (Shape(role, run.steps),), title, track_about(run.track))
