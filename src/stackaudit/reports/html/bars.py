"""Figures that are drawn as bars: spend by who pays and for what, in parts of the largest."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from stackaudit.model.money import grouped
from stackaudit.reports.html.values import percent, whole_amount

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from stackaudit.model.scorecard import Spending, Spent

_MOST = 16


class SpendBar(NamedTuple):
    """One amount; `length` is its part of the largest from 0 to 100."""

    name: str
    length: float
    amount: str
    share: str
    systems: str
    left_out: str


class SpendChart(NamedTuple):
    """Bars under a heading, and how many more there would be."""

    heading: str
    bars: tuple[SpendBar, ...]
    further: int


def spend_charts(spending: Spending) -> Iterator[SpendChart]:
    """A chart for each way to part the spend of which something is known."""
    words = {"agreed": "IT agreed", "not agreed": "IT did not agree"}
    outside = [each._replace(name=words.get(each.id, "")) for each in spending.outside_it]
    for heading, parts in (
        ("By the side that pays", spending.sides),
        ("By the team that pays", spending.teams),
        ("By what it is for", spending.categories),
        ("Paid outside IT", outside),
    ):
        if any(each.stated or each.foreign for each in parts):
            yield _chart(heading, parts, spending.total.amount)


def left_out(spent: Spent) -> str:
    """What a sum leaves out, in a few words."""
    parts = [f"{grouped(spent.unstated)} without a stated cost"] if spent.unstated else []
    parts += [f"{whole_amount(money.amount, money.currency)} not converted" for money in spent.foreign]
    return ", ".join(parts)


def _chart(heading: str, parts: Sequence[Spent], total: float) -> SpendChart:
    named = [each for each in parts if each.id]
    shown = [*named[:_MOST], *(each for each in parts if not each.id)]
    largest = max((each.amount for each in shown), default=0.0)
    bars = tuple(
        SpendBar(
            name=each.name or "not stated",
            length=round(100 * max(0.0, each.amount) / largest, 2) if largest > 0 else 0.0,
            amount=whole_amount(each.amount, "") if each.stated else "unknown" if each.unstated else "",
            share=percent(each.amount, total) if each.stated else "",
            systems=grouped(each.systems),
            left_out=left_out(each),
        )
        for each in shown
    )
    return SpendChart(heading, bars, max(0, len(named) - _MOST))
