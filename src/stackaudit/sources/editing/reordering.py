"""Items in another order, each with the comments that belong to it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from stackaudit.sources.editing.inserting import new_item
from stackaudit.sources.editing.splices import Splice, applied

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from stackaudit.sources.editing.parts import Part
    from stackaudit.sources.editing.rows import Rows


def reordered(rows: Rows, part: Part, changes: Mapping[str, Sequence[Splice]]) -> Splice:
    """The splice that puts items into the order of a part; blank lines and headings stay where they were.

    `changes` are the splices within items by their keys.
    """
    page, children = rows.page, rows.node.children
    for child in children:
        page.refuse_odd(child)
    spans = {id(child): (rows.start(child), rows.end(child)) for child in children}
    gaps = [page.text[spans[id(one)][1] : spans[id(other)][0]] for one, other in pairwise(children)]
    written = ""
    for slot, (key, each) in enumerate(part.items()):
        if each.node is None:
            block = new_item(rows, key, each)
        else:
            start, end = spans[id(each.node)]
            block = applied(page.text, changes.get(key, ()), start, end)
            block = block if page.lines.begins_line(each.node.head) else " " * rows.column + block
        written += ((gaps.pop(0) if gaps else "\n") if slot else "") + block
    written += "".join(gap.rstrip() for gap in gaps if "#" in gap)
    start, end = spans[id(children[0])][0], spans[id(children[-1])][1]
    if page.lines.begins_line(children[0].head):
        return Splice(start, end, written)
    if written.lstrip(" ").startswith("#"):  # a comment cannot stand behind a dash: it would belong to the dash
        return Splice(page.lines.dash_end(start), end, f"\n{written}")
    return Splice(start, end, written.lstrip(" "))
