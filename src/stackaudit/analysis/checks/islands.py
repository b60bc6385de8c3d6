"""Systems that no flow of data touches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.analysis.answers import Answer, passes
from stackaudit.analysis.checks.check import Check
from stackaudit.analysis.checks.linking import links_unknown
from stackaudit.analysis.options import Option, Takes
from stackaudit.model.audit import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.analysis.stack import Stack


def ask(stack: Stack, *, of: frozenset[str]) -> Iterator[Answer]:
    """An answer for each live system of the categories."""
    concerned = [system for system in stack.live if system.facts.get("category") in of]
    if not stack.inventory.states_integrations:
        yield from (links_unknown(system) for system in concerned)
        return
    alone = set(stack.graph.islands()) if concerned else set()
    for system in concerned:
        lonely = system.id in alone
        yield Answer(Verdict.FAILS, (system,), note="no flow of data from or to it") if lonely else passes(system)


CHECK = Check(
    "Live systems send data to, or get data from, some other system.",
    "system",
    ask,
    {
        "of": Option(Takes.CATEGORIES, "Categories whose systems should be connected with some other."),
    },
)
