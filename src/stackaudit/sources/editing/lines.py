"""The lines of a text: where they begin and end, and which comment lines belong to which item."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from stackaudit.sources.editing.comments import is_heading

if TYPE_CHECKING:
    from stackaudit.model.documents import Document
    from stackaudit.sources.editing.nodes import Node


class Lines:
    """A text by its lines. Offsets count characters; the end of a line lies before its break."""

    def __init__(self, document: Document) -> None:
        self.text = document.text
        self.starts = document.line_starts

    def number(self, offset: int) -> int:
        """The line that an offset lies in, from 0."""
        return bisect_right(self.starts, offset) - 1

    def start(self, offset: int) -> int:
        """Where the line of an offset begins."""
        return self.starts[self.number(offset)]

    def end(self, offset: int) -> int:
        """Where the line of an offset ends."""
        return self.start(offset) + len(self.line(self.number(offset)))

    def column(self, offset: int) -> int:
        """How many characters stand before an offset in its line."""
        return offset - self.start(offset)

    def line(self, number: int) -> str:
        """A line without its break; empty beyond the last."""
        if number >= len(self.starts):
            return ""
        following = self.starts[number + 1] if number + 1 < len(self.starts) else len(self.text)
        return self.text[self.starts[number] : following].rstrip("\r\n")

    def begins_line(self, offset: int) -> bool:
        """Whether nothing but spaces stands before an offset in its line."""
        return not self.text[self.start(offset) : offset].strip(" ")

    def dash_end(self, offset: int) -> int:
        """The end of the dash that stands before an item in its line."""
        return self.start(offset) + len(self.text[self.start(offset) : offset].rstrip(" "))

    def before_break(self, offset: int) -> int:
        """For the beginning of a line, the end of the line before it; 0 for the first."""
        number = self.number(offset)
        return self.end(self.starts[number - 1]) if number else 0

    def tail_end(self, node: Node, column: int) -> int:
        """Where the item of a node ends: behind the comment lines after it that begin at a column or further in."""
        number = last = self.number(max(node.end - 1, node.head))
        while number + 1 < len(self.starts):
            number += 1
            line = self.line(number)
            words = line.lstrip(" ")
            if words.startswith("#") and len(line) - len(words) >= column:
                last = number
            elif words.strip():
                break
        return self.starts[last] + len(self.line(last))

    def lead_start(self, node: Node, floor: int) -> int:
        """Where the comment lines begin that stand directly above the item of a node, or the item's own line.

        Nothing before the offset `floor` is looked at. A heading over several items belongs to none of them.
        """
        number = self.number(node.head)
        if not self.begins_line(node.head):
            return node.head
        while number > 0 and self.starts[number - 1] >= floor:
            line = self.line(number - 1)
            if not line.lstrip(" ").startswith("#") or is_heading(line):
                break
            number -= 1
        return self.starts[number]

    def blank_before(self, offset: int, floor: int) -> int:
        """Where the blank lines directly before the beginning of a line begin."""
        number = self.number(offset)
        while number > 0 and self.starts[number - 1] >= floor and not self.line(number - 1).strip():
            number -= 1
        return self.starts[number]

    def blank_after(self, offset: int) -> int:
        """The end of the last of the blank lines that follow the line of an offset, or that line's own end."""
        number = self.number(offset)
        while number + 1 < len(self.starts) - 1 and not self.line(number + 1).strip():
            number += 1
        return self.starts[number] + len(self.line(number))
