"""Collections in brackets: what they say after a change."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from stackaudit.sources.editing.nodes import Shape
from stackaudit.sources.editing.parts import Part, is_touched, stays_in_part
from stackaudit.sources.editing.spelling import key_text, scalar_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stackaudit.sources.editing.nodes import Node


def flow_text(part: Part, text: str, *, grouped: bool) -> str:
    """A value as it stands in brackets or between them: the old text as far as it says the same."""
    node = part.node
    if node is not None and not is_touched(part):
        return text[node.start : node.end]
    if node is not None and node.shape is part.shape and stays_in_part(part):
        return _rebuilt(part, node, text, grouped)
    if part.shape is Shape.MAPPING:
        inner = ", ".join(f"{key_text(key)}: {flow_text(each, text, grouped=grouped)}" for key, each in part.items())
        return f"{{{inner}}}"
    if part.shape is Shape.LIST:
        return f"[{', '.join(flow_text(each, text, grouped=grouped) for each in part.listed)}]"
    style = node.style if node is not None and node.shape is Shape.SCALAR else ""
    return scalar_text(part.value, in_flow=True, grouped=grouped, style=style)


def _rebuilt(part: Part, node: Node, text: str, grouped: bool) -> str:
    """A changed collection in brackets, with what stood between its items."""
    gaps = _Gaps(node, text, [each.node for _, each in part.items()])
    result = text[node.start : node.children[0].head]
    before: Node | None = None
    for index, (key, each) in enumerate(part.items()):
        name = key_text(key) if part.shape is Shape.MAPPING else ""
        result += (gaps.between(before, each.node) if index else "") + _item(key, name, each, text, grouped)
        before = each.node
    return result + gaps.closing(before)


def _item(key: str, name: str, part: Part, text: str, grouped: bool) -> str:
    """A key with its value, or an item of a list, which has no name."""
    node, value = part.node, flow_text(part, text, grouped=grouped)
    if node is None or not name:
        return f"{name}: {value}" if name else value
    between = text[node.key_end : node.start]
    if node.sign < 0:
        between = ": " if value else ""
    elif node.start == node.end and value:
        between = f"{between} "
    return (text[node.head : node.key_end] if node.key == key else name) + between + value


class _Gaps:
    """What stands between the items of a collection in brackets, and what is to stand there after a change."""

    def __init__(self, node: Node, text: str, after: Sequence[Node | None]) -> None:
        children = node.children
        self.index = {id(child): index for index, child in enumerate(children)}
        self.old = [text[one.end : other.head] for one, other in pairwise(children)]
        self.tail = text[children[-1].end : node.end]
        opening = text[node.start : children[0].head].lstrip("{[")
        silent = Counter(gap for gap in self.old if "#" not in gap)
        self.usual = f",{opening}" if "\n" in opening and "#" not in opening else ", "
        if silent:
            self.usual = silent.most_common(1)[0][0]
        places = [self.index[id(each)] for each in after if id(each) in self.index]
        if places != sorted(places) and silent.total() == len(self.old):
            self.old = []
            self.usual = self.usual if len(silent) == 1 else ", "  # each line then takes what it has room for
        self.last = children[-1]
        self.column = _column(text, children[0].head)

    def between(self, before: Node | None, after: Node | None) -> str:
        """The gap between two items."""
        first, second = self.index.get(id(before), -2), self.index.get(id(after), -2)
        if 0 <= first < len(self.old) and (second == first + 1 or "#" in self.old[first]):
            return self.old[first]
        if before is self.last and "#" in self.tail:
            said, _, self.tail = self.tail.rpartition("\n")
            self.tail = f"\n{self.tail}"
            return f"{'' if said.lstrip().startswith(',') else ','}{said}\n{' ' * self.column}"
        return self.usual

    def closing(self, before: Node | None) -> str:
        """What stands behind the last item."""
        index = self.index.get(id(before), -1)
        commented = 0 <= index < len(self.old) and "#" in self.old[index]
        return self.old[index] + self.tail.lstrip(", ") if commented else self.tail


def _column(text: str, offset: int) -> int:
    return offset - (text.rfind("\n", 0, offset) + 1)
