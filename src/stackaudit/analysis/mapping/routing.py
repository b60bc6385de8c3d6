"""Lays a derived line: the systems that serve its purpose, and the tree of ways between them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from stackaudit.analysis.mapping.homes import home_of
from stackaudit.analysis.mapping.links import is_mapped, rank_of
from stackaudit.model.transit import Track

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from stackaudit.analysis.mapping.links import Links, Way
    from stackaudit.analysis.mapping.purpose import Purpose
    from stackaudit.analysis.mapping.rails import Rails
    from stackaudit.analysis.stack import Stack
    from stackaudit.model.inventory import Subject


@dataclass(frozen=True, slots=True)
class Stops:
    """The systems in use at which a derived line may stop: those at home on it, and those that come from elsewhere."""

    home: Mapping[str, Subject]
    guests: Mapping[str, Subject]

    def __contains__(self, system: str) -> bool:
        return system in self.home or system in self.guests

    @property
    def every(self) -> Mapping[str, Subject]:
        """All of them by id, those at home first."""
        return {**self.home, **self.guests}


def stops_of(purpose: Purpose, stack: Stack) -> Stops:
    """Where a line may stop, by the categories of all systems in use that people work with."""
    home, guests = {}, {}
    for system in stack.in_use:
        category = stack.catalogue.categories.get(str(system.facts.get("category")))
        if category is None or not is_mapped(system):
            continue
        if home_of(category) == purpose.id:
            home[system.id] = system
        elif category.id in purpose.stops:
            guests[system.id] = system
    return Stops(home, guests)


def lay_tree(purpose: Purpose, stops: Stops, links: Links, rails: Rails) -> None:
    """Lay a line along what flows: of all ways between its stops those that make a tree, the most natural first.

    Natural is a way between neighbouring stages that is short and runs by itself. Each way has an end that is at home
    on the line or is its heart; its other end is at home too, or the way carries what the line is about.
    """
    best: dict[tuple[str, str], tuple[tuple[object, ...], tuple[str, ...]]] = {}
    for way in _ways(purpose, stops, links):
        ends = (way.stops[0], way.stops[-1])
        pair = (min(ends), max(ends))
        cost = (_cost(purpose, stops, way), way.stops)
        best[pair] = min(cost, best.get(pair, cost))
    for _, way_stops in sorted(best.values()):
        if not rails.connected(purpose.id, way_stops[0], way_stops[-1]):
            rails.lay_way(purpose.id, way_stops, links)


def lay_row(purpose: Purpose, stops: Stops, rails: Rails) -> None:
    """Lay a line where nothing is stated of links: one stop after the other by stages, and its heart among them."""
    heart = _heart(purpose, stops)
    row = {**stops.home, **({heart.id: heart} if heart and stops.home else {})}
    ordered = sorted(row.values(), key=lambda system: (purpose.stage(system), system.id))
    for one, other in pairwise(ordered):
        rails.lay(Track(purpose.id, one.id, other.id, "unknown"))


def tidy(purpose: Purpose, stops: Stops, rails: Rails) -> None:
    """Take up the pieces of a line that serve nobody at home on it, or that bring no station beside its main piece."""
    pieces = sorted(rails.pieces(purpose.id), key=lambda piece: _weight(piece, stops))
    for piece in pieces:
        elsewhere = all(rails.lines_at(station) != (purpose.id,) for station in piece)
        if (elsewhere and piece != pieces[-1]) or not any(station in stops.home for station in piece):
            rails.take_up(purpose.id, piece)


def partner_of(system: Subject, purpose: Purpose, stops: Stops, among: Iterable[Subject]) -> Subject | None:
    """The one among some systems that a station of a line should be joined to.

    The heart of the line, or else one at home on it, or else the one nearest by stage.
    """
    heart = _heart(purpose, stops)
    others = [other for other in among if other.id != system.id]

    def distance(other: Subject) -> tuple[bool, bool, int, str]:
        gap = abs(purpose.stage(other) - purpose.stage(system))
        return other != heart, other.id not in stops, gap, other.id

    return min(others, key=distance, default=None)


def _heart(purpose: Purpose, stops: Stops) -> Subject | None:
    """The system that stands for the heart of a line."""
    for category in purpose.heart.split():
        standing = [system for system in stops.every.values() if system.facts.get("category") == category]
        if standing:
            return min(standing, key=lambda system: (system.facts["lifecycle"] != "live", system.id))
    return None


def _ways(purpose: Purpose, stops: Stops, links: Links) -> Iterator[Way]:
    over = frozenset(carrier for carrier in links.carriers if carrier not in stops.home)
    heart = _heart(purpose, stops)
    middle = {**stops.home, **({heart.id: heart} if heart else {})}
    for start in sorted(stops.every):
        ends = stops.every if start in middle else middle
        for way in links.ways(start, ends, over):
            if (start in stops.home and way.stops[-1] in stops.home) or purpose.concerns(way.flow):
                yield way


def _cost(purpose: Purpose, stops: Stops, way: Way) -> tuple[object, ...]:
    """How far a way is from natural, the least first."""
    ends = [stops.every[end] for end in (way.stops[0], way.stops[-1])]
    gap = abs(purpose.stage(ends[0]) - purpose.stage(ends[1]))
    guests = sum(end.id in stops.guests for end in ends)
    return max(1, gap), guests, len(way.stops), rank_of(way.flow)


def _weight(piece: tuple[str, ...], stops: Stops) -> tuple[int, int, str]:
    return sum(station in stops.home for station in piece), len(piece), min(piece)
