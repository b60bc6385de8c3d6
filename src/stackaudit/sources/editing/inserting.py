"""New items among those that are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.sources.editing.nodes import Node, Shape
from stackaudit.sources.editing.spelling import key_text
from stackaudit.sources.editing.splices import Splice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stackaudit.sources.editing.parts import Part
    from stackaudit.sources.editing.rows import Rows

_LOOKED_AT = 200


def inserted(rows: Rows, run: Sequence[tuple[str, Part]], before: Node | None, after: Node | None) -> Splice:
    """The splice that puts new items behind one that stays, or before the first one that does."""
    width = _width(rows, before, after)
    blocks = [
        _block(rows, key, part, width if _goes_beside(rows, part, before, after, width) else 0) for key, part in run
    ]
    spaced = "\n" if _is_spaced(rows, blocks) else ""
    if before is not None:
        at = rows.end(before)
        text = "".join(f"\n{spaced}{block}" for block in blocks)
        closing = "\n" if after is not None and spaced and not rows.has_blank_before(after) else ""
        return Splice(at, at, f"{text}{closing}")
    assert after is not None
    if not rows.page.lines.begins_line(after.head):
        text = "".join(f"{block}\n" for block in blocks) + " " * rows.column
        return Splice(after.head, after.head, text.lstrip(" "))
    at = rows.start(after)
    return Splice(at, at, "".join(f"{block}\n{spaced}" for block in blocks))


def new_item(rows: Rows, key: str, part: Part) -> str:
    """The lines of a new item by itself."""
    return _block(rows, key, part, 0)


def _block(rows: Rows, key: str, part: Part, width: int) -> str:
    """The lines of a new item, its value behind so many columns."""
    lead = "- " if rows.node.shape is Shape.LIST else f"{key_text(key)}: ".ljust(width)
    return "\n".join(rows.page.writing.item(lead, part, rows.column, (*rows.path, key or 0)))


def _width(rows: Rows, before: Node | None, after: Node | None) -> int:
    """How far in the values near two items stand, where they stand below each other on purpose; 0 elsewhere."""
    near = _near(rows, before or after)
    apart = [_indent(rows, each) for each in near if each.start - each.sign > 1 and _is_beside(rows, each)]
    return max(sorted(set(apart)), key=apart.count) if apart else 0


def _goes_beside(rows: Rows, part: Part, before: Node | None, after: Node | None, width: int) -> bool:
    """Whether a new value goes below those of its neighbours."""
    follows = before is not None and _is_beside(rows, before) and _indent(rows, before) == width
    precedes = after is not None and _is_beside(rows, after) and _indent(rows, after) == width
    return follows or (precedes and (before is None or part.shape is Shape.MAPPING))


def _near(rows: Rows, node: Node | None) -> list[Node]:
    """Some of the items around one."""
    children = rows.node.children
    at = rows.index(node) if node is not None else 0
    return children[max(0, at - _LOOKED_AT) : at + _LOOKED_AT]


def _indent(rows: Rows, node: Node) -> int:
    return rows.page.lines.column(node.start) - rows.column


def _is_beside(rows: Rows, node: Node) -> bool:
    """Whether a value stands on the line of its key."""
    written = not node.is_block and node.end > node.start and node.sign >= 0
    return written and not rows.page.text[node.sign : node.start].strip(" ")


def _is_spaced(rows: Rows, blocks: Sequence[str]) -> bool:
    """Whether blank lines stand between the items, as between most of those that are there."""
    others = rows.node.children[1:][-_LOOKED_AT:]
    if not others:
        return not rows.path or (rows.path == ("systems",) and any("\n" in block for block in blocks))
    return sum(rows.has_blank_before(each) for each in others) * 2 > len(others)
