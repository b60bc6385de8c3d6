"""The integration graph: systems, the flows of data between them, and the questions that one asks of it."""

from __future__ import annotations

from collections import defaultdict, deque
from functools import cached_property
from typing import TYPE_CHECKING

import networkx as nx

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from stackaudit.model.inventory import Subject


class IntegrationGraph:
    """A frozen networkx MultiDiGraph (`network`) of systems and integrations, and named questions of it.

    Data moves along an integration from `from` to `to`, and back where it is two-way. Retired and rejected systems keep
    their integrations but carry no data, so every question about links, reach and paths leaves them out. A flow over an
    integration platform is one link between its ends, as long as the platform is in use; the platform itself counts as
    connected to both.
    """

    def __init__(self, systems: Mapping[str, Subject], integrations: Iterable[Subject]) -> None:
        self._systems = systems
        network = nx.MultiDiGraph()
        network.add_nodes_from(systems)
        for flow in integrations:
            start, end = flow.facts["from"], flow.facts["to"]
            network.add_edge(start, end, key=flow.id, flow=flow)
            if flow.facts["direction"] == "two-way":
                network.add_edge(end, start, key=flow.id, flow=flow)
        self.network = nx.freeze(network)

    @cached_property
    def _carrying(self) -> Mapping[str, Mapping[str, tuple[Subject, ...]]]:
        """For each system that carries data, the systems it sends to with the flows that do so."""
        carrying: dict[str, dict[str, tuple[Subject, ...]]] = {}
        for start, ends in self.network.adjacency():
            if self._carries(start):
                carrying[start] = {
                    end: carried
                    for end, flows in ends.items()
                    if end != start and self._carries(end) and (carried := self._flowing(flows.values()))
                }
        return carrying

    def _flowing(self, edges: Iterable[Mapping[str, Subject]]) -> tuple[Subject, ...]:
        """The flows of some edges, without those over a platform that is switched off."""
        flows = (edge["flow"] for edge in edges)
        return tuple(flow for flow in flows if "via" not in flow.facts or self._carries(str(flow.facts["via"])))

    @cached_property
    def _receiving(self) -> Mapping[str, tuple[str, ...]]:
        """For each system, the systems that send to it."""
        receiving: dict[str, list[str]] = defaultdict(list)
        for start, ends in self._carrying.items():
            for end in ends:
                receiving[end].append(start)
        return {end: tuple(starts) for end, starts in receiving.items()}

    def _carries(self, system: str) -> bool:
        return bool(self._systems[system].facts["in_use"])

    def flows(self, start: str, end: str) -> tuple[Subject, ...]:
        """The integrations that carry data from one system straight to another."""
        return self._carrying.get(start, {}).get(end, ())

    def receivers(self, system: str) -> Collection[str]:
        """The systems that a system sends data to."""
        return self._carrying.get(system, {}).keys()

    def senders(self, system: str) -> Collection[str]:
        """The systems that a system gets data from."""
        return self._receiving.get(system, ())

    def linked(self, one: str, other: str) -> bool:
        """Whether data flows straight between two systems, in either direction."""
        return bool(self.flows(one, other) or self.flows(other, one))

    def reached_from(self, starts: Iterable[str]) -> dict[str, str | None]:
        """Every system that data reaches from any of the starts, with the system it last came from."""
        came_from: dict[str, str | None] = dict.fromkeys((s for s in starts if s in self._carrying), None)
        waiting = deque(came_from)
        while waiting:
            here = waiting.popleft()
            for there in self._carrying[here]:
                if there not in came_from:
                    came_from[there] = here
                    waiting.append(there)
        return came_from

    def reached_through(
        self, starts: Iterable[str], carriers: Collection[str], *, backwards: bool = False
    ) -> dict[str, str | None]:
        """Every system that data of the starts reaches straight or over carriers only, with the one it came from.

        With `backwards`, every system whose data reaches them so.
        """
        came_from: dict[str, str | None] = dict.fromkeys(starts)
        waiting = deque(came_from)
        while waiting:
            here = waiting.popleft()
            for there in self.senders(here) if backwards else self.receivers(here):
                if there not in came_from:
                    came_from[there] = here
                    if there in carriers:
                        waiting.append(there)
        return came_from

    def reaches(self, start: str, end: str) -> bool:
        """Whether data gets from one system to another over any number of hops."""
        return end in self.reached_from([start])

    def path(self, starts: Iterable[str], ends: Collection[str]) -> tuple[str, ...]:
        """A shortest path from any of the starts to any of the ends; empty where there is none."""
        came_from = self.reached_from(starts)
        end: str | None = next((system for system in came_from if system in ends), None)
        path: list[str] = []
        while end is not None:
            path.append(end)
            end = came_from[end]
        return tuple(reversed(path))

    @cached_property
    def platforms(self) -> frozenset[str]:
        """Integration platforms that carry at least one flow."""
        return frozenset(
            str(flow.facts["via"])
            for ends in self._carrying.values()
            for flows in ends.values()
            for flow in flows
            if "via" in flow.facts
        )

    def islands(self) -> Iterator[str]:
        """Systems in use that no flow of data enters, leaves or passes."""
        for system in self.network:
            lonely = not self.receivers(system) and not self.senders(system)
            if lonely and self._carries(system) and system not in self.platforms:
                yield system

    def rings(self) -> list[list[str]]:
        """Groups of three or more systems in which data comes round to where it began; two-way links do not count.

        The strongly connected components of the one-way flows, each sorted, in order of their first system.
        """
        rings = (sorted(ring) for ring in nx.strongly_connected_components(self._one_way) if len(ring) > 2)
        return sorted(rings)

    @cached_property
    def _one_way(self) -> nx.DiGraph:
        """The links over which data flows in one direction only."""
        links = ((start, end) for start, ends in self._carrying.items() for end in ends)
        return nx.DiGraph((start, end) for start, end in links if not self.flows(end, start))

    def round_trip(self, ring: list[str]) -> list[str]:
        """A shortest way of one-way flows from a ring's first system back to it, which stands at both ends."""
        within, first = set(ring), ring[0]
        came_from: dict[str, str] = {}
        waiting = deque([first])
        while waiting and first not in came_from:
            here = waiting.popleft()
            for there in self._one_way[here]:
                if there in within and there not in came_from:
                    came_from[there] = here
                    waiting.append(there)
        trip = [first]
        while len(trip) == 1 or trip[0] != first:
            trip.insert(0, came_from[trip[0]])
        return trip

    def single_points(self, starts: Collection[str], ends: Collection[str]) -> tuple[str, ...]:
        """Systems between the starts and the ends without which no data gets across.

        The immediate dominators of a common end over a common start, so one walk finds them all.
        """
        reached = self.reached_from(starts)
        if not any(end in reached for end in ends):
            return ()
        network = nx.DiGraph()
        network.add_edges_from((a, b) for a in reached for b in self._carrying[a])
        source, target = object(), object()
        network.add_edges_from((source, start) for start in starts if start in reached)
        network.add_edges_from((end, target) for end in ends if end in reached)
        dominators = nx.immediate_dominators(network, source)
        cuts = []
        here = dominators[target]
        while here is not source:
            if here not in starts and here not in ends:
                cuts.append(here)
            here = dominators[here]
        return tuple(reversed(cuts))

    def holders(self, kind: str) -> tuple[str, ...]:
        """Systems in use that hold a kind of data, as they themselves state."""
        return tuple(
            system
            for system, subject in self._systems.items()
            if subject.facts["in_use"] and kind in subject.facts.get("data.categories", ())  # type: ignore[operator]
        )
