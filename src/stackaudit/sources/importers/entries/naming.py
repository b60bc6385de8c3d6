"""Which entries of a list are systems, and by what each is known: a name that is the same in next month's export."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.sources.importers.cells.cells import understood
from stackaudit.sources.importers.cells.plain import one_line, says_nothing, words
from stackaudit.sources.importers.cells.teams import is_team
from stackaudit.sources.importers.columns.headings import folded_heading

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from stackaudit.model.imports import Value
    from stackaudit.sources.importers.columns.column import Columns
    from stackaudit.sources.importers.entries.records import Record

_TOTALS = frozenset(
    "total totals sum summe gesamt gesamtsumme subtotal totaal somme suma zwischensumme insgesamt summa".split()
)
_OF_A_TOTAL = _TOTALS | frozenset(
    "grand general cost costs spend annual yearly monthly all apps tools systems per year kosten".split()
)
_FEWEST_GROUPS = 2
_MOST_SPACES = 4  # between words that a heading writes as one
_FEWEST_REPEATED = 4  # headings of which a row says the ends, as the labels below the keys of an export do


class Namer:
    """Gives each entry a key that no other has; two of the same name are told apart by what differs, or by a number."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._next: dict[str, int] = {}

    def has(self, key: str) -> bool:
        """Whether an entry has this key."""
        return key in self._taken

    def key_of(self, name: str, facts: Mapping[str, Value]) -> str:
        """The entry's name; where it is taken, with the environment or the brand, or with a number."""
        marks = [str(facts[fact]) for fact in ("environment", "brand") if isinstance(facts.get(fact), str)]
        for candidate in (name, *(f"{name} ({mark})" for mark in marks)):
            if candidate not in self._taken:
                self._taken.add(candidate)
                return candidate
        number = self._next.get(name, 2)
        while f"{name} ({number})" in self._taken:
            number += 1
        self._next[name] = number + 1
        self._taken.add(f"{name} ({number})")
        return f"{name} ({number})"


def no_entry(records: Sequence[Record], columns: Columns) -> Iterator[str]:
    """For each entry why it is none, empty where it is one."""
    needed = ("from", "to") if columns.of_flows else ("name",)
    groups = set() if columns.of_flows else _groups(records, columns)
    for place, record in enumerate(records):
        names = [_cell(record, columns, fact) for fact in needed]
        if place in groups:
            yield "a heading above other rows"
        elif _repeats_its_headings(record):
            yield "the headings again"
        elif any(map(says_nothing, names)):
            yield "names no system" if not columns.of_flows else "does not name both ends"
        elif any(understood(fact, name).value is None for fact, name in zip(needed, names, strict=True)):
            yield "too long for a name"
        elif not columns.of_flows and _is_total(one_line(names[0])):
            yield "a total, no system"
        else:
            yield ""


def _cell(record: Record, columns: Columns, fact: str) -> object:
    """The first filled cell that states a fact."""
    for column in columns.by_fact.get(fact, ()):
        cell = record.cells.get(column.heading)
        if cell is not None and not says_nothing(cell.value):
            return cell.value
    return None


def _is_total(name: str) -> bool:
    said = words(name).split()
    return bool(said) and said[0] in _OF_A_TOTAL and not _TOTALS.isdisjoint(said) and _OF_A_TOTAL.issuperset(said)


def _repeats_its_headings(record: Record) -> bool:
    filled = [(heading, cell.value) for heading, cell in record.cells.items() if not says_nothing(cell.value)]
    texts = [
        (folded_heading(heading), folded_heading(value))
        for heading, value in filled
        if isinstance(value, str) and len(value) <= len(heading) + _MOST_SPACES
    ]
    same = sum(heading == value for heading, value in texts)
    if len(filled) > 1 and same * 2 > len(filled):
        return True
    ends = sum(bool(value) and heading.endswith(value) for heading, value in texts)
    return ends >= _FEWEST_REPEATED and ends * 2 > len(filled)


def _groups(records: Sequence[Record], columns: Columns) -> set[int]:
    """The places of rows that are headings above other rows.

    Each fills its name alone. Either it names a team or ends with a colon, and a fuller row follows; or the list begins
    with such a row, and each of them has fuller rows below.
    """
    filled = [sum(not says_nothing(cell.value) for cell in record.cells.values()) for record in records]
    alone = [place for place, count in enumerate(filled) if count == 1]
    if len(alone) * 2 > len(records):
        return set()
    followed = [place for place in alone if place + 1 < len(records) and filled[place + 1] > 1]
    if len(alone) >= _FEWEST_GROUPS and alone[0] == 0 and followed == alone:
        return set(alone)
    return {place for place in followed if _is_heading(one_line(_cell(records[place], columns, "name")))}


def _is_heading(text: str) -> bool:
    return text.endswith(":") or is_team(text)
