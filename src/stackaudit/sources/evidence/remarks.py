"""What is worth telling of a ledger that was read: cells that were not understood, and what was left open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.sources.evidence.columns import cells_of
from stackaudit.sources.evidence.headings import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from stackaudit.sources.evidence.columns import Columns
    from stackaudit.sources.evidence.days import Days
    from stackaudit.sources.evidence.figures import Figures
    from stackaudit.sources.evidence.reader import Table


def remarks(table: Table, columns: Columns, merchants: Sequence[str], figures: Figures, days: Days) -> Iterator[str]:
    """Sentences on a ledger's cells and on how its columns were understood; none where all is clear."""
    yield from _faults(table, columns, merchants, figures, days)
    yield from _left_open(columns, days)
    yield from figures.notes


def _faults(table: Table, columns: Columns, merchants: Sequence[str], figures: Figures, days: Days) -> Iterator[str]:
    """Sentences on cells that cannot be read and rows that do not fit, each with how many and the first one's line."""
    width = len(table.header)
    lines = table.lines
    amount = columns.headings[columns.amount] if columns.amount is not None else ""
    unread = [
        line
        for line, name, paid, cell in zip(lines, merchants, figures.paid, figures.cells, strict=True)
        if paid is None and name and cell and not cell.isspace() and folded(cell) != amount
    ]
    dates = cells_of(table, columns.date)
    undated = [
        line
        for line, name, paid, cell in zip(lines, merchants, figures.paid, dates, strict=True)
        if cell not in days.by_text and paid is not None and name and cell and not cell.isspace()
    ]
    longer = [line for line, row in zip(lines, table.rows, strict=True) if len(row) > width]
    broken = {name for name in dict.fromkeys(merchants) if "\n" in name or "\r" in name}
    spanning = [line for line, name in zip(lines, merchants, strict=True) if name in broken] if broken else []
    for found, what in (
        (unread, "an amount that cannot be read"),
        (undated, "a day that cannot be read"),
        (longer, "more cells than the header has"),
        (spanning, "a merchant of several lines, maybe for want of a quotation mark"),
    ):
        if found:
            count = "1 line has" if len(found) == 1 else f"{len(found):,} lines have"
            yield f"{count} {what}, {'on' if len(found) == 1 else 'the first on'} line {found[0]}"


def _left_open(columns: Columns, days: Days) -> Iterator[str]:
    """Sentences on how columns were understood where they leave it open."""
    if not days.decided:
        yield f"nothing tells days from months: read {days.order.replace('-', ' ')}; say `days:` if that is wrong"
    if columns.amount is not None and columns.currency is not None:
        amount, currency = (columns.headings[index].split() for index in (columns.amount, columns.currency))
        if "original" in amount and "original" not in currency:
            yield "amounts are the original ones, and only the currency that was billed is stated"
