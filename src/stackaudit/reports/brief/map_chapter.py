"""The transit map beside the report: the picture, and its lines in figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from stackaudit.reports.brief.writing import figure, name, names, plain, table
from stackaudit.reports.stack_map import line_states
from stackaudit.reports.terminal.lines import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.model.briefing import Briefing
    from stackaudit.model.transit import TransitNetwork
    from stackaudit.reports.stack_map import LineState

MAP_HEADING = "The whole stack as a map"

_FAULTS = ("missing", "by hand", "late")


class MapFile(NamedTuple):
    """A map that stands in a file of this name beside the report."""

    name: str
    network: TransitNetwork


def map_chapter(_: Briefing, map_file: MapFile) -> Iterator[str]:
    """The picture, which leads to itself, and a row for each line."""
    network, address = map_file.network, quote(map_file.name, safe="")
    size = f"{counted(len(network.stations), 'system')} on {counted(len(network.lines), 'line')}"
    yield f"[![Transit map of {size}]({address})]({address})"
    yield ""
    yield (
        "Stations are systems, lines are flows that serve one purpose. Dashed track is missing, a bus stands where "
        "somebody carries the data, a clock where it is late."
    )
    yield ""
    if network.lines:
        headings = ["Line", "What it is about", "Systems", *(f"{fault.capitalize()}:" for fault in _FAULTS)]
        yield from table(headings, (_row(each) for each in line_states(network)))


def _row(state: LineState) -> tuple[str, ...]:
    stops = names([station.name for station in state.stops])
    faults = (figure(state.tracks[fault]) if state.tracks[fault] else "" for fault in _FAULTS)
    return (f"{name(state.line.badge)} {name(state.line.name)}", plain(state.line.about), stops, *faults)
