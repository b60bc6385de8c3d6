"""The record of processing activities as comma-separated values and as a workbook: a line for each system."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from stackaudit.reports.exports.processing import COLUMNS, NOT_STATED, activities
from stackaudit.reports.exports.separated import separated

if TYPE_CHECKING:
    from datetime import date

    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

    from stackaudit.model.audit import Audit
    from stackaudit.model.inventory import Inventory
    from stackaudit.reports.exports.processing import Activity

_SHEETS = {True: "Personal data", None: "Not stated", False: "No personal data"}
_WIDTHS = (28, 20, 14, 12, 22, 40, 24, 32, 14, 44, 18, 24, 16, 52, 24, 20, 20, 22)
_EARLIEST = 1980
_LONGEST = 32_767


def processing_csv(inventory: Inventory, audit: Audit) -> str:
    """All systems, those with personal data first."""
    return separated(COLUMNS, (activity.cells for activity in activities(inventory, audit)))


def processing_workbook(inventory: Inventory, audit: Audit) -> bytes:
    """A workbook with a sheet for each part of the record, in which every cell is text.

    A cell ends at 32,767 characters, as spreadsheets want it. The same input gives the same bytes.
    """
    from openpyxl import Workbook  # noqa: PLC0415 - takes longer to import than all other exports to write

    book = Workbook(write_only=True)
    found = activities(inventory, audit)
    for standing, title in _SHEETS.items():
        _fill(book.create_sheet(title), [activity for activity in found if activity.personal is standing])
    return _dated(_saved(book, audit.today), audit.today)


def _fill(sheet: WriteOnlyWorksheet, part: list[Activity]) -> None:
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 - as above

    sheet.freeze_panes = "B2"
    for number, width in enumerate(_WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width  # type: ignore[attr-defined]  # the stubs do not know it
    for row in (COLUMNS, *(activity.cells for activity in part)):
        sheet.append([_text_cell(sheet, text) for text in row])


def _text_cell(sheet: WriteOnlyWorksheet, text: str) -> Cell | str:
    """Text as it is, or a cell that is text whatever it begins with, and stays text when somebody edits it."""
    text = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
    if text[:1].isalnum() or text == NOT_STATED:
        return text
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415 - as above

    cell: Cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"
    cell.quotePrefix = True
    return cell


def _saved(book: Workbook, today: date) -> bytes:
    book.properties.creator = "stackaudit"
    book.properties.created = datetime(today.year, today.month, today.day, tzinfo=UTC).replace(tzinfo=None)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _dated(workbook: bytes, today: date) -> bytes:
    """The workbook with today in place of the clock's time, in its parts' dates and where it says when it was saved."""
    out = io.BytesIO()
    day = (max(today.year, _EARLIEST), today.month, today.day, 0, 0, 0)
    with zipfile.ZipFile(io.BytesIO(workbook)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = _without_clock(content)
            new.writestr(zipfile.ZipInfo(name, day), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _without_clock(core: bytes) -> bytes:
    """The properties of a workbook without the time at which it was saved."""
    before, mark, rest = core.partition(b"<dcterms:modified")
    return before + rest.partition(b"</dcterms:modified>")[2] if mark else core
