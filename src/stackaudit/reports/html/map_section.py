"""The map in the page: its drawing, and its lines with their stops in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from stackaudit.model.audit import SubjectName
from stackaudit.reports.html.escaping import escaped, joined
from stackaudit.reports.stack_map import line_states

if TYPE_CHECKING:
    from stackaudit.model.transit import Station
    from stackaudit.reports.html.anchors import Anchors
    from stackaudit.reports.html.belonging import Belonging
    from stackaudit.reports.stack_map import LineState, StackMap

_LONGEST_BADGE = 3


class LineRow(NamedTuple):
    """A line: its number, which stands in its classes, its words, its stops as links, and how its track is."""

    number: int
    badge: str
    name: str
    about: str
    stops: Markup
    missing: int
    by_hand: int
    late: int


class MapSection(NamedTuple):
    """All that the section shows."""

    svg: Markup
    lines: tuple[LineRow, ...]
    stations: int


def map_section(stack_map: StackMap, belonging: Belonging, anchors: Anchors) -> MapSection:
    """The section of a map; its stations lead to the sheets of their systems."""
    network = stack_map.network
    rows = tuple(_row(each, belonging, anchors) for each in line_states(network))
    return MapSection(Markup(stack_map.svg), rows, len(network.stations))  # noqa: S704 - the drawing escapes its text


def _row(state: LineState, belonging: Belonging, anchors: Anchors) -> LineRow:
    line, tracks = state.line, state.tracks
    return LineRow(
        number=state.number,
        badge=line.badge[:_LONGEST_BADGE],
        name=line.name,
        about=line.about,
        stops=joined([_stop(station, belonging, anchors) for station in state.stops], ", "),
        missing=tracks["missing"],
        by_hand=tracks["by hand"],
        late=tracks["late"],
    )


def _stop(station: Station, belonging: Belonging, anchors: Anchors) -> str:
    """A station's name, which leads to its sheet; `data-stop` is what the drawing calls it."""
    is_known = belonging.knows(SubjectName("system", station.id, station.name))
    tag, address = ("a", f" href=#{anchors.of('s', station.id)}") if is_known else ("span", "")
    return f'<{tag}{address} data-stop="{escaped(station.id)}">{escaped(station.name)}</{tag}>'
