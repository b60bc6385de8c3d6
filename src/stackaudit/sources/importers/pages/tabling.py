"""Tables of pages as records: headings above or beside the cells, rows that are headings, and cells over many rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from stackaudit.sources.importers.columns.headings import COMPOSED, readings
from stackaudit.sources.importers.entries.records import Cell, Record
from stackaudit.sources.importers.pages.blocks import Row, Table
from stackaudit.sources.importers.pages.labels import linked

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from stackaudit.sources.importers.pages.blocks import Phrase

BEYOND = "beyond the last column"
"""The heading of what stands in a row behind all columns."""

_MOST_HEAD_ROWS = 3


class Lined(NamedTuple):
    """A row of a table as a record, with the row itself and the rows above it that are headings in the table."""

    record: Record
    row: Row
    above: tuple[Phrase, ...]


class Sheet(NamedTuple):
    """A table as it may be read: its headings by column, its rows as records, and rows that are none."""

    headings: Mapping[int, str]
    rows: tuple[Lined, ...]
    titles: tuple[Row, ...]


def sheet_of(table: Table) -> Sheet:
    """A table with its header found; one whose headings stand in its first column is turned first."""
    rows = list(table.rows)
    titles = []
    while len(rows) > 1 and len({id(cell) for cell in rows[0].cells.values()}) < 2:
        titles.append(rows.pop(0))  # a title above the header
    if _is_turned(rows):
        rows = _turned(rows)
    height = next((at for at, row in enumerate(rows[:_MOST_HEAD_ROWS]) if not row.is_head), min(len(rows), 1)) or 1
    headings = _headings(rows[:height])
    lined: list[Lined] = []
    above: tuple[Phrase, ...] = ()
    for row in rows[height:]:
        if row.is_wide:
            above = (next(iter(row.cells.values())),)
        else:
            lined.append(Lined(_record(row, headings), row, above))
    return Sheet(headings, tuple(lined), tuple(titles))


def merged(rows: Sequence[Lined], name: str, headings: Mapping[int, str]) -> list[Lined]:
    """Rows in which those whose name began in a row above go on with that row: other texts become further lines."""
    column = next((place for place, heading in headings.items() if heading == name), None)
    found: list[tuple[Lined, dict[str, list[str]]]] = []
    for lined in rows:
        if not found or column is None or column not in lined.row.carried:
            found.append((lined, {heading: [str(cell.value)] for heading, cell in lined.record.cells.items()}))
            continue
        for heading, cell in lined.record.cells.items():
            said = found[-1][1].setdefault(heading, [])
            if said[-1:] != [str(cell.value)]:
                said.append(str(cell.value))
    return [_with_lines(lined, said) for lined, said in found]


def _with_lines(lined: Lined, said: Mapping[str, Sequence[str]]) -> Lined:
    line = lined.record.line
    cells = {
        heading: Cell("\n".join(lines), lined.record.cells[heading].line if heading in lined.record.cells else line)
        for heading, lines in said.items()
    }
    return lined._replace(record=lined.record._replace(cells=cells))


def _headings(rows: Sequence[Row]) -> dict[int, str]:
    """The heading of each column, made of the cells above it; each is unlike the others."""
    width = max((max(row.cells, default=-1) for row in rows), default=-1) + 1
    found: dict[int, str] = {}
    taken: dict[str, int] = {}
    for column in range(width):
        parts = list(dict.fromkeys(row.cells[column].text.replace("\n", " ") for row in rows if column in row.cells))
        wanted = (" ".join(parts), *reversed(parts))
        known = next(filter(_is_listed, wanted), None) or next(filter(_is_known, wanted), None)
        text = known or wanted[0] or ("Name" if column == 0 else f"column {column + 1}")
        taken[text] = taken.get(text, 0) + 1
        found[column] = text if taken[text] == 1 else f"{text} ({taken[text]})"
    return found


def _record(row: Row, headings: Mapping[int, str]) -> Record:
    cells: dict[str, Cell] = {}
    beyond: list[str] = [row.spare] if row.spare else []
    for column, phrase in row.cells.items():
        if column in headings:
            cells[headings[column]] = Cell(linked(phrase, phrase.text), phrase.line)
        else:
            beyond.append(phrase.text)
    if beyond:
        cells[BEYOND] = Cell(" | ".join(beyond), row.line)
    return Record(cells, row.line)


def _is_turned(rows: Sequence[Row]) -> bool:
    """Whether the headings of a table stand in its first column, below that of the names, with a column for each."""
    if len(rows) < 3 or any(row.is_wide for row in rows) or not _is_of_names(rows[0].cells.get(0)):
        return False
    across = [cell.text for column, cell in rows[0].cells.items() if column]
    if len(across) < 2:
        return False
    down = [row.cells[0].text for row in rows[1:] if 0 in row.cells]
    known = sum(map(_is_known, down))
    return known > 1 and known * 2 > len(down) and not any(map(_is_known, across))


def _turned(rows: Sequence[Row]) -> list[Row]:
    """Rows and columns in each other's place."""
    width = max(max(row.cells, default=0) for row in rows) + 1
    columns = [
        {place: row.cells[column] for place, row in enumerate(rows) if column in row.cells} for column in range(width)
    ]
    head, *others = (Row(cells, min((cell.line for cell in cells.values()), default=1)) for cells in columns)
    return [head._replace(is_head=True), *(row for row in others if row.cells)]


def _is_of_names(corner: Phrase | None) -> bool:
    return corner is None or any(reading.way == "name" for reading in readings(corner.text))


def _is_listed(heading: str) -> bool:
    return any(reading.rank < COMPOSED for reading in readings(heading))


def _is_known(heading: str) -> bool:
    return bool(readings(heading))
