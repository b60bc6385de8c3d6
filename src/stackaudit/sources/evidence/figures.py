"""What each row of a ledger says was paid: from one column, from a debit and a credit, or with a word beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from stackaudit.sources.evidence.amounts import read_amounts
from stackaudit.sources.evidence.headings import CREDITS, DEBITS, folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from stackaudit.sources.evidence.amounts import Amounts
    from stackaudit.sources.evidence.columns import Columns

PAID_IS_POSITIVE = "paid-is-positive"
PAID_IS_NEGATIVE = "paid-is-negative"


class Figures(NamedTuple):
    """What was paid in each row, positive unless it came back; None where nothing is told or it cannot be read.

    `cells` are the rows' amounts as written, `named` the currency that a cell names by its text.
    """

    paid: Sequence[float | None]
    cells: Sequence[str]
    named: Mapping[str, str]
    notes: tuple[str, ...]


def read_figures(
    rows: Sequence[Sequence[str]], columns: Columns, decimal: str | None, usual: str, sign: str
) -> Figures:
    """The figures of all rows.

    Where no `sign` is declared, amounts of one column are turned round if most of them are negative.
    """
    if columns.amount is None and columns.debit is not None:
        return _of_two_columns(rows, columns.debit, columns.credit, decimal, usual)
    cells = [row[columns.amount or 0] for row in rows]
    amounts = read_amounts(cells, decimal, usual)
    figures = {text: amount.figure for text, amount in amounts.by_text.items()}
    paid: list[float | None] = list(map(figures.get, cells))
    notes = _decimal_notes(amounts)
    if columns.direction is not None:
        paid = list(_directed(paid, [row[columns.direction] for row in rows]))
    elif sign == PAID_IS_NEGATIVE or (not sign and _are_mostly_negative(paid)):
        paid = [figure and 0.0 - figure for figure in paid]
        if not sign:
            notes += ("most amounts are negative: read as what was paid",)
    return Figures(paid, cells, _currencies(amounts), notes)


def _of_two_columns(
    rows: Sequence[Sequence[str]], debit: int, credit: int | None, decimal: str | None, usual: str
) -> Figures:
    """Debits are paid and credits came back, whatever sign most of either have."""
    debits = [row[debit] for row in rows]
    credited = [row[credit] for row in rows] if credit is not None else [""] * len(rows)
    amounts = read_amounts([*debits, *credited], decimal, usual)
    figures = {text: amount.figure for text, amount in amounts.by_text.items()}
    went = _towards_positive([figures.get(cell) for cell in debits])
    came = _towards_positive([figures.get(cell) for cell in credited])
    paid = [out if out or back is None else 0.0 - back for out, back in zip(went, came, strict=True)]
    cells = [out if out.strip() else back for out, back in zip(debits, credited, strict=True)]
    return Figures(paid, cells, _currencies(amounts), _decimal_notes(amounts))


def _towards_positive(figures: list[float | None]) -> list[float | None]:
    """Figures as they are, or turned round where most are negative."""
    return [figure and 0.0 - figure for figure in figures] if _are_mostly_negative(figures) else figures


def _directed(paid: Iterable[float | None], words: Iterable[str]) -> Iterable[float | None]:
    """Figures with the sign that a word beside each gives: a debit is paid, a credit came back."""
    for figure, word in zip(paid, words, strict=True):
        plain = folded(word)
        if figure is None or plain not in DEBITS | CREDITS:
            yield figure
        else:
            yield abs(figure) if plain in DEBITS else 0.0 - abs(figure)


def _are_mostly_negative(figures: Iterable[float | None]) -> bool:
    positive = negative = 0
    for figure in figures:
        if figure:
            positive += figure > 0
            negative += figure < 0
    return negative > positive


def _currencies(amounts: Amounts) -> dict[str, str]:
    return {text: amount.currency for text, amount in amounts.by_text.items() if amount.currency}


def _decimal_notes(amounts: Amounts) -> tuple[str, ...]:
    if amounts.decided:
        return ()
    return (f"nothing tells whether a comma or a point parts the cents: read with a {amounts.decimal}; say `decimal:`",)
