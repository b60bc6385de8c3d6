"""Opens a file of evidence once: as text, as a table where it is one, or as the sheets of a workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.sources.evidence.reader import Content
from stackaudit.sources.evidence.strangers import is_of_no_text, kind_that_is_not_read
from stackaudit.sources.evidence.tables import decode_table, read_tables
from stackaudit.sources.evidence.workbooks import read_workbook
from stackaudit.sources.files import read_bytes

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_WORKBOOKS = frozenset({".xlsx", ".xlsm"})
_TABLES = frozenset({".csv", ".tsv", ".psv", ".txt", ".tab", ""})


def contents_of(name: str, path: Path, declared: Mapping[str, object]) -> list[Content] | str:
    """The contents of a file, or the reason why it is not one that could be evidence.

    A workbook has one for each sheet. Raises `Problems` for what cannot be read or is broken.
    """
    suffix = path.suffix.lower()
    if kind := kind_that_is_not_read(suffix):
        return kind
    raw = read_bytes(path, name)
    if suffix in _WORKBOOKS:
        return [Content(sheet, suffix, text, table, declared) for sheet, text, table in read_workbook(raw, name)]
    if is_of_no_text(suffix, raw):
        return "it is no text"
    text = decode_table(raw, name)
    table = read_tables(name, suffix, text) if suffix in _TABLES else None
    return [Content(name, suffix, text, table, declared)]
