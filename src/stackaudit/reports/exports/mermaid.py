"""A drawing of systems and integrations as a flowchart in Mermaid."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from stackaudit.reports.ci.wording import REMEMBERED
from stackaudit.reports.exports.drawing import drawing_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.model.audit import Audit
    from stackaudit.model.inventory import Inventory
    from stackaudit.reports.exports.drawing import Arrow, Drawing

_SIGN = re.compile(r"[^\w ]|_")


def mermaid_text(inventory: Inventory, audit: Audit) -> str:  # noqa: ARG001 - every export takes both
    """A flowchart with a subgraph for each side; what files and people carry is dotted.

    Mermaid draws at most 500 arrows and 50,000 characters unless it is configured otherwise.
    """
    return "\n".join([*_lines(drawing_of(inventory)), ""])


def _lines(drawing: Drawing) -> Iterator[str]:
    yield "flowchart LR"
    for number, (side, boxes) in enumerate(drawing.groups.items(), 1):
        yield f'  subgraph g{number}["{_escaped(side)}"]'
        for box in boxes:
            shape = f'["{_escaped(box.name)}"]' if box.is_in_use else f'[/"{_escaped(box.name)}"/]'
            yield f"    {box.id}{shape}"
        yield "  end"
    for arrow in drawing.arrows:
        text = f'|"{_escaped(arrow.text)}"|' if arrow.text else ""
        yield f"  {arrow.source} {_line(arrow)}{text} {arrow.target}"


def _line(arrow: Arrow) -> str:
    return ("<" if arrow.both_ways else "") + ("-.->" if arrow.by_hand else "-->")


@lru_cache(REMEMBERED)
def _escaped(text: str) -> str:
    """Letters, digits and spaces as they are, every other sign by its number, which no syntax of Mermaid's reads."""
    return _SIGN.sub(lambda found: f"#{ord(found[0])};", text) or "#32;"
