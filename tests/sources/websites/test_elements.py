"""Start tags as browsers see them; an HTML parser that builds trees is the judge of what is well or badly written."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from stackaudit.sources.websites.elements import Element, End, elements, pieces


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<IMG SRC=a>", [Element("img", {"src": "a"})]),
        ("<img src='a>b' alt=\"'\" / >", [Element("img", {"src": "a>b", "alt": "'"})]),
        ("<img/src=a/b/>", [Element("img", {"src": "a/b/"})]),
        ("<img src = a src=b async>", [Element("img", {"src": "a", "async": ""})]),
        ("<img src=>", [Element("img", {"src": ""})]),
        (
            "<a href='?a=1&amp;b=2&copy=3&#47;&#x2F;&#9999999999;'>",
            [Element("a", {"href": "?a=1&b=2&copy=3//&#9999999999;"})],
        ),
        ("a < b <3 <a>", [Element("a", {})]),
        ("<!-- <img src=a> --><b><!--><i><!---><u><!-- x --!><s>", [Element(name, {}) for name in "bius"]),
        ("<!doctype html><?php <a> ?></a href='>'><p>", [Element("p", {})]),
        (
            "<script>if (a<b) '<img src=a>'</script ><p>",
            [Element("script", {}, "if (a<b) '<img src=a>'"), Element("p", {})],
        ),
        ("<script>'</scripted>'</SCRIPT>", [Element("script", {}, "'</scripted>'")]),
        ("<title><img src=a></title>", [Element("title", {}, "<img src=a>")]),
        ("<noscript><img src=a></noscript>", [Element("noscript", {}), Element("img", {"src": "a"})]),
        ("<p><script>never closed", [Element("p", {}), Element("script", {}, "never closed")]),
        ("<p><img src='never closed>", [Element("p", {})]),
        ("<p><img src=never", [Element("p", {})]),
        ("<p><!-- never closed <img src=a>", [Element("p", {})]),
        ("<p><plaintext><img>", [Element("p", {})]),
        ("", []),
    ],
)
def test_start_tags_are_found_in_order(html: str, found: list[Element]) -> None:
    assert list(elements(html)) == found


WORDS = st.sampled_from(
    [
        *"<div <img <script </script> <!-- --> <style> </style> <title> > /> src= data-x=1 = text".split(),
        *"<p </p> < <br <noscript> </noscript> &lt; & async/ ' \"".split(),
        'href="//a.example/?b&amp;c"',
        " ",
        "\n",
    ],
)


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=12).map("".join))
def test_what_a_parser_finds_is_found(html: str) -> None:
    page = LexborHTMLParser(f"<body>{html}</body>")

    found = [(element.name, dict(element.attributes)) for element in elements(f"<body>{html}</body>")]

    for name in ("script", "img"):
        theirs = [{key: value or "" for key, value in node.attributes.items()} for node in page.css(name)]
        assert [attributes for tag, attributes in found if tag == name] == theirs


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 100_000,
        "".join(f"<b id={number}><p>" for number in range(100_000)),
        "<a b='" * 100_000,
        "<!--" * 1_000_000,
        "</" * 1_000_000,
        "<script>" * 100_000,
        "<a" + " " * 5_000_000,
        "<a " + "= " * 500_000,
        "<a href='" + "&#" * 500_000,
    ],
    ids=lambda html: html[:20],
)
def test_hostile_pages_end(html: str) -> None:
    assert {element.name for element in elements(html)} <= {"div", "b", "p", "script"}


def test_pieces_are_tags_and_the_text_in_between() -> None:
    html = "a <b>c &amp; d</B ><!-- e --> < f<script>g</script>h<i"

    assert list(pieces(html)) == [
        (0, "a "),
        (2, Element("b", {})),
        (5, "c &amp; d"),
        (14, End("b")),
        (29, " < f"),
        (33, Element("script", {}, "g")),
        (42, End("script")),
        (51, "h"),
    ]


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=12).map("".join))
def test_pieces_have_all_start_tags_in_order(html: str) -> None:
    found = list(pieces(html))

    assert [piece for _, piece in found if isinstance(piece, Element)] == list(elements(html))
    assert [at for at, _ in found] == sorted({at for at, _ in found})
    assert all(html.startswith(piece, at) for at, piece in found if isinstance(piece, str))
