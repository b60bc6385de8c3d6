"""Which column states which fact: as the user says, or by its heading where the cells bear it out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.sources.importers.cells.cells import understood
from stackaudit.sources.importers.cells.manners import USUAL
from stackaudit.sources.importers.cells.plain import one_line, says_nothing, words
from stackaudit.sources.importers.cells.secrets import is_secret
from stackaudit.sources.importers.columns.column import LEFT_OUT, Column, Columns
from stackaudit.sources.importers.columns.column_manners import manner_of, order_of_days
from stackaudit.sources.importers.columns.headings import VAGUE, readings
from stackaudit.sources.importers.columns.ways import FIELDS, FLOW_FIELDS, FLOW_WAYS, WAYS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from stackaudit.sources.importers.cells.manners import Manner
    from stackaudit.sources.importers.entries.records import Record

__all__ = ["LEFT_OUT", "Columns", "columns_of"]

_SAMPLE = 300
_MOST_COLUMNS = 500
_ENDS = ("from", "to")
_LEAST_SHARE = 0.25
_LEAST_SHARE_OF_VAGUE = 0.5


def columns_of(records: Sequence[Record], said: Mapping[str, str]) -> Columns:
    """What the columns of entries state; what the user says counts before what headings say."""
    cells = _cells(records)
    folded = {words(heading): facts for heading, facts in said.items()}
    chosen = {
        heading: [fact.strip() for fact in facts.split(",")]
        for heading in cells
        if (facts := said.get(heading) or folded.get(words(heading), ""))
    }
    of_flows = _are_flows(cells, chosen)
    search = _Search(cells, chosen, of_flows=of_flows)
    return search.columns()


def _cells(records: Sequence[Record]) -> dict[str, list[object]]:
    """The first cells of each heading that state something, in the order in which headings appear."""
    found: dict[str, list[object]] = {}
    for record in records:
        for heading, cell in record.cells.items():
            below = found.setdefault(heading, [])
            if len(below) < _SAMPLE and not says_nothing(cell.value):
                below.append(cell.value)
    return found


def _are_flows(cells: Mapping[str, Sequence[object]], chosen: Mapping[str, Sequence[str]]) -> bool:
    """Whether the entries are integrations: two columns name the ends of each, and none names a system."""
    ends: dict[str, str] = {}
    for heading in cells:
        for way in chosen.get(heading) or [reading.way for reading in readings(heading, of_flows=True)[:1]]:
            if way in _ENDS and _share(cells[heading], way, USUAL) >= _LEAST_SHARE and not _are_days(cells[heading]):
                ends.setdefault(way, heading)
    if len(set(ends.values())) < len(_ENDS):
        return False
    named = [heading for heading in cells if heading not in ends.values() and _names_systems(heading)]
    return not named or any("from" in ways for ways in chosen.values())


def _names_systems(heading: str) -> bool:
    """Whether a heading is that of systems' names and cannot be that of names of integrations."""
    exact = readings(heading)
    is_flow_name = any(reading.way == "name" for reading in readings(heading, of_flows=True))
    return bool(exact) and exact[0].way == "name" and not is_flow_name


def _are_days(cells: Sequence[object]) -> bool:
    return _share(cells, "cost.renews", USUAL) > 0.5


class _Search:
    """The search for what each column states."""

    def __init__(self, cells: Mapping[str, list[object]], chosen: Mapping[str, list[str]], *, of_flows: bool) -> None:
        self._cells = cells
        self._chosen = chosen
        self._of_flows = of_flows
        self._ways = FLOW_WAYS if of_flows else WAYS
        self._places = {way: place for place, way in enumerate(self._ways)}
        order, sure_order = order_of_days(cells)
        self._days = USUAL._replace(order=order, sure_order=sure_order)
        self._doubted: dict[str, str] = {}

    def columns(self) -> Columns:
        """What each column states, or why it has no place."""
        found: list[tuple[int, int, Column]] = []
        left: dict[str, None] = {}  # asked about for each cell of thousands of columns
        secret = dict.fromkeys(each for each in self._cells if is_secret(each) and each not in self._chosen)
        silent = dict.fromkeys(each for each, ways in self._chosen.items() if LEFT_OUT in ways)
        name = self._heading_of_names()
        if not name and (vendor := self._heading_of_vendors()):
            found.append((0, 0, self._column(vendor, "name.vendor")))
        for place, heading in enumerate(self._cells):
            if heading in secret or heading in silent:
                continue
            stated = list(self._stated(heading, name)) if place < _MOST_COLUMNS else []
            found += stated
            left |= {} if stated else {heading: None}
        return Columns(self._of_flows, self._by_fact(found), left, secret, silent, self._doubted)

    def _stated(self, heading: str, name: str) -> Iterator[tuple[int, int, Column]]:
        """What a heading states, each with the place of its way among all, and how exactly it says so."""
        if heading in self._chosen:
            for way in self._chosen[heading]:
                if way in self._ways:
                    yield -1, 0, self._column(heading, way, said=True)
            return
        reading = ("name", 0) if name and heading == name else self._reading(heading)
        if reading is not None:
            yield self._places[reading[0]], reading[1], self._column(heading, *reading)

    def _by_fact(self, found: list[tuple[int, int, Column]]) -> dict[str, tuple[Column, ...]]:
        """The columns of each fact in the order of the language, the one that counts most first."""
        by_fact: dict[str, list[Column]] = {way.fact: [] for way in self._ways.values()}
        for _, _, column in sorted(found, key=lambda item: item[:2]):
            by_fact[self._ways[column.way].fact].append(column)
        return {fact: tuple(columns) for fact, columns in by_fact.items() if columns}

    def _heading_of_names(self) -> str:
        """The heading of the column that names the entries, empty where none does or the user names it."""
        if any("name" in ways for ways in self._chosen.values()):
            return ""
        ranked = [
            (reading.rank, place, heading)
            for place, heading in enumerate(self._cells)
            if heading not in self._chosen and not is_secret(heading)
            for reading in readings(heading, of_flows=self._of_flows)
            if reading.way == "name" and self._bears_out(heading, "name", reading.rank)
        ]
        return min(ranked)[2] if ranked else ""

    def _heading_of_vendors(self) -> str:
        """The heading of vendors, which name the entries where nothing else does; empty where there is none."""
        if self._of_flows or any("name" in ways for ways in self._chosen.values()):
            return ""
        exact = [
            heading
            for heading in self._cells
            if any(way == "vendor" and rank < VAGUE for way, rank in readings(heading))
        ]
        return next((heading for heading in exact if heading not in self._chosen), "")

    def _reading(self, heading: str) -> tuple[str, int] | None:
        """What a heading states: the first of its readings that its cells bear out."""
        for way, rank in readings(heading, of_flows=self._of_flows):
            if way == "name" and not self._of_flows:
                continue
            if self._bears_out(heading, way, rank):
                self._doubted.pop(heading, None)
                return way, rank
            self._doubted.setdefault(heading, f"most of this column cannot be read as `{self._ways[way].fact}`")
        return None

    def _bears_out(self, heading: str, way: str, rank: int) -> bool:
        cells = self._cells[heading]
        least = _LEAST_SHARE_OF_VAGUE if rank >= VAGUE else _LEAST_SHARE
        return not cells or _share(cells, way, self._manner(heading, way, rank)) >= least

    def _column(self, heading: str, way: str, rank: int = 0, *, said: bool = False) -> Column:
        return Column(heading, way, self._manner(heading, way, rank), said, bool(self._cells[heading]))

    def _manner(self, heading: str, way: str, rank: int) -> Manner:
        """How a column is written, and why it is vague."""
        fact = self._ways[way].fact
        field = FLOW_FIELDS[fact] if self._of_flows else FIELDS.get(fact)
        manner = self._days if field is None else manner_of(field, heading, self._cells[heading], self._days)
        if way == "cost.some":
            return manner._replace(vague=f"the column `{one_line(heading)}` does not say that it is per year")
        return manner._replace(vague=f"`{one_line(heading)}` need not be about this") if rank >= VAGUE else manner


def _share(cells: Sequence[object], way: str, manner: Manner) -> float:
    """The share of cells that are understood in a way."""
    if not cells:
        return 0.0
    return sum(understood(way, cell, manner).bears_out for cell in cells) / len(cells)
