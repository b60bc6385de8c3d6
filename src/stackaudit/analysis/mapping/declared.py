"""Lays the journeys that an inventory declares: one system after the other, with what is missing between them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from stackaudit.model.transit import MapLine, Track

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from stackaudit.analysis.mapping.links import Links
    from stackaudit.analysis.mapping.rails import Rails
    from stackaudit.analysis.stack import Stack
    from stackaudit.model.inventory import Subject

_BADGE = 2


def systems_of(journey: Subject) -> tuple[str, ...]:
    """The ids of a journey's systems in their order, each once."""
    systems = journey.facts.get("systems", ())
    assert isinstance(systems, tuple)
    return tuple(dict.fromkeys(system for system in systems if isinstance(system, str)))


def lay_journey(journey: Subject, stack: Stack, links: Links, rails: Rails) -> None:
    """Lay a declared journey hop by hop; where data does not pass a hop in that direction, the track says so."""
    for start, end in pairwise(systems_of(journey)):
        if not _runs(journey.id, start, end, links, rails):
            rails.lay(_broken(journey.id, start, end, stack, links))


def line_of(journey: Subject, taken: Iterable[str]) -> MapLine:
    """A declared journey as a line, with a badge that no other line has."""
    about = journey.facts.get("description")
    badge = badge_of(journey.name, frozenset(taken))
    return MapLine(journey.id, badge, journey.name, about if isinstance(about, str) else "", declared=True)


def badge_of(name: str, taken: Collection[str]) -> str:
    """One or two letters for a name: its initials, or else two of its letters, or else what is still free."""
    words = ["".join(sign for sign in word if sign.isalnum()) for word in name.split()]
    signs = [sign.upper()[:1] for word in words for sign in word]
    initials = "".join(word[0].upper()[:1] for word in words if word)[:_BADGE]
    pairs = [signs[0] + sign for sign in signs[1:]]
    free = (f"{letter}{number}" for letter in "JKQXYZ" for number in range(1, 10))
    return next(badge for badge in (initials, *pairs, *free) if badge and badge not in taken)


def _runs(line: str, start: str, end: str, links: Links, rails: Rails) -> bool:
    """Whether data passes a hop, straight or over systems that only pass it on, and there is track for it now."""
    ways = sorted(links.ways(start, {end}, links.carriers), key=lambda way: (len(way.stops), way.stops))
    if not ways:
        return False
    for hop in pairwise(ways[0].stops):
        rails.lay(links.track(line, *hop))
    return True


def _broken(line: str, start: str, end: str, stack: Stack, links: Links) -> Track:
    """The track where data does not pass from one system of a journey to the next."""
    for system in (stack.inventory.systems[start], stack.inventory.systems[end]):
        if not system.facts["in_use"]:
            return Track(line, start, end, "closed", note=f"{system.name} is {system.facts['lifecycle']}")
    if not stack.inventory.states_integrations:
        return Track(line, start, end, "unknown")
    note = "data flows the other way only" if links.is_linked(start, end) else ""
    return Track(line, start, end, "missing", note=note)
