"""From paths in a document to places, for many paths at once: each mapping is walked once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from stackaudit.model.documents import Entry, Place
    from stackaudit.sources.language.checking import Path


class Locator:
    """Finds entries below one entry and remembers the mappings on the way."""

    def __init__(self, root: Entry) -> None:
        self._root = root
        self._below: dict[Path, dict[str | int, Entry]] = {}

    def entry(self, path: Path) -> Entry:
        """The entry at a path, or the deepest one on the way to it."""
        entry = self._root
        for depth, step in enumerate(path):
            here = path[:depth]
            if here not in self._below:
                self._below[here] = dict(entry.children())
            child = self._below[here].get(step)
            if child is None:
                break
            entry = child
        return entry

    def place(self, path: Path, *, at_key: bool = False) -> Place:
        """Where the value at a path stands, or its key."""
        parent, entry = self.entry(path[:-1]), self.entry(path)
        if at_key or not path or entry is parent:
            return entry.key_place()
        return parent.place(path[-1]) if len(parent.value) < 100 else entry.key_place()  # type: ignore[arg-type]
