"""Other values and other keys in the places of those that are there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from stackaudit.sources.editing.fitting import fitted
from stackaudit.sources.editing.flows import flow_text
from stackaudit.sources.editing.remarking import LONGEST
from stackaudit.sources.editing.spelling import key_text
from stackaudit.sources.editing.splices import Splice

if TYPE_CHECKING:
    from stackaudit.model.edits import Path
    from stackaudit.sources.editing.nodes import Node
    from stackaudit.sources.editing.parts import Part
    from stackaudit.sources.editing.rows import Page, Rows
    from stackaudit.sources.editing.writing import Written


_QUOTES = ("'", '"')


class Replacement(NamedTuple):
    """The splices for another value; `shown` is its text where it stands on the line of its key."""

    splices: tuple[Splice, ...]
    shown: str | None


def replaced(rows: Rows, part: Part, path: Path) -> Replacement:
    """A value in the place of another one; the comment behind that stays."""
    node, page = part.node, rows.page
    assert node is not None
    page.refuse_odd(node)
    beside = node.start > node.sign >= 0 and not page.text[node.sign : node.start].strip(" ")
    lead = page.text[node.head : node.start] if beside else f"{page.text[node.head : node.sign]} "
    style = node.style if node.style in _QUOTES else ""
    if not node.is_block and rows.end(node) > page.lines.end(max(node.end - 1, node.head)):
        style = '"'  # a comment that is further in would become part of a text on several lines
    written = page.writing.value(lead, part, rows.column, path, style)
    splices = _for_lines(rows, node, written) if node.is_block else _for_words(page, node, written, beside=beside)
    below = "".join(f"\n{line}" for line in written.rest)
    return Replacement(tuple(splices), f"{written.first}{below}" if written.is_inline else None)


def rebuilt(page: Page, part: Part) -> Replacement:
    """A changed collection in brackets; lines that become too long are broken, unless some were too long before."""
    node = part.node
    assert node is not None
    text = flow_text(part, page.text, grouped=page.writing.manner.grouped)
    begin = page.lines.column(node.start)
    first, *rest = page.text[node.start : node.end].split("\n")
    is_long = any(len(line) > LONGEST for line in (" " * begin + first, *rest))
    shown = text if is_long else "\n".join(fitted(text, begin, LONGEST))
    return Replacement((Splice(node.start, node.end, shown),), shown)


def renamed(rows: Rows, node: Node, key: str) -> Splice:
    """Another key in a key's place; a value that stands below others stays there."""
    page, name = rows.page, key_text(key)
    page.refuse_odd(node)
    gap = page.text[node.sign : node.start]
    if node.sign == node.key_end + 1 and gap and not gap.strip(" ") and node.end > node.start:
        column = page.lines.column(node.start)
        apart = (each for each in rows.node.children if each is not node and each.start - each.sign > 1)
        if len(gap) > 1 or any(page.lines.column(each.start) == column for each in apart):
            room = max(1, len(gap) + (node.key_end - node.head) - len(name))
            return Splice(node.head, node.start, f"{name}:{' ' * room}")
    return Splice(node.head, node.key_end, name)


def _for_lines(rows: Rows, node: Node, written: Written) -> list[Splice]:
    """The splices for a value in the place of one that stands on lines of its own."""
    lines, end = rows.page.lines, rows.page.lines.tail_end(node, rows.column + 1)
    below = "".join(f"\n{line}" for line in written.rest)
    first = f" {written.first}" if written.first else ""
    if lines.number(node.start) == lines.number(node.sign):
        return [Splice(node.sign, end, f"{first}{below}")]
    line_end = lines.end(node.sign)
    if written.is_inline:
        return [Splice(node.sign, node.sign, f"{first}{below}"), Splice(line_end, end, "")]
    return [Splice(node.sign, node.sign, first), Splice(line_end, end, below)]


def _for_words(page: Page, node: Node, written: Written, *, beside: bool) -> list[Splice]:
    """The splices for a value in the place of a scalar, of a collection in brackets, or of nothing."""
    below = "".join(f"\n{line}" for line in written.rest)
    shown = f"{written.first}{below}" if written.is_inline else written.first
    if not shown:
        splices = [Splice(node.sign, node.end, "")]
    else:
        splices = [Splice(node.start, node.end, shown if beside or node.end > node.start else f" {shown}")]
    if below and not written.is_inline:
        end = page.lines.end(max(node.end - 1, node.head))
        splices.append(Splice(end, end, below))
    return splices
