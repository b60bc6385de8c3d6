"""A drawing of systems and integrations in the DOT language of Graphviz."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.reports.exports.drawing import drawing_of
from stackaudit.reports.exports.stated import seen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.model.audit import Audit
    from stackaudit.model.inventory import Inventory
    from stackaudit.reports.exports.drawing import Arrow, Drawing


def dot_text(inventory: Inventory, audit: Audit) -> str:
    """A directed graph with a cluster for each side; systems out of use are dashed, and so is what people carry."""
    return "\n".join([*_lines(drawing_of(inventory), seen(audit.organization)), ""])


def _lines(drawing: Drawing, name: str) -> Iterator[str]:
    yield "digraph stack {"
    yield f"  graph [label={_quoted(name)}, rankdir=LR, charset=utf8];"
    yield "  node [shape=box, style=rounded];"
    for number, (side, boxes) in enumerate(drawing.groups.items(), 1):
        yield f"  subgraph cluster_{number} {{"
        yield f"    label={_quoted(side)};"
        for box in boxes:
            style = "" if box.is_in_use else ', style="rounded,dashed"'
            yield f"    {box.id} [label={_quoted(box.name)}{style}];"
        yield "  }"
    for arrow in drawing.arrows:
        yield f"  {arrow.source} -> {arrow.target}{_looks(arrow)};"
    yield "}"


def _looks(arrow: Arrow) -> str:
    looks = [
        *([f"label={_quoted(arrow.text)}"] if arrow.text else []),
        *(["dir=both"] if arrow.both_ways else []),
        *(["style=dashed"] if arrow.by_hand else []),
    ]
    return f" [{', '.join(looks)}]" if looks else ""


def _quoted(text: str) -> str:
    """A quoted string in which nothing is an escape or an entity of Graphviz."""
    signs = text.replace("\\", "\\\\").replace('"', '\\"').replace("&", "&amp;")
    return f'"{signs}"'
