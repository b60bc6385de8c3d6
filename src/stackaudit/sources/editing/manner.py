"""How a file is written: its indentation, brackets or lines, columns, groups of digits."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.sources.editing.nodes import Shape

if TYPE_CHECKING:
    from stackaudit.sources.editing.lines import Lines
    from stackaudit.sources.editing.nodes import Node

_MOST_LOOKED_AT = 20_000
_GROUPED, _LONG = re.compile(r"[0-9]{1,3}(?:_[0-9]{3})+"), re.compile(r"[0-9]{4,}")


class Manner(NamedTuple):
    """What new lines take from those that are there.

    `indent` is how far the keys of a mapping stand in from its own key, `dash` how far the dashes of a list do. Without
    anything to go by, it is the manner of the examples: records and lists in brackets, below each other, 240_000.
    """

    indent: int = 2
    dash: int = 2
    records_in_lines: bool = False
    lists_in_lines: bool = False
    aligned: bool = True
    grouped: bool = True


def manner_of(root: Node | None, lines: Lines) -> Manner:
    """The manner of a file, by most of what is in it."""
    if root is None:
        return Manner()
    indents: Counter[int] = Counter()
    dashes: Counter[int] = Counter()
    seen: Counter[str] = Counter()
    for node in islice(root.walk(), _MOST_LOOKED_AT):
        if node.is_block and node.shape is Shape.MAPPING:
            _look_at_mapping(node, lines, indents, dashes, seen)
        elif node.shape is Shape.LIST and node.children and all(each.shape is Shape.SCALAR for each in node.children):
            seen["list in brackets" if node.is_flow else "list in lines"] += 1
        if node.shape is Shape.SCALAR and not node.style and isinstance(node.value, int | float):
            written = lines.text[node.start : node.end]
            seen["grouped"] += _GROUPED.match(written) is not None
            seen["in a row"] += _LONG.match(written) is not None
    indent = indents.most_common(1)[0][0] if indents else 2
    return Manner(
        indent,
        dashes.most_common(1)[0][0] if dashes else indent,
        seen["record in lines"] > seen["record in brackets"],
        seen["list in lines"] > seen["list in brackets"],
        seen["aligned"] > 0 or seen["entry"] == 0,
        seen["grouped"] >= seen["in a row"],
    )


def _look_at_mapping(node: Node, lines: Lines, indents: Counter[int], dashes: Counter[int], seen: Counter[str]) -> None:
    """Count how the values of a mapping in lines are written."""
    column = lines.column(node.children[0].head)
    records = 0
    for child in node.children:
        if child.is_block and child.children:
            inner = lines.column(child.children[0].head) - column
            (indents if child.shape is Shape.MAPPING else dashes)[inner] += 1
        if child.shape is Shape.MAPPING and column:
            in_lines = not child.is_flow
            nested = any(each.shape in (Shape.MAPPING, Shape.LIST) for each in child.children)
            if not (in_lines and nested):
                seen["record in lines" if in_lines else "record in brackets"] += 1
            records += not in_lines
        seen["aligned"] += child.is_flow and child.start - child.sign > 1 and child.sign >= 0
    seen["entry"] += records > 1


def sections_in_brackets(root: Node | None) -> dict[str, bool]:
    """For each section that has entries, whether most of them stand in brackets or as names alone."""
    sections = root.children if root is not None and root.shape is Shape.MAPPING else []
    return {
        section.key: sum(not each.is_block for each in section.children) * 2 > len(section.children)
        for section in sections
        if section.children
    }
