"""Tables of HTML as rows, where cells may take several columns and several rows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.sources.importers.pages.blocks import Row
from stackaudit.sources.importers.pages.phrasing import Writing
from stackaudit.sources.websites.elements import Element, End

if TYPE_CHECKING:
    from stackaudit.sources.importers.pages.blocks import Phrase

MOST_COLUMNS = 100
_MOST_ROWS = 1_000  # that one cell takes
_NUMBER = re.compile(r"\s*0*([0-9]{1,6})")


class _Carried(NamedTuple):
    """A cell that goes on in further rows."""

    phrase: Phrase | None
    rows: int


class Grid:
    """A table that is being read: it is told of its tags in order, and `cell` takes what stands in between."""

    def __init__(self) -> None:
        self.cell: Writing | None = None
        self._spans = (1, 1)
        self._rows: list[Row] = []
        self._line = 0
        self._cells: dict[int, Phrase] | None = None
        self._column = 0
        self._ways: list[int] = []
        self._carried: dict[int, _Carried] = {}
        self._later: dict[int, _Carried] = {}
        self._is_head = self._in_head = False

    def tag(self, piece: Element | End, line: int) -> None:
        """Take a tag of a row, a cell or a group of rows."""
        begins = isinstance(piece, Element)
        self._end_cell()
        if piece.name in {"td", "th"}:
            if isinstance(piece, Element):
                self._begin_cell(piece, line)
            return
        self._end_row()
        if piece.name == "tr":
            if begins:
                self._begin_row(line)
        else:
            self._in_head = begins and piece.name == "thead"
            self._carried = {}

    def rows(self) -> tuple[Row, ...]:
        """The rows that have anything in them, once the table has ended."""
        self._end_cell()
        self._end_row()
        return tuple(self._rows)

    def _begin_row(self, line: int) -> None:
        self._line, self._cells, self._column, self._ways = line, {}, 0, []
        self._is_head, self._later = True, {}

    def _begin_cell(self, cell: Element, line: int) -> None:
        if self._cells is None:
            self._begin_row(line)
        self._spans = _number(cell, "colspan", MOST_COLUMNS), _number(cell, "rowspan", _MOST_ROWS)
        self._is_head = self._is_head and (cell.name == "th" or self._in_head)
        self.cell = Writing()

    def _end_cell(self) -> None:
        """Put the open cell into the first columns that are free."""
        if self.cell is None or self._cells is None:
            return
        phrase, (wide, high) = self.cell.phrase(), self._spans
        self.cell = None
        while self._column in self._carried:
            self._column += 1
        end = min(self._column + wide, MOST_COLUMNS)
        for column in range(self._column, end):
            if phrase is not None:
                self._cells[column] = phrase
            if high > 1:
                self._later[column] = _Carried(phrase, high - 1)
        self._ways.append(wide)
        self._column = end

    def _end_row(self) -> None:
        """Keep the open row, with the cells that began above it, where it has any cell of its own."""
        if self._cells is None:
            return
        own = dict(self._cells)
        carried = {column: cell.phrase for column, cell in self._carried.items() if column not in own}
        cells = {**own, **{column: phrase for column, phrase in carried.items() if phrase is not None}}
        if own:
            is_wide = len(self._ways) == 1 and self._ways[0] > 1 and not carried
            ordered = {column: cells[column] for column in sorted(cells)}
            self._rows.append(Row(ordered, self._line, frozenset(carried), self._is_head, is_wide))
        going_on = {
            column: cell._replace(rows=cell.rows - 1) for column, cell in self._carried.items() if cell.rows > 1
        }
        self._carried = {**going_on, **self._later}
        self._cells = None


def _number(cell: Element, name: str, most: int) -> int:
    """How many columns or rows a cell takes."""
    match = _NUMBER.match(cell.attributes.get(name, ""))
    return min(max(1, int(match[1])), most) if match else 1
