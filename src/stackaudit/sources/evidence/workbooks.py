"""Workbooks as tables, one per sheet: their packing is weighed before it is opened, and only values are read."""

from __future__ import annotations

import io
import warnings
import zipfile
from datetime import date, datetime, time
from decimal import Decimal
from math import isfinite
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.model.documents import Place
from stackaudit.model.problems import Problems, one_problem
from stackaudit.sources.evidence.tables import table_of
from stackaudit.sources.files import MOST_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from stackaudit.sources.evidence.reader import Table

MOST_ENTRIES = 10_000
MOST_UNPACKED = 200 * 1024 * 1024
MOST_ELEMENTS = 8_000_000  # some two million cells; each takes memory until its row ends
MOST_ROWS = 1_048_576
MOST_COLUMNS = 200
MOST_RATIO = 200  # sheets of one repeated value come near 100
LONGEST_CELL = 32_767

_SMALL = 1024 * 1024  # what unpacks to less than this may be packed as tightly as it likes
_CHUNK = 1024 * 1024
_PASSWORD_OR_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ERRORS = frozenset(
    "#REF! #N/A #VALUE! #DIV/0! #NAME? #NULL! #NUM! #GETTING_DATA #SPILL! #CALC! #FIELD! #BLOCKED! #CONNECT!".split()
)
_EXPORT_AGAIN = "Save it as .xlsx again, or export the sheet as CSV."
_LINE_BREAKS = str.maketrans("\t\r\n", "   ")


class Sheet(NamedTuple):
    """A sheet: the name to show, the text to quote, whose line n is the sheet's row n, and its table."""

    name: str
    text: str
    table: Table


def read_workbook(raw: bytes, name: str) -> list[Sheet]:
    """The sheets of an Excel workbook that hold anything, in the workbook's order.

    Cells are text: days and times as ISO 8601, numbers without exponents, booleans as words, formulas as their last
    value, faults as nothing. Cells beyond the 200th column are left out. Raises `Problems` for what is no workbook,
    is protected, or is packed to harm.
    """
    if raw.startswith(_PASSWORD_OR_OLD):
        message = "a workbook that is protected by a password, or in the old .xls format"
        raise one_problem(message, "Save it as .xlsx without a password.", Place(name, 1, 1))
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            _weigh(packed, name)
        return list(_read_sheets(raw, name))
    except Problems:
        raise
    except Exception:  # noqa: BLE001 - a broken workbook makes the library raise whatever it stumbled over
        raise one_problem("not a workbook, or a broken one", _EXPORT_AGAIN, Place(name, 1, 1)) from None


def _weigh(packed: zipfile.ZipFile, name: str) -> None:
    """Raise `Problems` unless the parts are few, named plainly, open to all, and small once unpacked."""
    parts = packed.infolist()
    fault = None
    if len(parts) > MOST_ENTRIES or len({part.filename for part in parts}) < len(parts):
        fault = f"more than {MOST_ENTRIES:,} parts, or parts of the same name"
    elif any(part.flag_bits & 1 for part in parts):
        fault = "parts that are encrypted"
    elif any(part.filename.startswith("/") or not {"..", "\\"}.isdisjoint(_steps(part.filename)) for part in parts):
        fault = "parts that lead out of it"
    elif sum(part.file_size for part in parts) > MOST_UNPACKED:
        fault = f"more than {MOST_UNPACKED // 1024 // 1024} MiB once unpacked"
    elif any(part.file_size > max(_SMALL, part.compress_size * MOST_RATIO) for part in parts):
        fault = f"parts that unpack to more than {MOST_RATIO} times their size"
    elif _count_elements(packed, parts) > MOST_ELEMENTS:
        fault = "more than two million cells"
    if fault:
        raise one_problem(f"a workbook with {fault}", _EXPORT_AGAIN, Place(name, 1, 1))


def _steps(path: str) -> list[str]:
    return ["\\"] if "\\" in path else path.split("/")


def _count_elements(packed: zipfile.ZipFile, parts: Iterable[zipfile.ZipInfo]) -> int:
    """About how many elements the XML parts hold: each has one or two angle brackets that open."""
    total = 0
    for part in parts:
        if part.filename.endswith((".xml", ".rels")):
            with packed.open(part) as unpacked:
                while chunk := unpacked.read(_CHUNK):
                    total += chunk.count(b"<")
    return total


def _read_sheets(raw: bytes, name: str) -> Iterator[Sheet]:
    """Each sheet that holds anything."""
    from openpyxl import load_workbook  # noqa: PLC0415 - a quarter of a second that only workbooks are worth

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of styles and extensions that no table needs
        workbook = load_workbook(io.BytesIO(raw), read_only=True, data_only=True, keep_links=False)
        for sheet in workbook.worksheets:
            sheet.reset_dimensions()  # claims may be too small or absurd
            shown = f"{name} [{sheet.title}]"
            text, rows, lines = _read_rows(sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True), shown)
            table = table_of(rows, lines)
            if table is not None:
                yield Sheet(shown, text, table)


def _read_rows(values: Iterable[tuple[object, ...]], name: str) -> tuple[str, list[list[str]], list[int]]:
    """The rows as text, one per line; those that are not empty as cells; and the numbers of these."""
    rendered: list[str] = []
    rows: list[list[str]] = []
    lines: list[int] = []
    size = 0
    for number, cells in enumerate(values, start=1):
        if number > MOST_ROWS or size > MOST_BYTES:
            raise one_problem("a sheet that is too large", "Split it by month.", Place(name, 1, 1))
        row = _trimmed(cells)
        if row:
            rendered += [""] * (number - 1 - len(rendered))
            rendered.append("\t".join([cell.translate(_LINE_BREAKS) for cell in row]))
            size += len(rendered[-1])
            rows.append(row)
            lines.append(number)
    return "\n".join([*rendered, ""]), rows, lines


def _trimmed(cells: tuple[object, ...]) -> list[str]:
    """A row's cells as text, without the empty ones at its end."""
    if cells.count(None) == len(cells):  # the gap before a cell far below may be a million rows
        return []
    last = next(place for place in range(len(cells), 0, -1) if cells[place - 1] is not None)
    row = [_written(value) for value in cells[:last]]
    while row and not row[-1]:
        row.pop()
    return row


def _written(value: object) -> str:
    """A cell's value as text."""
    if value is None:
        return ""
    if isinstance(value, str):
        text = value.strip() and value[:LONGEST_CELL]
        return "" if text in _ERRORS else text
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float | Decimal):
        return _plain(float(value))
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(timespec="seconds")
    return value.isoformat() if isinstance(value, date | time) else str(value)


def _plain(number: float) -> str:
    """A number as Excel keeps it, in 15 digits, without an exponent."""
    if not isfinite(number):
        return ""
    return format(Decimal(f"{number:.15g}"), "f")
