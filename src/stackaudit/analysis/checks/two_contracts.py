"""Products that one team pays for twice."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from stackaudit.analysis.answers import Answer, Hint, cost_of, passes, stakes_of, undetermined
from stackaudit.analysis.checks.check import Check
from stackaudit.analysis.checks.linking import names_of
from stackaudit.model.audit import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.analysis.stack import Stack
    from stackaudit.model.inventory import Subject


def ask(stack: Stack) -> Iterator[Answer]:
    """An answer for each product of which several productive copies are paid for.

    Copies for different teams, brands or regions are no fault; two contracts of one team for the same purpose are.
    """
    copies: dict[str, list[Subject]] = defaultdict(list)
    for system in stack.in_use:
        if system.facts["product.id"] and system.facts["environment"] == "production":
            copies[str(system.facts["product.id"])].append(system)
    for product in sorted(copies):
        if len(copies[product]) > 1:
            yield from _answers(copies[product])


def _answers(systems: list[Subject]) -> Iterator[Answer]:
    """What to say of the copies of one product: one answer for each team that pays, or that nobody knows who does."""
    unclear = [(s.id, fact) for s in systems for fact in ("bought.by", "cost.annual") if not _is_clear(s, fact)]
    payers: dict[tuple[object, ...], list[Subject]] = defaultdict(list)
    for system in systems:
        if _payer(system) is not None and system.facts.get("cost.paid"):
            payers[_payer(system), system.facts.get("brand"), system.facts.get("regions")].append(system)
    twice = [paid for paid in payers.values() if len(paid) > 1]
    for paid in twice:
        yield _twice(paid)
    if not twice:
        yield undetermined(*systems, missing=tuple(unclear)) if unclear else passes(*systems)


def _is_clear(system: Subject, fact: str) -> bool:
    return system.facts.get("cost.paid") is not None if fact == "cost.annual" else _payer(system) is not None


def _payer(system: Subject) -> object:
    return system.facts.get("cost.paid_by") or system.facts.get("bought.by")


def _twice(systems: list[Subject]) -> Answer:
    ordered = sorted(systems, key=lambda system: (-(cost_of(system) or 0), system.id))
    values = {"systems": names_of(ordered), "payer": _payer(ordered[0])}
    hints = tuple(Hint(system, "cost", f"{system.name}, paid again") for system in ordered[1:])
    return Answer(Verdict.FAILS, tuple(ordered), values, point="cost", hints=hints, stakes=stakes_of(*ordered[1:]))


CHECK = Check("No team pays for one product under two contracts.", "system", ask, {}, ("systems", "payer"))
