"""Drawings for Mermaid, whose labels do nothing but show."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.nasty import NASTY
from stackaudit.reports.brief.mermaid import Arrow, Node, flowchart, label, pie
from stackaudit.reports.ci.wording import shown

_ENTITY = re.compile(r"#(\d+);")


def read(written: str) -> str:
    """A label as Mermaid reads it: entities of decimal numbers, and everything else as it is."""
    return _ENTITY.sub(lambda entity: chr(int(entity[1])), written)


def test_a_flowchart_is_drawn_from_left_to_right() -> None:
    nodes = [Node("crm", "The CRM", "hub"), Node("end", 'Mail "end"', "bad"), Node("bus", "Bus")]
    arrows = [Arrow("crm", "end", "file", weak=True), Arrow("crm", "bus", two_way=True)]

    lines = list(flowchart(nodes, arrows))

    assert lines == [
        "```mermaid",
        "flowchart LR",
        '    n0["The CRM"]:::hub',
        '    n1["Mail #34;end#34;"]:::bad',
        '    n2["Bus"]',
        '    n0 -.->|"file"| n1',
        "    n0 <--> n2",
        "    classDef hub fill:#1f4e79,stroke:#1f4e79,color:#ffffff",
        "    classDef bad fill:#fbdcdc,stroke:#b71c1c,color:#1b1b1b",
        "```",
        "",
    ]


def test_a_pie_holds_letters_digits_and_spaces_alone() -> None:
    lines = list(pie('EUR "a" year;', [("side: it", 3), ("end", 4)]))

    assert lines == [
        "```mermaid",
        "pie showData",
        "    title EUR a year",
        '    "side it" : 3',
        '    "end" : 4',
        "```",
        "",
    ]


@pytest.mark.parametrize("word", NASTY)
def test_a_nasty_label_is_read_back_as_it_is(word: str) -> None:
    written = label(NASTY[word])

    assert read(written) == (shown(NASTY[word], 40).strip() or "?")
    assert re.fullmatch(r"[\w ,#;]+", written)


@given(st.text(max_size=60))
def test_every_label_is_one_line_that_no_sign_can_end(text: str) -> None:
    written = label(text)

    assert re.fullmatch(r"[\w ,#;]+", written)
    assert not set(_ENTITY.sub("", written)) & set("#;")
