"""Tables of plain aligned columns, for figures beside names."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from stackaudit.reports.terminal.lines import Line, Span, clipped, line, padded, width_of, wrapped
from stackaudit.reports.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

_GAP = 2
_NARROWEST = 8  # the least that a column of names shrinks to
_REMARK = 36  # the narrowest column in which a remark is still worth wrapping


class Column(NamedTuple):
    """A column: its heading, whether it holds figures, and the most columns of the terminal that it may take."""

    heading: str
    figures: bool = False
    most: int = 32


class Row(NamedTuple):
    """The cells of a row, the remark behind them, and the style of the first cell."""

    cells: tuple[str, ...]
    remark: str = ""
    style: str = ""


def table(columns: Sequence[Column], rows: Sequence[Row], width: int) -> list[Line]:
    """Rows under headings; names from strangers are made safe and cut, remarks wrapped behind the last column."""
    shown = [[visible(cell) for cell in row.cells] for row in rows]
    widths = _widths(columns, shown, width)
    lines = [_line([column.heading for column in columns], columns, widths, "label")]
    indent = " " * (sum(widths) + _GAP * (len(widths) + 1))
    for row, cells in zip(rows, shown, strict=True):
        lines.append(_line(cells, columns, widths, row.style))
        if row.remark and width - len(indent) >= min(_REMARK, width_of(row.remark)):
            first, *further = wrapped(row.remark, width, indent)
            lines[-1] += [Span(" " * _GAP), *first[1:]]
            lines += further
        elif row.remark:
            lines += wrapped(row.remark, width, "      ")
    return lines


def _widths(columns: Sequence[Column], shown: Sequence[Sequence[str]], width: int) -> list[int]:
    """The room of each column: what its cells need, but less for the widest names where a terminal is narrow."""
    widths = [
        min(column.most, max(width_of(column.heading), *(width_of(cells[index]) for cells in shown), 0))
        for index, column in enumerate(columns)
    ]
    names = [index for index, column in enumerate(columns) if not column.figures]
    while sum(widths) + _GAP * len(widths) > width and max(widths[index] for index in names) > _NARROWEST:
        widths[max(names, key=lambda index: widths[index])] -= 1
    return widths


def _line(cells: Sequence[str], columns: Sequence[Column], widths: Sequence[int], style: str) -> Line:
    """One row; figures stand at the right of their column."""
    parts: list[str | tuple[str, str]] = []
    for index, (cell, column, room) in enumerate(zip(cells, columns, widths, strict=True)):
        text = " " * (room - width_of(cell)) + cell if column.figures else padded(clipped(cell, room), room)
        parts += [" " * _GAP, (text, style if index == 0 or style == "label" else "")]
    return line(*parts)
