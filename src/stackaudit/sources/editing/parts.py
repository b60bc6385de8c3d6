"""An inventory as it is to be: each value with the node that it comes from, and the comments to write beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from stackaudit.sources.editing.nodes import Shape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from stackaudit.sources.editing.nodes import Node

Parts = dict[str, "Part"] | list["Part"]


@dataclass(slots=True, eq=False)
class Part:
    """A value of the new text.

    `node` is where it stands in the old one, None for what is new. A collection of the old text is opened when it is
    looked into; one that never was is as it was. `remark` is a comment to stand behind it, `above` are comment lines
    above it and `within` at its end, `notes` the text of the comment line above it for each mark, empty to take it out.
    """

    node: Node | None
    shape: Shape
    value: object = None
    opened: Parts | None = None
    remark: str = ""
    above: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    notes: dict[str, str] = field(default_factory=dict)

    @property
    def named(self) -> dict[str, Part]:
        """The values of a mapping by their keys."""
        if self.opened is None:
            self.opened = {child.key: standing(child) for child in self.node.children} if self.node else {}
        assert isinstance(self.opened, dict)
        return self.opened

    @property
    def listed(self) -> list[Part]:
        """The items of a list."""
        if self.opened is None:
            self.opened = [standing(child) for child in self.node.children] if self.node else []
        assert isinstance(self.opened, list)
        return self.opened

    def items(self) -> Iterator[tuple[str, Part]]:
        """The keys and values of a mapping, or the items of a list without keys."""
        if self.shape is Shape.MAPPING:
            yield from self.named.items()
        elif self.shape is Shape.LIST:
            yield from (("", part) for part in self.listed)

    def is_from(self, node: Node | None) -> bool:
        """Whether it comes from a node of the old text."""
        return node is not None and self.node is node


def standing(node: Node) -> Part:
    """A value as it stands in the old text."""
    return Part(node, node.shape, node.value)


def new(value: object, remarks: Mapping[tuple[str | int, ...], str] | None = None) -> Part:
    """A value that is new, with comments behind parts of it by their paths."""
    remarks = remarks or {}
    if isinstance(value, Mapping):
        part = Part(None, Shape.MAPPING, opened={k: new(each, _below(remarks, k)) for k, each in value.items()})
    elif isinstance(value, list | tuple):
        part = Part(None, Shape.LIST, opened=[new(each, _below(remarks, i)) for i, each in enumerate(value)])
    else:
        part = Part(None, Shape.SCALAR, value)
    part.remark = remarks.get((), "")
    return part


def plain(part: Part) -> object:
    """The value in plain mappings, lists and scalars."""
    if part.opened is None:
        return part.value if part.node is None or part.shape is Shape.SCALAR else plain_node(part.node)
    if part.shape is Shape.MAPPING:
        return {key: plain(each) for key, each in part.named.items()}
    return [plain(each) for each in part.listed]


def plain_node(node: Node) -> object:
    """The value of a node in plain mappings, lists and scalars."""
    if node.shape is Shape.MAPPING:
        return {child.key: plain_node(child) for child in node.children}
    if node.shape is Shape.LIST:
        return [plain_node(child) for child in node.children]
    if node.shape is Shape.ALIAS:
        return plain_node(node.target) if node.target is not None else None
    return node.value


def same(one: object, other: object) -> bool:
    """Whether two plain values say the same: keys in the same order, 1 as 1.0, but true is not 1."""
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return list(one) == list(other) and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    return one == other or (one != one and other != other)  # noqa: PLR0124 - not a number is not itself


def remarks_of(part: Part) -> Iterator[str]:
    """The comments to stand behind a value and what is below it."""
    if part.remark:
        yield part.remark
    for each in _opened(part):
        yield from remarks_of(each)


def notes_of(part: Part) -> Iterator[tuple[str, str]]:
    """The marks and texts of notes above a value, and above what is below it in brackets."""
    yield from part.notes.items()
    if part.node is not None and part.node.is_flow:
        for each in _opened(part):
            yield from notes_of(each)


def comments_of(part: Part) -> Iterator[str]:
    """The comment lines above and within what is below a value."""
    for each in _opened(part):
        yield from each.above
        yield from each.within
        yield from comments_of(each)


def says_more(part: Part) -> bool:
    """Whether comment lines are to be written above or within something below a value."""
    return any(each.above or each.within or each.notes or says_more(each) for each in _opened(part))


def is_touched(part: Part) -> bool:
    """Whether a value or anything below it differs from the node that it comes from, comments aside."""
    node = part.node
    if node is None or node.shape is not part.shape:
        return True
    if part.shape is Shape.SCALAR:
        return not same(part.value, node.value)
    if part.opened is None or part.shape is Shape.ALIAS:
        return False
    return [each.node for each in _opened(part)] != node.children or any(
        is_touched(each) or each.node is None or each.node.key != key for key, each in part.items()
    )


def stays_in_part(part: Part) -> bool:
    """Whether a collection still has something of the old text in it."""
    if part.opened is None:
        return part.node is not None and bool(part.node.children)
    return any(each.node is not None for each in _opened(part))


def _opened(part: Part) -> Iterable[Part]:
    if part.opened is None:
        return ()
    return part.opened.values() if isinstance(part.opened, dict) else part.opened


def _below(remarks: Mapping[tuple[str | int, ...], str], step: str | int) -> dict[tuple[str | int, ...], str]:
    return {path[1:]: text for path, text in remarks.items() if path and path[0] == step}
