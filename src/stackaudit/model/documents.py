"""Text files that were read, and the places in them that findings and problems point at."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_LINE_BREAK = re.compile(r"\r\n|\r|\n")


class Place(NamedTuple):
    """A position in a file; line and column count from 1, the column in characters."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True)
class Document:
    """One file as read: its text, its value in plain dicts, lists and scalars, and where each node begins.

    `marks` holds a character offset for every key and every node in document order: a node's own mark, then for a
    mapping each key's mark followed by the marks of its value, for a list the marks of its items. `ends` holds, for the
    collections near the root, the index of the mark after their last, so that nobody need walk them to pass them by.
    """

    name: str
    text: str = field(repr=False)
    value: object = field(default=None, repr=False)
    marks: Sequence[int] = field(default=(), repr=False)
    ends: Mapping[int, int] = field(default_factory=dict, repr=False)

    @cached_property
    def line_starts(self) -> list[int]:
        """The offset at which each line begins."""
        if "\r" in self.text:
            return [0, *(match.end() for match in _LINE_BREAK.finditer(self.text))]
        return list(accumulate((len(line) + 1 for line in self.text.split("\n")[:-1]), initial=0))

    @property
    def line_count(self) -> int:
        """Lines of text, not counting an empty last one."""
        starts = self.line_starts
        return len(starts) - (starts[-1] == len(self.text))

    def place(self, offset: int) -> Place:
        """The line and column of a character offset."""
        line = bisect_right(self.line_starts, offset)
        return Place(self.name, line, offset - self.line_starts[line - 1] + 1)

    def on_one_line(self, first: int, second: int) -> bool:
        """Whether no line break lies between two offsets, the smaller one first."""
        return _LINE_BREAK.search(self.text, first, second) is None

    def line(self, number: int) -> str:
        """The text of a line, counted from 1, without its line break."""
        start = self.line_starts[number - 1]
        end = self.line_starts[number] if number < len(self.line_starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")


class Entry(NamedTuple):
    """One node of a document with its marks, so that a place below it is found without walking the whole file.

    `first` is the index of the node's own mark; `key` the index of the mark of the key it stands under, or `first`.
    """

    document: Document
    value: object
    first: int
    key: int

    def place(self, *path: str | int) -> Place:
        """Where the value at `path` stands, or the deepest stated part of that path.

        A value that begins on its key's line is pointed at itself, any other by its key.
        """
        entry = self
        for step in path:
            child = entry.child(step)
            if child is None:
                break
            entry = child
        marks = self.document.marks
        key, value = marks[entry.key], marks[entry.first]
        return self.document.place(value if entry is not self and self.document.on_one_line(key, value) else key)

    def key_place(self, *path: str | int) -> Place:
        """Where the key at `path` stands."""
        entry = self
        for step in path:
            entry = entry.child(step) or entry
        return self.document.place(self.document.marks[entry.key])

    def states(self, *path: str | int) -> bool:
        """Whether there is a node at `path`."""
        entry: Entry | None = self
        for step in path:
            entry = entry.child(step) if entry is not None else None
        return entry is not None

    def child(self, step: str | int) -> Entry | None:
        """The entry under a key or at an index, or None where nothing is stated."""
        document, ends, position, value = self.document, self.document.ends, self.first + 1, self.value
        if isinstance(value, dict):
            if step not in value:
                return None
            for key, item in value.items():
                if key == step:
                    return Entry(document, item, position + 1, position)
                position = ends.get(position + 1) or position + 1 + _size(item)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            for item in value[:step]:
                position = ends.get(position) or position + _size(item)
            return Entry(document, value[step], position, position)
        return None

    def children(self) -> Iterator[tuple[str | int, Entry]]:
        """Every key (or index) with its entry, in one walk."""
        document, ends, position = self.document, self.document.ends, self.first + 1
        if isinstance(self.value, dict):
            for key, value in self.value.items():
                yield key, Entry(document, value, position + 1, position)
                position = ends.get(position + 1) or position + 1 + _size(value)
        elif isinstance(self.value, list):
            for index, value in enumerate(self.value):
                yield index, Entry(document, value, position, position)
                position = ends.get(position) or position + _size(value)


def _size(value: object) -> int:
    """The number of marks that a value takes: itself, its keys and everything below it."""
    if isinstance(value, dict):
        size = 1 + len(value)
        for item in value.values():
            size += _size(item) if isinstance(item, dict | list) else 1
        return size
    if isinstance(value, list):
        size = 1
        for item in value:
            size += _size(item) if isinstance(item, dict | list) else 1
        return size
    return 1
