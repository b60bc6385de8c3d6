"""Workbooks as tables: real ones as a spreadsheet program writes them, and ones that were packed to harm."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from stackaudit.model.documents import Place
from stackaudit.model.problems import Problem, Problems
from stackaudit.sources.evidence.reader import Table
from stackaudit.sources.evidence.workbooks import Sheet, read_workbook

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def workbook(*sheets: tuple[str, Iterable[Iterable[object]]]) -> bytes:
    """A workbook of sheets, each with its title and rows."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def repacked(raw: bytes, change: Callable[[str, bytes], bytes], extra: Iterable[tuple[str, bytes]] = ()) -> bytes:
    """The workbook with each part changed, and with parts beside them."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
        for name, content in extra:
            new.writestr(name, content)
    return out.getvalue()


def with_rows(xml: str, before: str = "") -> bytes:
    """A workbook whose only sheet has these rows, as XML."""
    sheet = f'{before}<worksheet xmlns="{MAIN}"><sheetData>{xml}</sheetData></worksheet>'.encode()
    return repacked(
        workbook(("cards", [])), lambda name, part: sheet if name.startswith("xl/worksheets/sheet") else part
    )


def with_shared_texts(xml: str) -> bytes:
    """A workbook whose sheet shows the first two of its shared texts, given as XML."""
    about = (
        b'<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        b'spreadsheetml.sharedStrings+xml"/></Types>'
    )
    return repacked(
        with_rows('<row><c t="s"><v>0</v></c></row><row><c t="s"><v>1</v></c></row>'),
        lambda _, part: part.replace(b"</Types>", about),
        [("xl/sharedStrings.xml", xml.encode())],
    )


def cells_of(raw: bytes) -> list[list[str]]:
    """The rows of a workbook's only sheet, its header first."""
    (sheet,) = read_workbook(raw, "cards.xlsx")
    return [list(sheet.table.header), *map(list, sheet.table.rows)]


def problem_of(raw: bytes) -> Problem:
    with pytest.raises(Problems) as raised:
        read_workbook(raw, "cards.xlsx")
    (problem,) = raised.value.problems
    return problem


def test_each_sheet_that_holds_anything_is_a_table_whose_text_has_its_rows_on_their_lines() -> None:
    raw = workbook(
        ("January", [["Card statement"], [], ["Date", "Merchant"], ["2026-01-02", "Figma\nLondon"]]),
        ("empty", []),
        ("February", [["Date", "Merchant"], ["2026-02-02", "Canva"], [], ["", "Total"]]),
    )

    sheets = read_workbook(raw, "cards.xlsx")

    assert sheets == [
        Sheet(
            "cards.xlsx [January]",
            "Card statement\n\nDate\tMerchant\n2026-01-02\tFigma London\n",
            Table(("Date", "Merchant"), [["2026-01-02", "Figma\nLondon"]], [4]),
        ),
        Sheet(
            "cards.xlsx [February]",
            "Date\tMerchant\n2026-02-02\tCanva\n\n\tTotal\n",
            Table(("Date", "Merchant"), [["2026-02-02", "Canva"], ["", "Total"]], [2, 4]),
        ),
    ]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (date(2026, 1, 2), "2026-01-02"),
        (datetime(2026, 1, 2), "2026-01-02"),  # noqa: DTZ001 - cells know no zones
        (datetime(2026, 1, 2, 3, 4, 5), "2026-01-02T03:04:05"),  # noqa: DTZ001
        (time(3, 4, 5), "03:04:05"),
        (timedelta(hours=30), "1 day, 6:00:00"),
        (54.2, "54.2"),
        (0.1 + 0.2, "0.3"),
        (100.0, "100"),
        (0, "0"),
        (-7, "-7"),
        (1e16, "10000000000000000"),
        (1.5e-7, "0.00000015"),
        (True, "true"),
        (False, "false"),
        ("  Figma  ", "  Figma  "),
        ("#REF!", ""),
        ("=cmd|' /C calc'!A0", ""),
    ],
)
def test_values_as_text(value: object, text: str) -> None:
    raw = workbook(("cards", [["What", "Mark"], [value, "x"]]))

    assert cells_of(raw) == [["What", "Mark"], [text, "x"]]


def test_a_formula_is_its_last_value() -> None:
    raw = with_rows(
        '<row r="1"><c r="A1" t="inlineStr"><is><t>Sum</t></is></c></row>'
        '<row r="2"><c r="A2"><f>WEBSERVICE("http://example.com")</f><v>12.5</v></c></row>'
        '<row r="3"><c r="A3" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
    )

    assert cells_of(raw) == [["Sum"], ["12.5"]]


def test_a_cell_far_away_is_left_out_and_claims_of_size_are_not_believed() -> None:
    sheet = f"""<worksheet xmlns="{MAIN}"><dimension ref="A1:XFD1048576"/><sheetData>
        <row r="1"><c r="A1" t="str"><v>Merchant</v></c><c r="XFD1" t="str"><v>far</v></c></row>
        <row r="2"><c r="A2" t="str"><v>Figma</v></c></row>
        <row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>"""
    raw = repacked(
        workbook(("cards", [])), lambda name, part: sheet.encode() if name.startswith("xl/worksheets/") else part
    )

    (found,) = read_workbook(raw, "cards.xlsx")

    assert found.table == Table(("Merchant",), [["Figma"]], [2])
    assert found.text == "Merchant\nFigma\n"


def test_a_claim_of_a_size_that_is_too_small_hides_nothing() -> None:
    raw = repacked(
        workbook(("cards", [["Date", "Merchant"], ["2026-01-02", "Figma"]])),
        lambda _, part: re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="A1"', part),
    )

    assert cells_of(raw) == [["Date", "Merchant"], ["2026-01-02", "Figma"]]


ENTITIES = """<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
    <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>"""
OUTSIDE = '<!DOCTYPE x [<!ENTITY c SYSTEM "file:///etc/hostname">]>'
REFUSED = Problem(
    "not a workbook, or a broken one",
    "Save it as .xlsx again, or export the sheet as CSV.",
    Place("cards.xlsx", 1, 1),
)


@pytest.mark.parametrize("declaration", [ENTITIES, OUTSIDE])
def test_entities_are_refused_in_sheets(declaration: str) -> None:
    raw = with_rows('<row r="1"><c r="A1" t="str"><v>&c;</v></c></row>', declaration)

    assert problem_of(raw) == REFUSED


def test_texts_that_sheets_share_are_read() -> None:
    raw = with_shared_texts(
        f'<sst xmlns="{MAIN}"><si><t>Merchant</t></si><si><r><t>Fig</t></r><r><t>ma</t></r></si></sst>'
    )

    assert cells_of(raw) == [["Merchant"], ["Figma"]]


def test_entities_are_refused_in_texts_that_sheets_share() -> None:
    raw = with_shared_texts(f'{ENTITIES}<sst xmlns="{MAIN}"><si><t>Merchant</t></si><si><t>&c;</t></si></sst>')

    assert problem_of(raw) == REFUSED


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml"])
def test_entities_are_refused_in_every_part(part: str) -> None:
    raw = repacked(
        workbook(("cards", [["Merchant"], ["Figma"]])),
        lambda name, xml: (
            re.sub(rb"^(<\?xml[^>]*>)?", rb"\1" + ENTITIES.encode(), xml, count=1) if name == part else xml
        ),
    )

    assert problem_of(raw) == REFUSED


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"PK\x03\x04 and no more",
        b"Date,Merchant\n",
        workbook(("cards", [["Merchant"]]))[:-40],
        with_rows("<row><c><v>1</v></row>"),
        with_rows('<row r="x"><c><v>1</v></c></row>'),
        with_rows('<row><c t="s"><v>99</v></c></row>'),
        with_rows(f"<row><c><v>{'9' * 10_000}</v></c></row>"),
    ],
)
def test_what_is_no_workbook_is_one_problem(raw: bytes) -> None:
    assert problem_of(raw) == REFUSED


def test_a_protected_workbook_is_named_as_such() -> None:
    problem = problem_of(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512))

    assert problem.message == "a workbook that is protected by a password, or in the old .xls format"
    assert problem.help == "Save it as .xlsx without a password."


def test_encrypted_parts_are_refused() -> None:
    raw = bytearray(workbook(("cards", [["Merchant"]])))
    for found in re.finditer(rb"PK\x01\x02", bytes(raw)):
        raw[found.start() + 8] |= 1

    assert problem_of(bytes(raw)).message == "a workbook with parts that are encrypted"


@pytest.mark.parametrize("name", ["../outside.xml", "/etc/outside.xml", "xl\\..\\outside.xml", "xl/../../outside.xml"])
def test_parts_that_lead_out_are_refused(name: str) -> None:
    raw = repacked(workbook(("cards", [["Merchant"]])), lambda _, part: part, [(name, b"")])

    assert problem_of(raw).message == "a workbook with parts that lead out of it"


def test_many_parts_are_refused() -> None:
    raw = repacked(workbook(("cards", [])), lambda _, part: part, ((f"x{n}", b"") for n in range(10_001)))

    assert problem_of(raw).message == "a workbook with more than 10,000 parts, or parts of the same name"


def test_a_part_that_unpacks_to_very_much_is_refused() -> None:
    raw = with_rows("<row><c/></row>" * 1_000_000)

    assert len(raw) < 100_000
    assert problem_of(raw).message == "a workbook with parts that unpack to more than 200 times their size"


def test_a_workbook_that_unpacks_to_very_much_is_refused() -> None:
    spaces = b" " * (70 * 1024 * 1024)
    raw = repacked(workbook(("cards", [])), lambda _, part: part, [(f"xl/{n}.xml", spaces) for n in range(3)])

    assert problem_of(raw).message == "a workbook with more than 200 MiB once unpacked"


def test_very_many_elements_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("stackaudit.sources.evidence.workbooks.MOST_ELEMENTS", 10_000)
    raw = with_rows("<row>" + "<c/>" * 10_000 + "</row>")

    assert problem_of(raw).message == "a workbook with more than two million cells"


def test_rows_beyond_the_last_possible_one_are_refused() -> None:
    raw = with_rows('<row r="2000000000"><c t="str"><v>x</v></c></row>')

    assert problem_of(raw) == Problem(
        "a sheet that is too large", "Split it by month.", Place("cards.xlsx [cards]", 1, 1)
    )


def test_one_long_text_in_very_many_cells_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("stackaudit.sources.evidence.workbooks.MOST_BYTES", 500_000)
    raw = workbook(("cards", [["x" * 30_000]] * 20))

    assert problem_of(raw).message == "a sheet that is too large"


INTACT = workbook(("cards", [["Date", "Merchant"], ["2026-01-02", "Figma"]]))


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_a_damaged_workbook_is_read_or_is_a_problem(data: st.DataObject) -> None:
    raw = bytearray(INTACT)
    for _ in range(data.draw(st.integers(1, 4))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))

    try:
        sheets = read_workbook(bytes(raw), "cards.xlsx")
    except Problems:
        return

    assert all(sheet.table.header for sheet in sheets)
