"""What the stack costs: by side, team and category, as a share of what the organisation takes and spends."""

from __future__ import annotations

from math import fsum
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.analysis.derivations.context import side_of
from stackaudit.model.language.words import SIDES
from stackaudit.model.money import Money
from stackaudit.model.scorecard import Share, Spending, Spent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from stackaudit.analysis.stack import Stack
    from stackaudit.model.inventory import Inventory, Subject

_AGREED = {True: "agreed", False: "not agreed", None: ""}


def spending_of(stack: Stack) -> Spending:
    """The spend of all systems in use; what retired and rejected systems still cost is told apart."""
    inventory, categories = stack.inventory, stack.catalogue.categories

    def side(system: Subject) -> str:
        return side_of(payer_of(system), inventory.teams, states_teams=inventory.states_teams) or ""

    def category(name: str) -> str:
        return categories[name].name if name in categories else name

    sides = _parted(stack.in_use, side, str)
    outside = [system for system in stack.in_use if side(system) not in ("it", "")]
    off = [s for s in inventory.systems.values() if not s.facts["in_use"] and s.facts.get("cost.paid")]
    return Spending(
        total=_spent("total", "total", stack.in_use),
        sides=tuple(sorted(sides, key=_in_order_of_sides)),
        teams=_parted(stack.in_use, lambda system: payer_of(system) or "", lambda team: _team_name(inventory, team)),
        categories=_parted(stack.in_use, lambda system: str(system.facts.get("category", "")), category),
        outside_it=_parted(outside, lambda system: _AGREED[_agreed(system)], str),
        switched_off=_spent("switched off", "switched off", off),
        shares=_shares(inventory, {each.id: each.amount for each in sides if each.stated}),
    )


def payer_of(system: Subject) -> str | None:
    """The team whose budget pays: as stated, else the one that bought it, else the one that decides about it."""
    for fact in ("cost.paid_by", "bought.by", "owner.business"):
        team = system.facts.get(fact)
        if isinstance(team, str):
            return team
    return None


def _team_name(inventory: Inventory, team: str) -> str:
    return inventory.teams[team].name if team in inventory.teams else team


def _agreed(system: Subject) -> bool | None:
    agreed = system.facts.get("bought.agreed_by_it")
    return agreed if isinstance(agreed, bool) else None


def _parted(
    systems: Iterable[Subject], part: Callable[[Subject], str], name: Callable[[str], str]
) -> tuple[Spent, ...]:
    """The spend of each part of some systems, the dearest first; the part that is not stated comes last."""
    parts: dict[str, list[Subject]] = {}
    for system in systems:
        parts.setdefault(part(system), []).append(system)
    spent = [_spent(key, name(key), members) for key, members in parts.items()]
    return tuple(sorted(spent, key=lambda each: (not each.id, -each.amount, each.id)))


def _spent(key: str, name: str, systems: Iterable[Subject]) -> Spent:
    """The costs of some systems, what is known apart from what is not."""
    known: list[float] = []
    foreign: dict[str, list[float]] = {}
    unstated = free = 0
    for system in systems:
        cost = system.facts.get("cost.annual")
        if isinstance(cost, Money):
            foreign.setdefault(cost.currency, []).append(cost.amount)
        elif isinstance(cost, int | float):
            known.append(float(cost))
        elif system.facts.get("cost.paid") is False:
            free += 1
        else:
            unstated += 1
    sums = tuple(Money(_sum(foreign[currency]), currency) for currency in sorted(foreign))
    unconverted = sum(map(len, foreign.values()))
    count = len(known) + unconverted + unstated + free
    return Spent(key, name, count, _sum(known), len(known), sums, unconverted, unstated, free)


def _sum(amounts: Iterable[float]) -> float:
    """A sum in whole cents, whatever the order."""
    return round(fsum(amounts), 2)


def _in_order_of_sides(spent: Spent) -> tuple[bool, int]:
    """Sides in the language's own order, which no amount changes; what is not stated comes last."""
    return not spent.id, [*SIDES, spent.id].index(spent.id)


class _Ratio(NamedTuple):
    """A share to tell: either end is a fact of the organisation, or the spend of a side that the inventory knows."""

    id: str
    part: str
    whole: str


_RATIOS = (
    _Ratio("known spend of revenue", "cost.annual", "organization.revenue"),
    _Ratio("marketing budget of revenue", "organization.spend.marketing", "organization.revenue"),
    _Ratio("marketing technology of revenue", "organization.spend.marketing_technology", "organization.revenue"),
    _Ratio("IT budget of revenue", "organization.spend.it", "organization.revenue"),
    _Ratio("marketing technology of IT budget", "organization.spend.marketing_technology", "organization.spend.it"),
    _Ratio("known of marketing technology", "cost.annual of marketing", "organization.spend.marketing_technology"),
)


def _shares(inventory: Inventory, sides: dict[str, float]) -> tuple[Share, ...]:
    """Each ratio, with a percentage where both ends are known and the whole is not nothing."""
    facts: dict[str, object] = dict(inventory.organization.facts)
    facts["cost.annual"] = _sum(sides.values()) if sides else None
    facts["cost.annual of marketing"] = sides.get("marketing")
    return tuple(_share(ratio, facts) for ratio in _RATIOS)


def _share(ratio: _Ratio, facts: dict[str, object]) -> Share:
    """One ratio; an amount in a currency without a rate is as good as not stated."""
    part, whole = (_amount(facts.get(name)) for name in (ratio.part, ratio.whole))
    missing = tuple(name for name, value in ((ratio.part, part), (ratio.whole, whole)) if value is None)
    percent = round(100 * part / whole, 1) if part is not None and whole else None
    return Share(ratio.id, part, whole, percent, missing)


def _amount(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) else None
