"""The record of processing activities as comma-separated values and as a workbook, read back cell by cell."""

from __future__ import annotations

import csv
import io
import re
import zipfile

import openpyxl
import pytest
from defusedxml import ElementTree

from reports.exports.exported_stacks import example, nasty_stack, small_stack
from reports.nasty import NASTY, unseen
from stackaudit.reports.exports.processing import COLUMNS, activities
from stackaudit.reports.exports.processing_tables import processing_csv, processing_workbook

SHEETS = {"Personal data": True, "Not stated": None, "No personal data": False}


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def sheets(workbook: bytes) -> dict[str, list[list[object]]]:
    """The cells of each sheet; any that is no text fails the test."""
    book = openpyxl.load_workbook(io.BytesIO(workbook))
    assert {cell.data_type for sheet in book for row in sheet for cell in row} == {"s"}
    return {sheet.title: [[cell.value for cell in row] for row in sheet] for sheet in book}


def test_a_system_is_a_line() -> None:
    written = rows(processing_csv(*example("fjordline")))

    assert written == [[*COLUMNS], *[[*activity.cells] for activity in activities(*example("fjordline"))]]


def test_each_part_of_the_record_is_a_sheet() -> None:
    stack = example("fjordline")

    read = sheets(processing_workbook(*stack))

    found = activities(*stack)
    assert read == {
        title: [[*COLUMNS], *[[*activity.cells] for activity in found if activity.personal is standing]]
        for title, standing in SHEETS.items()
    }


def test_a_workbook_holds_no_clock() -> None:
    stack = small_stack("systems: {a: {name: A}}")

    with zipfile.ZipFile(io.BytesIO(processing_workbook(*stack))) as parts:
        assert {part.date_time for part in parts.infolist()} == {(2026, 11, 21, 0, 0, 0)}
        core = ElementTree.fromstring(parts.read("docProps/core.xml"))
    assert [child.tag.partition("}")[2] for child in core] == ["creator", "created"]
    assert core[1].text == "2026-11-21T00:00:00Z"


def test_a_cell_ends_where_spreadsheets_end_it() -> None:
    many = "\n".join(f"  - {{from: a, to: b{number}, data: [contact]}}" for number in range(100))
    systems = "\n".join(f"  b{number}: {{name: {number}{'w' * 900}}}" for number in range(100))

    read = sheets(processing_workbook(*small_stack(f"systems:\n  a: {{name: A}}\n{systems}\nintegrations:\n{many}")))

    recipients = str(read["Not stated"][1][COLUMNS.index("Recipients")])
    assert (len(recipients), recipients[-1]) == (32_767, "…")


@pytest.mark.parametrize("word", NASTY)
def test_a_nasty_text_is_data_and_no_formula(word: str) -> None:
    stack = nasty_stack(NASTY[word])
    told = [[*activity.cells] for activity in activities(*stack)]

    written, book = processing_csv(*stack), sheets(processing_workbook(*stack))

    assert [[cell.replace("'", "") for cell in row] for row in rows(written)[1:]] == [
        [cell.replace("'", "") for cell in row] for row in told
    ]
    assert not [cell for row in rows(written) for cell in row if re.match(r"[\s\"`]*[=+@-]", cell)]
    assert unseen(written) == ["\r"]
    assert [row for title in SHEETS for row in book[title][1:]] == told
