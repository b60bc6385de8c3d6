"""YAML or JSON that lists systems in the words of whoever wrote it: lists of mappings, or mappings by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from stackaudit.model.documents import Place
from stackaudit.model.language import INVENTORY, VERSION, Field, Kind
from stackaudit.model.problems import one_problem
from stackaudit.sources.importers.cells.secrets import is_secret
from stackaudit.sources.importers.columns.claiming import KEY, are_systems, names_systems
from stackaudit.sources.importers.columns.columns import columns_of
from stackaudit.sources.importers.entries.drafting import drafts_of
from stackaudit.sources.importers.entries.joining import joined
from stackaudit.sources.importers.entries.records import Cell, Record
from stackaudit.sources.importers.importer import Content, Importer

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from stackaudit.model.documents import Entry
    from stackaudit.model.imports import Imported

_DEEPEST = 6
_DEEPEST_CELL = 4
_SAMPLE = 400
_WRAPPERS = frozenset({"fields", "attributes", "properties", "node"})
"""Keys below which services put all that an entry says; they are no part of what headings mean."""

_ONLY_OURS = frozenset({"governance", "journeys"})
_OF_A_RULE = frozenset({"id", "title", "severity", "why"})
_LISTED = frozenset({"systems", "integrations", "ignore"})


class _List(NamedTuple):
    """A list of entries, and what the user says of its columns; `keys` are those that entries stand under, by line."""

    records: list[Record]
    said: Mapping[str, str]
    of_flows: bool
    keys: Mapping[int, str]


def is_inventory(content: Content) -> bool:
    """Whether a content is an inventory in our own language."""
    return any(_is_ours(tree) for tree in content.trees)


def _claims(content: Content) -> bool:
    if any(_is_rule(tree.value) for tree in content.trees):
        return False
    return is_inventory(content) or bool(_lists(content, most=_SAMPLE))


def _read(content: Content) -> Imported:
    if is_inventory(content):
        message = "this is an inventory already"
        raise one_problem(message, "Name it with `--into`, or scan it.", Place(content.name, 1, 1))
    lists = _lists(content)
    parts = []
    for of_flows in (False, True):
        alike = [found for found in lists if found.of_flows == of_flows]
        if alike:
            records = [record for found in alike for record in found.records]
            said = {heading: fact for found in alike for heading, fact in found.said.items()}
            parts.append(drafts_of("list", content.name, records, said))
    return joined("list", content.name, parts, _names_of_keys(lists, parts))


def _names_of_keys(lists: Sequence[_List], parts: Sequence[Imported]) -> dict[str, str]:
    """What systems are called by the keys that they stand under, by which integrations may name them."""
    names = {draft.line: draft.key for part in parts for draft in part.drafts if draft.kind == "system"}
    return {key: names[line] for found in lists for line, key in found.keys.items() if line in names}


def _lists(content: Content, most: int | None = None) -> list[_List]:
    """The lists of systems and of integrations in a content, with their first entries or all of them."""
    return [found for tree in content.trees for found in _search(tree, (), content.said, most)]


def _search(entry: Entry, above: Sequence[str], said: Mapping[str, str], most: int | None) -> Iterator[_List]:
    """The lists in a tree; what is inside the entries of one is theirs."""
    if len(above) > _DEEPEST or not isinstance(entry.value, dict | list) or _holds_ours(entry.value):
        return
    children = list(entry.children())
    entries = [child for _, child in children if isinstance(child.value, dict)]
    if entries and len(entries) * 2 > len(children):
        found = _as_list(children, above, said, most, keyed=isinstance(entry.value, dict))
        if found is not None:
            yield found
            return
    for key, child in children:
        yield from _search(child, (*above, str(key)), said, most)


def _as_list(
    children: Sequence[tuple[str | int, Entry]],
    above: Sequence[str],
    said: Mapping[str, str],
    most: int | None,
    *,
    keyed: bool,
) -> _List | None:
    """The list that the entries are, None where they are no systems and no integrations."""
    sample = _records(children[:_SAMPLE], keyed=False)
    own = dict(said)
    columns = columns_of(sample, own)
    if keyed and not columns.of_flows and not columns.has("name"):
        own.setdefault(KEY, "name")
        sample = _records(children[:_SAMPLE], keyed=True)
        columns = columns_of(sample, own)
        if not are_systems(columns, sure=names_systems(above[-1:])):
            return None
    elif not are_systems(columns, sure=names_systems(above[-1:])):
        return None
    records = sample if most is not None else _records(children, keyed=KEY in own)
    keys = {child.place().line: str(key) for key, child in children} if keyed and most is None else {}
    return _List(records, own, columns.of_flows, keys)


def _records(children: Sequence[tuple[str | int, Entry]], *, keyed: bool) -> list[Record]:
    """Mappings as entries, their nested keys joined by dots; what is no mapping is an entry with a single cell."""
    records: list[Record] = []
    for key, child in children:
        line = child.place().line
        cells = {KEY: Cell(str(key), line)} if keyed else {}
        cells |= dict(_cells(child, "")) if isinstance(child.value, dict) else {"": Cell(child.value, line)}
        records.append(Record(cells, line))
    return records


def _cells(entry: Entry, above: str, depth: int = 1) -> Iterator[tuple[str, Cell]]:
    for key, child in entry.children():
        heading = f"{above}{key}"
        if key in _WRAPPERS and isinstance(child.value, dict) and depth < _DEEPEST_CELL:
            yield from _cells(child, above, depth + 1)
        elif isinstance(child.value, dict) and child.value and depth < _DEEPEST_CELL:
            yield from _cells(child, f"{heading}.", depth + 1)
        else:
            yield heading, Cell(_open(child.value), child.place().line)


def _open(value: object) -> object:
    """A value without what stands below the keys of secrets."""
    if isinstance(value, dict):
        return {key: _open(item) for key, item in value.items() if not is_secret(str(key))}
    return [_open(item) for item in value] if isinstance(value, list) else value


def _is_rule(value: object) -> bool:
    """Whether a document is a rule of ours, whose examples and settings are no lists."""
    return isinstance(value, dict) and value.keys() >= _OF_A_RULE and not value.keys().isdisjoint({"expect", "check"})


def _is_ours(tree: Entry) -> bool:
    """Whether a document is one of our language: no section is foreign, and what they hold is written as we do."""
    root = tree.value
    if not isinstance(root, dict) or not root:
        return False
    sections = {str(key): value for key, value in root.items() if not str(key).startswith("x-")}
    if any(section not in INVENTORY for section in sections):
        return False
    if "stackaudit" in sections:
        return bool(sections["stackaudit"] == VERSION)
    return not _ONLY_OURS.isdisjoint(sections) or all(_is_written_as_ours(*section) for section in sections.items())


def _is_written_as_ours(section: str, value: object) -> bool:
    """Whether what a section holds has our keys, and mappings where we have mappings."""
    fields = INVENTORY[section].fields
    if INVENTORY[section].kind is Kind.RECORD:
        entries: list[object] = [value]
    elif isinstance(value, dict):
        entries = [*value.values()]
    else:
        entries = value if isinstance(value, list) and section in _LISTED else [0]
    for entry in entries:
        if not isinstance(entry, dict):
            if section != "systems" or not isinstance(entry, str):  # a system may be its name alone
                return False
        elif any(key not in fields or _is_flat(fields[key], below) for key, below in entry.items()):
            return False
    return True


def _is_flat(field: Field, value: object) -> bool:
    """Whether a single value stands where we write a mapping."""
    return field.kind is Kind.RECORD and not isinstance(value, dict)


def _holds_ours(value: object) -> bool:
    """Whether a mapping has systems as our language writes them, as an example of a rule does."""
    return isinstance(value, dict) and bool(value.get("systems")) and _is_written_as_ours("systems", value["systems"])


LISTS = Importer("list", "lists in YAML or JSON, in anybody's words", _claims, _read)
