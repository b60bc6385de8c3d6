"""Money per year in a comparison, kept apart by currency."""

from __future__ import annotations

from collections import defaultdict
from math import fsum
from typing import TYPE_CHECKING

from stackaudit.analysis.comparing.recording import OUT_OF_USE
from stackaudit.model.comparison import Story, Sums
from stackaudit.model.money import Money

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stackaudit.analysis.comparing.recording import Record
    from stackaudit.analysis.comparing.weighing import Scales
    from stackaudit.model.comparison import Account, Match

_COST = "cost.annual"


def story_of(story: int, account: Account, scales: Scales) -> Story:
    """The figures of one account."""
    inventory = account.inventory
    in_use = [system.facts for system in inventory.systems.values() if system.facts["lifecycle"] not in OUT_OF_USE]
    return Story(
        name=account.name,
        organization=str(inventory.organization.facts.get("organization.name", "")),
        currency=scales.currency(story),
        systems=len(inventory.systems),
        integrations=len(inventory.integrations),
        files=len(inventory.documents),
        annual=_added(scales.money(story, facts.get(_COST)) for facts in in_use),
    )


def sums_of(record: Record) -> Sums:
    """What systems cost that one story knows alone, how far stated costs differ, and what is disputed."""
    costs = [item for item in record.contradictions if item.fact == _COST]
    disputed = {id(item.match): item.match for item in record.contradictions if item.match.kind == "system"}
    return Sums(
        alone=(
            _added(item.money for item in record.told if item.story == 0),
            _added(item.money for item in record.told if item.story == 1),
        ),
        apart=_added(item.money for item in costs),
        disputed=_added(_larger(match, record.scales) for match in disputed.values()),
    )


def _larger(match: Match, scales: Scales) -> Money | None:
    """The larger of the stated costs of a system; of two currencies that no rate joins, the first in the alphabet."""
    stated = [
        money
        for story, system in enumerate(match.subjects)
        if system is not None and system.facts["lifecycle"] not in OUT_OF_USE
        if (money := scales.money(story, system.facts.get(_COST))) is not None
    ]
    return min(stated, key=lambda money: (money.currency, -money.amount), default=None)


def _added(amounts: Iterable[Money | None]) -> tuple[Money, ...]:
    sums: dict[str, list[float]] = defaultdict(list)
    for money in amounts:
        if money is not None:
            sums[money.currency].append(money.amount)
    return tuple(Money(fsum(sums[currency]), currency) for currency in sorted(sums))
