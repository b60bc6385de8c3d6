"""Pages in Markdown as blocks: what stands on which line, and what is no content."""

from __future__ import annotations

import pytest

from stackaudit.model.problems import Problems
from stackaudit.sources.importers.pages.blocks import (
    Block,
    Code,
    Definition,
    Heading,
    Link,
    Paragraph,
    Phrase,
    Point,
    Row,
    Table,
)
from stackaudit.sources.importers.pages.reading import page_of


def blocks(text: str) -> tuple[Block, ...]:
    return page_of("page.md", ".md", text).blocks


def phrase(text: str, *lines: int) -> Phrase:
    return Phrase(text, lines)


def test_headings_paragraphs_and_points_know_their_lines() -> None:
    text = "# Tools\n\nOne\ntwo\n\n- a\n  more\n\n  second\n  - deeper\n- b\n\nTitle\n---\n"

    assert blocks(text) == (
        Heading(1, phrase("Tools", 1)),
        Paragraph(phrase("One\ntwo", 3, 4)),
        Point(1, phrase("a\nmore\nsecond", 6, 7, 9)),
        Point(2, phrase("deeper", 10)),
        Point(1, phrase("b", 11)),
        Heading(2, phrase("Title", 13)),
    )


def test_a_link_is_its_text_and_its_address() -> None:
    text = "## [HubSpot](https://hubspot.com/?a=ü) & [more][x], <https://x.example>\n\n[x]: https://more.example 'M'\n"

    assert blocks(text) == (
        Heading(
            2,
            Phrase(
                "HubSpot & more, https://x.example",
                (1,),
                (
                    Link(0, 7, "https://hubspot.com/?a=ü"),
                    Link(10, 14, "https://more.example"),
                    Link(16, 33, "https://x.example"),
                ),
            ),
        ),
    )


def test_emphasis_code_and_references_are_plain_text() -> None:
    assert blocks("*a* __b__ `c|d` &amp; \\* ~~e~~ f<br>g :x:\n") == (Paragraph(phrase("a b c|d & * e f\ng ✗", 1, 1)),)


def test_what_is_bold_at_the_beginning_of_a_line_and_what_is_struck_through_is_known() -> None:
    assert blocks("**Owner:** me **x**\n**Cost** 5\n\n~~[Vine](https://vine.co)~~\n") == (
        Paragraph(Phrase("Owner: me x\nCost 5", (1, 2), (), ((0, 6), (12, 16)))),
        Paragraph(Phrase("Vine", (4,), (Link(0, 4, "https://vine.co"),), (), is_struck=True, strikes=((0, 4),))),
    )


def test_a_table_has_the_cells_of_each_line_and_what_stands_beyond_them() -> None:
    text = "Before\n| a | b |\n|---|:-:|\n| x \\| y | [ ] |\n|  | [x] | q | r |\n||\n\nAfter\n"

    assert blocks(text) == (
        Paragraph(phrase("Before", 1)),
        Table(
            (
                Row({0: phrase("a", 2), 1: phrase("b", 2)}, 2, is_head=True),
                Row({0: phrase("x | y", 4)}, 4),
                Row({1: phrase("✓", 5)}, 5, spare="q | r"),
            )
        ),
        Paragraph(phrase("After", 8)),
    )


def test_front_matter_and_comments_are_no_content() -> None:
    page = page_of(
        "page.md",
        ".md",
        "---\ntitle: 'Tech stack'\nowner: me\n---\n\n<!-- ## [GitLab](https://gitlab.com) -->\n\nText\n",
    )

    assert (page.title, page.blocks) == ("Tech stack", (Paragraph(phrase("Text", 8)),))


def test_html_within_markdown_is_read_as_html() -> None:
    assert blocks("<table>\n<tr><td>a<td>b</table>\n\n<script>\nx\n</script>\n") == (
        Table((Row({0: phrase("a", 2), 1: phrase("b", 2)}, 2),)),
    )


def test_code_is_only_told() -> None:
    assert blocks("```\n## [a](https://a.example)\n```\n\n    ## b\n") == (Code(1), Code(5))


def test_a_line_that_begins_with_a_colon_defines_the_one_above() -> None:
    assert blocks("Owner\n: Marketing\n: Sales\nCost\n: 5\nrest\n") == (
        Definition(phrase("Owner", 1), phrase("Marketing", 2)),
        Definition(phrase("Owner", 1), phrase("Sales", 3)),
        Definition(phrase("Cost", 4), phrase("5", 5)),
        Paragraph(phrase("rest", 6)),
    )


def test_what_nobody_sees_is_left_out() -> None:
    assert blocks("## Hub\u200bSpot\u202e\x1b[31m\u00ad\n") == (Heading(2, phrase("HubSpot[31m", 1)),)


def test_line_breaks_of_every_kind_count() -> None:
    assert blocks("a\r\n\r\nb\r\rc") == (
        Paragraph(phrase("a", 1)),
        Paragraph(phrase("b", 3)),
        Paragraph(phrase("c", 5)),
    )


@pytest.mark.parametrize(
    "text",
    [
        ">" * 100_000 + "a",
        "- " * 20_000 + "a",
        "[" * 100_000,
        '[a]: b "' + "x\n" * 20_000,
        "|a" * 50_000 + "\n" + "|-" * 50_000,
        "a [b](c) ~~**" * 20_000,
        "## [Tool](https://x.example)\n" * 10_000,
        "---\n" + "a: b\n" * 20_000,
    ],
)
def test_hostile_pages_are_read(text: str) -> None:
    assert len(blocks(text)) <= 10_000


def test_a_page_that_is_too_large_is_refused() -> None:
    with pytest.raises(Problems, match="the page is too large"):
        blocks("a" * 16_000_001)


def test_tables_of_too_many_cells_are_refused() -> None:
    with pytest.raises(Problems, match="the page's tables are too large"):
        blocks("|a" * 100 + "\n" + "|-" * 100 + "\n" + ("|b" * 100 + "\n") * 5_000)
