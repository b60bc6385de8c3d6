"""Tables of systems or of integrations: CSV, TSV, and the sheets of workbooks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from stackaudit.model.documents import Place
from stackaudit.model.imports import Remark
from stackaudit.model.problems import one_problem
from stackaudit.sources.evidence.reader import Table
from stackaudit.sources.importers.cells.plain import one_line
from stackaudit.sources.importers.cells.secrets import is_secret, without_secrets
from stackaudit.sources.importers.columns.claiming import are_systems
from stackaudit.sources.importers.columns.columns import columns_of
from stackaudit.sources.importers.columns.headings import readings
from stackaudit.sources.importers.entries.drafting import drafts_of
from stackaudit.sources.importers.entries.records import Cell, Record
from stackaudit.sources.importers.importer import Content, Importer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from stackaudit.model.imports import Imported

_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_MOST_ABOVE = 20
_SAMPLE = 400


def _claims(content: Content) -> bool:
    if content.table is None:
        return False
    table = _with_best_header(content.table)
    sample = table._replace(rows=table.rows[:_SAMPLE], lines=table.lines[:_SAMPLE])
    records = _records(sample)
    if not records:
        return False
    columns = columns_of(records, content.said)
    if are_systems(columns):
        return True
    return len(table.header) == 1 and table.header[0].lower() in _NAMES_ALONE


def _read(content: Content) -> Imported:
    if content.table is None:
        raise one_problem("this is no table", "Leave `--as` out, or name another kind.", Place(content.name, 1, 1))
    table = _with_best_header(content.table)
    imported = drafts_of("table", content.name, _records(table), content.said)
    return imported._replace(remarks=(*_above(content, table), *imported.remarks))


def _records(table: Table) -> list[Record]:
    """The rows of a table as entries; what stands beyond the last heading is called by its column's number."""
    headings = _headings(table)
    return [
        Record({heading: Cell(cell, line) for heading, cell in zip(headings, row, strict=False)}, line)
        for row, line in zip(table.rows, table.lines, strict=True)
    ]


def _headings(table: Table) -> Sequence[str]:
    """The headings of a table's columns, no two alike."""
    width = max([len(table.header), *map(len, table.rows)])
    found: dict[str, None] = {}
    for place in range(width):
        wanted = (table.header[place] if place < len(table.header) else "") or f"column {place + 1}"
        found[wanted if wanted not in found else f"{wanted} (column {place + 1})"] = None
    return list(found)


def _with_best_header(table: Table) -> Table:
    """The table below the row that has the most headings that are known; titles above may be as wide as the header."""
    rows: list[Sequence[str]] = [table.header, *table.rows[:_MOST_ABOVE]]
    known = [sum(bool(readings(cell) or readings(cell, of_flows=True)) for cell in row if cell.strip()) for row in rows]
    best = max(range(len(rows)), key=lambda place: (known[place], -place))
    if best == 0 or known[best] < 3 or known[best] < known[0] * 2:
        return table
    header = tuple(cell.strip() for cell in rows[best])
    width = len(header)
    body = [row if len(row) >= width else [*row, *[""] * (width - len(row))] for row in table.rows[best:]]
    return Table(header, body, table.lines[best:])


def _above(content: Content, table: Table) -> Iterator[Remark]:
    """A remark on each line that stands above the header."""
    wanted = [one_line(heading) for heading in table.header if heading]
    lines = _LINE_BREAK.split(content.text, maxsplit=_MOST_ABOVE * 2)[: (table.lines[0] if table.lines else 1) - 1]
    header = next((place for place, line in enumerate(lines) if _holds(line, wanted)), 0)
    for number, line in enumerate(lines[:header], start=1):
        if any(map(str.isalnum, line)) and not is_secret(line) and not (number == 1 and line.startswith("sep=")):
            yield Remark("", without_secrets(one_line(line).strip(" ;,|")), number, "above the headings")


def _holds(line: str, headings: Sequence[str]) -> bool:
    text = one_line(line)
    return bool(headings) and all(heading in text for heading in headings)


_NAMES_ALONE = frozenset(
    "tool tools app apps application applications software system systems anwendung anwendungen".split()
)
"""What stands above a table of one column that is certainly of systems."""

TABLES = Importer("table", "tables of systems or integrations (.csv, .tsv, .xlsx)", _claims, _read)
