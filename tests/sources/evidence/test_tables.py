"""Delimited text as tables: what parts the cells, where the header is, and what is no table."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stackaudit.model.documents import Document, Place
from stackaudit.model.problems import Problem, Problems
from stackaudit.sources.evidence.tables import decode_table, read_tables

if TYPE_CHECKING:
    from collections.abc import Sequence


def table(text: str, suffix: str = ".csv") -> tuple[tuple[str, ...], list[list[str]], list[int]] | None:
    """The table in a text as plain lists."""
    found = read_tables("cards", suffix, text)
    return found and (found.header, [list(row) for row in found.rows], list(found.lines))


def problem_of(text: str) -> Problem:
    with pytest.raises(Problems) as raised:
        read_tables("cards.csv", ".csv", text)
    (problem,) = raised.value.problems
    return problem


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_the_delimiter_and_the_line_breaks_are_found(delimiter: str, line_break: str) -> None:
    text = line_break.join(
        delimiter.join(row) for row in (["Date", "Merchant", "Amount"], ["2026-01-02", "Figma", "15"])
    )

    found = table(text)

    assert found == (("Date", "Merchant", "Amount"), [["2026-01-02", "Figma", "15"]], [2])


def test_commas_before_cents_part_no_cells() -> None:
    above = "Kontoauszug vom 1,2\nfür Konto 3,4\nSaldo 5,6\n"
    text = above + "Datum;Text;Betrag\n01.02.2026;Figma;15,00\n02.02.2026;Canva;1,50\n"

    found = table(text)

    assert found == (
        ("Datum", "Text", "Betrag"),
        [["01.02.2026", "Figma", "15,00"], ["02.02.2026", "Canva", "1,50"]],
        [5, 6],
    )


def test_lines_above_the_header_are_left_out_and_totals_stay() -> None:
    text = "Card statement,,\nAccount:,12,\n\nDate,Merchant,Amount\n2026-01-02,Figma,15\n,,\n,Total,15\n"

    found = table(text)

    assert found == (("Date", "Merchant", "Amount"), [["2026-01-02", "Figma", "15"], ["", "Total", "15"]], [5, 7])


def test_a_line_for_spreadsheets_names_the_delimiter() -> None:
    found = table("sep=;\nMerchant;Note\nFigma;a,b,c,d\n")

    assert found == (("Merchant", "Note"), [["Figma", "a,b,c,d"]], [3])


def test_a_row_stands_on_the_line_it_begins_on() -> None:
    text = 'Date,Merchant\r\n2026-01-02,"Figma\r\nLondon\r\n\r\n"\r\n2026-01-03,Canva\r\n'

    found = table(text)

    assert found == (
        ("Date", "Merchant"),
        [["2026-01-02", "Figma\r\nLondon\r\n\r\n"], ["2026-01-03", "Canva"]],
        [2, 6],
    )
    assert Document("", text).line(6) == "2026-01-03,Canva"


def test_short_rows_are_filled_and_long_ones_keep_what_they_have() -> None:
    found = table("Date,Merchant,Amount\n2026-01-02\n2026-01-03,Smith, Jones,15\n2026-01-04,Figma,15\n")

    assert found == (
        ("Date", "Merchant", "Amount"),
        [["2026-01-02", "", ""], ["2026-01-03", "Smith", " Jones", "15"], ["2026-01-04", "Figma", "15"]],
        [2, 3, 4],
    )


def test_headers_may_be_empty_or_stand_twice() -> None:
    found = table("Date,Amount,,Amount\n2026-01-02,1,x,2\n")

    assert found == (("Date", "Amount", "", "Amount"), [["2026-01-02", "1", "x", "2"]], [2])


def test_a_table_without_a_header_has_empty_headings() -> None:
    found = table("02/13/2026,-15.00,FIGMA\n02/14/2026,-9.00,CANVA\n")

    assert found == (("", "", ""), [["02/13/2026", "-15.00", "FIGMA"], ["02/14/2026", "-9.00", "CANVA"]], [1, 2])


def test_a_year_may_be_a_heading() -> None:
    found = table("Team,2025,2026\nWeb,1,2\n")

    assert found == (("Team", "2025", "2026"), [["Web", "1", "2"]], [2])


def test_quotes_after_a_space_are_quotes() -> None:
    found = table('Date, "Merchant"\n2026-01-02, "Smith, Jones"\n')

    assert found == (("Date", "Merchant"), [["2026-01-02", "Smith, Jones"]], [2])


def test_quotes_inside_a_cell_are_text() -> None:
    found = table('Merchant,Amount\n6" PIPES,15\n"The "Box" Ltd",16\n')

    assert found == (("Merchant", "Amount"), [['6" PIPES', "15"], ['The Box" Ltd"', "16"]], [2, 3])


def test_a_list_of_names_is_a_table_only_where_the_suffix_says_so() -> None:
    assert table("Tool\nFigma\nCanva\n") == (("Tool",), [["Figma"], ["Canva"]], [2, 3])
    assert table("Tool\nFigma\nCanva\n", ".txt") is None


@pytest.mark.parametrize(
    ("text", "suffix"),
    [
        ("", ".csv"),
        ("\n \n\n", ".csv"),
        ("Date,Merchant\n2026-01-02,Figma\n", ".json"),
        ("Date,Merchant\n2026-01-02,Figma\n", ".md"),
        ("We use Figma, mostly.\nAnd Canva.\nAnd Slack, Zoom, Teams.\n", ".txt"),
        ("Figma, Inc.\n", ".txt"),
    ],
)
def test_what_is_no_table(text: str, suffix: str) -> None:
    assert table(text, suffix) is None


def test_a_text_file_of_tabs_is_a_table() -> None:
    assert table("Date\tMerchant\n2026-01-02\tFigma\n", ".txt") == (
        ("Date", "Merchant"),
        [["2026-01-02", "Figma"]],
        [2],
    )


def test_a_quotation_mark_that_is_never_closed_is_a_problem_where_it_opens() -> None:
    problem = problem_of('Date,Merchant\n2026-01-02,Figma\n2026-01-03,"Canva\n2026-01-04,Slack\n')

    assert problem == Problem(
        "a quotation mark that is never closed",
        "Close the quotation mark in the row that begins here, or export the file again.",
        Place("cards.csv", 3, 1),
    )


def test_an_absurd_cell_is_one_problem_on_the_line_of_its_row() -> None:
    problem = problem_of("Date,Merchant\n2026-01-02,Figma\n2026-01-03," + "x" * 200_000)

    assert (problem.message, problem.place) == ("a cell of more than 131,072 characters", Place("cards.csv", 3, 1))


@pytest.mark.parametrize("line", ["," * 130_000_000, "\n" * 130_000_000, 'a,"\n",' * 20_000_000])
def test_a_file_of_hardly_anything_but_delimiters_is_refused_before_it_takes_memory(line: str) -> None:
    problem = problem_of("Date,Merchant\n" + line)

    assert (problem.message, problem.place) == ("a table of more than 10,000,000 cells", Place("cards.csv", 1, 1))


def test_a_row_of_very_many_cells_is_a_row_like_others() -> None:
    found = read_tables(
        "cards.csv", ".csv", "Date,Merchant\n2026-01-02,Figma\n" + "x," * 100_000 + "\n2026-01-03,Canva\n"
    )

    assert found is not None
    assert found.header == ("Date", "Merchant")
    assert [len(row) for row in found.rows] == [2, 100_001, 2]


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("Café,€".encode(), "Café,€"),
        ("\ufeffCafé".encode(), "Café"),
        ("Café,€".encode("cp1252"), "Café,€"),
        ("Café,€".encode("utf-16"), "Café,€"),
        ("\ufeffCafé,€".encode("utf-16-be"), "Café,€"),
        (b"a\x81b", "a\ufffdb"),
        (b"", ""),
    ],
)
def test_encodings(raw: bytes, text: str) -> None:
    assert decode_table(raw, "cards.csv") == text


@pytest.mark.parametrize(
    ("raw", "message", "place"),
    [
        (b"Date\nFig\0ma", "the file is no text", Place("cards.csv", 2, 4)),
        (b"\xff\xfe\x00\x00a", "the file is in UTF-32", Place("cards.csv", 1, 1)),
        ("Figma".encode("utf-16-le"), "the file is no text", Place("cards.csv", 1, 2)),
        (b"x" * 11, "the file is too large", Place("cards.csv", 1, 1)),
    ],
)
def test_bytes_that_are_refused(raw: bytes, message: str, place: Place) -> None:
    with pytest.raises(Problems) as raised:
        decode_table(raw, "cards.csv", most_bytes=10 if raw[:1] == b"x" else 100)

    assert [(problem.message, problem.place) for problem in raised.value.problems] == [(message, place)]


@given(st.text(st.sampled_from('ab1 ,;|\t"\n\r\0=.£\x1b'), max_size=80) | st.text(max_size=80))
@settings(deadline=None)
def test_any_text_is_a_table_or_none_or_a_problem(text: str) -> None:
    try:
        found = read_tables("cards.csv", ".csv", text)
    except Problems:
        return

    if found is not None:
        starts = Document("", text).line_starts
        assert all(len(row) >= len(found.header) for row in found.rows)
        assert len(found.rows) == len(found.lines)
        assert all(1 <= line <= len(starts) for line in found.lines)


CELLS = st.text(st.sampled_from("abcäß0189 ,;|\t\"'\n.-£"), max_size=8)
WORDS = st.text(st.sampled_from("abcäß"), min_size=1, max_size=6)


@given(
    rows=st.lists(st.tuples(WORDS, CELLS, CELLS, CELLS), min_size=1, max_size=8),
    delimiter=st.sampled_from(",;\t|"),
    line_break=st.sampled_from(["\n", "\r\n", "\r"]),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
)
@settings(max_examples=200, deadline=None)
def test_what_was_written_is_read_again(
    rows: list[tuple[str, ...]], delimiter: str, line_break: str, quoting: int
) -> None:
    rows = [tuple(cell.replace("\n", line_break) for cell in row) for row in rows]  # csv quotes only its own breaks
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, lineterminator=line_break, quoting=quoting).writerows(
        [("Day", "Merchant", "Amount", "Note"), *rows]
    )

    found = read_tables("cards.csv", ".csv", out.getvalue())

    assert found is not None
    assert found.header == ("Day", "Merchant", "Amount", "Note")
    assert [tuple(row) for row in found.rows] == rows
    assert [_line_of(out.getvalue(), line)[0] for line in found.lines] == [_written_first(row, quoting) for row in rows]


def _line_of(text: str, number: int) -> str:
    return Document("", text).line(number)


def _written_first(row: Sequence[str], quoting: int) -> str:
    return '"' if quoting == csv.QUOTE_ALL else row[0][0]
