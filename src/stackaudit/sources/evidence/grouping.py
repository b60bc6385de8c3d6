"""Ledgers whose rows stand in groups below the name of a supplier, as bookkeeping programs print them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.sources.evidence.headings import folded, likeness
from stackaudit.sources.evidence.reader import Table

if TYPE_CHECKING:
    from collections.abc import Sequence

_HEADING = "Supplier"
_LEAST_COLUMNS = 3


def with_groups_as_column(table: Table) -> Table:
    """The table with the name above each group in the first cell of its rows; any other table as it is.

    Names stand alone in their rows, below a first column without a heading; totals of groups are left out. Where a
    column of its own names merchants, groups are of something else.
    """
    header = table.header
    if len(header) < _LEAST_COLUMNS or header[0] or any(likeness(folded(each), "merchant") for each in header[1:]):
        return table
    rows: list[Sequence[str]] = []
    lines: list[int] = []
    group = ""
    for row, line in zip(table.rows, table.lines, strict=True):
        first = row[0].strip()
        if not first:
            rows.append([group, *row[1:]])
            lines.append(line)
        elif not any(map(str.strip, row[1:])):
            group = first
        elif folded(first).partition(" ")[0] not in {"total", "totals"}:
            return table
    return Table((_HEADING, *header[1:]), rows, lines) if group and rows else table
