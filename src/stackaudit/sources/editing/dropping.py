"""Items that go, with the comments that belong to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.sources.editing.splices import Splice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.sources.editing.nodes import Node
    from stackaudit.sources.editing.parts import Part
    from stackaudit.sources.editing.rows import Rows


def dropped(rows: Rows, part: Part) -> Iterator[Splice]:
    """The splices that take out the items which a part no longer has; at least one stays."""
    stays = {id(each.node) for _, each in part.items()}
    children = rows.node.children
    first = next((each for each in children if id(each) in stays), None)
    in_line = not rows.page.lines.begins_line(children[0].head)
    for child in children:
        if id(child) in stays:
            continue
        rows.page.refuse_odd(child)
        if not in_line or first is None or child.head > first.head:
            yield _dropped(rows, child)
        elif rows.is_first(child):
            yield _dropped_in_line(rows, child, first)


def _dropped(rows: Rows, child: Node) -> Splice:
    """The splice that takes out an item on lines of its own, with the blank lines that parted it from others."""
    lines, start, end = rows.page.lines, rows.start(child), rows.end(child)
    if rows.is_first(child):
        end = lines.blank_after(end)
    elif lines.blank_after(end) > end or child is rows.node.children[-1]:
        start = lines.blank_before(start, rows.floor(child))
    if start == 0:
        return Splice(0, min(end + 1, len(rows.page.text)), "")
    return Splice(lines.before_break(start), end, "")


def _dropped_in_line(rows: Rows, child: Node, first: Node) -> Splice:
    """The splice that takes out what stands between a dash and the first item that stays."""
    lines, start = rows.page.lines, rows.start(first)
    if start == lines.start(first.head):
        return Splice(child.head, first.head, "")
    return Splice(lines.dash_end(child.head), lines.before_break(start), "")
