"""Systems that every path between two ends must pass, and whether they are run as such."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.analysis.answers import Answer, passes, undetermined
from stackaudit.analysis.checks.check import Check
from stackaudit.analysis.checks.linking import links_unknown, names_of
from stackaudit.analysis.options import Option, Takes
from stackaudit.model.audit import Verdict
from stackaudit.model.language.words import CRITICALITIES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.analysis.stack import Stack


def ask(stack: Stack, *, start: frozenset[str], end: frozenset[str], levels: frozenset[str]) -> Iterator[Answer]:
    """An answer for each single point: whether its stated criticality is one of `levels`."""
    starts, ends = stack.doing(start), stack.doing(end)
    if not starts or not ends:
        return
    if not stack.inventory.states_integrations:
        yield links_unknown(stack.organization)
        return
    cuts = stack.graph.single_points([s.id for s in starts], [s.id for s in ends])
    for system in (stack.inventory.systems[cut] for cut in cuts):
        stated = system.facts.get("service.criticality")
        if stated is None:
            yield undetermined(system, missing=((system.id, "service.criticality"),))
        elif stated in levels:
            yield passes(system)
        else:
            values = {"starts": names_of(starts), "ends": names_of(ends)}
            yield Answer(Verdict.FAILS, (system,), values, point="service.criticality")


CHECK = Check(
    "A system that every path between two ends must pass is run as a critical one.",
    "system",
    ask,
    {
        "start": Option(Takes.CATEGORIES, "Where the paths begin."),
        "end": Option(Takes.CATEGORIES, "Where they end."),
        "levels": Option(
            Takes.WORDS, "Criticalities that do it justice.", frozenset({"high", "critical"}), tuple(CRITICALITIES)
        ),
    },
    ("starts", "ends"),
)
