"""Below the map: what the lines and signs mean, service notices, and systems that no line stops at."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from stackaudit.drawing.lettering import legible, width, wrapped
from stackaudit.drawing.marks import Group, Shape, Step, Words, shifted
from stackaudit.drawing.signs import SIGNED, sign_marks
from stackaudit.drawing.stations import badge_marks, sample_station
from stackaudit.drawing.wording import announcements, badge_of, part_name
from stackaudit.model.transit import STATIONS, TRACKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from stackaudit.drawing.marks import Mark
    from stackaudit.model.transit import TransitNetwork

HEADING, TEXT = 15.0, 12.5
_LEADING = 17.0
_INDENT = 34.0
_GUTTER = 44.0
_MOST_NOTICES, _FEW = 14, 5
_MOST_COLUMNS = 4
_NARROWEST = 260.0


class Entry(NamedTuple):
    """Something listed: its picture around a point, and its lines, some of them bold."""

    picture: Iterable[Mark]
    lines: tuple[tuple[str, bool], ...]


class Panel(NamedTuple):
    """Marks and how far down they reach."""

    marks: tuple[Mark, ...]
    bottom: float


def panels(network: TransitNetwork, left: float, top: float, room: float) -> Panel:
    """All panels side by side, as many in a row as there is room for."""
    columns = max(1, min(_MOST_COLUMNS, int((room + _GUTTER) // (_NARROWEST + _GUTTER))))
    each = (room - _GUTTER * (columns - 1)) / columns
    notices = list(_notices(network, each))
    half = (len(notices) + 1) // 2 if columns == _MOST_COLUMNS and len(notices) > _FEW else len(notices)
    sections = [
        ("Lines", list(_lines(network, each))),
        ("Signs", list(_signs(network, each))),
        ("Service notices", notices[:half]),
        ("More notices", notices[half:]),
        ("On no line", list(_elsewhere(network, each))),
    ]
    bottoms = [top] * columns
    marks: list[Mark] = []
    for heading, entries in sections:
        if entries:
            column = min(range(columns), key=lambda number: (bottoms[number], number))
            x = left + column * (each + _GUTTER)
            y = bottoms[column] + (26.0 if bottoms[column] > top else 0.0)
            drawn = _section(heading, entries, x, y, each)
            marks.append(Group("panel", drawn.marks, heading))
            bottoms[column] = drawn.bottom
    return Panel(tuple(marks), max(bottoms))


def _section(heading: str, entries: Iterable[Entry], x: float, y: float, room: float) -> Panel:
    rule = Shape("rule", (Step("M", x, y), Step("L", x + room, y)))
    marks: list[Mark] = [rule, _words("heading", x, y + 24, heading, bold=True)]
    y += 48
    for entry in entries:
        marks += [shifted(mark, x + 12, y - TEXT * 0.36) for mark in entry.picture]
        for text, bold in entry.lines:
            marks.append(_words("text", x + _INDENT, y, text, bold=bold))
            y += _LEADING
        y += 9
    return Panel(tuple(marks), y - _LEADING + 4)


def _lines(network: TransitNetwork, room: float) -> Iterator[Entry]:
    for number, line in enumerate(network.lines):
        name = wrapped(legible(line.name), room - _INDENT, TEXT, 2, bold=True)
        about = wrapped(legible(line.about), room - _INDENT, TEXT, 2) if line.about else ()
        yield Entry(
            badge_marks(badge_of(line), 0, 0, number),
            (*((each, True) for each in name), *((each, False) for each in about)),
        )


def _signs(network: TransitNetwork, room: float) -> Iterator[Entry]:
    """The signs that this map uses."""
    stations = network.stations.values()
    if network.hub in network.stations:
        yield _explained(sample_station("hub"), "the master record of the customer", room)
    if any(station.is_interchange for station in stations):
        yield _explained(sample_station("interchange"), "interchange: several lines stop here", room)
    states = {station.state for station in stations}
    for state, meaning in STATIONS.items():
        if state in states and state != "open":
            yield _explained(sample_station(state), f"{state}: {meaning}", room)
    used = {track.state for track in network.tracks}
    for state, meaning in TRACKS.items():
        if state in used:
            yield _explained(_sample_track(state), meaning, room)


def _explained(picture: Iterable[Mark], meaning: str, room: float) -> Entry:
    return Entry(picture, tuple((line, False) for line in wrapped(meaning, room - _INDENT, TEXT, 3)))


def _sample_track(state: str) -> Iterator[Mark]:
    yield Shape(f"track sample {state.replace(' ', '-')}", (Step("M", -12, 0), Step("L", 12, 0)))
    if state in SIGNED:
        yield from sign_marks(SIGNED[state], 0, 0, -1).marks


def _notices(network: TransitNetwork, room: float) -> Iterator[Entry]:
    number = {line.id: position for position, line in enumerate(network.lines)}
    told = list(announcements(network))
    for line, text in told[:_MOST_NOTICES]:
        known = line in number
        picture = badge_marks(badge_of(network.lines[number[line]]), 0, 0, number[line]) if known else ()
        yield _explained(picture or sample_station("notice"), text, room)
    if len(told) > _MOST_NOTICES:
        yield _explained((), f"and {len(told) - _MOST_NOTICES} more", room)


def _elsewhere(network: TransitNetwork, room: float) -> Iterator[Entry]:
    for part, names in network.elsewhere:
        text = wrapped(", ".join(legible(name) for name in names), room - _INDENT, TEXT, 8)
        heading = wrapped(part_name(part), room - _INDENT, TEXT, 2, bold=True)
        yield Entry((), (*((line, True) for line in heading), *((line, False) for line in text)))


def _words(role: str, x: float, y: float, text: str, *, bold: bool) -> Words:
    size = HEADING if role == "heading" else TEXT
    return Words(role, x, y, text, size, width(text, size, bold=bold), bold)
