"""Ways to the values of a document that edits name, and what is refused on them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from stackaudit.model.language.spelling import NOBODY_WORDS
from stackaudit.model.problems import one_problem
from stackaudit.model.suggesting import shortened
from stackaudit.sources.editing.nodes import Node, Shape
from stackaudit.sources.editing.ordering import ground_at, is_system, place_among
from stackaudit.sources.editing.parts import Part, new, plain, same, standing
from stackaudit.sources.language.values import is_unstated

if TYPE_CHECKING:
    from stackaudit.model.documents import Document, Place
    from stackaudit.model.edits import Path


class Values:
    """The values of one document, which are looked up and changed by their paths."""

    def __init__(self, document: Document, root: Node | None) -> None:
        """Begin with the values that a document has; without any it is an empty mapping."""
        self._document = document
        nothing = root is None or (root.shape is Shape.SCALAR and is_unstated(root.value))
        self.root = new({}) if root is None or nothing else standing(root)
        if nothing:
            self.root.node = root
        aliases = [node.target for node in root.walk() if node.shape is Shape.ALIAS] if root is not None else []
        self._shared = sorted({node.start for node in aliases if node is not None})

    def at(self, path: Path) -> Part:
        """The part at a path, which must be there."""
        part = self.root
        for depth, step in enumerate(path):
            self._refuse_crossing(part, path[: depth + 1])
            child = _child(part, step)
            if child is None:
                self.refuse_missing(path[: depth + 1])
            part = child
        return part

    def made(self, path: Path, wanted: Shape) -> Part:
        """The collection at a path, made where nothing is stated; `wanted` is its shape."""
        part = self.root
        for depth, step in enumerate(path):
            below = path[depth + 1] if depth + 1 < len(path) else None
            shape = wanted if below is None else Shape.LIST if isinstance(below, int) else Shape.MAPPING
            self._refuse_crossing(part, path[:depth])
            child = _child(part, step)
            if child is None:
                child = self.insert(part, step, new({} if shape is Shape.MAPPING else []), path[:depth])
            self._make_collection(child, shape, path[: depth + 1])
            part = child
        self._refuse_crossing(part, path)
        if part.shape is not wanted:
            self.refuse(path, "a list and a mapping are not the same", "Write the entry by hand.")
        return part

    def child(self, parent: Part, step: str | int) -> Part | None:
        """The part below one, if there is one; an index counts the items of the old text."""
        return _child(parent, step)

    def insert(self, parent: Part, key: str | int, part: Part, path: Path) -> Part:
        """Put a new part into the mapping at a path, where the language has its key."""
        self._refuse_crossing(parent, path)
        if not isinstance(key, str):
            self.refuse_missing((*path, key))
        if parent.shape is not Shape.MAPPING:
            self.refuse((*path, key), "keys cannot go into a list", "Write the entry by hand.")
        fields = ground_at(path).fields
        if not fields:
            parent.named[key] = part
            return part
        entries = list(parent.named.items())
        at = place_among([name for name, _ in entries], key, fields)
        parent.opened = dict([*entries[:at], (key, part), *entries[at:]])
        return part

    def says(self, path: Path, value: object) -> bool:
        """Whether the value at a path is there already, if only by an alias."""
        part: Part | None = self.root
        for step in path:
            while part is not None and part.shape is Shape.ALIAS:
                part = standing(part.node.target) if part.node is not None and part.node.target is not None else None
            part = _child(part, step) if part is not None else None
        return part is not None and same(plain(part), value)

    def _make_collection(self, part: Part, shape: Shape, path: Path) -> None:
        """Turn a value that states nothing, or a system's bare name, into a collection that can be added to."""
        if part.shape is Shape.SCALAR:
            value = part.value
            denied = ground_at(path).may_be_none and (value is False or value in NOBODY_WORDS)
            is_name = is_system(path) and isinstance(value, str) and not is_unstated(value)
            if not (is_unstated(value) or denied or is_name):
                self.refuse(path, "a single value stands where keys are to go", "Write the keys below it by hand.")
            self.refuse_shared(part, path)
            fresh = new({"name": value} if is_name else {} if shape is Shape.MAPPING else [])
            part.shape, part.value, part.opened = fresh.shape, None, fresh.opened
        elif part.shape is not shape and part.shape is not Shape.ALIAS and not any(part.items()):
            self.refuse_shared(part, path)
            part.shape, part.opened = shape, {} if shape is Shape.MAPPING else []

    def refuse_shared(self, part: Part, path: Path) -> None:
        """Refuse to change a value that an alias repeats elsewhere, in whole or in part."""
        node = part.node
        if node is not None and any(node.start <= start < max(node.end, node.start + 1) for start in self._shared):
            self._refuse_alias(node, path)

    def refuse_missing(self, path: Path) -> NoReturn:
        """Raise a problem for a path at which nothing stands."""
        self.refuse(path, f"there is no `{_shown(path)}` to change", "Read the file again: it may have changed.")

    def refuse(self, path: Path, message: str, advice: str) -> NoReturn:
        """Raise a problem at the deepest part of a path that stands in the text."""
        part, node = self.root, self.root.node
        for step in path:
            child = _child(part, step)
            if child is None:
                break
            part, node = child, child.node or node
        raise one_problem(message, advice, self._place(node))

    def _refuse_crossing(self, part: Part, path: Path) -> None:
        """Refuse to change what is below an alias, or below an anchor that one refers to."""
        node = part.node
        if node is not None and (part.shape is Shape.ALIAS or (node.anchor and node.start in self._shared)):
            self._refuse_alias(node, path)

    def _refuse_alias(self, node: Node, path: Path) -> NoReturn:
        message = f"`{_shown(path)}` is shared with other places by an alias, and a change would change them all"
        raise one_problem(message, "Write the values out where the alias stands.", self._place(node))

    def _place(self, node: Node | None) -> Place:
        return self._document.place(node.head if node is not None else 0)


def _child(part: Part, step: str | int) -> Part | None:
    if part.shape is Shape.MAPPING and isinstance(step, str):
        return part.named.get(step)
    if part.shape is Shape.LIST and isinstance(step, int) and part.node is not None and step >= 0:
        node = next(iter(part.node.children[step : step + 1]), None)
        first = part.listed[step : step + 1]  # where nothing was dropped before it
        return next((each for each in (*first, *part.listed) if each.is_from(node)), None)
    return None


def _shown(path: Path) -> str:
    return shortened(".".join(map(str, path)))
