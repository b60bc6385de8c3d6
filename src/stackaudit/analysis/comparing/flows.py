"""Flows that run the other way round in the other story, and flows of which the other story has nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.model.comparison import Contradiction, Match, Statement

if TYPE_CHECKING:
    from stackaudit.analysis.comparing.matching import Known
    from stackaudit.analysis.comparing.recording import Record
    from stackaudit.model.inventory import Inventory, Subject


def compare_directions(flows: Known, systems: Known, record: Record) -> None:
    """A contradiction for each flow that starts where the other story lets it end, unless it runs both ways in one."""
    for match in flows.matches:
        one, two = match.subjects
        assert one is not None
        assert two is not None
        both_ways = "two-way" in (one.facts["direction"], two.facts["direction"])
        if not both_ways and systems.key(0, one.facts["from"]) != systems.key(1, two.facts["from"]):
            says = tuple(Statement(str(s.facts["from"]), f"from {s.name}", s, "from") for s in (one, two))
            record.both(match, "from", (says[0], says[1]), agree=False)


def compare_flows_alone(
    flows: Known,
    systems: Known,
    inventories: tuple[Inventory, Inventory],
    record: Record,
) -> None:
    """A flow that only one story has.

    Where the other lists its integrations and knows both systems, it says by not listing the flow that there is none:
    a contradiction. Otherwise it just says nothing.
    """
    known: tuple[set[str], set[str]] = (set(), set())
    for match in systems.matches:
        for story, subject in enumerate(match.subjects):
            assert subject is not None
            known[story].add(subject.id)
    for story in (0, 1):
        other = inventories[1 - story]
        for flow in flows.alone[story]:
            ends = {str(flow.facts[end]) for end in ("from", "to")}
            if not other.states_integrations:
                record.alone(story, flow, f"{record.names[1 - story]} lists no integrations at all")
            elif ends <= known[story]:
                record.contradictions.append(_denied(story, flow, other))
            else:
                record.alone(story, flow)


def _denied(story: int, flow: Subject, other: Inventory) -> Contradiction:
    """The contradiction between a flow and a list of integrations in which it does not stand."""
    there = Statement(flow.name, "there is such a flow", flow, "")
    missing = Statement(None, "not among its integrations", other.organization, "integrations")
    if story == 0:
        return Contradiction(Match("integration", (flow, None), ""), "", (there, missing))
    return Contradiction(Match("integration", (None, flow), ""), "", (missing, there))
