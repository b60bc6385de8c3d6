"""Text as Markdown that shows it and does nothing else."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.nasty import NASTY
from reports.rendering import blocks, texts
from stackaudit.reports.markdown import escaped
from stackaudit.reports.visible import visible

_CALLS = re.compile(r"(?:^|\W)@\w|#\d|www\.\w|GH-\d|\w://", re.ASCII)


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("plain words, and 3.5 % of it (or so)", "plain words, and 3.5 % of it (or so)"),
        ("state it under `bought.approved_by`", "state it under `bought.approved_by`"),
        ("a_b*c", r"a\_b\*c"),
        ("`a b`", r"\`a b\`"),
        ("a | b", r"a \| b"),
        ("<b> & c", "&lt;b&gt; &amp; c"),
        ("[a](b)", r"\[a\](b)"),
        ("@me and #1", r"@&#8203;me and \#&#8203;1"),
        ("https://example.com www.example.com", r"https\://example.com www.&#8203;example.com"),
        ("GH-12", "GH-&#8203;12"),
        ("note: a", "note: a"),
        (":tada:", r"\:&#8203;tada:"),
        ("a:b", r"a\:&#8203;b"),
        ("!1 %2 &3 ~bug", r"\!&#8203;1 %&#8203;2 &amp;&#8203;3 \~&#8203;bug"),
        ("R&D, 5 % and 99%", "R&amp;D, 5 % and 99%"),
    ],
)
def test_signs_are_escaped_where_they_would_do_something(text: str, markdown: str) -> None:
    assert escaped(text) == markdown


@pytest.mark.parametrize("word", NASTY)
def test_a_nasty_name_shows_as_it_is(word: str) -> None:
    text = " ".join(visible(NASTY[word]).split())

    markdown = f"| head |\n| --- |\n| {escaped(text)} |\n"

    assert texts(markdown) == ["head", text]
    assert not _CALLS.search(markdown.replace("&#8203;", "\u200b"))


@given(st.text(st.sampled_from("`*_[]()<>!|~$^:#@\\&;-+=.{}ab1 w/'\""), max_size=40))
def test_whatever_is_written_shows_as_it_is(text: str) -> None:
    text = " ".join(text.split())

    markdown = f"| head |\n| --- |\n| {escaped(text)} |\n"

    assert texts(markdown) == ["head", text]
    assert blocks(markdown)[-3:] == ["tr_close", "tbody_close", "table_close"]
    assert not _CALLS.search(markdown.replace("&#8203;", "\u200b"))
