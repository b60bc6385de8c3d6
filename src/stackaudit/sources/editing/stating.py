"""What edits make of an inventory's values, before any of it is written."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from stackaudit.model.edits import Add, Drop, Note, Put, Rename, Sort
from stackaudit.model.suggesting import shortened
from stackaudit.sources.editing.nodes import Node, Shape
from stackaudit.sources.editing.ordering import ground_at, is_system
from stackaudit.sources.editing.parts import Part, new, plain, same
from stackaudit.sources.editing.walking import Values

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stackaudit.model.documents import Document
    from stackaudit.model.edits import Edit, Path

_MOST_COMPARED = 250_000  # pairs of items


def stated(document: Document, root: Node | None, edits: Iterable[Edit]) -> Part:
    """The values of a document after edits, one after the other; raises `Problems` for one that cannot be made.

    An index in a path counts the items that the text had before all edits.
    """
    values = Values(document, root)
    for edit in edits:
        match edit:
            case Put():
                _put(values, edit)
            case Add():
                _add(values, edit)
            case Drop():
                _drop(values, edit.path)
            case Rename():
                _rename(values, edit)
            case Sort():
                _sort(values, edit)
            case Note():
                _note(values, edit)
    return values.root


def _put(values: Values, edit: Put) -> None:
    if not edit.path:
        values.refuse(edit.path, "the whole document cannot be put", "Name a key in it.")
    if values.says(edit.path, edit.value) and not edit.remark:
        return
    path = _to_bare_name(values, edit.path)
    *above, last = path
    parent = values.made(tuple(above), Shape.LIST if isinstance(last, int) else Shape.MAPPING)
    part = values.child(parent, last)
    if part is None:
        part = values.insert(parent, last, new(edit.value), tuple(above))
    else:
        _set(values, part, edit.value, path)
    if edit.remark:
        part.remark = edit.remark


def _to_bare_name(values: Values, path: Path) -> Path:
    """The path of a system's name, which is the system itself where it is written as its name alone."""
    if path[-1] != "name" or not is_system(path[:-1]):
        return path
    section = values.child(values.root, path[0])
    system = values.child(section, path[1]) if section is not None else None
    return path[:-1] if system is not None and isinstance(system.value, str) and system.shape is Shape.SCALAR else path


def _set(values: Values, part: Part, value: object, path: Path) -> None:
    """Make a part say a value; what of it is there already stays the part that it is."""
    if same(plain(part), value):
        return
    values.refuse_shared(part, path)
    fresh = new(value)
    if fresh.shape is not part.shape or fresh.shape is Shape.SCALAR:
        part.shape, part.value, part.opened = fresh.shape, fresh.value, fresh.opened
    elif fresh.shape is Shape.LIST:
        part.opened = _matched(part.listed, fresh.listed)
    else:
        for key, each in fresh.named.items():
            if key in part.named:
                _set(values, part.named[key], plain(each), (*path, key))
            else:
                values.insert(part, key, each, path)
        part.opened = {key: each for key, each in part.named.items() if key in fresh.named}


def _matched(before: list[Part], after: list[Part]) -> list[Part]:
    """The items of a new list, with those of the old one in place of their likes, in order."""
    if len(before) * len(after) > _MOST_COMPARED:
        return after
    olds, news = [repr(plain(each)) for each in before], [repr(plain(each)) for each in after]
    result = list(after)
    for block in SequenceMatcher(None, olds, news, autojunk=False).get_matching_blocks():
        result[block.b : block.b + block.size] = before[block.a : block.a + block.size]
    return result


def _add(values: Values, edit: Add) -> None:
    parent = values.made(edit.path, Shape.LIST if edit.key is None else Shape.MAPPING)
    entry = _entry(edit, parent)
    if edit.key is None:
        parent.listed.append(entry)
        return
    path = (*edit.path, edit.key)
    if edit.key in parent.named:
        values.refuse(path, f"`{shortened(edit.key)}` is there already", "Change it, or take another key.")
    if ground_at(edit.path).is_record or not edit.path:
        values.insert(parent, edit.key, entry, edit.path)
    else:
        parent.named[edit.key] = entry


def _entry(edit: Add, parent: Part) -> Part:
    """The part of a new entry; a system that is only a name stands alone where others do."""
    alone = edit.path == ("systems",) and list(edit.entry) == ["name"] and not edit.within
    if alone and parent.node is not None and any(each.shape is Shape.SCALAR for each in parent.node.children):
        entry = new(edit.entry["name"])
        entry.remark = edit.remarks.get(("name",), "")
    else:
        entry = new(edit.entry, edit.remarks)
    entry.above, entry.within = tuple(edit.above), tuple(edit.within)
    return entry


def _drop(values: Values, path: Path) -> None:
    """Take a part out, and the mapping that grouped it with others where it was the last one."""
    if not path:
        values.refuse(path, "the whole document cannot be taken out", "Name a key in it.")
    part, parent = values.at(path), values.at(path[:-1])
    values.refuse_shared(part, path)
    if parent.shape is Shape.MAPPING:
        del parent.named[str(path[-1])]
    else:
        parent.listed.remove(part)
    if not parent.opened and len(path) > 2 and ground_at(path[:-1]).is_record:
        _drop(values, path[:-1])


def _rename(values: Values, edit: Rename) -> None:
    part, parent = values.at(edit.path), values.at(edit.path[:-1])
    if parent.shape is not Shape.MAPPING:
        values.refuse(edit.path, "an item of a list has no key", "Name a key of a mapping.")
    if edit.key != edit.path[-1] and edit.key in parent.named:
        values.refuse(edit.path, f"`{shortened(edit.key)}` is there already", "Merge the two entries by hand.")
    parent.opened = {edit.key if each is part else key: each for key, each in parent.named.items()}


def _sort(values: Values, edit: Sort) -> None:
    part = values.at(edit.path)
    if part.shape is not Shape.MAPPING:
        values.refuse(edit.path, "only the keys of a mapping have an order", "Name a mapping.")
    order = {key: index for index, key in enumerate(edit.order)}
    part.opened = dict(sorted(part.named.items(), key=lambda entry: order.get(entry[0], len(order))))


def _note(values: Values, edit: Note) -> None:
    if not edit.path:
        values.refuse(edit.path, "a note stands above an entry, not above the whole document", "Name an entry.")
    values.at(edit.path).notes[edit.mark] = edit.text
