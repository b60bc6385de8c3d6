"""The record of processing activities as Markdown, read back by markdown-it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from markdown_it import MarkdownIt

from reports.exports.exported_stacks import example, nasty_stack, small_stack
from reports.nasty import NASTY, unseen
from stackaudit.reports.exports.processing import COLUMNS, activities
from stackaudit.reports.exports.processing_markdown import processing_markdown
from stackaudit.reports.exports.stated import seen


def tables(text: str) -> list[list[str]]:
    """The cells of each table in reading order, as text; anything but text, code and breaks in them fails the test."""
    found: list[list[str]] = []
    inside = False
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        if token.type in ("table_open", "table_close"):
            inside = token.type == "table_open"
            found += [[]] if inside else []
        elif token.type == "inline" and inside:
            assert {child.type for child in token.children or ()} <= {"text", "text_special", "code_inline"}
            found[-1].append("".join(child.content for child in token.children or ()))
    return found


def headings(text: str) -> list[tuple[str, str]]:
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    return [
        (token.tag, "".join(child.content for child in after.children or ()))
        for token, after in pairwise(tokens)
        if token.type == "heading_open"
    ]


def plain(text: str) -> str:
    """What a table's cell keeps of a text: no space at its ends, none that has no width, code without its marks."""
    return text.strip().replace("\u200b", "").replace("`", "")


def test_a_system_is_a_heading_with_a_table() -> None:
    written = processing_markdown(*small_stack("systems: {a: {name: A, data: {subjects: [customer]}}, b: {name: B}}"))

    assert headings(written) == [
        ("h1", "Record of processing activities"),
        ("h2", "Systems that process personal data: 1"),
        ("h3", "System: A (a)"),
        ("h2", "Systems of which it is not stated whether they process personal data: 1"),
        ("h3", "System: B (b)"),
        ("h2", "Systems that process no personal data, as stated: 0"),
    ]
    assert [cells[2::2] for cells in tables(written)] == [[*COLUMNS[2:]]] * 2
    assert "- Controller: (not stated)\n" in written


def test_systems_without_personal_data_are_listed_by_name() -> None:
    written = processing_markdown(*small_stack("systems: {a: {name: A, data: {categories: [product]}}}"))

    assert written.endswith("no personal data, as stated: 1\n\n- System: A (`a`), live\n")


def test_the_tables_of_the_example_say_what_the_record_says() -> None:
    stack = example("fjordline")

    read = tables(processing_markdown(*stack))

    told = [activity.cells[2:] for activity in activities(*stack) if activity.personal is not False]
    assert [[plain(cell) for cell in cells[3::2]] for cells in read] == [
        [plain(cell) for cell in cells] for cells in told
    ]


@pytest.mark.parametrize("word", NASTY)
def test_a_nasty_text_is_text_and_no_markup(word: str) -> None:
    stack = nasty_stack(NASTY[word])

    written = processing_markdown(*stack)

    told = [activity.cells[2:] for activity in activities(*stack)]
    read = [[plain(cell) for cell in cells[3::2]] for cells in tables(written)]
    assert read == [[plain(cell) for cell in cells] for cells in told]
    assert [tag for tag, _ in headings(written)] == ["h1", "h2", "h3", "h2", "h3", "h2"]
    assert plain(headings(written)[2][1]) == plain(f"System: {seen(NASTY[word])} (first)")
    assert unseen(written) == []
