"""Drafts of integrations: entries that name both ends, and cells of a system that name the other end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.model.imports import Draft, Remark
from stackaudit.sources.importers.cells.cells import understood
from stackaudit.sources.importers.cells.plain import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stackaudit.sources.importers.entries.entries import Entry
    from stackaudit.sources.importers.entries.naming import Namer
    from stackaudit.sources.importers.entries.records import Cell


def between(entry: Entry, line: int, namer: Namer) -> Draft:
    """The integration that an entry of a list of integrations states."""
    key = namer.key_of(f"{entry.facts['from']} -> {entry.facts['to']}", {})
    return Draft("integration", key, line, entry.facts, entry.doubts, tuple(entry.remarks))


def flows_of(system: str, cells: Iterable[tuple[str, str, Cell]], namer: Namer) -> tuple[list[Draft], list[Remark]]:
    """The integrations of a system that its own cells tell with their direction, and remarks on what is no name."""
    drafts: list[Draft] = []
    remarks: list[Remark] = []
    for way, heading, cell in cells:
        others = understood(way, cell.value)
        if not isinstance(others.value, list):
            remarks.append(Remark(one_line(heading), one_line(cell.value), cell.line, others.why))
            continue
        for other in map(str, others.value):
            ends = (system, other) if way == "sends_to" else (other, system)
            key = f"{ends[0]} -> {ends[1]}"
            if not namer.has(key):  # the other system's own row may tell it as well
                namer.key_of(key, {})
                drafts.append(Draft("integration", key, cell.line, {"from": ends[0], "to": ends[1]}))
    return drafts, remarks
