"""From values as they are to be to pieces of text in the places of others: what is not meant is not touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.sources.editing.dropping import dropped
from stackaudit.sources.editing.inserting import inserted
from stackaudit.sources.editing.nodes import Node, Shape
from stackaudit.sources.editing.parts import Part, is_touched, stays_in_part
from stackaudit.sources.editing.remarking import comments, notes, remark
from stackaudit.sources.editing.reordering import reordered
from stackaudit.sources.editing.replacing import rebuilt, renamed, replaced
from stackaudit.sources.editing.rows import Page, Rows
from stackaudit.sources.editing.splices import Splice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.model.edits import Path


def splices_for(page: Page, root: Part) -> Iterator[Splice]:
    """The splices that make a document say what its parts say."""
    node = root.node
    if node is None or node.shape is Shape.SCALAR:
        if any(root.items()):
            yield _first(page, root, node)
    elif stays_in_part(root):
        yield from _collection(page, root, (), node)
    elif any(root.items()):
        yield Splice(node.start, node.end, "\n".join(page.writing.below(root, 0, ())))
    elif node.children:
        yield Splice(node.start, node.end, "{}")


def _first(page: Page, root: Part, node: Node | None) -> Splice:
    """The splice that gives a text without any values its first ones, behind the comments that it has."""
    written = "\n".join(page.writing.below(root, 0, ()))
    if node is not None and node.end > node.start:
        return Splice(node.start, node.end, written)
    said = page.text.rstrip()
    if not said:
        return Splice(0, len(page.text), f"{written}\n")
    parting = "\n" if said.endswith("---") else "\n\n"
    closing = "" if len(said) < len(page.text) else "\n"
    return Splice(len(said), len(said), f"{parting}{written}{closing}")


def _collection(page: Page, part: Part, path: Path, owner: Node) -> Iterator[Splice]:
    """The splices for a collection in lines that stays one of its kind and has items."""
    node = part.node
    assert node is not None
    if node.is_flow:
        yield from _in_brackets(page, part, owner)
        return
    rows = Rows(page, node, path, owner)
    heads = [each.node.head for _, each in part.items() if each.node is not None]
    if heads != sorted(heads):
        yield reordered(rows, part, {key: list(_item(rows, key, each)) for key, each in part.items() if each.node})
        return
    if len(heads) < len(node.children):
        yield from dropped(rows, part)
    yield from _in_order(rows, part)


def _in_order(rows: Rows, part: Part) -> Iterator[Splice]:
    """The splices for items that stay in their order, and for new ones among them."""
    run: list[tuple[str, Part]] = []
    before: Node | None = None
    for key, each in part.items():
        if each.node is None:
            run.append((key, each))
            continue
        if run:
            yield inserted(rows, run, before, each.node)
            run = []
        yield from _item(rows, key, each)
        before = each.node
    if run:
        yield inserted(rows, run, before, None)


def _item(rows: Rows, key: str, part: Part) -> Iterator[Splice]:
    """The splices for one item that stays: the notes above it, its key, its value, the remark behind it."""
    node, path = part.node, (*rows.path, key or 0)
    assert node is not None
    carrier = rows.carrier(node)
    yield from notes(rows.page, part, carrier)
    if key != node.key:
        yield renamed(rows, node, key)
    if part.shape is node.shape and part.shape is not Shape.SCALAR and stays_in_part(part):
        if node.is_flow:
            yield from _in_brackets(rows.page, part, carrier)
            return
        yield from remark(rows.page, part, carrier, None)
        yield from _collection(rows.page, part, path, carrier)
    elif is_touched(part):
        splices, shown = replaced(rows, part, path)
        yield from remark(rows.page, part, carrier, shown)  # before the lines that come below it
        yield from splices
    else:
        yield from remark(rows.page, part, carrier, None)


def _in_brackets(page: Page, part: Part, carrier: Node) -> Iterator[Splice]:
    """The splices for a collection in brackets that keeps some of its items, with the comments of the new ones."""
    splices, shown = rebuilt(page, part) if is_touched(part) else ((), None)
    yield from comments(page, part, carrier)
    yield from remark(page, part, carrier, shown)
    yield from splices
