"""The nodes of a YAML text with all the offsets that a change needs: of keys, colons, dashes, values and their ends."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING, Any

from yaml import YAMLError
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from stackaudit.sources.scalars import resolve
from stackaudit.sources.yaml_events import EventParser

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ALONE = re.compile(r"\?(?=[ \t]*(?:[,}\]]|\r?$|[ \t]#))", re.MULTILINE)


class Shape(Enum):
    """What a value is."""

    SCALAR = auto()
    ALIAS = auto()
    MAPPING = auto()
    LIST = auto()


@dataclass(slots=True, eq=False)
class Node:
    """A value as it stands in a text, with the key or dash that it stands behind.

    `start` and `end` are the value's own, without comments and blank lines after it; both are `sign` where nothing is
    written. `head` is where its item begins: at the key, the dash, or the value itself. `key_end` ends the key, `sign`
    the colon or dash; it is -1 where there is none. `style` is the quote or the sign of a block of text; `is_flow` is
    true for collections in brackets. `target` is what an alias stands for. `is_odd` is
    true where the key stands behind a question mark or has an anchor.
    """

    shape: Shape
    start: int
    end: int
    is_flow: bool = False
    style: str = ""
    value: object = None
    anchor: str = ""
    children: list[Node] = field(default_factory=list)
    key: str = ""
    head: int = 0
    key_end: int = 0
    sign: int = -1
    is_odd: bool = False
    target: Node | None = None

    @property
    def is_block(self) -> bool:
        """Whether it is a collection whose items stand on lines of their own."""
        return self.shape in (Shape.MAPPING, Shape.LIST) and not self.is_flow

    def walk(self) -> Iterator[Node]:
        """The node and all below it, in the order of the text."""
        open_ = [self]
        while open_:
            node = open_.pop()
            yield node
            open_.extend(reversed(node.children))


def root_of(text: str, marks: Sequence[int]) -> Node | None:
    """The root of a text that `parse` has read without problems, or None where it has none.

    `marks` are those of the document: a question mark that stands alone at one of them is a null, as `parse` reads it.
    """
    try:
        return _built(text, text)
    except YAMLError:
        return _built(text, _without_question_marks(text, marks))


def _built(text: str, readable: str) -> Node | None:
    """The root of a text, of which `readable` is a form of the same length without what YAML does not read."""
    get = EventParser(readable).get_event
    anchors: dict[str, Node] = {}
    open_: list[Node] = []
    root: Node | None = None
    key: Any = None  # libyaml's events come as one type
    while True:
        event: Any = get()
        kind = event.__class__
        if kind is StreamEndEvent:
            return root
        if kind is MappingEndEvent or kind is SequenceEndEvent:
            _close(open_.pop(), event.end_mark.index)
            continue
        if kind not in (ScalarEvent, AliasEvent, MappingStartEvent, SequenceStartEvent):
            continue
        if open_ and open_[-1].shape is Shape.MAPPING and key is None:
            key = event
            continue
        node = _node(event, text, anchors)
        if open_:
            _place(node, open_[-1], key, text)
            key = None
        else:
            root = root or node
            node.head = node.start
        if node.shape in (Shape.MAPPING, Shape.LIST):
            open_.append(node)


def after_trivia(text: str, offset: int) -> int:
    """The first offset from `offset` on at which something other than white space and comments stands."""
    while offset < len(text):
        if text[offset] == "#":
            offset = min((at for sign in "\r\n" if (at := text.find(sign, offset)) >= 0), default=len(text))
        elif text[offset].isspace():
            offset += 1
        else:
            break
    return offset


def _without_question_marks(text: str, marks: Sequence[int]) -> str:
    alone = [mark for mark in marks if _ALONE.match(text, mark)]
    signs = list(text)
    for mark in alone:
        signs[mark] = "~"
    return "".join(signs)


def _node(event: Any, text: str, anchors: dict[str, Node]) -> Node:  # noqa: ANN401 - as in `root_of`
    start, end, anchor = event.start_mark.index, event.end_mark.index, str(event.anchor or "")
    if event.__class__ is AliasEvent:
        return Node(Shape.ALIAS, start, end, anchor=anchor, target=anchors.get(anchor))
    if event.__class__ is ScalarEvent:
        node = Node(Shape.SCALAR, start, end, style=event.style or "", anchor=anchor)
        node.value = event.value if event.style else resolve(event.value)
        if node.style in ("|", ">"):
            node.end = start + len(_written(text[start:end]))
    else:
        shape = Shape.MAPPING if event.__class__ is MappingStartEvent else Shape.LIST
        node = Node(shape, start, end, is_flow=bool(event.flow_style), anchor=anchor)
    if node.anchor:
        anchors[node.anchor] = node
    return node


def _written(block: str) -> str:
    """A block of text without the lines after it that are no part of its value."""
    if "+" in block.partition("\n")[0].partition("#")[0]:
        return block.removesuffix("\n").removesuffix("\r")
    return block.rstrip()


def _place(node: Node, parent: Node, key: Any, text: str) -> None:  # noqa: ANN401 - as in `root_of`
    """Put a node below its parent, behind a key or, without one, behind a dash or a comma."""
    last = parent.children[-1].end if parent.children else parent.start
    parent.children.append(node)
    nothing = node.shape is Shape.SCALAR and node.start == node.end and not node.anchor
    if key is not None:
        node.key, node.head, node.key_end = key.value, key.start_mark.index, key.end_mark.index
        node.is_odd = not parent.is_flow and (key.anchor is not None or _asked_for(text, node.head))
        colon = after_trivia(text, node.key_end)
        if text[colon : colon + 1] == ":" and (nothing or colon < node.start):
            node.sign = colon + 1
    elif not parent.is_flow:
        if len(parent.children) == 1 and parent.anchor:
            last += len(parent.anchor) + 1
        node.head = after_trivia(text, last)
        node.sign = node.head + 1
    else:
        node.head = node.start
    if nothing:
        node.start = node.end = node.sign if node.sign >= 0 else max(node.key_end, node.head)


def _asked_for(text: str, offset: int) -> bool:
    """Whether a key stands behind a question mark of its own, as YAML allows it."""
    while offset and text[offset - 1] == " ":
        offset -= 1
    return offset > 0 and text[offset - 1] == "?"


def _close(node: Node, end: int) -> None:
    if node.is_flow:
        node.end = end
    elif node.children:
        node.end = node.children[-1].end
