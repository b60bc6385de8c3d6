"""How much of one side's spend on technology runs without IT's agreement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.analysis.answers import Answer, Hint, cost_of, passes, undetermined
from stackaudit.analysis.checks.check import Check
from stackaudit.analysis.options import Option, Takes
from stackaudit.model.audit import Verdict
from stackaudit.model.language.words import SIDES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.analysis.stack import Stack
    from stackaudit.model.inventory import Subject

_PLACES = 5


def ask(stack: Stack, *, side: str, most: float) -> Iterator[Answer]:
    """One answer for the organisation: whether at most `most` percent of the known cost is not agreed.

    Purchases that say nothing about agreement leave it open where they could tip the balance.
    """
    bought = [s for s in stack.in_use if s.facts.get("bought.side") == side and cost_of(s)]
    total = sum(cost_of(system) or 0 for system in bought)
    if not total:
        return
    alone = [system for system in bought if system.facts.get("bought.agreed_by_it") is False]
    silent = [system for system in bought if "bought.agreed_by_it" not in system.facts]
    share = 100 * _sum(alone) / total
    if share > most:
        dearest = sorted(alone, key=lambda system: (-(cost_of(system) or 0), system.id))[:_PLACES]
        values = {"share": round(share, 1), "most": most, "systems": tuple(system.name for system in dearest)}
        hints = tuple(Hint(system, "bought", f"{system.name}, without IT") for system in dearest)
        stakes = tuple((system.id, cost_of(system) or 0.0) for system in alone)
        yield Answer(Verdict.FAILS, (stack.organization,), values, hints=hints, stakes=stakes)
    elif share + 100 * _sum(silent) / total > most:
        yield undetermined(stack.organization, missing=tuple((s.id, "bought.approved_by") for s in silent))
    else:
        yield passes(stack.organization)


def _sum(systems: list[Subject]) -> float:
    return sum(cost_of(system) or 0 for system in systems)


CHECK = Check(
    "Most of a side's spend on technology runs with IT's agreement.",
    "organization",
    ask,
    {
        "side": Option(Takes.WORD, "The side of the house.", words=tuple(SIDES)),
        "most": Option(Takes.NUMBER, "The percent that may run without agreement."),
    },
    ("share", "most", "systems"),
)
