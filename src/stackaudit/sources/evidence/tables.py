"""Delimited text as tables: which character parts the cells, which line is the header, and where each row begins."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.model.documents import Document, Place
from stackaudit.model.problems import one_problem
from stackaudit.sources.evidence.reader import Table
from stackaudit.sources.files import MOST_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from stackaudit.model.problems import Problems

MOST_CELLS = 10_000_000  # under 1 GB as Python holds them
DELIMITERS = "\t;|,"

_TABLES = frozenset({".csv", ".tsv", ".tab", ".psv"})
_PERHAPS_TABLES = frozenset({".txt", ""})
_SAMPLE = 32_768  # characters
_SAMPLE_ROWS = 200
_ENOUGH_CELLS = 3  # beyond these, more cells make a delimiter no more credible
_DECLARED = re.compile(r'"?sep=(?P<delimiter>[^"\r\n])"?[ ,;\t]*(?:\r\n|\r|\n|\Z)', re.IGNORECASE)
_VALUE = re.compile(r"[-+(]?[£€$]? ?\d[\d.,' \u00a0]*\)?-?|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\b.*")
_YEAR = re.compile(r"(?:19|20)\d\d")


class _Records(NamedTuple):
    """Rows that are not empty, and the line that each begins on."""

    rows: list[list[str]]
    lines: list[int]


def decode_table(raw: bytes, name: str, most_bytes: int = MOST_BYTES) -> str:
    """Bytes as text without a byte-order mark: UTF-8, UTF-16 with its mark, or else Windows-1252.

    Raises `Problems` where they are too many, or no text.
    """
    whole = Place(name, 1, 1)
    if len(raw) > most_bytes:
        advice = f"Split it: at most {most_bytes // 1024 // 1024} MiB of one file are read."
        raise one_problem("the file is too large", advice, whole)
    if raw.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        raise one_problem("the file is in UTF-32", "Save it as UTF-8.", whole)
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = raw.decode("utf-16", "replace")
    else:
        try:
            text = raw.decode("utf-8").removeprefix("\ufeff")
        except UnicodeDecodeError:
            text = raw.decode("cp1252", "replace")
    if "\0" in text:
        raise one_problem(
            "the file is no text", "Export it as CSV in UTF-8.", Document(name, text).place(text.index("\0"))
        )
    return text


def read_tables(name: str, suffix: str, text: str) -> Table | None:
    """The table that a text is, or None where it is none; raises `Problems` where it cannot be read to its end.

    Lines before the header and empty rows are left out; totals below the rows stay. The header's cells are stripped,
    and empty where the file has no header. Every row has at least as many cells as the header; a longer one keeps
    what it has. A text of one column is a table only where the suffix says so.
    """
    if suffix not in _TABLES | _PERHAPS_TABLES:
        return None
    declared = _DECLARED.match(text)
    delimiter = declared["delimiter"] if declared else find_delimiter(text, sure=suffix in _TABLES)
    if delimiter is None:
        return None
    skip = 1 if declared else 0
    table = table_of(*_parse(name, text, delimiter), skip)
    if table and any(heading.startswith('"') for heading in table.header):  # quotes stand after a space
        table = table_of(*_parse(name, text, delimiter, spaced=True), skip)
    return table


def find_delimiter(text: str, *, sure: bool) -> str | None:
    """The character that parts the cells; None where no character does so in most lines.

    Where it is `sure` that the text is a table, one of a single column has a comma.
    """
    sample = text[:_SAMPLE]
    if len(text) > _SAMPLE:
        sample = sample[: max(sample.rfind("\n"), sample.rfind("\r"), 0) + 1] or sample
    best, delimiter = 0, None
    for candidate in DELIMITERS:
        rows = _sample_rows(sample, candidate)
        widths = Counter(map(len, rows))
        width = max(widths, key=lambda w: (widths[w] * min(w - 1, _ENOUGH_CELLS), w), default=1)
        score = widths[width] * min(width - 1, _ENOUGH_CELLS)
        if score > best and (sure or _is_regular(widths[width], len(rows), candidate)):
            best, delimiter = score, candidate
    return delimiter or ("," if sure and text.strip() else None)


def table_of(rows: Sequence[Sequence[str]], lines: Sequence[int], skip: int = 0) -> Table | None:
    """The table in rows that begin on `lines`; the first full row after `skip` is its header, unless of values."""
    if len(rows) <= skip:
        return None
    first = _first_full_row(rows, skip)
    width = len(rows[first])
    if any(_is_value(cell) for cell in rows[first]):
        header: tuple[str, ...] = ("",) * width
    else:
        header = tuple(cell.strip() for cell in rows[first])
        first += 1
    body = rows[first:]
    if min(map(len, body), default=width) < width:
        body = [row if len(row) >= width else [*row, *[""] * (width - len(row))] for row in body]
    return Table(header, body, lines[first:])


def _sample_rows(sample: str, delimiter: str) -> list[list[str]]:
    """The first rows that are not empty; none where the sample cannot be parted."""
    try:
        return [row for row in islice(csv.reader(_lines(sample), delimiter=delimiter), _SAMPLE_ROWS) if _is_filled(row)]
    except csv.Error:
        return []


def _is_regular(alike: int, rows: int, delimiter: str) -> bool:
    """Whether a text that need be no table is one: sentences have commas, too, but not the same number in each."""
    return rows > 1 and alike >= rows * (1.0 if delimiter == "," else 0.8)


def _parse(name: str, text: str, delimiter: str, *, spaced: bool = False) -> _Records:
    """All rows that are not empty."""
    breaks = max(text.count("\n"), text.count("\r"))
    if text.count(delimiter) + breaks > MOST_CELLS:
        raise one_problem(f"a table of more than {MOST_CELLS:,} cells", "Split it by month.", Place(name, 1, 1))
    rows: list[list[str]] = []
    lines: list[int] = []
    last = begins = 1
    reader = csv.reader(_lines(text), delimiter=delimiter, skipinitialspace=spaced)
    try:
        for row in reader:
            if row and (row[0] or _is_filled(row)):
                rows.append(row)
                lines.append(begins)
            last, begins = begins, reader.line_num + 1
    except csv.Error:
        limit = f"a cell of more than {csv.field_size_limit():,} characters"
        raise _unclosed(name, begins, limit) from None
    if rows and begins - last > 1 and _is_open(text, delimiter, name, last):
        raise _unclosed(name, last, "a quotation mark that is never closed")
    return _Records(rows, lines)


def _lines(text: str) -> Iterable[str]:
    """The lines as documents count them: parted by CR LF, CR or LF."""
    return io.StringIO(text, newline="")


def _is_filled(row: Iterable[str]) -> bool:
    return any(cell and not cell.isspace() for cell in row)


def _is_open(text: str, delimiter: str, name: str, line: int) -> bool:
    """Whether the row that begins on a line ends inside quotation marks: a delimiter more is then no cell more."""
    rest = text[Document(name, text).line_starts[line - 1] :].rstrip("\r\n")
    closed, tried = (next(csv.reader(_lines(end), delimiter=delimiter)) for end in (rest, rest + delimiter))
    return len(closed) == len(tried)


def _unclosed(name: str, line: int, message: str) -> Problems:
    advice = "Close the quotation mark in the row that begins here, or export the file again."
    return one_problem(message, advice, Place(name, line, 1))


def _first_full_row(rows: Sequence[Sequence[str]], skip: int) -> int:
    """The index of the first row that has about as many filled cells as rows of this table usually have."""
    filled = [sum(map(bool, map(str.strip, row))) for row in rows[skip : skip + _SAMPLE_ROWS]]
    ranked = sorted(filled, reverse=True)
    few = min(1 + len(ranked) // 20, len(ranked) - 1)  # rows that are longer than any other tell nothing
    usual = max(range(few, len(ranked)), key=lambda place: ranked[place] ** 2 * (place + 1))
    least = ranked[usual] * 0.7
    return skip + next(index for index, count in enumerate(filled) if count >= least)


def _is_value(cell: str) -> bool:
    """Whether a cell is a number or a day, which no header is; a year may be one."""
    text = cell.strip()[:40]
    return _VALUE.fullmatch(text) is not None and _YEAR.fullmatch(text) is None
