"""The best way of data from one system to another over what flows, and over what would have to flow."""

from __future__ import annotations

from heapq import heappop, heappush
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.analysis.mapping.links import rank_of, state_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from stackaudit.analysis.stack import Stack
    from stackaudit.model.inventory import Subject

_NOT_PASSED = ("closed", "missing")


class Passage(NamedTuple):
    """The best flow from one system straight to another; `state` is a key of `TRACKS`, and `note` says why it is none.

    `rank` tells how far it is from running by itself, `others` how many more flows pass here.
    """

    start: str
    end: str
    flow: Subject
    state: str
    rank: int
    note: str = ""
    others: int = 0

    @property
    def is_passed(self) -> bool:
        """Whether data passes here at all."""
        return self.state not in _NOT_PASSED


Passages = dict[str, dict[str, Passage]]
"""For each system the passages that begin there, by the system at which they end."""


def passages_of(stack: Stack, carries: Callable[[Subject], bool]) -> Passages:
    """All passages between the systems of a stack, those that data does not pass as well.

    A flow is passed in its direction where both ends and its platform are in use and it `carries` what is asked for.
    """
    passages: Passages = {}
    for flow in stack.inventory.integrations:
        for passage in _over(flow, stack.inventory.systems, carries):
            known = passages.setdefault(passage.start, {}).get(passage.end)
            passages[passage.start][passage.end] = _better(passage, known) if known else passage
    return passages


def best_way(passages: Passages, start: str, end: str, *, broken: bool = False) -> tuple[Passage, ...]:
    """The way with the fewest hops that are late or by hand, then the fewest hops; empty where there is none.

    With `broken`, a way may lead over hops that data does not pass, as few of them as can be.
    """
    costs: dict[str, tuple[int, int, int]] = {start: (0, 0, 0)}
    came_over: dict[str, Passage] = {}
    waiting = [(costs[start], start)]
    while waiting:
        cost, here = heappop(waiting)
        if here == end or cost > costs[here]:
            continue
        for there, passage in passages.get(here, {}).items():
            reached = (cost[0] + (not passage.is_passed), cost[1] + (passage.rank > 0), cost[2] + 1)
            if (passage.is_passed or broken) and _is_less(reached, here, costs.get(there), came_over.get(there)):
                costs[there], came_over[there] = reached, passage
                heappush(waiting, (reached, there))
    way: list[Passage] = []
    while end in came_over and end != start:
        way.append(came_over[end])
        end = way[-1].start
    return tuple(reversed(way))


def reached_from(passages: Passages, start: str) -> list[str]:
    """All systems that data of one gets to, the nearest first."""
    reached = [start]
    seen = {start}
    for here in reached:
        for there in sorted(passages.get(here, {})):
            if there not in seen and passages[here][there].is_passed:
                seen.add(there)
                reached.append(there)
    return reached[1:]


def turned(passages: Passages) -> Passages:
    """The same passages by the systems at which they end."""
    found: Passages = {}
    for ends in passages.values():
        for passage in ends.values():
            found.setdefault(passage.end, {})[passage.start] = passage
    return found


def _over(flow: Subject, systems: Mapping[str, Subject], carries: Callable[[Subject], bool]) -> Iterator[Passage]:
    """What a flow makes of both directions between its ends."""
    start, end, via = str(flow.facts["from"]), str(flow.facts["to"]), flow.facts.get("via")
    on_the_way = [systems[system] for system in (start, end, via) if isinstance(system, str)]
    off = next((system for system in on_the_way if not system.facts["in_use"]), None)
    ways = ((start, end), (end, start)) if flow.facts["direction"] == "two-way" else ((start, end),)
    for one, other in ways if start != end else ():
        if off is not None:
            yield Passage(one, other, flow, "closed", 3, f"{off.name} is {off.facts['lifecycle']}")
        elif not carries(flow):
            yield Passage(one, other, flow, "missing", 4, "what flows there is something else")
        else:
            yield Passage(one, other, flow, state_of(flow), rank_of(flow))
    if off is None and len(ways) == 1 and start != end:
        yield Passage(end, start, flow, "missing", 5, "data flows the other way only")


def _better(one: Passage, other: Passage) -> Passage:
    """The better of two passages between the same systems, counting those that data passes."""
    best, worse = sorted(
        (one, other), key=lambda each: (each.rank, each.flow.facts.get("owner") is False, each.flow.id)
    )
    return best._replace(others=best.others + worse.others + 1) if worse.is_passed else best


def _is_less(
    cost: tuple[int, int, int], start: str, known: tuple[int, int, int] | None, came_over: Passage | None
) -> bool:
    """Whether a way costs less than the one that is known, or as much and comes from a system with a lower id."""
    if known is None:
        return True
    return cost < known or (cost == known and came_over is not None and start < came_over.start)
