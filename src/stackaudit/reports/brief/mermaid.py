"""Pictures in Mermaid, which code hosts draw: small ones, with labels that do nothing but show."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.reports.ci.wording import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LONGEST = 40
_HARMFUL = re.compile(r"[^\w ,]|^ | $|(?<= ) ")


class Node(NamedTuple):
    """A box with a label; `grade` is a key of `_FILLS` or empty."""

    id: str
    label: str
    grade: str = ""


class Arrow(NamedTuple):
    """A flow between two nodes; `words` are ours, never a stranger's."""

    start: str
    end: str
    words: str = ""
    two_way: bool = False
    weak: bool = False


_FILLS = {
    "hub": "fill:#1f4e79,stroke:#1f4e79,color:#ffffff",
    "good": "fill:#d7efdc,stroke:#2e7d32,color:#1b1b1b",
    "weak": "fill:#fff0c2,stroke:#b26a00,color:#1b1b1b",
    "bad": "fill:#fbdcdc,stroke:#b71c1c,color:#1b1b1b",
    "open": "fill:#ececec,stroke:#616161,color:#1b1b1b",
}


def label(text: str) -> str:
    """Anybody's text for the inside of a quoted label: all but letters, digits and commas as entities of Mermaid.

    Mermaid refuses an empty label, so that is a question mark.
    """
    return (
        "#63;"
        if not shown(text, _LONGEST).strip()
        else _HARMFUL.sub(lambda sign: f"#{ord(sign[0])};", shown(text, _LONGEST).strip())
    )


def flowchart(nodes: Iterable[Node], arrows: Iterable[Arrow]) -> Iterator[str]:
    """A chart from left to right; arrows name nodes by their ids, which are written as numbers."""
    nodes = list(nodes)
    numbers = {node.id: f"n{number}" for number, node in enumerate(nodes)}
    yield "```mermaid"
    yield "flowchart LR"
    for node in nodes:
        grade = f":::{node.grade}" if node.grade else ""
        yield f'    {numbers[node.id]}["{label(node.label)}"]{grade}'
    for arrow in arrows:
        yield f"    {numbers[arrow.start]} {_line(arrow)} {numbers[arrow.end]}"
    for grade, fill in _FILLS.items():
        if any(node.grade == grade for node in nodes):
            yield f"    classDef {grade} {fill}"
    yield "```"
    yield ""


def pie(title: str, slices: Iterable[tuple[str, int]]) -> Iterator[str]:
    """A pie of whole amounts; slices without any are left out by Mermaid, so pass none."""
    yield "```mermaid"
    yield "pie showData"
    yield f"    title {_bare(title)}"
    for text, amount in slices:
        yield f'    "{_bare(text)}" : {amount}'
    yield "```"
    yield ""


def _bare(text: str) -> str:
    """Text of letters, digits and spaces alone, for the parts of Mermaid that know no entities."""
    return " ".join(re.sub(r"[^\w ]", " ", shown(text, _LONGEST)).split())


def _line(arrow: Arrow) -> str:
    head, tail = (">", "<") if arrow.two_way else (">", "")
    words = f'|"{arrow.words}"|' if arrow.words else ""
    return f"{tail}{'-.-' if arrow.weak else '--'}{head}{words}"
