"""The network as a graph to place: stations by number, and links that several lines may share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from stackaudit.model.transit import Track, TransitNetwork


class Link(NamedTuple):
    """Track between two stations, by their numbers, shared by lines, by theirs; `tracks` has one for each line."""

    start: int
    end: int
    lines: tuple[int, ...]
    tracks: tuple[Track, ...]

    def other(self, station: int) -> int:
        """The station at the other end."""
        return self.end if station == self.start else self.start


@dataclass(frozen=True, slots=True)
class Graph:
    """Stations in the network's order, their links, and for each station the numbers of those that meet there."""

    ids: tuple[str, ...]
    links: tuple[Link, ...]
    meeting: tuple[tuple[int, ...], ...]

    def degree(self, station: int) -> int:
        """How many links meet at a station."""
        return len(self.meeting[station])


def graph_of(network: TransitNetwork) -> Graph:
    """The graph of a network; track from a station to itself or to one that is not there is left out."""
    number = {station: position for position, station in enumerate(network.stations)}
    line_number = {line.id: position for position, line in enumerate(network.lines)}
    found: dict[tuple[int, int], dict[int, Track]] = {}
    for track in network.tracks:
        ends = sorted((number.get(track.start, -1), number.get(track.end, -1)))
        if ends[0] >= 0 and ends[0] != ends[1] and track.line in line_number:
            found.setdefault((ends[0], ends[1]), {}).setdefault(line_number[track.line], track)
    return _graph(tuple(number), [Link(*ends, *_shared(by_line)) for ends, by_line in found.items()])


def graph_among(graph: Graph, stations: Collection[int]) -> Graph:
    """The same stations with no links but those among some of them."""
    return _graph(graph.ids, [link for link in graph.links if link.start in stations and link.end in stations])


def _graph(ids: tuple[str, ...], links: Sequence[Link]) -> Graph:
    meeting: list[list[int]] = [[] for _ in ids]
    for position, link in enumerate(links):
        meeting[link.start].append(position)
        meeting[link.end].append(position)
    return Graph(ids, tuple(links), tuple(tuple(each) for each in meeting))


def _shared(by_line: dict[int, Track]) -> tuple[tuple[int, ...], tuple[Track, ...]]:
    lines = tuple(sorted(by_line))
    return lines, tuple(by_line[line] for line in lines)
