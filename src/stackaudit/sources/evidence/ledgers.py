"""Ledgers: card statements, expenses, invoices and bank exports, each line a payment."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from itertools import compress
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.model.documents import Document, Entry
from stackaudit.model.evidence import Trace
from stackaudit.sources.evidence.amounts import COMMA, COMMA_CURRENCIES, CURRENCIES, POINT, currency_of, read_amount
from stackaudit.sources.evidence.columns import cells_of, find_columns, is_of_sign_on, missing_columns
from stackaudit.sources.evidence.days import DAY_FIRST, MONTH_FIRST, YEAR_FIRST, read_days
from stackaudit.sources.evidence.figures import PAID_IS_NEGATIVE, PAID_IS_POSITIVE, read_figures
from stackaudit.sources.evidence.grouping import with_groups_as_column
from stackaudit.sources.evidence.headings import HEADINGS
from stackaudit.sources.evidence.merchants import masked_card, read_merchants
from stackaudit.sources.evidence.no_payments import left_aside, no_payments
from stackaudit.sources.evidence.reader import Reader, Reading
from stackaudit.sources.evidence.remarks import remarks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from stackaudit.sources.evidence.columns import Columns
    from stackaudit.sources.evidence.figures import Figures
    from stackaudit.sources.evidence.reader import Content, Table

_LONGEST_WORD = 120
_SAMPLE = 50
_PARTS = re.compile(r"[\s()\[\]/,:_-]+")
_WORDS_TOO = frozenset({"all", "try"})  # currencies of Albania and Turkey
_POINTED_DAY = re.compile(r"[0-9]{1,2}\. ?[0-9]{1,2}\. ?[0-9]{2}")


class _Said(NamedTuple):
    """What `evidence.yaml` says of a ledger; empty where it says nothing."""

    columns: Mapping[str, str]
    currency: str
    days: str
    decimal: str
    sign: str


def is_ledger(content: Content) -> bool:
    """Whether a table has a day, a merchant and an amount in each row, and is no list of apps."""
    if content.table is None:
        return False
    columns = _said(content).columns
    if {"merchant", "amount"} <= columns.keys():
        return True
    return not is_of_sign_on(content.table) and find_columns(with_groups_as_column(content.table), columns).are_a_ledger


def read_ledger(content: Content) -> Reading:
    """The payments of a ledger, one for each line that has a merchant and an amount; refunds are negative.

    Raises `Problems` where a declared column is missing.
    """
    said = _said(content)
    table = content.table
    if table is None:
        return Reading((), Document(content.name, content.text), 0)
    if problems := missing_columns(table, said.columns, content.name):
        raise problems
    table = with_groups_as_column(table)
    columns = find_columns(table, said.columns)
    if columns.merchant is None or (columns.amount, columns.debit) == (None, None):
        note = "no column of a merchant, or none of an amount: name them in `columns:`"
        return Reading((), Document(content.name, content.text), len(table.rows), len(table.rows), (note,))
    return _read(content, table, columns, said)


LEDGER = Reader(
    "ledger", "card statements, expenses, invoices and bank exports as a table", is_ledger, read_ledger, ("payment",)
)


def _read(content: Content, table: Table, columns: Columns, said: _Said) -> Reading:
    dates = cells_of(table, columns.date)
    stated = _translated(cells_of(table, columns.currency), _code)
    usual_currency = _usual_currency(table, columns, stated, said)
    days = read_days(dates, said.days or None, MONTH_FIRST if usual_currency == "USD" else DAY_FIRST)
    figures = read_figures(table.rows, columns, said.decimal or None, _usual_decimal(usual_currency, dates), said.sign)
    undated = [not date or date.isspace() for date in dates]
    merchants = read_merchants(cells_of(table, columns.merchant), cells_of(table, columns.description), undated)
    reasons = no_payments(table, columns, merchants)
    kept = [
        figure is not None and name != "" and not reason
        for name, figure, reason in zip(merchants, figures.paid, reasons, strict=True)
    ]
    currencies = _currencies(stated, figures, _currency_of_heading(table, columns), said)
    teams = _translated(cells_of(table, columns.team), _word)
    payers = _translated(cells_of(table, columns.payer), masked_card)
    marks: list[int] = []
    cells = zip(dates, merchants, figures.cells, currencies, teams, payers, strict=True)
    text = _quotable(table.lines, compress(zip(table.lines, cells, strict=True), kept))
    document = Document(content.name, text, None, marks)
    starts = document.line_starts
    marks += [starts[line - 1] for line in compress(table.lines, kept)]
    fields = zip(merchants, map(days.by_text.get, dates), figures.paid, currencies, teams, payers, strict=True)
    traces = [
        Trace("payment", name, Entry(document, None, index, index), day, 1, paid, currency, team, payer)
        for index, (name, day, paid, currency, team, payer) in enumerate(compress(fields, kept))
    ]
    notes = (*remarks(table, columns, merchants, figures, days), *left_aside(reasons))
    return Reading(traces, document, len(table.rows), len(table.rows) - len(traces), notes)


def _quotable(numbers: Sequence[int], payments: Iterable[tuple[int, tuple[str, ...]]]) -> str:
    """The text that reports may quote: of each payment what was read, on the line where it stands.

    Other columns and lines hold the names of employees, their wages, numbers of cards, and what else exports bring.
    """
    lines = [""] * (numbers[-1] if numbers else 0)
    for line, cells in payments:
        lines[line - 1] = " · ".join(filter(None, cells)).replace("\n", " ").replace("\r", " ")
    return "\n".join(lines)


def _translated(cells: Sequence[str], meaning: Callable[[str], str]) -> list[str]:
    """The meaning of each cell, asked once for equal ones."""
    return list(map({cell: meaning(cell) for cell in dict.fromkeys(cells)}.__getitem__, cells))


def _code(cell: str) -> str:
    return currency_of(cell.strip()) or ""


def _word(cell: str) -> str:
    return cell.strip()[:_LONGEST_WORD]


def _currencies(stated: Sequence[str], figures: Figures, heading_currency: str, said: _Said) -> Iterable[str]:
    """The currency of each row: its own cell's, then the amount's, then what the heading or the declaration says.

    A dollar sign is of the declared dollar.
    """
    other = said.currency or heading_currency
    named = {cell: other if code == "USD" and other.endswith("D") else code for cell, code in figures.named.items()}
    return [code or named.get(cell) or other for code, cell in zip(stated, figures.cells, strict=True)]


def _usual_currency(table: Table, columns: Columns, stated: Sequence[str], said: _Said) -> str:
    """The currency that most rows are likely in, empty where nothing tells."""
    counts = Counter(filter(None, stated[:_SAMPLE]))
    if counts:
        return counts.most_common(1)[0][0]
    index = columns.amount if columns.amount is not None else columns.debit
    cells = cells_of(table, index)[:_SAMPLE]
    read = (read_amount(cell, decimal) for cell in cells for decimal in (POINT, COMMA))
    return (
        said.currency
        or _currency_of_heading(table, columns)
        or next((a.currency for a in read if a and a.currency), "")
    )


def _currency_of_heading(table: Table, columns: Columns) -> str:
    """The currency in the heading of the amounts, such as `Amount (GBP)` or `Betrag €`."""
    index = columns.amount if columns.amount is not None else columns.debit
    words = _PARTS.split(table.header[index or 0][:_LONGEST_WORD])
    return next((code for word in words if word.lower() not in _WORDS_TOO and (code := currency_of(word))), "")


def _usual_decimal(currency: str, dates: Iterable[str]) -> str:
    """What parts the cents where no amount tells: a comma where its currency or the days are written as if so."""
    if currency:
        return COMMA if currency in COMMA_CURRENCIES else POINT
    first = next(filter(None, dates), "")
    return COMMA if _POINTED_DAY.match(first.strip()) else POINT


def _said(content: Content) -> _Said:
    """What is declared, as a mapping below `columns` or as flat facts such as `columns.date`."""
    declared = content.declared
    below = declared.get("columns")
    columns = {
        kind: str(said)
        for kind in HEADINGS
        if (said := below.get(kind) if isinstance(below, Mapping) else declared.get(f"columns.{kind}")) is not None
    }
    currency, days, decimal, sign = (str(declared.get(key, "")) for key in ("currency", "days", "decimal", "sign"))
    return _Said(
        columns,
        currency.upper() if currency.upper() in CURRENCIES else "",
        days if days in {DAY_FIRST, MONTH_FIRST, YEAR_FIRST} else "",
        decimal if decimal in {POINT, COMMA} else "",
        sign if sign in {PAID_IS_POSITIVE, PAID_IS_NEGATIVE} else "",
    )
