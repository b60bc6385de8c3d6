"""Where the entries of an inventory stand, and what is written there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from stackaudit.model.documents import Entry
from stackaudit.model.language.spelling import UNSTATED_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from stackaudit.model.documents import Document
    from stackaudit.model.edits import Path
    from stackaudit.model.inventory import Inventory, Subject

_SECTIONS = ("teams", "systems", "integrations")


class Standing(NamedTuple):
    """An entry where it stands: the document's name, the path in it, and the keys that are written there.

    A system that is written as its name alone has that as its only key, and `bare` is true.
    """

    document: str
    path: Path
    keys: Mapping[str, object]
    bare: bool = False


def standing_entries(inventory: Inventory) -> dict[tuple[str, str], Standing]:
    """Every team, system and integration of an inventory by kind and id."""
    paths = {
        (document.name, entry.first): path
        for document in inventory.documents.values()
        for path, entry in _entries(document)
    }
    found: dict[tuple[str, str], Standing] = {}
    for kind in ("team", "system", "integration"):
        for subject in inventory.subjects(kind):
            entry = subject.entries[0]
            path = paths.get((entry.document.name, entry.first))
            if path is not None:
                found[kind, subject.id] = _standing(subject, entry, path)
    return found


def states(document: Document, section: str) -> bool:
    """Whether a document has a section with entries."""
    return isinstance(document.value, dict) and isinstance(document.value.get(section), dict)


def written(keys: Mapping[str, object], fact: str) -> tuple[bool, object]:
    """What stands under a dotted name: whether it could be stated there, and the value, None where it is not.

    It could not where something other than a mapping stands on the way.
    """
    value: object = keys
    for step in fact.split("."):
        if _is_unstated(value):
            return True, None
        if not isinstance(value, dict):
            return False, value
        value = value.get(step)
    return True, None if _is_unstated(value) else value


def alike(one: object, other: object) -> bool:
    """Whether two values say the same: a list of one says what its item says, and 1 what 1.0 says."""
    one, other = _alone(one), _alone(other)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(alike, one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(alike(one[key], other[key]) for key in one)
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, str) and isinstance(other, str):
        return one.strip() == other.strip()
    return one == other


def _alone(value: object) -> object:
    if isinstance(value, list | tuple):
        return value[0] if len(value) == 1 else list(value)
    return value


def _is_unstated(value: object) -> bool:
    if isinstance(value, str):
        word = value.strip().lower()
        return not word or word in UNSTATED_WORDS or (word[0] == "<" and word[-1] == ">")
    return value is None


def _standing(subject: Subject, entry: Entry, path: Path) -> Standing:
    if isinstance(entry.value, dict):
        return Standing(entry.document.name, path, entry.value)
    keys = {"name": entry.value} if isinstance(entry.value, str) else {}
    return Standing(entry.document.name, path, keys, bare=subject.kind == "system")


def _entries(document: Document) -> Iterator[tuple[Path, Entry]]:
    """The entries of the sections of one document."""
    if not isinstance(document.value, dict):
        return
    for section, below in Entry(document, document.value, 0, 0).children():
        if section in _SECTIONS:
            for key, entry in below.children():
                yield (section, key), entry
