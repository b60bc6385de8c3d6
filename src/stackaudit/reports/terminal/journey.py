"""A trace as lines for a terminal: what it finds, the way as a strip map, and what is wrong on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.model.language.words import RHYTHMS
from stackaudit.model.money import grouped
from stackaudit.reports.terminal.lines import Line, counted, wrapped
from stackaudit.reports.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from stackaudit.model.audit import SubjectName
    from stackaudit.model.journey import Carriage, Holder, Hop, Journey, Stop

_NAMED = 8
_RHYTHM_WORDS = {days: word for word, days in reversed(RHYTHMS.items())}
_STYLES = {"open": "known", "late": "medium", "by hand": "medium", "missing": "high", "closed": "high"}
_RAILS = {"open": "│", "late": "╎", "by hand": "╎", "missing": "x", "closed": "x"}


def journey_lines(journey: Journey, width: int) -> list[Line]:
    """The whole trace: the outcome, each stop and each hop in their order, and the first hop that is at fault."""
    heading = _heading(journey, width)
    if journey.outcome == "unknown":
        return heading
    return [*heading, [], *_strip(journey, width), [], *_ending(journey, width)]


def _heading(journey: Journey, width: int) -> list[Line]:
    what = f"{journey.data} data of {journey.start.system.name}".strip()
    start, end = f"{what[0].upper()}{what[1:]}", journey.end.system.name
    hops = counted(len(journey.hops), "hop")
    says = {
        "reaches": f"{start} reaches {end} over {hops}.",
        "perhaps": f"{start} may reach {end} over {hops}: of some flows it is not stated what they carry.",
        "breaks off": f"{start} does not reach {end}.",
        "unknown": f"Whether {what} reaches {end} nobody can tell: the inventory says nothing about integrations.",
    }
    return wrapped(says[journey.outcome], width, "  ", "title", first="")


def _strip(journey: Journey, width: int) -> Iterator[Line]:
    """The way from stop to stop, down the page."""
    stops = [journey.start, *(hop.end for hop in journey.hops)] if journey.hops else [journey.start]
    reached = True
    for index, stop in enumerate(stops):
        yield from _stop(stop, width, reached=reached)
        if index < len(journey.hops):
            hop = journey.hops[index]
            yield from _hop(hop, width)
            reached = reached and hop.is_passed
    if not journey.hops:
        yield from wrapped("no integration leads on towards it", width, "  │  ", "high", first="  x  ")
        yield from _stop(journey.end, width, reached=False)


def _stop(stop: Stop, width: int, *, reached: bool) -> Iterator[Line]:
    facts = " · ".join([*([stop.note] if stop.note else []), *_held(stop)])
    mark = "●" if reached else "○"
    yield from wrapped(f"{stop.system.name} ({stop.system.id})", width, "     ", "rule", first=f"  {mark}  ")
    if facts:
        rail = "│" if reached else " "
        yield from wrapped(facts, width, f"  {rail}  ", "faint")


def _held(stop: Stop) -> Iterator[str]:
    """Who owns a system, as far as stated."""
    if stop.business.team and stop.business == stop.technical:
        yield f"owner {_team(stop.business)}"
        return
    for which, holder in (("business", stop.business), ("technical", stop.technical)):
        if holder.team:
            yield f"{which} owner {_team(holder)}"


def _hop(hop: Hop, width: int) -> Iterator[Line]:
    """What carries the data over a hop, or why nothing does."""
    lead = f"  {_RAILS[hop.state]}  "
    if not hop.is_passed:
        yield from wrapped(f"{hop.state}: {hop.note}", width, lead, _STYLES[hop.state])
    elif hop.state != "open":
        yield from wrapped(hop.note, width, lead, _STYLES[hop.state])
    if hop.carriage is not None:
        beside = "" if hop.is_passed else f"{hop.carriage.flow.name}: "
        yield from wrapped(beside + " · ".join(_carried(hop.carriage)), width, lead, "" if hop.is_passed else "faint")


def _carried(carriage: Carriage) -> Iterator[str]:
    """What is stated of a flow, and what is not."""
    yield carriage.method or "method not stated"
    if carriage.via:
        yield f"via {carriage.via}"
    yield _rhythm(carriage.runs)
    if carriage.last_ran is not None:
        yield f"last ran {carriage.last_ran.isoformat()}"
    yield ", ".join(carriage.data) if carriage.data is not None else "data not stated"
    if carriage.two_way:
        yield "both ways"
    yield f"owner {_team(carriage.owner)}" if carriage.owner.team else "owner not stated"
    if carriage.others:
        yield f"{counted(carriage.others, 'more flow')} beside it"


def _rhythm(days: float | None) -> str:
    if days is None:
        return "rhythm not stated"
    return _RHYTHM_WORDS.get(days) or f"every {grouped(days, '.12g')} days"


def _team(holder: Holder) -> str:
    """The team with its side, where the name does not say it."""
    return f"{holder.team} ({holder.side})" if holder.side not in ("", holder.team) else holder.team


def _ending(journey: Journey, width: int) -> Iterator[Line]:
    first = journey.first_faulty
    if first is not None:
        between = f"{first.start.system.name} to {first.end.system.name}"
        why = f" ({first.note})" if first.note else ""
        yield from wrapped(
            f"First hop at fault: {between}, {' and '.join(first.faults)}{why}.", width, "  ", "label", first=""
        )
    elif journey.outcome == "reaches":
        yield from wrapped("No hop is late, by hand or unowned, as far as stated.", width, "  ", first="")
    if journey.outcome == "breaks off":
        for says in (
            f"Data of {journey.start.system.name} reaches {_names(journey.reached)}.",
            f"{journey.end.system.name} gets data from {_names(journey.senders)}.",
        ):
            yield from wrapped(says, width, "  ", first="")


def _names(systems: Sequence[SubjectName]) -> str:
    """The names of systems, the first of many."""
    if not systems:
        return "no system"
    shown = [visible(system.name) for system in systems[:_NAMED]]
    more = len(systems) - len(shown)
    return f"{counted(len(systems), 'system')}: {', '.join(shown)}{f' and {grouped(more)} more' if more else ''}"
