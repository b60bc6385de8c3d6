"""How values of properties are spelled where a format has no types of its own."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from stackaudit.reports.json_spelling import amount

if TYPE_CHECKING:
    from stackaudit.reports.exports.network import Property


def spelled(value: Property) -> str:
    """`true` and `false`, figures with a point, days as YEAR-MONTH-DAY, text as it is; empty for what is unknown."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{amount(value)}"
    return value.isoformat() if isinstance(value, date) else f"{value}"
