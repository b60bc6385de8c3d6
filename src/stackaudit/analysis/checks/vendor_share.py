"""How much of the cost of the whole stack goes to one vendor."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from stackaudit.analysis.answers import Answer, Hint, cost_of, passes, undetermined
from stackaudit.analysis.checks.check import Check
from stackaudit.analysis.checks.linking import names_of
from stackaudit.analysis.options import Option, Takes
from stackaudit.model.audit import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.analysis.stack import Stack
    from stackaudit.model.inventory import Subject

_HINTS = 5


def ask(stack: Stack, *, most: float, vendors: float) -> Iterator[Answer]:
    """An answer for each vendor with more than `most` percent of the known cost, or else one for the largest.

    While no cost is known nobody can tell; with fewer than so many `vendors` a large share is ordinary.
    """
    paid = [(system, cost) for system in stack.in_use if (cost := cost_of(system))]
    if not paid:
        unstated = [system for system in stack.in_use if "cost.paid" not in system.facts]
        if unstated:
            missing = tuple((system.id, "cost.annual") for system in unstated)
            yield undetermined(stack.organization, missing=missing)
        return
    total = sum(cost for _, cost in paid)
    shares: dict[str, float] = defaultdict(float)
    sold: dict[str, list[Subject]] = defaultdict(list)
    for system, cost in sorted(paid, key=lambda row: (-row[1], row[0].id)):
        vendor = system.facts.get("vendor")
        if isinstance(vendor, str):
            shares[vendor.casefold()] += 100 * cost / total
            sold[vendor.casefold()].append(system)
    if len(shares) < vendors:
        return
    large = [vendor for vendor in sorted(shares, key=lambda vendor: (-shares[vendor], vendor)) if shares[vendor] > most]
    for vendor in large:
        systems = tuple(sold[vendor])
        values = {"vendor": systems[0].facts["vendor"], "share": round(shares[vendor]), "most": most}
        hints = tuple(Hint(system, "cost.annual", f"{system.name} too") for system in systems[1 : _HINTS + 1])
        yield Answer(Verdict.FAILS, systems, {**values, "systems": names_of(systems)}, hints=hints)
    if not large:
        yield passes(stack.organization)


CHECK = Check(
    "No vendor carries too large a share of the cost.",
    "system",
    ask,
    {
        "most": Option(Takes.NUMBER, "The percent of the known cost that one vendor may carry."),
        "vendors": Option(Takes.NUMBER, "How many vendors there must be before shares are compared.", 3),
    },
    ("vendor", "share", "most", "systems"),
)
