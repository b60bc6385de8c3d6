"""Changes of an inventory's text, said in the words of the language rather than as lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

    from stackaudit.model.imports import Value

Path: TypeAlias = tuple[str | int, ...]
"""Keys and indexes from a document's root, such as `("systems", "crm", "cost", "annual")`."""


class Put(NamedTuple):
    """State a value at a path, in place of the one that is there; mappings on the way that are missing are made.

    `remark` is a comment to stand behind it; where it is empty, a comment that is there stays.
    """

    path: Path
    value: Value
    remark: str = ""


class Add(NamedTuple):
    """A new entry at the end of the mapping or, with a `key` of None, of the list at a path, which is made if need be.

    `entry` holds the entry's values as nested mappings, in the order to write them. `above` are comment lines above,
    `within` comment lines at its end, `remarks` comments behind values, by their path in the entry.
    """

    path: Path
    key: str | None
    entry: Mapping[str, Value]
    above: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    remarks: Mapping[Path, str] = {}


class Drop(NamedTuple):
    """Take a key out with its value."""

    path: Path


class Rename(NamedTuple):
    """Write another key in the place of the last one of a path."""

    path: Path
    key: str


class Sort(NamedTuple):
    """Put the keys of the mapping at a path into an order, each with the comments that belong to it."""

    path: Path
    order: tuple[str, ...]


class Note(NamedTuple):
    """A comment line above an entry; one that begins with the same `mark` gives way to it.

    With an empty `text` such a line is taken out.
    """

    path: Path
    mark: str
    text: str = ""


Edit: TypeAlias = Put | Add | Drop | Rename | Sort | Note
