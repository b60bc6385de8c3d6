"""Collections whose items stand on lines of their own: where each item begins and ends, with its comments."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.model.problems import one_problem

if TYPE_CHECKING:
    from stackaudit.model.documents import Document
    from stackaudit.model.edits import Path
    from stackaudit.sources.editing.lines import Lines
    from stackaudit.sources.editing.nodes import Node
    from stackaudit.sources.editing.writing import Writing


class Page(NamedTuple):
    """A document that is changed, its lines, and how new ones are written."""

    document: Document
    lines: Lines
    writing: Writing

    @property
    def text(self) -> str:
        """The old text."""
        return self.document.text

    def refuse_odd(self, node: Node) -> None:
        """Raise `Problems` for an item in a form of YAML that is not changed."""
        if node.is_odd:
            message = "a key that has an anchor or stands behind a question mark is not changed"
            raise one_problem(message, "Write it as `key: value`.", self.document.place(node.head))


@dataclass(frozen=True, eq=False)
class Rows:
    """The items of a mapping or list in lines.

    `owner` is the item that begins the line on which the first one stands, where that is another: `- name: …`.
    """

    page: Page
    node: Node
    path: Path
    owner: Node

    @cached_property
    def column(self) -> int:
        """Where the items begin in their lines."""
        return self.page.lines.column(self.node.children[0].head)

    @cached_property
    def _places(self) -> dict[int, int]:
        return {id(child): index for index, child in enumerate(self.node.children)}

    def index(self, child: Node) -> int:
        """How many items stand before one in the old text."""
        return self._places[id(child)]

    def is_first(self, child: Node) -> bool:
        """Whether an item is the first one of the old text."""
        return child is self.node.children[0]

    def before(self, child: Node) -> Node | None:
        """The item before one in the old text."""
        index = self.index(child)
        return self.node.children[index - 1] if index else None

    def carrier(self, child: Node) -> Node:
        """The item that begins the line on which an item stands."""
        return child if self.page.lines.begins_line(child.head) else self.owner

    def floor(self, child: Node) -> int:
        """Before which offset comments belong to the item before."""
        before = self.before(child)
        return self.end(before) + 1 if before is not None else 0

    def start(self, child: Node) -> int:
        """Where an item begins, with the comments above it; those at the top of a file belong to the file."""
        if self.is_first(child) and not self.path:
            return self.page.lines.start(child.head)
        return self.page.lines.lead_start(child, self.floor(child))

    def end(self, child: Node) -> int:
        """Where an item ends, with the comments after it that are further in."""
        return self.page.lines.tail_end(child, self.column + 1)

    def has_blank_before(self, child: Node) -> bool:
        """Whether a blank line stands between an item and the one before it."""
        before = self.before(child)
        gap = self.page.text[self.end(before) : child.head] if before is not None else ""
        return any(not line.strip() for line in gap.split("\n")[1:-1])
