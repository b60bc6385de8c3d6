"""Whether data that should flow both ways between two jobs flows one way only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.analysis.answers import Answer, Hint, passes
from stackaudit.analysis.checks.check import Check
from stackaudit.analysis.checks.linking import CARRIERS, carriers_of, does_any, links_unknown
from stackaudit.analysis.options import Option, Takes
from stackaudit.model.audit import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.analysis.stack import Stack


def ask(stack: Stack, *, of: frozenset[str], to: frozenset[str], carriers: frozenset[str]) -> Iterator[Answer]:
    """An answer for each live system of the job that is linked to a system of the other job at all."""
    passing_on = carriers_of(stack, carriers)
    targets = {target.id: target for target in stack.standing(to)}
    for system in stack.live:
        if not does_any(system, of) or system.id in targets or not targets:
            continue
        if not stack.inventory.states_integrations:
            yield links_unknown(system)
            continue
        sent = [t for t in stack.graph.reached_through([system.id], passing_on) if t in targets]
        got = [t for t in stack.graph.reached_through([system.id], passing_on, backwards=True) if t in targets]
        if sent and got:
            yield passes(system)
        elif sent or got:
            other = targets[(sent or got)[0]]
            flows = stack.graph.flows(system.id, other.id) or stack.graph.flows(other.id, system.id)
            names = (system.name, other.name) if sent else (other.name, system.name)
            hints = tuple(Hint(flow, "direction", "the only direction") for flow in flows)
            values = {"sender": names[0], "receiver": names[1]}
            yield Answer(Verdict.FAILS, (system,), values, point="name", note="nothing comes back", hints=hints)


CHECK = Check(
    "Data flows both ways between systems of two jobs that are linked at all.",
    "system",
    ask,
    {
        "of": Option(Takes.CATEGORIES, "The job of the systems that are asked about."),
        "to": Option(Takes.CATEGORIES, "The other job."),
        "carriers": CARRIERS,
    },
    ("sender", "receiver"),
)
