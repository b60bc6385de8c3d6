"""What comes after the lines are laid: links that rules miss, systems that are linked with a line, closed stations."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from stackaudit.analysis.mapping.lines import MOST_LINES
from stackaudit.analysis.mapping.links import data_of, is_mapped
from stackaudit.analysis.mapping.routing import partner_of
from stackaudit.model.transit import Track

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from stackaudit.analysis.mapping.links import Links, Way
    from stackaudit.analysis.mapping.missing import Gap
    from stackaudit.analysis.mapping.purpose import Purpose
    from stackaudit.analysis.mapping.rails import Rails
    from stackaudit.analysis.mapping.routing import Stops
    from stackaudit.analysis.stack import Stack
    from stackaudit.model.inventory import Subject


class Plan(NamedTuple):
    """The derived lines in their order, each with the systems at which it may stop."""

    purposes: Sequence[Purpose]
    stops: Mapping[str, Stops]


def missing_tracks(gaps: Iterable[Gap], plan: Plan) -> list[Track]:
    """A piece of missing track for each gap, on the line that it breaks, each once.

    That is a line that stops at both ends, if there is one that on which the gap's system is at home; the other end is
    the heart of the line where that will do. A system that lacks any link at all lacks none besides one that is named.
    """
    tracks: dict[tuple[str, ...], Track] = {}
    for gap in sorted(gaps, key=lambda gap: not gap.ends):
        if not gap.ends and any(gap.start.id in ends for ends in tracks):
            continue
        found = next(_breaks(gap, plan), None)
        if found is not None:
            purpose, other = found
            ends = (other.id, gap.start.id) if gap.inward else (gap.start.id, other.id)
            track = Track(purpose.id, *ends, "missing", note=gap.note)
            tracks.setdefault((purpose.id, *sorted((gap.start.id, other.id))), track)
    return list(tracks.values())


def _breaks(gap: Gap, plan: Plan) -> Iterator[tuple[Purpose, Subject]]:
    """The lines that a gap may break, with the system at its other end: those on which its system is at home first.

    Where no line stops at both, it is the one on which its system is at home.
    """
    ordered = sorted(plan.purposes, key=lambda purpose: gap.start.id not in plan.stops[purpose.id].home)
    for stops_at_both in (True, False):
        for purpose in ordered:
            stops = plan.stops[purpose.id]
            among = gap.ends or stops.every.values()
            other = partner_of(gap.start, purpose, stops, [system for system in among if is_mapped(system)])
            if gap.start.id not in stops or other is None or (stops_at_both and other.id not in stops):
                continue
            if gap.start.id in stops.home or other.id in stops.home:
                yield purpose, other


def lay_missing(tracks: Iterable[Track], links: Links, rails: Rails) -> None:
    """Lay missing track; where data flows the other way, the line's track there is broken all the same."""
    for track in tracks:
        if track.line not in rails.lines and len(rails.lines) == MOST_LINES:
            continue
        if links.is_linked(track.start, track.end):
            rails.take_up(track.line, (track.start, track.end))
            track = track._replace(note=f"{track.note}: data flows the other way only")  # noqa: PLW2901 - said of it
        rails.lay(track)


def lay_leftovers(stack: Stack, plan: Plan, links: Links, rails: Rails) -> None:
    """Join systems at which no line stops to a line of a system that they are linked with, as long as any finds one."""
    left = [system for system in stack.in_use if is_mapped(system) and not rails.lines_at(system.id)]
    while True:
        still = [system for system in left if not _joins(system, plan, links, rails)]
        if len(still) == len(left):
            return
        left = still


def _joins(system: Subject, plan: Plan, links: Links, rails: Rails) -> bool:
    """Whether a system finds a line: the one on which it is at home if it can, or else one that is about its data."""
    offers = [
        (_strangeness(line, way, system, plan), way.stops)
        for way in links.ways_at(system.id)
        for line in rails.lines
        if any(line in rails.lines_at(end) for end in (way.stops[0], way.stops[-1]))
    ]
    return any(rails.lay_way(line, stops, links) for (*_, line), stops in sorted(offers))


def _strangeness(line: str, way: Way, system: Subject, plan: Plan) -> tuple[bool, bool, int, str]:
    """How little a line is meant for a system that one of its ways would join to it, the least first."""
    order = [purpose.id for purpose in plan.purposes]
    if line not in order:  # a journey is what its inventory says, so it gets branches only where no other line will do
        return True, True, len(order), line
    purpose = plan.purposes[order.index(line)]
    return system.id not in plan.stops[line].home, not purpose.concerns(way.flow), order.index(line), line


def lay_closed(stack: Stack, links: Links, rails: Rails) -> None:
    """Lay closed track where a flow is still listed though one of its ends, or its platform, is switched off."""
    systems = stack.inventory.systems
    for flow in links.dead:
        ends = str(flow.facts["from"]), str(flow.facts["to"])
        off = [end for end in ends if not systems[end].facts["in_use"]]
        at = [rails.lines_at(end) for end in ends if end not in off]
        shared = [line for line in rails.lines if at and all(line in lines for lines in at)]
        if shared and len(off) < len(ends):
            dark = off[0] if off else str(flow.facts["via"])
            note = f"{systems[dark].name} is {systems[dark].facts['lifecycle']}"
            rails.lay(Track(shared[0], *ends, "closed", data=data_of([flow]), note=note))
