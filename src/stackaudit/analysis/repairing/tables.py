"""The mappings of a document, each with the keys that the language has for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from stackaudit.model.documents import Entry
from stackaudit.model.ids import listed_id
from stackaudit.model.language import INVENTORY, Field, Kind
from stackaudit.model.language.governance import ROADMAP_ITEM

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from stackaudit.model.documents import Document, Place
    from stackaudit.model.edits import Path

_SHARED = "*&"
_MARKED = "&!*|>"


class Table(NamedTuple):
    """An entry of a document that the language has keys for.

    `what` is what an entry is called, such as `system`, or `inventory` for the document itself. `id` is
    the key under which an entry is declared, empty where it has none. The entry may be no mapping, as a system may be
    just its name.
    """

    path: Path
    what: str
    fields: Mapping[str, Field]
    entry: Entry
    id: str = ""


class Spot(NamedTuple):
    """A value that stands at a key of the language; `fact` is its dotted name, behind what it is a fact of."""

    path: Path
    fact: str
    field: Field
    entry: Entry


_WHAT = {
    "teams": "team",
    "data": "kind of data",
    "systems": "system",
    "integrations": "integration",
    "journeys": "journey",
    "ignore": "name to ignore",
}


def tables_of(document: Document) -> Iterator[Table]:
    """The document itself, and the entries in its sections without what stands twice or is shared by aliases."""
    root = Entry(document, document.value, 0, 0)
    if not isinstance(root.value, dict):
        return
    yield Table((), "inventory", INVENTORY, root)
    for key, section in root.children():
        field = INVENTORY.get(str(key))
        if field is None or is_shared(section):
            continue
        if field.kind is Kind.RECORD:
            yield from _planned(key, section)
        elif field.fields:
            for step, entry in section.children():
                if not is_shared(entry) and stands_once(step):
                    yield Table((key, step), _WHAT[str(key)], field.fields, entry, _id_of(section, step, entry))


def spots_of(table: Table) -> Iterator[Spot]:
    """Every value at a key that the language has for an entry, in the order of the document."""
    yield from _spots(table.fields, table.entry, table.path, f"{table.what}.")


def stands_once(key: str | int) -> bool:
    """Whether a key is the first of its name in a mapping; readers give those after it keys that equal nothing."""
    return isinstance(key, int) or str(key) == key


def is_shared(entry: Entry) -> bool:
    """Whether an entry's value stands elsewhere as well, behind an anchor or as an alias, and is not to be changed."""
    return _sign(entry) in _SHARED


def is_plain(entry: Entry) -> bool:
    """Whether an entry can be written anew where it stands: no anchor, alias, tag, and no text in a block."""
    return _sign(entry) not in _MARKED


def place_of(entry: Entry) -> Place:
    """Where a value itself begins."""
    return entry.document.place(entry.document.marks[entry.first])


def has_remark_above(entry: Entry) -> bool:
    """Whether the line above an entry is a comment, which would be lost with the entry."""
    line = entry.document.place(entry.document.marks[entry.key]).line
    return line > 1 and entry.document.line(line - 1).lstrip().startswith("#")


def _id_of(section: Entry, step: str | int, entry: Entry) -> str:
    """The id that an entry is declared under: its key, or for a system on a list what is made of its name."""
    if isinstance(step, str) or not isinstance(section.value, list):
        return str(step)
    name = entry.value.get("name") if isinstance(entry.value, dict) else entry.value
    return listed_id(name) if isinstance(name, str) else ""


def _sign(entry: Entry) -> str:
    """The character that an entry begins with."""
    mark = entry.document.marks[entry.first]
    return entry.document.text[mark : mark + 1] or " "


def _planned(key: str | int, section: Entry) -> Iterator[Table]:
    """The items of the roadmap, which is the one list of mappings below a section."""
    roadmap = section.child("roadmap") if isinstance(section.value, dict) else None
    items = roadmap.child("items") if roadmap is not None and isinstance(roadmap.value, dict) else None
    if key == "governance" and items is not None and isinstance(items.value, list):
        for step, entry in items.children():
            if not is_shared(entry):
                yield Table((key, "roadmap", "items", step), "item of the roadmap", ROADMAP_ITEM, entry)


def _spots(fields: Mapping[str, Field], entry: Entry, path: Path, prefix: str) -> Iterator[Spot]:
    if not isinstance(entry.value, dict):
        return
    for key, child in entry.children():
        field = fields.get(str(key)) if stands_once(key) else None
        if field is None or is_shared(child):
            continue
        if field.kind is Kind.RECORD:
            yield from _spots(field.fields, child, (*path, key), f"{prefix}{key}.")
        elif field.kind not in (Kind.LISTED, Kind.KEYED, Kind.SYSTEMS):
            yield Spot((*path, key), f"{prefix}{key}", field, child)
