"""Formats as tables of paths: which key states which fact, and how its value is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from stackaudit.sources.importers.models.sketches import Said
from stackaudit.sources.importers.models.taking import text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from stackaudit.model.documents import Entry
    from stackaudit.sources.importers.models.sketches import Sketch, Sketches
    from stackaudit.sources.importers.models.taking import Take


class To(NamedTuple):
    """The fact that a key states, and how its value is taken."""

    fact: str
    take: Take = text


class Paths:
    """The keys of one kind of entry, by their paths with dots.

    What is `read` elsewhere says nothing of its own here; keys that a machine keeps for itself are `counted` only. What
    stands under any other key is left over.
    """

    def __init__(self, stated: Mapping[str, To], read: str = "", counted: str = "") -> None:
        self._stated = stated
        self._read = frozenset(read.split())
        self._counted = frozenset(counted.split())
        every = {*stated, *self._read, *self._counted}
        self._above = {path[:end] for path in every for end, sign in enumerate(path) if sign == "."}

    def state(self, sketches: Sketches, sketch: Sketch, entry: Entry, above: str = "") -> None:
        """State the facts of an entry, and leave over what has no place in the language."""
        for key, child in children_of(entry):
            path = f"{above}{key}"
            said = Said(path, child.value, line_of(child))
            if path in self._stated:
                to = self._stated[path]
                sketches.state(sketch, to.fact, to.take(child.value), said)
            elif path in self._above and isinstance(child.value, dict):
                self.state(sketches, sketch, child, f"{path}.")
            elif path in self._counted:
                sketches.count(path)
            elif path not in self._read:
                sketches.leave(sketch, said)


def line_of(entry: Entry) -> int:
    """The line of an entry, or of the key that it stands under, counted from 1."""
    return entry.place().line


def children_of(entry: Entry) -> Iterator[tuple[str, Entry]]:
    """The keys of a mapping with their entries, then those that its merge keys (`<<`) bring and it has not itself."""
    if not isinstance(entry.value, dict):
        return
    merged: list[Entry] = []
    for key, child in entry.children():
        if key == "<<" and isinstance(child.value, dict | list):
            merged += [child] if isinstance(child.value, dict) else [item for _, item in child.children()]
        else:
            yield str(key), child
    seen = {*entry.value}
    for source in merged:
        for key, child in children_of(source):
            if key not in seen:
                seen.add(key)
                yield key, child


def child_of(entry: Entry, *path: str) -> Entry | None:
    """The entry at a path, which merge keys may bring; None where nothing is stated."""
    found: Entry | None = entry
    for step in path:
        found = next((child for key, child in children_of(found) if key == step), None) if found else None
    return found


def items_of(entry: Entry | None) -> Iterator[Entry]:
    """The items of a list; an entry that is none has no items."""
    if entry is not None and isinstance(entry.value, list):
        for _, item in entry.children():
            yield item


def text_at(entry: Entry, *path: str) -> str:
    """The text at a path, empty where there is none."""
    found = child_of(entry, *path)
    return found.value if found is not None and isinstance(found.value, str) else ""
