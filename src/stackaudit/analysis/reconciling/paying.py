"""What ledgers say of a tool: sums by team, in the organisation's currency, over the last twelve months covered."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.model.globs import fits
from stackaudit.model.reconciliation import Payments, TeamShare

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from stackaudit.model.evidence import Trace
    from stackaudit.model.inventory import Inventory

_YEAR = timedelta(days=365)
_CENT = 0.005


class Ledgers(NamedTuple):
    """What is needed to add payments up: the currency and its rates, who bears a cost centre, and when a year began."""

    currency: str
    rates: Mapping[str, float]
    teams: tuple[tuple[str, str], ...]
    since: date | None

    def team(self, written: str) -> str:
        """The name of the team that a cost centre belongs to, or the cost centre as it is written."""
        return next((team for pattern, team in self.teams if fits(written, pattern)), written)

    def converted(self, trace: Trace) -> float | None:
        """A payment's amount in the organisation's currency; None without a rate."""
        if trace.amount is None:
            return 0.0
        if not trace.currency or not self.currency or trace.currency == self.currency:
            return trace.amount
        rate = self.rates.get(trace.currency)
        return None if rate is None else trace.amount * rate


def ledgers_of(inventory: Inventory, last: date | None) -> Ledgers:
    """How payments are added up for an inventory, where ledgers reach to a day."""
    facts = inventory.organization.facts
    rates = facts.get("organization.exchange_rates")
    teams = tuple(
        (str(pattern), team.name)
        for team in inventory.teams.values()
        for pattern in (team.id, team.name, *_centres(team.facts))
    )
    currency = str(facts.get("organization.currency", ""))
    return Ledgers(currency, rates if isinstance(rates, dict) else {}, teams, last - _YEAR if last else None)


def payments_of(traces: Iterable[Trace], ledgers: Ledgers) -> Payments:
    """The sums over some payments."""
    annual = total = 0.0
    times = 0
    amounts: dict[str, float] = defaultdict(float)
    counts: dict[str, int] = defaultdict(int)
    cards: set[str] = set()
    unconverted: set[str] = set()
    net: dict[str, float] = defaultdict(float)
    for trace in traces:
        cards.add(trace.payer)
        amount = ledgers.converted(trace)
        if amount is None:
            unconverted.add(trace.currency)
            amount = 0.0
        total += amount
        if ledgers.since is None or trace.on is None or trace.on > ledgers.since:
            team = ledgers.team(trace.team)
            annual += amount
            net[trace.currency] += trace.amount or 0.0
            times += trace.times
            amounts[team] += amount
            counts[team] += trace.times
    told_apart = {card for card in cards if any(character.isalnum() for character in card)}
    return Payments(
        round(annual, 2),
        round(total, 2),
        times,
        shares_of(amounts, counts),
        len(told_apart) if told_apart else None,
        tuple(sorted(unconverted)),
        any(amount > _CENT for amount in net.values()),
    )


def shares_of(amounts: Mapping[str, float], counts: Mapping[str, int]) -> tuple[TeamShare, ...]:
    """Sums by team, the largest first."""
    shares = [TeamShare(team, round(amount, 2), counts[team]) for team, amount in amounts.items()]
    return tuple(sorted(shares, key=lambda share: (-share.amount, share.team)))


def _centres(facts: Mapping[str, object]) -> tuple[object, ...]:
    centres = facts.get("cost_centres", ())
    assert isinstance(centres, tuple)
    return centres
