"""How much of the spend that the books show the inventory explains."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.analysis.answers import Answer, Hint, cost_of, passes, undetermined
from stackaudit.analysis.checks.check import Check
from stackaudit.analysis.options import Option, Takes
from stackaudit.model.audit import Verdict
from stackaudit.model.money import spelled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.analysis.stack import Stack

_BOOKED = "organization.spend.marketing_technology"
_HINTS = 5


def ask(stack: Stack, *, least: float) -> Iterator[Answer]:
    """One answer for the organisation: whether the known costs of what marketing pays for reach so much of the books.

    Costs that are not stated, or that nobody is said to pay, explain nothing: to state them is the way out.
    """
    booked = stack.organization.facts.get(_BOOKED)
    theirs = [system for system in stack.in_use if system.facts.get("cost.payer_side") == "marketing"]
    if not isinstance(booked, int | float):
        if theirs:
            yield undetermined(stack.organization, missing=((stack.organization.id, _BOOKED),))
        return
    explained = sum(cost_of(system) or 0 for system in theirs)
    if 100 * explained >= least * booked:
        yield passes(stack.organization)
        return
    silent = [system for system in theirs if "cost.paid" not in system.facts]
    currency = str(stack.organization.facts.get("organization.currency", ""))
    values = {
        "share": int(100 * explained / booked),
        "least": least,
        "explained": spelled(round(explained), currency),
        "booked": spelled(round(booked), currency),
    }
    hints = tuple(Hint(system, "cost", f"{system.name} states no cost") for system in silent[:_HINTS])
    yield Answer(Verdict.FAILS, (stack.organization,), values, hints=hints)


CHECK = Check(
    "The inventory explains most of what the books say marketing spends on technology.",
    "organization",
    ask,
    {"least": Option(Takes.NUMBER, "The percent that must be explained.")},
    ("share", "least", "explained", "booked"),
)
