"""What the map says in words: titles of stations and track, service notices, and the description for readers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.drawing.lettering import legible
from stackaudit.model.transit import NEIGHBOURHOODS, STATIONS, TRACKS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.model.transit import MapLine, Station, Track, TransitNetwork

_LONGEST_BADGE = 3

NOT_IN_ORDER = {"by hand": "carried by hand", "late": "late", "missing": "no link", "closed": "closed"}
"""The states of track that are announced."""


def badge_of(line: MapLine) -> str:
    """A line's badge, of which no more is drawn than has room in one."""
    return legible(line.badge)[:_LONGEST_BADGE]


def part_name(part: str) -> str:
    """The name of a neighbourhood."""
    return NEIGHBOURHOODS.get(part, legible(part))


def station_title(station: Station, network: TransitNetwork) -> str:
    """A station's name and where it is."""
    hub = ", the master record of the customer" if station.id == network.hub else ""
    return f"{legible(station.name)}{hub}"


def station_about(station: Station, network: TransitNetwork) -> str:
    """What there is to know of a station."""
    names = [legible(line.name) for line in network.lines if line.id in station.lines]
    lines = f"Lines: {', '.join(names)}." if names else "No line stops here."
    state = "" if station.state == "open" else f" {_sentence(STATIONS.get(station.state, station.state))}"
    notices = "".join(f" {_sentence(notice)}" for notice in station.notices)
    return f"{part_name(station.neighbourhood)}. {lines}{state}{notices}"


def track_title(track: Track, network: TransitNetwork) -> str:
    """From where to where track runs."""
    arrow = "\u2194" if track.two_way else "\u2192"
    return f"{station_name(track.start, network)} {arrow} {station_name(track.end, network)}"


def track_about(track: Track) -> str:
    """What a piece of track carries and in what state it is."""
    data = f"Carries {', '.join(legible(each) for each in track.data)}. " if track.data else ""
    note = f" {_sentence(track.note)}" if track.note else ""
    return f"{data}{_sentence(TRACKS.get(track.state, track.state))}{note}"


def announcements(network: TransitNetwork) -> Iterator[tuple[str, str]]:
    """Service notices: the id of the line, empty where it is about no line alone, and the words."""
    for track in network.tracks:
        if track.state in NOT_IN_ORDER:
            note = f" {_sentence(track.note)}" if track.note else ""
            yield track.line, f"{track_title(track, network)}: {NOT_IN_ORDER[track.state]}.{note}"
    told = {_sentence(notice) for notice in network.notices}
    for notice in network.notices:
        yield "", _sentence(notice)
    for station in network.stations.values():
        for notice in station.notices:
            name, sentence = legible(station.name), _sentence(notice)
            entry = sentence if name in sentence else f"{name}: {sentence}"
            if entry not in told:
                told.add(entry)
                yield "", entry


def map_title(network: TransitNetwork) -> str:
    """What the map is called."""
    return legible(network.title) or "Transit map"


def station_count(network: TransitNetwork) -> str:
    """How many systems and lines there are."""
    stations, lines = len(network.stations), len(network.lines)
    return f"{stations} system{'s' * (stations != 1)} on {lines} line{'s' * (lines != 1)}"


def map_about(network: TransitNetwork) -> str:
    """The whole map in words, line by line."""
    lines = " ".join(_line_about(line, network) for line in network.lines)
    hub = f" The hub is {station_name(network.hub, network)}." if network.hub in network.stations else ""
    return f"A transit map of {station_count(network)}.{hub} {lines}".rstrip()


def station_name(station: str, network: TransitNetwork) -> str:
    """The name of a station, or its id where it is not on the map."""
    return legible(network.stations[station].name if station in network.stations else station)


def _line_about(line: MapLine, network: TransitNetwork) -> str:
    stops = ", ".join(legible(station.name) for station in network.stations.values() if line.id in station.lines)
    return f"Line {badge_of(line)}, {legible(line.name)}: {stops or 'no stops'}."


def _sentence(text: str) -> str:
    spoken = legible(text)
    spoken = spoken[:1].upper() + spoken[1:]
    return spoken if spoken.endswith((".", "!", "?", "\u2026")) else f"{spoken}."
