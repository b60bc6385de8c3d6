"""One entry of a list: the facts that its cells state, what is doubtful in them, and what is left over."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from stackaudit.model.imports import Remark
from stackaudit.sources.evidence.sign_on.texts import host_of
from stackaudit.sources.importers.cells.cells import understood
from stackaudit.sources.importers.cells.plain import link_in, one_line, says_nothing, text_of
from stackaudit.sources.importers.cells.secrets import without_secrets
from stackaudit.sources.importers.columns.ways import FLOW_WAYS, WAYS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stackaudit.model.imports import Value
    from stackaudit.sources.importers.cells.manners import Manner
    from stackaudit.sources.importers.columns.column import Column, Columns
    from stackaudit.sources.importers.entries.records import Cell, Record

_OWNS = re.compile(r"own|respons|verantwort|zuständig|propri|propiet|eigena", re.IGNORECASE)
"""What headings say that mean an owner, and not just a department that has to do with it."""


@dataclass
class Entry:
    """What an entry states so far.

    `teams` maps facts to the teams that they name, as written; `flows` holds cells that tell of integrations, by way.
    """

    facts: dict[str, Value] = field(default_factory=dict)
    doubts: dict[str, str] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)
    teams: dict[str, tuple[str, ...]] = field(default_factory=dict)
    flows: list[tuple[str, str, Cell]] = field(default_factory=list)
    host: str = ""


def read_entry(record: Record, columns: Columns) -> Entry:
    """What the cells of an entry state, in the order of the language."""
    entry = Entry(host=record.host)
    beside = _beside(record, columns, entry)
    for fact, candidates in columns.by_fact.items():
        for column in _surest_first(record, candidates):
            cell = record.cells.get(column.heading)
            if cell is not None and not says_nothing(cell.value) and column.way not in beside:
                _take(entry, fact, column, cell, beside)
    for heading, cell in record.cells.items():
        if heading in columns.left and not says_nothing(cell.value):
            entry.remarks.append(_remark(heading, cell, ""))
    entry.host = entry.host or _host(record, columns, entry)
    return entry


def _beside(record: Record, columns: Columns, entry: Entry) -> dict[str, str]:
    """What cells say that help to read others of the same row: the currency, and for how long amounts are."""
    found: dict[str, str] = {}
    for candidates in columns.by_fact.values():
        for column in candidates:
            cell = record.cells.get(column.heading)
            if cell is None or not (WAYS.get(column.way) or FLOW_WAYS[column.way]).beside or says_nothing(cell.value):
                continue
            read = understood(column.way, cell.value, column.manner)
            if read.value is None:
                entry.remarks.append(_remark(column.heading, cell, read.why))
            found.setdefault(column.way, str(read.value or ""))
    return found


def _take(entry: Entry, fact: str, column: Column, cell: Cell, beside: dict[str, str]) -> None:
    """Take a cell as a fact, unless a column that counts more has stated it; what is not taken becomes a remark."""
    if fact == "integrations":
        entry.flows.append((column.way, column.heading, cell))
        return
    read = understood(column.way, cell.value, _manner(column, beside))
    if read.value is None:
        if read.why:
            entry.remarks.append(_remark(column.heading, cell, read.why))
        return
    if fact in entry.facts:
        if not _says_the_same(entry.facts[fact], read.value):
            entry.remarks.append(_remark(column.heading, cell, f"`{fact}` is stated by another column"))
        return
    entry.facts[fact] = without_secrets(read.value) if isinstance(read.value, str) else read.value
    if doubt := "; ".join(filter(None, (read.doubt, _doubt_of_heading(column)))):
        entry.doubts[fact] = doubt
    if read.teams:
        entry.teams[fact] = read.teams
    if read.left:
        entry.remarks.append(_remark(column.heading, cell, f"not understood: {read.left}"))


def _surest_first(record: Record, candidates: Sequence[Column]) -> Sequence[Column]:
    """The columns of a fact, the one that counts most first; what a cell says likely only counts less."""
    if len(candidates) < 2:
        return candidates
    return sorted(candidates, key=lambda column: (_names_a_person(record, column), _is_doubtful(record, column)))


def _is_doubtful(record: Record, column: Column) -> bool:
    cell = record.cells.get(column.heading)
    return cell is not None and bool(understood(column.way, cell.value, column.manner).doubt)


def _names_a_person(record: Record, column: Column) -> bool:
    """Whether a cell for an owner of any kind names no team: then a column that names one counts more."""
    cell = record.cells.get(column.heading) if column.way == "owner.some" else None
    return cell is not None and not understood(column.way, cell.value, column.manner).teams


def _manner(column: Column, beside: dict[str, str]) -> Manner:
    """How a column is written, with the currency and the period that other cells of the row give."""
    manner = column.manner
    if currency := beside.get("cost.currency", ""):
        manner = manner._replace(currency=currency)
    if column.way == "cost.some" and (period := beside.get("cost.period", "")):
        manner = manner._replace(times=manner.times * int(period), vague="")
    return manner


def _doubt_of_heading(column: Column) -> str:
    """A doubt where the heading says less than the fact: a department need not own, a vendor may have many products."""
    if column.way == "owner.department" and not column.said and not _OWNS.search(column.heading):
        return f"the column says `{one_line(column.heading)}`"
    if column.way == "name.vendor" and not column.said:
        return "the list names its vendor only"
    return ""


def _says_the_same(stated: Value, again: Value) -> bool:
    """Whether a second statement of a fact adds nothing: it is equal, or names only the kind of what is listed."""
    if isinstance(stated, list) and again == ["user"]:
        return any(str(item).startswith("user") for item in stated)
    return stated == again


def _remark(heading: str, cell: Cell, why: str) -> Remark:
    return Remark(one_line(heading), without_secrets(one_line(cell.value)), cell.line, why)


def _host(record: Record, columns: Columns, entry: Entry) -> str:
    """The host that the link of a name leads to, or else that of the address that is stated."""
    for column in columns.by_fact.get("name", ()):
        cell = record.cells.get(column.heading)
        if cell is not None and (host := host_of(link_in(text_of(cell.value)))):
            return host
    return host_of(entry.facts.get("url", ""))
