"""Figures of an audit: what the stack costs, what is at stake, and which facts would decide most."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from stackaudit.model.audit import MissingFact, Totals
from stackaudit.model.money import Money

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stackaudit.analysis.stack import Stack
    from stackaudit.model.audit import Finding, Undetermined


def missing_facts(undetermined: Iterable[Undetermined]) -> tuple[MissingFact, ...]:
    """The facts that undecided questions wait for, those first that would bring most of them nearer.

    What is known of tools that only evidence shows cannot be stated anywhere, so it is not asked for.
    """
    questions: dict[str, int] = defaultdict(int)
    subjects: dict[str, set[str]] = defaultdict(set)
    for item in undetermined:
        if item.subject.kind == "evidence":
            continue
        for subject, fact in item.missing:
            questions[fact] += 1
            subjects[fact].add(subject)
    ranked = sorted(questions, key=lambda fact: (-questions[fact], fact))
    return tuple(MissingFact(fact, len(subjects[fact]), questions[fact]) for fact in ranked)


def at_stake(findings: Iterable[Finding]) -> float:
    """Money per year in findings; a system in several of them counts once, with its largest amount."""
    largest: dict[str, float] = {}
    for finding in findings:
        for subject, amount in finding.stakes:
            largest[subject] = max(amount, largest.get(subject, 0.0))
    return sum(largest.values())


def totals_of(stack: Stack, findings: Iterable[Finding]) -> Totals:
    """The figures of an inventory and its audit."""
    inventory = stack.inventory
    costs = [system.facts.get("cost.annual") for system in stack.in_use]
    known = [float(cost) for cost in costs if isinstance(cost, int | float)]
    foreign = sorted({cost.currency for cost in costs if isinstance(cost, Money)})
    return Totals(
        systems=len(inventory.systems),
        integrations=len(inventory.integrations),
        teams=len(inventory.teams),
        annual_cost=sum(known),
        costs_stated=len(known),
        unconverted=tuple(foreign),
        at_stake=at_stake(findings),
        files=len(inventory.documents),
        lines=sum(document.line_count for document in inventory.documents.values()),
        unstated=inventory.unstated,
    )
