"""The record of processing activities as Markdown: a table for each system, which a person can read and complete."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from stackaudit.reports.ci.wording import REMEMBERED
from stackaudit.reports.exports.processing import COLUMNS, NOT_STATED, STANDINGS, activities
from stackaudit.reports.exports.stated import seen
from stackaudit.reports.markdown import escaped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.model.audit import Audit
    from stackaudit.model.inventory import Inventory
    from stackaudit.reports.exports.processing import Activity

_NAMED = 2


def processing_markdown(inventory: Inventory, audit: Audit) -> str:
    """The record with its parts in the order of `STANDINGS`; systems without personal data are a list of names."""
    return "\n".join([*_lines(activities(inventory, audit), audit), ""])


def _lines(found: list[Activity], audit: Audit) -> Iterator[str]:
    yield "# Record of processing activities"
    yield ""
    yield f"- Controller: {escaped(seen(audit.organization)) or NOT_STATED}"
    yield "- Contact details, representative, data protection officer: (not part of the inventory)"
    yield f"- As of {audit.today}, from the inventory, which does not say what is `{NOT_STATED}`."
    for standing, title in STANDINGS.items():
        part = [activity for activity in found if activity.personal is standing]
        yield f"\n## {title}: {len(part)}"
        if standing is False:
            yield from _names(part)
        else:
            for activity in part:
                yield from _table(activity)


def _names(part: list[Activity]) -> Iterator[str]:
    """A list of the names with their states of life."""
    if part:
        yield ""
    for activity in part:
        name, _, _, lifecycle = activity.cells[:4]
        yield f"- System: {escaped(name)} ({_id(activity)}), {lifecycle}"


def _table(activity: Activity) -> Iterator[str]:
    yield f"\n### System: {escaped(activity.cells[0])} ({_id(activity)})\n"
    yield "| | |"
    yield "|---|---|"
    for column, cell in zip(COLUMNS[_NAMED:], activity.cells[_NAMED:], strict=True):
        yield _row(column, cell)


@lru_cache(REMEMBERED)
def _row(column: str, cell: str) -> str:
    return f"| {column} | {escaped(cell)} |"


def _id(activity: Activity) -> str:
    return f"`{activity.cells[1]}`"
