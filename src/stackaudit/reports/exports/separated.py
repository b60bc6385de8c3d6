"""Comma-separated values of which no cell is a formula."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from stackaudit.reports.ci.comma_separated import safe_cell

if TYPE_CHECKING:
    from collections.abc import Iterable


def separated(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A header and a line for each row after RFC 4180; lines end with CR and LF.

    Where a text begins as a formula does, an apostrophe stands before it, also after a semicolon.
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([safe_cell(cell) for cell in row] for row in rows)
    return out.getvalue()
