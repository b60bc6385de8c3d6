"""What the stack costs and who pays, what is paid for twice, and what could be saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.model.money import grouped
from stackaudit.reports.brief.mermaid import pie
from stackaudit.reports.brief.writing import a_year, figure, further, large, money, names, not_in_it, plain, table, team
from stackaudit.reports.terminal.lines import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.model.briefing import Briefing
    from stackaudit.model.scorecard import Spending, Spent

_MOST_PARTS = 10
_MOST_SAVINGS = 20
_SHARES = {"known of marketing technology": "What the inventory knows of marketing technology"}


def spending_chapter(briefing: Briefing) -> Iterator[str]:
    """Spend by side and by purpose, its shares, and the savings."""
    spending, currency = briefing.card.spending, briefing.audit.currency
    if spending.total.stated:
        left_out = " and ".join(not_in_it(spending.total))
        yield (
            f"{counted(spending.total.systems, 'system')} in use cost {money(spending.total.amount, currency)} a year"
            f"{f', not counting {left_out}' if left_out else ''}."
        )
        yield ""
        yield from _pictured(spending, currency)
        yield from _parts("Side that pays", spending.sides, spending.total, currency)
        yield from _parts("Purpose", spending.categories, spending.total, currency)
    else:
        yield "No cost is stated, so nothing can be said about spend."
        yield ""
    yield from _shares(spending, currency)
    yield from _switched_off(spending.switched_off, currency)
    yield from _savings(briefing)


def _pictured(spending: Spending, currency: str) -> Iterator[str]:
    """A picture of who pays, where more than one side does."""
    slices = [
        ("IT" if side.id == "it" else side.name, round(side.amount))
        for side in spending.sides
        if side.id and round(side.amount)
    ]
    if len(slices) > 1:
        yield from pie(f"{currency} a year by the side that pays".strip(), slices)


def _parts(heading: str, parts: tuple[Spent, ...], total: Spent, currency: str) -> Iterator[str]:
    known = [part for part in parts if part.id]
    shown = [*known[:_MOST_PARTS], *(part for part in parts if not part.id)]
    rows = (
        (
            team(part.name) if part.id else "?",
            figure(part.amount) if part.stated else "?" if part.unstated else "",
            _percent(part.amount, total.amount) if part.stated else "",
            grouped(part.systems),
            "; ".join(not_in_it(part)),
        )
        for part in shown
    )
    yield from table([heading, f"{a_year(currency)}:", "Share:", "Systems:", "Not in the sum"], rows)
    yield from further(len(known) - _MOST_PARTS, "of these")


def _percent(part: float, whole: float) -> str:
    """A part in whole percent; what is neither nothing nor all is not told as such."""
    share = 100 * part / whole if whole else 0.0
    return "&lt;1 %" if 0 < share < 0.5 else "&gt;99 %" if 99.5 <= share < 100 else f"{share:.0f} %"


def _shares(spending: Spending, currency: str) -> Iterator[str]:
    rows = [
        (
            _SHARES.get(share.id, f"{share.id[0].upper()}{share.id[1:]}"),
            f"{share.percent:.1f} %",
            f"{large(share.part or 0, currency)} of {large(share.whole or 0, currency)}",
        )
        for share in spending.shares
        if share.percent is not None
    ]
    if rows:
        yield from table(["Share", "Percent:", "That is"], rows)


def _switched_off(off: Spent, currency: str) -> Iterator[str]:
    if off.systems:
        amounts = [money(off.amount, currency)] if off.amount else []
        amounts += [money(each.amount, each.currency) for each in off.foreign]
        yield (
            f"{counted(off.systems, 'system')} retired or rejected and still paid: {' and '.join(amounts)} a year, "
            "which stand in no sum above."
        )
        yield ""


def _savings(briefing: Briefing) -> Iterator[str]:
    savings, currency = briefing.savings, briefing.audit.currency
    yield "### What could be saved"
    yield ""
    if not savings.findings:
        yield "Nothing is known that would save money. Where costs are not stated, nobody can tell."
        yield ""
        return
    yield (
        f"At most {money(savings.total, currency)} a year, as far as costs are stated; a system that stands in several "
        "rows counts once. What it costs to move is not in it."
    )
    yield ""
    rows = (
        (plain(each.message), names([subject.name for subject in each.subjects], 3), figure(each.money or 0))
        for each in savings.findings[:_MOST_SAVINGS]
    )
    yield from table(["Why", "What", f"{a_year(currency)}:"], rows)
    yield from further(len(savings.findings) - _MOST_SAVINGS, "ways to save")
