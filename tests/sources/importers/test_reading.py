"""The door of importing: which importer reads a file, and what is said of files that none reads."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook

from stackaudit.model.imports import Remark
from stackaudit.model.problems import Problems
from stackaudit.sources.importers.reading import read_import

if TYPE_CHECKING:
    from pathlib import Path


def _workbook(folder: Path, **sheets: list[list[object]]) -> Path:
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(row)
    path = folder / "stack.xlsx"
    workbook.save(path)
    return path


def _problem(path: Path, as_name: str = "", sheet: str = "") -> tuple[str, str]:
    with pytest.raises(Problems) as raised:
        read_import(path, {}, as_name, sheet)
    (problem,) = raised.value.problems
    return problem.message, problem.help


def test_the_sheets_of_a_workbook_are_put_together(tmp_path: Path) -> None:
    path = _workbook(
        tmp_path,
        Notes=[["Please fill in."]],
        Stack=[["Tool", "Owner"], ["Zoom", "IT"], ["Shop", "Web"]],
        Contracts=[["Tool", "Renewal date", "Owner"], ["Zoom", date(2027, 1, 31), "Sales"]],
        Flows=[["From", "To", "Data"], ["shop", "Zoom", "orders"]],
    )

    found = read_import(path, {})

    zoom = next(draft for draft in found.drafts if draft.key == "Zoom")
    assert zoom.facts == {"name": "Zoom", "owner.business": "it", "cost.renews": "2027-01-31"}
    assert zoom.remarks == (Remark("owner.business", "sales", 2, "stated otherwise elsewhere in the file"),)
    assert [dict(draft.facts) for draft in found.drafts if draft.kind == "integration"] == [
        {"from": "Shop", "to": "Zoom", "data": ["order"]}
    ]
    assert [draft.key for draft in found.drafts if draft.kind == "team"] == ["it", "web", "sales"]
    assert found.rows == 4
    assert found.remarks == (Remark("Notes", "", 1, "a sheet that no importer knows"),)


def test_one_sheet_can_be_named(tmp_path: Path) -> None:
    path = _workbook(tmp_path, Old=[["Tool", "Owner"], ["Zoom", "IT"]], New=[["Tool", "Owner"], ["Slack", "IT"]])

    found = read_import(path, {}, sheet="New")

    assert [draft.key for draft in found.drafts if draft.kind == "system"] == ["Slack"]
    assert _problem(path, sheet="Now") == ("no sheet is called `Now`", "Its sheets are: Old, New.")


def test_a_file_that_no_importer_knows(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("Name,Email\nJane,j@example.com\n")

    message, advice = _problem(path)

    assert message == "no importer knows this file: nothing in it shows a list of systems"
    assert advice.startswith("Say which column holds their names: `--map COLUMN=name`")


def test_an_importer_can_be_named(tmp_path: Path) -> None:
    path = tmp_path / "odd.csv"
    path.write_text("Name,Owner\nZoom,IT\n")

    assert [draft.key for draft in read_import(path, {}, as_name="table").drafts] == ["it", "Zoom"]
    assert _problem(path, as_name="tabel") == ("there is no importer `tabel`", "Did you mean `table`?")


@pytest.mark.parametrize(
    ("name", "raw", "message"),
    [
        ("empty.csv", b"", "the file is empty"),
        (
            "stack.pdf",
            b"%PDF",
            "not a file to import: a PDF holds no table that could be read safely",
        ),
        ("stack.ods", b"PK", "not a file to import: a kind that is not read"),
        ("stack.numbers", b"PK", "not a file to import: a workbook of another kind"),
        ("stack.png", b"\x89PNG", "not a file to import: a picture"),
        ("stack.csv", b"Tool,Owner,Cost\n", "a table without rows"),
        ("stack.csv", b"Zoom\nSlack\n", "a single column whose heading does not say that it names systems"),
        (
            "stack.xlsx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            "a workbook that is protected by a password, or in the old .xls format",
        ),
        ("stack.xlsx", b"PK", "not a workbook, or a broken one"),
        ("stack.csv", b'Tool,Owner\n"Zoom,IT\nSlack,IT\n', "a quotation mark that is never closed"),
        ("stack.yaml", b"- tool: Zoom\n  owner: [IT\n", "not valid YAML: did not find expected ',' or ']'"),
    ],
)
def test_files_that_cannot_be_read(tmp_path: Path, name: str, raw: bytes, message: str) -> None:
    path = tmp_path / name
    path.write_bytes(raw)

    assert _problem(path)[0] == message


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert _problem(tmp_path / "no.csv")[0] == "cannot be read: No such file or directory"


def test_a_page_is_no_table_whatever_is_said(tmp_path: Path) -> None:
    path = tmp_path / "tools.md"
    path.write_text("# Our tools\n\n- Zoom\n")

    assert _problem(path, as_name="table") == ("this is no table", "Leave `--as` out, or name another kind.")


@pytest.mark.parametrize(
    ("name", "advice"), [("stack.ods", "Save it as .xlsx or .csv."), ("stack.png", "Export it as .csv or .xlsx.")]
)
def test_the_way_out_of_a_kind_that_is_not_read(tmp_path: Path, name: str, advice: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"PK")

    assert _problem(path)[1] == advice
