"""Keys in the order in which the language lists them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.analysis.repairing.tables import is_plain, stands_once
from stackaudit.model.edits import Sort
from stackaudit.model.language import Kind
from stackaudit.model.repairs import Repair

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from stackaudit.analysis.repairing.tables import Table
    from stackaudit.model.documents import Entry
    from stackaudit.model.edits import Path
    from stackaudit.model.language import Field


def order_repairs(table: Table) -> Iterator[Repair]:
    """Repairs of the order of an entry's keys and of those below; your own keys come behind those of the language."""
    yield from _sorted(table.fields, table.entry, table.path)


def _sorted(fields: Mapping[str, Field], entry: Entry, path: Path) -> Iterator[Repair]:
    if not isinstance(entry.value, dict) or not is_plain(entry) or not all(map(stands_once, entry.value)):
        return
    keys = tuple(str(key) for key in entry.value)
    places = {key: place for place, key in enumerate(fields)}
    order = tuple(sorted(keys, key=lambda key: places.get(key, len(places))))
    if order != keys:
        why = "this is the order of the language"
        yield Repair("order", entry.key_place(), ", ".join(keys), ", ".join(order), why, (Sort(path, order),))
    for key, child in entry.children():
        field = fields.get(str(key))
        if field is not None and field.kind is Kind.RECORD:
            yield from _sorted(field.fields, child, (*path, key))
