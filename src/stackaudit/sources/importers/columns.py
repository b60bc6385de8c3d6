"""Which column states which fact: as the user says, or by its heading where the cells bear it out."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.model.language.fields import Kind
from stackaudit.sources.evidence.amounts import COMMA, POINT, read_amounts
from stackaudit.sources.evidence.days import DAY_FIRST, MONTH_FIRST, read_days
from stackaudit.sources.importers.cells import understood
from stackaudit.sources.importers.criticality import top_tier_in
from stackaudit.sources.importers.figures import bare_amount
from stackaudit.sources.importers.headings import VAGUE, readings
from stackaudit.sources.importers.manners import USUAL, Manner, currency_in, factor_in, unit_in
from stackaudit.sources.importers.plain import one_line, says_nothing, text_of, words
from stackaudit.sources.importers.secrets import is_secret
from stackaudit.sources.importers.ways import FIELDS, FLOW_FIELDS, FLOW_WAYS, WAYS
from stackaudit.sources.importers.yes_no import cross_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from stackaudit.sources.importers.records import Record

LEFT_OUT = "-"
"""What the user says of a column that is to be left out."""

_SAMPLE = 300
_MOST_COLUMNS = 500
_LEAST_SHARE = 0.25
_LEAST_SHARE_OF_VAGUE = 0.5
_MONTH_FIRST_CURRENCIES = frozenset({"USD"})


class Column(NamedTuple):
    """A column that states something: its heading as written, the way in which it does, and how it is written.

    `said` is true where the user says so, `filled` where any cell below says anything.
    """

    heading: str
    way: str
    manner: Manner
    said: bool = False
    filled: bool = True


class Columns(NamedTuple):
    """What the columns of a list state.

    `by_fact` holds the columns of each fact, the one that counts most first. `left` are headings without a place,
    `secret` those of secrets, `silent` those that the user leaves out; `doubted` maps headings whose cells do not bear
    them out to why.
    """

    of_flows: bool
    by_fact: Mapping[str, tuple[Column, ...]]
    left: tuple[str, ...]
    secret: tuple[str, ...]
    silent: tuple[str, ...]
    doubted: Mapping[str, str]

    def stated(self) -> dict[str, str]:
        """What each heading states, as `--map` would say it."""
        found: dict[str, list[str]] = {}
        for columns in self.by_fact.values():
            for column in columns:
                found.setdefault(column.heading, []).append(column.way)
        return {heading: ", ".join(ways) for heading, ways in found.items()} | dict.fromkeys(self.silent, LEFT_OUT)

    def has(self, *ways: str) -> bool:
        """Whether a column states something in one of these ways."""
        return any(column.way in ways for columns in self.by_fact.values() for column in columns)


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
            if (
                way in {"from", "to"}
                and _share(cells[heading], way, USUAL) >= _LEAST_SHARE
                and not _are_days(cells[heading])
            ):
                ends.setdefault(way, heading)
    if len(ends) < 2 or len(set(ends.values())) < 2:
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
        self._order, self._sure_order = _order_of_days(cells)
        self._doubted: dict[str, str] = {}

    def columns(self) -> Columns:
        found: list[tuple[int, int, Column]] = []
        places = {way: place for place, way in enumerate(self._ways)}
        name = self._heading_of_names()
        if not name and (vendor := self._heading_of_vendors()):
            found.append((0, 0, self._column(vendor, "name.vendor")))
        left: list[str] = []
        secret = [heading for heading in self._cells if is_secret(heading) and heading not in self._chosen]
        silent = [heading for heading, ways in self._chosen.items() if LEFT_OUT in ways]
        for place, heading in enumerate(self._cells):
            if heading in secret or heading in silent:
                continue
            if heading in self._chosen:
                heeded = [way for way in self._chosen[heading] if way in self._ways]
                found += [(-1, 0, self._column(heading, way, said=True)) for way in heeded]
                left += [] if heeded else [heading]
                continue
            reading = self._reading(heading, is_name=bool(name) and heading == name) if place < _MOST_COLUMNS else None
            if reading is None:
                left.append(heading)
            else:
                found.append((places[reading[0]], reading[1], self._column(heading, *reading)))
        by_fact: dict[str, list[Column]] = {}
        for _, _, column in sorted(found, key=lambda item: item[:2]):
            by_fact.setdefault(self._ways[column.way].fact, []).append(column)
        ordered = {
            fact: tuple(by_fact[fact])
            for fact in dict.fromkeys(way.fact for way in self._ways.values())
            if fact in by_fact
        }
        return Columns(self._of_flows, ordered, tuple(left), tuple(secret), tuple(silent), self._doubted)

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

    def _reading(self, heading: str, *, is_name: bool) -> tuple[str, int] | None:
        """What a heading states: the first of its readings that its cells bear out."""
        if is_name:
            return "name", 0
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
        """How a column is written."""
        fact = self._ways[way].fact
        field = FLOW_FIELDS[fact] if self._of_flows else FIELDS.get(fact)
        manner = USUAL._replace(order=self._order, sure_order=self._sure_order)
        if field is None:
            return manner
        texts = [text_of(cell) for cell in self._cells[heading]]
        if field.kind is Kind.MONEY:
            vague = f"the column `{one_line(heading)}` does not say that it is per year" if way == "cost.some" else ""
            return manner._replace(
                decimal=decimal_of(texts), currency=currency_in(heading), times=factor_in(heading), vague=vague
            )
        if field.kind in {Kind.WHOLE, Kind.NUMBER}:
            return manner._replace(decimal=decimal_of(texts))
        if field.kind in {Kind.SPAN, Kind.SPAN_OR_NO}:
            return manner._replace(unit=unit_in(words(heading).split()))
        if fact == "service.criticality":
            return manner._replace(top_tier=top_tier_in(texts))
        vague = f"`{one_line(heading)}` need not be about this" if rank >= VAGUE else ""
        return manner._replace(cross=cross_in(texts), vague=vague)


def decimal_of(texts: Iterable[str]) -> str:
    """What parts the cents in a column, empty where it does not tell."""
    bare = [bare_amount(text) for text in texts]
    tried = {read_amounts(bare, usual=usual).decimal for usual in (POINT, COMMA)}
    return tried.pop() if len(tried) == 1 else ""


def _order_of_days(cells: Mapping[str, Sequence[object]]) -> tuple[str, bool]:
    """Whether days or months come first in the dates of a list, and whether its dates tell.

    Where they do not, amounts in dollars make it months.
    """
    texts = [
        one_line(cell)[:60] for below in cells.values() for cell in islice(below, _SAMPLE) if isinstance(cell, str)
    ]
    dated = [text for text in texts if text[:1].isdigit()]
    read = {usual: read_days(dated, usual=usual) for usual in (DAY_FIRST, MONTH_FIRST)}
    if read[DAY_FIRST].order == read[MONTH_FIRST].order:
        return read[DAY_FIRST].order, True
    dollars = sum("$" in text for text in texts)
    others = sum("€" in text or "£" in text for text in texts)
    return (MONTH_FIRST if dollars > others else DAY_FIRST), False


def _share(cells: Sequence[object], way: str, manner: Manner) -> float:
    """The share of cells that are understood in a way."""
    if not cells:
        return 0.0
    return sum(understood(way, cell, manner).bears_out for cell in cells) / len(cells)
