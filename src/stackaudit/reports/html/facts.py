"""What is known of one system: the facts that files state, with their lines, and a few that follow from them.

These are by far the most that stands in a page, so they are written here and not by a template, and each fact with its
value once, however many systems state it.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

from stackaudit.model.language import SUBJECTS, Kind
from stackaudit.model.language.fields import flat
from stackaudit.reports.html.escaping import escaped
from stackaudit.reports.html.values import told

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from stackaudit.model.documents import Entry
    from stackaudit.model.inventory import Subject

_WORKED_OUT = {
    "owner.undeclared": ("owners that no file declares", Kind.MANY),
    "bought.agreed_by_it": ("IT agreed", Kind.FLAG),
    "cost.notice_by": ("last day of notice", Kind.DAY),
    "cost.seats_unused": ("seats unused", Kind.WHOLE),
    "cost.unused": ("unused a year", Kind.MONEY),
    "regions.outside": ("regions that are not allowed", Kind.MANY),
    "data.personal": ("personal data", Kind.FLAG),
    "fit.quadrant": ("so it is one to", Kind.TEXT),
}
"""Derived facts that readers ask for, by name: how they are called here, and their kind."""

_SOURCES = dict.fromkeys(("vendor", "category", "capabilities"), "catalogue") | {"lifecycle": "assumed"}
"""How a fact is known that no file states; other defaults are not told."""

_GENERAL = "General"

_Field: TypeAlias = tuple[str, Kind]
_Group: TypeAlias = tuple[str, str, tuple[_Field, ...]]


def facts_html(system: Subject, currency: str) -> str:
    """All that is stated of a system, in the order of the language, with what follows from it."""
    lines = _lines(system.entries[0])
    facts = system.facts
    pieces = []
    for heading, key, fields in _layout(tuple(facts)):
        found = [_written(name, kind, facts[name], currency) for name, kind in fields]
        told = "".join(found if key else _sourced(fields, found, lines))
        if told:
            lead = f" <i>{lines[key]}</i>" if key in lines else ""
            pieces.append(f"<h4>{heading}{lead}</h4><dl>{told}</dl>\n")
    return "".join(pieces)


@lru_cache(maxsize=1 << 12)
def _layout(names: tuple[str, ...]) -> tuple[_Group, ...]:
    """The groups in which some facts are told; many systems state the same."""
    stated = frozenset(names)
    groups = ((heading, key, tuple(each for each in fields if each[0] in stated)) for heading, key, fields in _GROUPS)
    return tuple(group for group in groups if group[2])


def _sourced(fields: Iterable[_Field], found: Iterable[str], lines: Mapping[str, str]) -> Iterator[str]:
    """Facts whose heading tells no source, each with its own; without a default that tells nothing."""
    for (name, _), piece in zip(fields, found, strict=True):
        if "." in name:
            yield piece
        elif source := lines.get(name) or _SOURCES.get(name):
            yield f"{piece} <i>{source}</i>"


@lru_cache(maxsize=1 << 15, typed=True)
def _written(name: str, kind: Kind, value: object, currency: str) -> str:
    """A fact with its value; nothing for an empty list that follows from others."""
    says = escaped(told(value, kind, currency))
    if name not in _WORKED_OUT:
        return f"<dt>{name.rpartition('.')[2].replace('_', ' ')}<dd>{says}"
    return f"<dt>{_WORKED_OUT[name][0]}<dd>= {says}" if value != () else ""


def _lines(entry: Entry) -> Mapping[str, str]:
    """The lines on which each key of a system is written, such as `:12` or `:12-19`."""
    marks, starts = entry.document.marks, entry.document.line_starts
    found: dict[str, str] = {}
    record, first, child = "", 0, entry
    for key, child in entry.children() if isinstance(entry.value, dict) else ():
        line = bisect_right(starts, marks[child.key])
        if record:
            found[record] = _span(first, bisect_right(starts, marks[child.key - 1]))
        name = str(key)
        found[name] = f":{line}"
        record, first = name if name in _RECORDS and isinstance(child.value, dict) and child.value else "", line
    if record:
        found[record] = _span(first, _last_line(child))
    return found


def _span(first: int, last: int) -> str:
    return f":{first}\N{EN DASH}{last}" if last > first else f":{first}"


def _last_line(entry: Entry) -> int:
    """The line on which the last key of a mapping stands."""
    *_, (_, last) = entry.children()
    return last.key_place().line


_RECORDS = frozenset(key for key, value in SUBJECTS["system"].items() if value.kind is Kind.RECORD)


def _key(name: str) -> str:
    """The mapping in which a fact stands; empty for those that stand in none."""
    key = name.partition(".")[0]
    return key if key in _RECORDS else ""


def _grouped_fields() -> Iterator[_Group]:
    """Each heading with its key and its facts with their kinds."""
    fields = [(name, field.kind) for name, field in flat(SUBJECTS["system"]) if name != "name"]
    fields += [(name, kind) for name, (_, kind) in _WORKED_OUT.items()]
    order = list(dict.fromkeys(_key(name) for name, *_ in fields))
    fields.sort(key=lambda field: order.index(_key(field[0])))
    for key, members in groupby(fields, key=lambda field: _key(field[0])):
        yield key.capitalize() or _GENERAL, key, tuple(members)


_GROUPS = tuple(_grouped_fields())
