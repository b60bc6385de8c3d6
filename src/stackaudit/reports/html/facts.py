"""What is known of one system: the facts that files state, with their lines, and a few that follow from them.

These are by far the most that stands in a page, so they are written here and not by a template, and each fact with its
value once, however many systems state it.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from stackaudit.model.language import SUBJECTS, Kind
from stackaudit.model.language.fields import flat
from stackaudit.reports.html.escaping import escaped, joined
from stackaudit.reports.html.values import told

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from markupsafe import Markup

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


def facts_html(system: Subject, currency: str) -> Markup:
    """All that is stated of a system, in the order of the language, with what follows from it."""
    lines = _lines(system.entries[0])
    facts = system.facts
    pieces: list[str] = []
    for heading, key, fields in _GROUPS:
        found = [
            piece
            for name, kind in fields
            if name in facts and (piece := _piece(name, _written(name, kind, facts[name], currency), lines))
        ]
        if found:
            lead = f" <i>{lines[key]}</i>" if key in lines else ""
            pieces += (f"<h4>{heading}{lead}</h4><dl>", *found, "</dl>\n")
    return joined(pieces)


def _piece(name: str, written: str, lines: Mapping[str, str]) -> str:
    """A fact with its source, where its heading does not tell it; empty for a default that tells nothing."""
    if "." in name:
        return written
    source = lines.get(name) or _SOURCES.get(name)
    return f"{written} <i>{source}</i>" if source else ""


@lru_cache(maxsize=1 << 15, typed=True)
def _written(name: str, kind: Kind, value: object, currency: str) -> str:
    """A fact with its value; nothing for an empty list that follows from others."""
    says = escaped(told(value, kind, currency))
    if name not in _WORKED_OUT:
        return f"<dt>{name.rpartition('.')[2].replace('_', ' ')}<dd>{says}"
    return f"<dt>{_WORKED_OUT[name][0]}<dd>{says} <i>worked out</i>" if value != () else ""


def _lines(entry: Entry) -> Mapping[str, str]:
    """The lines on which each key of a system is written, such as `:12` or `:12-19`."""
    if not isinstance(entry.value, dict):
        return {}
    place, marks = entry.document.place, entry.document.marks
    keys = [(str(key), child) for key, child in entry.children()]
    ends = [child.key - 1 for _, child in keys[1:]]
    found = {}
    for (key, child), last in zip(keys, [*ends, None], strict=True):
        first = place(marks[child.key]).line
        found[key] = f":{first}"
        if key in _RECORDS and isinstance(child.value, dict) and child.value:
            last_line = place(marks[last]).line if last is not None else _last_line(child)
            found[key] += f"\N{EN DASH}{last_line}" if last_line > first else ""
    return found


def _last_line(entry: Entry) -> int:
    """The line on which the last key of a mapping stands."""
    *_, (_, last) = entry.children()
    return last.key_place().line


_RECORDS = frozenset(key for key, value in SUBJECTS["system"].items() if value.kind is Kind.RECORD)


def _key(name: str) -> str:
    """The mapping in which a fact stands; empty for those that stand in none."""
    key = name.partition(".")[0]
    return key if key in _RECORDS else ""


def _grouped_fields() -> Iterator[tuple[str, str, tuple[tuple[str, Kind], ...]]]:
    """Each heading with its key and its facts with their kinds."""
    fields = [(name, field.kind) for name, field in flat(SUBJECTS["system"]) if name != "name"]
    fields += [(name, kind) for name, (_, kind) in _WORKED_OUT.items()]
    order = list(dict.fromkeys(_key(name) for name, *_ in fields))
    fields.sort(key=lambda field: order.index(_key(field[0])))
    for key, members in groupby(fields, key=lambda field: _key(field[0])):
        yield key.capitalize() or _GENERAL, key, tuple(members)


_GROUPS = tuple(_grouped_fields())
