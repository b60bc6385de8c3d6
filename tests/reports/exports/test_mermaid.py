"""The drawing for Mermaid, held line by line against the small part of its grammar that we use."""

from __future__ import annotations

import html
import re

import pytest

from reports.exports.exported_stacks import example, nasty_stack, small_stack
from reports.nasty import NASTY, unseen
from stackaudit.reports.exports.mermaid import mermaid_text
from stackaudit.reports.exports.names import told_apart
from stackaudit.reports.exports.stated import seen

_TEXT = r'"((?:[^\W_]|\ |\#[0-9]+;)+)"'
_LINES = {
    "chart": re.compile(r"flowchart LR"),
    "group": re.compile(rf"  subgraph g[0-9]+\[{_TEXT}\]"),
    "box": re.compile(rf"    s[0-9]+(?:\[{_TEXT}\]|\[/{_TEXT}/\])"),
    "end": re.compile(r"  end"),
    "arrow": re.compile(rf"  s[0-9]+ <?(?:-->|-\.->)(?:\|{_TEXT}\|)? s[0-9]+"),
}


def read(text: str) -> list[tuple[str, ...]]:
    """Each line as its kind and the texts in it; a line that is no such line fails the test."""
    assert text[-1] == "\n"
    return [_line(line) for line in text[:-1].split("\n")]


def _line(line: str) -> tuple[str, ...]:
    (kind, match), *others = [(kind, m) for kind, form in _LINES.items() if (m := form.fullmatch(line))]
    assert not others
    return kind, *[html.unescape(part.replace("#", "&#")) for part in match.groups() if part is not None]


def test_systems_stand_in_subgraphs_and_their_flows_after_them() -> None:
    stack = small_stack(
        """
        teams: {it: {side: it}}
        systems:
          a: {name: "A: 1", owner: {technical: it}}
          b: {name: B, lifecycle: retired}
        integrations:
          - {from: a, to: b, data: [contact], direction: two-way, method: file}
          - {from: b, to: a}
          - {from: b, to: a, via: a}
        """
    )

    assert mermaid_text(*stack) == (
        "flowchart LR\n"
        '  subgraph g1["it"]\n'
        '    s1["A#58; 1"]\n'
        "  end\n"
        '  subgraph g2["no known side"]\n'
        '    s2[/"B"/]\n'
        "  end\n"
        '  s1 <-.->|"contact"| s2\n'
        '  s2 -->|"via A#58; 1"| s1\n'
        "  s2 --> s1\n"
    )


def test_the_example_has_every_system_and_flow() -> None:
    inventory, audit = example("fjordline")

    lines = read(mermaid_text(inventory, audit))

    assert sorted(text for kind, *texts in lines if kind == "box" for text in texts) == sorted(
        told_apart(inventory).values()
    )
    assert [kind for kind, *_ in lines].count("arrow") == len(inventory.integrations)


@pytest.mark.parametrize("word", NASTY)
def test_a_nasty_text_is_a_label_and_nothing_else(word: str) -> None:
    written = mermaid_text(*nasty_stack(NASTY[word]))

    text = seen(NASTY[word])
    assert read(written) == [
        ("chart",),
        ("group", "it"),
        ("box", f"{text} (first)"),
        ("end",),
        ("group", "no known side"),
        ("box", f"{text} (second)"),
        ("end",),
        ("arrow", f"contact; {text}"),
        ("arrow", f"contact via {text} (second)"),
    ]
    assert unseen(written) == []
