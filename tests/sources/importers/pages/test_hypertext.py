"""Pages in HTML as blocks: cells over columns and rows, what is hidden, and tags that never end."""

from __future__ import annotations

from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

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
    return page_of("page.html", ".html", text).blocks


def phrase(text: str, *lines: int) -> Phrase:
    return Phrase(text, lines or (1,) * (text.count("\n") + 1))


def texts(text: str) -> list[list[str]]:
    """The texts of all rows of all tables, column by column, with nothing for empty cells."""
    tables = [block for block in blocks(text) if isinstance(block, Table)]
    rows = chain.from_iterable(table.rows for table in tables)
    return [
        [row.cells[column].text if column in row.cells else "" for column in range(max(row.cells) + 1)] for row in rows
    ]


def test_a_page_has_its_title_and_its_blocks_with_their_lines() -> None:
    page = page_of(
        "page.html",
        ".html",
        "<title>Our &amp; tools</title>\n<h1>Tools <a href='#t'>¶</a></h1>\n<p>Hello <b>all</b>\n you<br>there"
        "<ul><li><p>one</p><p>two</p>\n<ul><li>deep</ul><li>three</ul>\n<dl><dt>Owner<dd>Me<dt>Cost<dd>5</dl><pre>x</pre>",
    )

    assert page.title == "Our & tools"
    assert page.blocks == (
        Heading(1, phrase("Tools", 2)),
        Paragraph(phrase("Hello all you\nthere", 3, 4)),
        Point(1, phrase("one\ntwo", 4, 4)),
        Point(2, phrase("deep", 5)),
        Point(1, phrase("three", 5)),
        Definition(phrase("Owner", 6), phrase("Me", 6)),
        Definition(phrase("Cost", 6), phrase("5", 6)),
        Code(6),
    )


def test_a_redirection_around_a_link_is_undone() -> None:
    text = "<h2><a href='https://www.google.com/url?q=https://www.hubspot.com/a&amp;sa=D'>HubSpot</a></h2>"

    assert blocks(text) == (Heading(2, Phrase("HubSpot", (1,), (Link(0, 7, "https://www.hubspot.com/a"),))),)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<table><tr><th>a<th>b<tr><td>1<td>2</table>", [["a", "b"], ["1", "2"]]),
        ("<table><tr><td colspan=2>a</td><td>b</td></tr></table>", [["a", "a", "b"]]),
        (
            "<table><tr><td rowspan=2>a<td>b<tr><td>c<tr><td>d<td>e</table>",
            [["a", "b"], ["a", "c"], ["d", "e"]],
        ),
        (
            "<table><tr><td>a<td rowspan=2 colspan=2>b<td>c<tr><td>d<td>e</table>",
            [["a", "b", "b", "c"], ["d", "b", "b", "e"]],
        ),
        ("<table><tr><td rowspan=9>a<tbody><tr><td>b</table>", [["a"], ["b"]]),
        ("<table><tr><td></td><td>b</td></tr></table>", [["", "b"]]),
        ("<table><tr><td>a<table><tr><td>inner</table>b<td>c</table>", [["inner"], ["a\nb", "c"]]),
        ("<table><tr><td>a<br>b<p>c</p><ul><li>d<li>e</ul></table>", [["a\nb\nc\nd\ne"]]),
        ("<table><tr><td>&lt;b&gt; &euro;&nbsp;5 &#x41;&copy</table>", [["<b> € 5 A&copy"]]),
        ("<td>a</td><tr><td>b</table>", []),
        ("<table><td>a<th>b", [["a", "b"]]),
        ("<table><tr><td><img alt='(tick)'><td><input type=checkbox><td><img alt='✗'></table>", [["✓", "", "✗"]]),
        ("<table><tr><td colspan=-1>a<td colspan=x rowspan=0>b</table>", [["a", "b"]]),
    ],
)
def test_cells_stand_in_all_columns_and_rows_that_they_take(text: str, found: list[list[str]]) -> None:
    assert texts(text) == found


def test_rows_of_headings_wide_rows_and_cells_from_above_are_known() -> None:
    text = "<table><thead><tr><td>a<td>b<tbody><tr><td colspan=2>Marketing<tr><td rowspan=2>c<td>d<tr><td>e</table>"

    assert blocks(text) == (
        Table(
            (
                Row({0: phrase("a"), 1: phrase("b")}, 1, is_head=True),
                Row({0: phrase("Marketing"), 1: phrase("Marketing")}, 1, is_wide=True),
                Row({0: phrase("c"), 1: phrase("d")}, 1),
                Row({0: phrase("c"), 1: phrase("e")}, 1, frozenset({0})),
            )
        ),
    )


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>document.write('<p>no</p>')</script>",
        "<!-- <p>no</p> -->",
        "<template><p>no</template>",
        "<div hidden><div>no</div>no</div>",
        "<p style='color: red; display : none'>no<div></div>",
        "<nav><ul><li>no</ul></nav>",
        "<div role=navigation>no</div>",
        "<ul><li hidden>no<ul><li>no</ul></ul>",
        "<table><tr hidden><td>no</table>",
        "<input type=hidden value=no>",
        "<select><option>no</select>",
    ],
)
def test_what_is_hidden_is_left_out(hidden: str) -> None:
    assert blocks(f"<p>before</p>{hidden}<p>after") == (Paragraph(phrase("before")), Paragraph(phrase("after")))


def test_what_hides_only_the_rest_of_a_list_ends_with_it() -> None:
    assert blocks("<ul><li>a<li hidden>b<li>c</ul><dl><dt hidden>d<dd>e</dl>") == (
        Point(1, phrase("a")),
        Point(1, phrase("c")),
        Paragraph(phrase("e")),
    )


@settings(max_examples=300, deadline=None)
@given(st.lists(st.lists(st.integers(1, 3), min_size=1, max_size=4), min_size=1, max_size=5))
def test_a_table_has_the_texts_that_a_browser_shows(rows: list[list[int]]) -> None:
    numbers = iter(range(1_000))
    cells = ["<tr>" + "".join(f"<td colspan={wide}>{next(numbers)}" for wide in row) for row in rows]
    text = f"<table>{''.join(cells)}</table>"

    shown = [
        [cell.text() for cell in row.css("td") for _ in range(int(cell.attributes["colspan"] or 1))]
        for row in LexborHTMLParser(text).css("tr")
    ]

    assert texts(text) == shown


TAGS = st.sampled_from(
    [
        *"<p> </p> <ul> </ul> <li> <table> </table> <tr> <td> </td> <h2> </h2> <a> </a> <b> </b>".split(),
        *"<br> </div> < & a <!--".split(),
        "<th colspan=2>",
        "<td rowspan=2>",
        "<div hidden>",
        " ",
        "\n",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(TAGS, max_size=30).map("".join))
def test_any_page_is_read(text: str) -> None:
    for block in blocks(text):
        if isinstance(block, Heading | Paragraph | Point):
            assert len(block.phrase.lines) == block.phrase.text.count("\n") + 1


@pytest.mark.parametrize(
    "text",
    [
        "<div>" * 100_000,
        "<table><tr><td>" * 20_000,
        "<table><tr><td>" * 20_000 + "</table>" * 20_000,
        "<table>" + "<tr><td colspan=1000 rowspan=65534>a" * 5_000,
        "<table><tr>" + "<td>a" * 50_000,
        "<p hidden>" * 50_000,
        "</div></ul></table></td>" * 20_000,
        "<a href=x>a" * 20_000,
        "<" * 100_000,
    ],
)
def test_hostile_pages_are_read(text: str) -> None:
    assert len(blocks(text)) <= 1
