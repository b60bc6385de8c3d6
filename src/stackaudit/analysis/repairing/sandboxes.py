"""Sandboxes that should have ended."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from stackaudit.analysis.repairing.tables import is_plain, place_of
from stackaudit.model.edits import Put
from stackaudit.model.repairs import Repair

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.analysis.repairing.tables import Table


def sandbox_repairs(table: Table, today: date) -> Iterator[Repair]:
    """The repair of a sandbox whose end lies before today; unsafe, for only people know whether it is to be retired."""
    entry = table.entry
    if table.what != "system" or not isinstance(entry.value, dict) or entry.value.get("lifecycle") != "sandbox":
        return
    state, ends = entry.child("lifecycle"), _day(entry.value.get("ends"))
    if state is not None and is_plain(state) and ends is not None and ends < today:
        why = f"the sandbox ended on {ends.isoformat()}"
        edits = (Put((*table.path, "lifecycle"), "retiring"),)
        yield Repair("sandboxes", place_of(state), "sandbox", "retiring", why, edits, is_safe=False)


def _day(stated: object) -> date | None:
    try:
        return date.fromisoformat(stated.strip()) if isinstance(stated, str) else None
    except ValueError:
        return None
