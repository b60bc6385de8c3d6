"""Below the map: what the lines and signs mean, service notices, and systems that no line stops at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.drawing.columns import GUTTER, INDENT, TEXT, Entry, Section, balanced, drawn
from stackaudit.drawing.lettering import legible, wrapped
from stackaudit.drawing.marks import Shape, Step
from stackaudit.drawing.signs import SIGNED, sign_marks
from stackaudit.drawing.stations import badge_marks, sample_station
from stackaudit.drawing.wording import announcements, badge_of, part_name
from stackaudit.model.transit import STATIONS, TRACKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from stackaudit.drawing.columns import Panel
    from stackaudit.drawing.marks import Mark
    from stackaudit.model.transit import TransitNetwork

_MOST_NOTICES = 14
_MOST_COLUMNS = 4
_NARROWEST = 290.0


def panels(network: TransitNetwork, left: float, top: float, room: float) -> Panel:
    """All panels in columns, as many as there is room for."""
    columns = max(1, min(_MOST_COLUMNS, int((room + GUTTER) // (_NARROWEST + GUTTER))))
    each = (room - GUTTER * (columns - 1)) / columns
    sections = (
        Section("Lines", tuple(_lines(network, each))),
        Section("Signs", tuple(_signs(network, each))),
        Section("Service notices", tuple(_notices(network, each))),
        Section("On no line", tuple(_elsewhere(network, each))),
    )
    return drawn(balanced([section for section in sections if section.entries], columns), left, top, each)


def _lines(network: TransitNetwork, room: float) -> Iterator[Entry]:
    for number, line in enumerate(network.lines):
        name = wrapped(legible(line.name), room - INDENT, TEXT, 2, bold=True)
        about = wrapped(legible(line.about), room - INDENT, TEXT, 2) if line.about else ()
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
    return Entry(tuple(picture), tuple((line, False) for line in wrapped(meaning, room - INDENT, TEXT, 4)))


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
        text = wrapped(", ".join(legible(name) for name in names), room - INDENT, TEXT, 8)
        heading = wrapped(part_name(part), room - INDENT, TEXT, 2, bold=True)
        yield Entry((), (*((line, True) for line in heading), *((line, False) for line in text)))
