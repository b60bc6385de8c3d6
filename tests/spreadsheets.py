"""Tables as they would stand in a spreadsheet, written with strokes, and what is imported of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.sources.importers.entries.drafting import drafts_of
from stackaudit.sources.importers.entries.records import Cell, Record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from stackaudit.model.imports import Draft, Imported


def records(sheet: str) -> list[Record]:
    """The entries of a table whose first line is its header; the header is line 1."""
    lines = [[cell.strip() for cell in line.strip().split("|")] for line in sheet.strip().splitlines()]
    return [
        Record({heading: Cell(cell, number) for heading, cell in zip(lines[0], line, strict=True)}, number)
        for number, line in enumerate(lines[1:], start=2)
    ]


def imported(sheet: str, said: Mapping[str, str] | None = None) -> Imported:
    """All that is understood of a table."""
    return drafts_of("table", "stack.csv", records(sheet), said or {})


def drafts(sheet: str, kind: str = "system", said: Mapping[str, str] | None = None) -> dict[str, Draft]:
    """The drafts of a kind that a table states, by their keys."""
    return {draft.key: draft for draft in imported(sheet, said).drafts if draft.kind == kind}


def facts(sheet: str, key: str) -> dict[str, object]:
    """What a table states of the system with a key, its name aside."""
    return {fact: value for fact, value in drafts(sheet)[key].facts.items() if fact != "name"}
