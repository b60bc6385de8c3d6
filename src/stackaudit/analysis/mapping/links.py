"""What runs between systems: which flows pass each hop, in what state they are, and the ways that data takes."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.analysis.checks.linking import CARRIERS
from stackaudit.analysis.link_grades import reasons
from stackaudit.analysis.mapping.declared import systems_of
from stackaudit.model.transit import Track

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from stackaudit.analysis.stack import Stack
    from stackaudit.model.inventory import Subject

_MOST_STOPS = 4
_STATES = ("open", "late", "by hand")
"""States of flows, the best first: a hop is in the state of its best flow."""


class Way(NamedTuple):
    """A way that data takes between two systems, with the systems that only pass it on, and the flow it begins with."""

    stops: tuple[str, ...]
    flow: Subject


class Links:
    """All that flows between systems that people work with; copies for tests stay out unless a journey names them.

    A flow over an integration platform passes it, as far as the platform is a system in production.
    """

    def __init__(self, stack: Stack) -> None:
        self._systems = stack.inventory.systems
        self._hops: dict[tuple[str, str], list[Subject]] = defaultdict(list)
        self._touching: dict[str, list[Way]] = defaultdict(list)
        self._ways: dict[str, list[Way]] = defaultdict(list)
        self.dead: list[Subject] = []
        named = {system for journey in stack.inventory.journeys.values() for system in systems_of(journey)}
        for flow in stack.inventory.integrations:
            ends = str(flow.facts["from"]), str(flow.facts["to"])
            if ends[0] != ends[1] and all(end in named or is_mapped(self._systems[end]) for end in ends):
                self._take(flow, ends)
        assert isinstance(CARRIERS.default, frozenset)
        self.carriers = frozenset(
            system.id
            for system in stack.in_use
            if is_mapped(system) and system.facts.get("category") in CARRIERS.default
        )

    def _take(self, flow: Subject, ends: tuple[str, str]) -> None:
        via = flow.facts.get("via")
        platform = self._systems[via] if isinstance(via, str) else None
        if not all(self._systems[system].facts["in_use"] for system in (*ends, *([platform.id] if platform else []))):
            self.dead.append(flow)
            return
        passes = platform is not None and is_mapped(platform) and platform.id not in ends
        stops = (ends[0], platform.id, ends[1]) if platform and passes else ends
        for way in (stops, stops[::-1]) if flow.facts["direction"] == "two-way" else (stops,):
            self._ways[way[0]].append(Way(way, flow))
            for stop in way:
                self._touching[stop].append(Way(way, flow))
            for hop in pairwise(way):
                self._hops[hop].append(flow)

    def ways(self, start: str, ends: Collection[str], over: Collection[str]) -> Iterator[Way]:
        """The ways from a system to others, over at most two systems out of those that only pass data on."""
        waiting = list(self._ways.get(start, ()))
        passed = {start}
        while waiting:
            way = waiting.pop(0)
            here = way.stops[-1]
            if here in ends and here != start:
                yield way
            elif here in over and here not in passed:
                passed.add(here)
                waiting += [
                    Way((*way.stops, *onward.stops[1:]), way.flow)
                    for onward in self._ways.get(here, ())
                    if len(way.stops) + len(onward.stops) - 1 <= _MOST_STOPS
                    and not set(onward.stops[1:]) & set(way.stops)
                ]

    def ways_at(self, system: str) -> list[Way]:
        """The ways that begin or end at a system, and after them the hops of ways that pass it; the shortest first."""
        ends = [way for way in self._touching.get(system, ()) if system in (way.stops[0], way.stops[-1])]
        hops = [
            Way(hop, way.flow)
            for way in self._touching.get(system, ())
            for hop in pairwise(way.stops)
            if way not in ends and system in hop
        ]
        return [*sorted(ends, key=_shortest_first), *sorted(hops, key=_shortest_first)]

    def is_linked(self, one: str, other: str) -> bool:
        """Whether anything passes straight between two systems."""
        return (one, other) in self._hops or (other, one) in self._hops

    def track(self, line: str, start: str, end: str) -> Track:
        """The track between two linked systems, in the direction of the flow; as asked where data flows both ways."""
        there, back = self._hops.get((start, end), []), self._hops.get((end, start), [])
        if not there:
            start, end, there, back = end, start, back, there
        flows = list({flow.id: flow for flow in (*there, *back)}.values())
        best, *others = sorted(flows, key=lambda flow: (rank_of(flow), flow.id))
        return Track(line, start, end, state_of(best), bool(back), data_of(flows), note_on(best, others))


def _shortest_first(way: Way) -> tuple[int, tuple[str, ...], str]:
    return len(way.stops), way.stops, way.flow.id


def is_mapped(system: Subject) -> bool:
    """Whether a system is one that people work with, and no copy for tests."""
    return system.facts["environment"] == "production"


def state_of(flow: Subject) -> str:
    """The state of track, a key of `TRACKS`, that one flow between systems in use makes."""
    if flow.facts.get("by_hand"):
        return "by hand"
    return "late" if flow.facts.get("days_late") else "open"


def rank_of(flow: Subject) -> int:
    """How far a flow is from running by itself, from 0."""
    return _STATES.index(state_of(flow))


def data_of(flows: Iterable[Subject]) -> tuple[str, ...]:
    """The kinds of data that some flows carry, as far as stated."""
    kinds = [kind for flow in flows for kind in flow.facts.get("data", ()) if kind]  # type: ignore[attr-defined]
    return tuple(dict.fromkeys(kinds))


def note_on(flow: Subject, others: Iterable[Subject]) -> str:
    """What keeps the best flow between two systems from being better, in a few words, and what is worse beside it."""
    words = [*reasons(flow)] if state_of(flow) != "open" else []
    if flow.facts.get("owner") is False:
        words.append("nobody answers for it")
    worse = dict.fromkeys(state_of(other) for other in others if rank_of(other) > rank_of(flow))
    return ", ".join([*words, *(f"another flow is {state}" for state in worse)])
