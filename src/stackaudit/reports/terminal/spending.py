"""Spend as lines for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.model.money import grouped, shortened, spelled
from stackaudit.reports.terminal.lines import Line, counted, line, wrapped
from stackaudit.reports.terminal.tables import Column, Row, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from stackaudit.model.money import Money
    from stackaudit.model.scorecard import Share, Spending, Spent

_MOST_TEAMS, _MOST_CATEGORIES = 20, 8
_SHARES = {
    "known spend of revenue": "Spend that the inventory knows, of revenue",
    "marketing budget of revenue": "Marketing's whole budget, of revenue",
    "marketing technology of revenue": "Marketing's technology, of revenue",
    "IT budget of revenue": "IT's whole budget, of revenue",
    "marketing technology of IT budget": "Marketing's technology, of IT's whole budget",
    "known of marketing technology": "What the inventory knows of marketing's technology, of what the books say",
}


def spending_lines(spending: Spending, currency: str, width: int, *, show_all: bool = False) -> list[Line]:
    """Spend by who pays and for what, and its shares; `show_all` lists every team and category."""
    total = spending.total
    parts = ["Spend", f"{shortened(total.amount, currency)} a year known" if total.stated else "no cost stated"]
    parts += [f"{counted(total.systems, 'system')} in use", *_not_in_it(total)]
    return [
        *wrapped(" · ".join(parts), width, "  ", "label", first=""),
        [],
        *(_tables(spending, currency, width, show_all=show_all) if total.stated or total.foreign else []),
        *_switched_off(spending.switched_off, currency, width),
        *_shares(spending.shares, currency, width),
        [],
    ]


def _tables(spending: Spending, currency: str, width: int, *, show_all: bool) -> Iterator[Line]:
    words = {"agreed": "IT agreed", "not agreed": "IT did not agree"}
    outside = [each._replace(name=words.get(each.id, "")) for each in spending.outside_it]
    for heading, parts, most in (
        ("side that pays", spending.sides, _MOST_TEAMS),
        ("team that pays", spending.teams, _MOST_TEAMS),
        ("category", spending.categories, _MOST_CATEGORIES),
        ("paid outside IT", outside, _MOST_TEAMS),
    ):
        shown = parts if show_all else _dearest(parts, most)
        if shown:
            yield from _spent_table(heading, shown, spending.total, currency, width)
            if len(shown) < len(parts):
                yield line((f"  … and {grouped(len(parts) - len(shown))} more (--all shows them)", "faint"))
            yield []


def _dearest(spent: Sequence[Spent], most: int) -> list[Spent]:
    """The dearest, and the part of which it is not stated where it belongs."""
    return [*[each for each in spent if each.id][:most], *(each for each in spent if not each.id)]


def _switched_off(off: Spent, currency: str, width: int) -> list[Line]:
    """What retired and rejected systems still cost."""
    if not off.systems:
        return []
    amounts = [spelled(round(off.amount), currency)] if off.amount else []
    amounts += [_foreign(money) for money in off.foreign]
    says = f"{counted(off.systems, 'system')}, {' and '.join(amounts)} a year; not in the figures above."
    return [*wrapped(f"Retired or rejected, and still paid: {says}", width, "  "), []]


def _spent_table(heading: str, spent: Iterable[Spent], total: Spent, currency: str, width: int) -> list[Line]:
    columns = [Column(heading), Column(f"{currency} a year".strip(), figures=True), Column("share", figures=True)]
    columns.append(Column("systems", figures=True))
    rows = [
        Row(
            (
                each.name or "(not stated)",
                spelled(round(each.amount), "") if each.stated else "?" if each.unstated else "",
                _percent(each.amount, total.amount) if each.stated else "",
                grouped(each.systems),
            ),
            ", ".join(_not_in_it(each)),
        )
        for each in spent
    ]
    return table(columns, rows, width)


def _percent(part: float, whole: float) -> str:
    """A part in whole percent; what is neither nothing nor all is not told as such."""
    share = 100 * part / whole if whole else 0.0
    return "<1 %" if 0 < share < 0.5 else ">99 %" if 99.5 <= share < 100 else f"{share:.0f} %"


def _not_in_it(spent: Spent) -> list[str]:
    """What a sum leaves out, in a few words."""
    parts = [f"{grouped(spent.unstated)} without a stated cost"] if spent.unstated else []
    return parts + [f"{_foreign(money)} not converted" for money in spent.foreign]


def _foreign(money: Money) -> str:
    return spelled(round(money.amount), money.currency)


def _shares(shares: Sequence[Share], currency: str, width: int) -> list[Line]:
    """The shares that can be told, and the facts for want of which the others cannot."""
    lines: list[Line] = []
    for share in shares:
        if share.percent is not None:
            amounts = f"{shortened(share.part or 0, currency)} of {shortened(share.whole or 0, currency)}"
            lead = f"  {share.percent:>5.1f} %  "
            lines += wrapped(f"{_SHARES[share.id]}: {amounts}", width, " " * len(lead), first=lead)
    missing = dict.fromkeys(fact for share in shares for fact in share.missing)
    if missing:
        unit = f" in {currency}" if currency else ""
        says = f"Shares that cannot be told wait for these facts{unit}: {', '.join(missing)}."
        lines += wrapped(says, width, "  ")
    return lines
