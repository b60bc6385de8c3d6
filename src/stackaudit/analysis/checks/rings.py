"""Rings of one-way flows in which data comes round to where it began."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.analysis.answers import Answer, Hint, passes
from stackaudit.analysis.checks.check import Check
from stackaudit.analysis.checks.linking import links_unknown
from stackaudit.model.audit import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.analysis.stack import Stack


def ask(stack: Stack) -> Iterator[Answer]:
    """An answer for each ring, or a single pass where there is none."""
    if not stack.inventory.states_integrations:
        yield links_unknown(stack.organization)
        return
    rings = stack.graph.rings()
    for ring in rings:
        members = tuple(stack.inventory.systems[system] for system in ring)
        within = frozenset(ring)
        flows = [
            flow
            for start in ring
            for end in stack.graph.receivers(start)
            if end in within and not stack.graph.flows(end, start)
            for flow in stack.graph.flows(start, end)
        ]
        hints = tuple(Hint(flow, "", flow.name) for flow in flows)
        values = {"ring": " → ".join(stack.inventory.systems[system].name for system in stack.graph.round_trip(ring))}
        yield Answer(Verdict.FAILS, members, values, point="name", note="in the ring", hints=hints)
    if not rings:
        yield passes(stack.organization)


CHECK = Check("No data runs in a ring of one-way flows.", "system", ask, {}, ("ring",))
