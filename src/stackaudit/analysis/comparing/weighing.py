"""Whether two stated values of one fact say the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.model.catalogue import folded
from stackaudit.model.language import Field, Kind
from stackaudit.model.language.taxonomy import PERSONAL_KINDS
from stackaudit.model.money import Money

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping
    from datetime import date

    from stackaudit.analysis.comparing.matching import Known
    from stackaudit.model.inventory import Inventory

_LOOKED_AT_ONCE = 31
"""Days by which two who looked when a flow last ran may differ without contradicting each other."""

OBSERVED = frozenset({"last_ran"})
"""Dates that move on by themselves."""


class Weighed(NamedTuple):
    """Whether two values agree; None where that cannot be told, for the reason given.

    `further` names the stories (0, 1) whose list, as far as it is stated, goes beyond the other's.
    """

    agree: bool | None
    reason: str = ""
    further: tuple[int, ...] = ()
    money: Money | None = None


@dataclass(frozen=True)
class Scales:
    """All that is needed to hold values against each other: what is the same in both stories, rates, the tolerance."""

    systems: Known
    teams: Known
    currencies: tuple[str, str]
    rates: tuple[Mapping[str, float], Mapping[str, float]]
    tolerance: float

    def weigh(self, name: str, field: Field, one: object, two: object) -> Weighed:
        """Hold the values of a fact against each other; both are stated."""
        if field.kind is Kind.MANY and field.item is not None:
            return self._lists(field.item, one, two)
        if field.kind is Kind.MONEY:
            return self._amounts(one, two)
        if field.kind is Kind.NUMBERS:
            return self._tables(one, two)
        if field.kind is Kind.WHOLE and field.high is None:
            return Weighed(self._near(float(one), float(two)))  # type: ignore[arg-type]
        if name in OBSERVED:
            return Weighed(_days_apart(one, two) <= _LOOKED_AT_ONCE)
        return Weighed(self.plain(field, 0, one) == self.plain(field, 1, two))

    def plain(self, field: Field, story: int, value: object) -> Hashable:
        """A value in a form that is the same for both stories where they say the same."""
        if field.kind is Kind.TEAM:
            return value if value is False else self.teams.key(story, value)
        if field.kind is Kind.SYSTEM:
            return value if value is False else self.systems.key(story, value)
        if isinstance(value, str):
            kind = PERSONAL_KINDS.get(value, value) if field.words else value
            return folded(kind) or kind
        return value

    def money(self, story: int, value: object) -> Money | None:
        """An amount with its currency; a story without a currency is taken to mean the other's."""
        if isinstance(value, Money):
            return value
        return Money(float(value), self.currency(story)) if isinstance(value, int | float) else None

    def currency(self, story: int) -> str:
        """The currency that plain amounts are in."""
        return self.currencies[story] or self.currencies[1 - story]

    def _lists(self, item: Field, one: object, two: object) -> Weighed:
        """Lists are stated whole, unless one of their items is unknown."""
        known, open_ended = [], []
        for story, value in enumerate((one, two)):
            assert isinstance(value, tuple)
            known.append({self.plain(item, story, each) for each in value if each is not None and each is not False})
            open_ended.append(None in value)
        more = (known[0] - known[1], known[1] - known[0])
        if any(more[story] and not open_ended[1 - story] for story in (0, 1)):
            return Weighed(agree=False)
        further = tuple(story for story in (0, 1) if more[story])
        return Weighed(agree=not further, further=further)

    def _amounts(self, one: object, two: object) -> Weighed:
        first, second = self.money(0, one), self.money(1, two)
        assert first is not None
        assert second is not None
        if first.currency == second.currency:
            agree = self._near(first.amount, second.amount)
            apart = Money(abs(first.amount - second.amount), first.currency)
            return Weighed(agree, money=None if agree else apart)
        worths = list(self._converted(first, second))
        if not worths:
            return Weighed(None, "no exchange rate")
        return Weighed(any(self._near(*worth) for worth in worths))

    def _converted(self, first: Money, second: Money) -> list[tuple[float, float]]:
        """Both amounts in one currency, by every rate that one of the stories states."""
        worths = []
        for own, rates in zip(self.currencies, self.rates, strict=True):
            values = [
                money.amount if money.currency == own else money.amount * rates[money.currency]
                for money in (first, second)
                if money.currency == own or money.currency in rates
            ]
            if len(values) == 2:
                worths.append((values[0], values[1]))
        return worths

    def _tables(self, one: object, two: object) -> Weighed:
        """Figures by name; what only one of them names is no contradiction."""
        assert isinstance(one, dict)
        assert isinstance(two, dict)
        if not all(self._near(one[name], two[name]) for name in one.keys() & two.keys()):
            return Weighed(agree=False)
        further = tuple(story for story, more in enumerate((one.keys() - two.keys(), two.keys() - one.keys())) if more)
        return Weighed(agree=not further, further=further)

    def _near(self, one: float, two: float) -> bool:
        return abs(one - two) <= self.tolerance * max(one, two)


def scales(inventories: tuple[Inventory, Inventory], known: tuple[Known, Known], tolerance: float) -> Scales:
    """The scales of two inventories, of which it is known what systems and teams are the same."""
    facts = [inventory.organization.facts for inventory in inventories]
    currencies = [str(each.get("organization.currency", "")) for each in facts]
    rates = [each.get("organization.exchange_rates") for each in facts]
    one, two = ({str(key): value for key, value in each.items()} if isinstance(each, dict) else {} for each in rates)
    return Scales(*known, (currencies[0], currencies[1]), (one, two), tolerance)


def _days_apart(one: object, two: object) -> int:
    first: date = one  # type: ignore[assignment]
    second: date = two  # type: ignore[assignment]
    return abs((first - second).days)
