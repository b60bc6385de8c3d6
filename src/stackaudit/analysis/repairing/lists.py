"""Lists that are written as one text, items of lists, and items that stand twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from stackaudit.analysis.repairing.tables import Spot, has_remark_above, is_plain, is_shared, place_of
from stackaudit.analysis.repairing.values import spelt, text_meant, value_repairs
from stackaudit.model.edits import Drop, Put
from stackaudit.model.language import Kind
from stackaudit.model.repairs import Repair

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.analysis.repairing.knowing import Known
    from stackaudit.model.documents import Entry
    from stackaudit.model.imports import Value
    from stackaudit.model.language import Field

_BETWEEN = re.compile(r"\s*[,;]\s*")
_REGION = re.compile(r"[A-Za-z]{2,4}(?:-[A-Za-z0-9-]{1,20})?")
_ID = re.compile(r"[\w][\w.-]*(?: [\w.-]+)*")
_MOST = 1_000  # items; nobody writes longer lists by hand
_LONGEST = 2_000
_IN_ORDER = frozenset({"journey.systems"})
"""Lists in which the same may stand again: the stations of a journey."""


def list_repairs(spot: Spot, known: Known) -> Iterator[Repair]:
    """Repairs of the value of a key that holds a list: the text parted, its items, or those that stand twice."""
    item, entry = spot.field.item, spot.entry
    assert item is not None
    if isinstance(entry.value, list):
        if len(entry.value) > _MOST:
            return
        below = [Spot((*spot.path, step), spot.fact, item, child) for step, child in entry.children()]
        of_items = [repair for each in below if not is_shared(each.entry) for repair in value_repairs(each, known)]
        yield from of_items or ([] if spot.fact in _IN_ORDER else _twice(below))
    elif isinstance(entry.value, str) and is_plain(entry):
        parts = _parts(spot, item, entry.value, known)
        if len(parts) > 1:
            why = "a list has its items apart"
            yield Repair("lists", place_of(entry), spelt(entry.value), spelt(parts), why, (Put(spot.path, parts),))
        else:
            yield from value_repairs(spot._replace(field=item), known)


def _twice(items: list[Spot]) -> Iterator[Repair]:
    """Each item that stands in a list again and has no comment, the last first, so that places before it stay."""
    seen: dict[object, Entry] = {}
    again: list[Spot] = []
    for spot in items:
        value = spot.entry.value
        if not isinstance(value, str | int | float) or not is_plain(spot.entry):
            continue
        if not _has_remark(spot.entry) and (value.__class__, value) in seen:
            again.append(spot)
        seen.setdefault((value.__class__, value), spot.entry)
    for spot in reversed(again):
        value = spelt(spot.entry.value)
        why = "it stands in this list already"
        yield Repair("lists", place_of(spot.entry), value, "", why, (Drop(spot.path),))


def _has_remark(item: Entry) -> bool:
    """Whether a comment stands above an item that has a line of its own, or behind it."""
    place = place_of(item)
    line = item.document.line(place.line)
    return line[: place.column - 1].strip() == "-" and (" #" in line[place.column - 1 :] or has_remark_above(item))


def _parts(spot: Spot, item: Field, text: str, known: Known) -> list[Value]:
    """The items that a text lists, none where one of them is not understood."""
    if len(text) > _LONGEST:
        return []
    pieces = [piece for piece in _BETWEEN.split(text.strip()) if piece]
    items = [_item(spot, item, piece, known) for piece in pieces]
    meant = [each for each in items if each is not None]
    return list(dict.fromkeys(meant)) if len(meant) == len(pieces) else []


def _item(spot: Spot, item: Field, piece: str, known: Known) -> str | None:
    """One item of a list in one text, where nobody would write the whole text as a single item."""
    if item.kind is Kind.TEXT:
        is_region = spot.fact.rpartition(".")[2] == "regions" and _REGION.fullmatch(piece)
        return piece if is_region else None
    if item.kind in (Kind.TEAM, Kind.SYSTEM) and not _ID.fullmatch(piece):
        return None
    value = text_meant(spot._replace(field=item), piece, known)
    if item.open_words and value not in item.words:
        return None
    return value if isinstance(value, str) else None
