"""How complete the inventory is, each fact weighted by what rules do with it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from stackaudit.analysis.answers import Answer, Hint, passes
from stackaudit.analysis.checks.check import Check
from stackaudit.analysis.options import Option, Takes
from stackaudit.model.audit import Verdict
from stackaudit.model.money import grouped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from stackaudit.analysis.stack import Stack
    from stackaudit.model.inventory import Subject

_SHOWN = 5


def ask(stack: Stack, *, facts: Mapping[str, float], least: float) -> Iterator[Answer]:
    """One answer for the organisation: whether its live systems state `least` percent of the facts, by weight."""
    systems = [system for system in stack.live if system.facts["environment"] == "production"]
    whole = sum(facts.values())
    if not systems or not whole:
        return
    gaps: Counter[str] = Counter()
    stated: list[tuple[float, Subject]] = []
    for system in systems:
        absent = [fact for fact in facts if fact not in system.facts]
        gaps.update(absent)
        stated.append((whole - sum(facts[fact] for fact in absent), system))
    share = 100 * sum(weight for weight, _ in stated) / (whole * len(systems))
    if share >= least:
        yield passes(stack.organization)
        return
    heaviest = sorted(gaps, key=lambda fact: (-gaps[fact] * facts[fact], fact))[:_SHOWN]
    emptiest = sorted(stated, key=lambda row: (row[0], row[1].id))[:_SHOWN]
    values = {
        "share": int(share),
        "least": least,
        "facts": tuple(f"`{fact}` ({grouped(gaps[fact])})" for fact in heaviest),
        "count": len(systems),
    }
    hints = tuple(Hint(system, "", f"{system.name}: {int(100 * weight / whole)} %") for weight, system in emptiest)
    yield Answer(Verdict.FAILS, (stack.organization,), values, hints=hints)


CHECK = Check(
    "Live systems state most of what rules ask of them.",
    "organization",
    ask,
    {
        "facts": Option(Takes.WEIGHTS, "Facts of systems, each with its weight."),
        "least": Option(Takes.NUMBER, "The percent of all weights that must be stated."),
    },
    ("share", "least", "facts", "count"),
)
