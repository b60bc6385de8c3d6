"""Which column of a table holds what: as somebody declared it, by its heading, or by its cells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.model.documents import Place
from stackaudit.model.problems import Problem, Problems
from stackaudit.model.suggesting import shortened
from stackaudit.sources.evidence.amounts import COMMA, POINT, currency_of, read_amount
from stackaudit.sources.evidence.days import DAY_FIRST, MONTH_FIRST, read_day
from stackaudit.sources.evidence.headings import (
    CREDITS,
    DEBITS,
    HEADINGS,
    OF_PEOPLE,
    OF_SIGN_ON,
    folded,
    is_of_another_currency,
    likeness,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from stackaudit.sources.evidence.reader import Table

_SAMPLE_ROWS = 200
_MOST_COLUMNS = 500
_CENTS = re.compile(r"[.,][0-9]{2}(?![0-9])|[£€$]")
_LETTERS = re.compile(r"[^\W\d_]{3}")
_LETTER = re.compile(r"[^\W\d_]")
_DIGIT = re.compile(r"[0-9]")


class Columns(NamedTuple):
    """The columns of a ledger by their index from 0; None where it has no such column.

    There is an amount, or a debit with or without a credit. `headings` are folded, one for each column.
    """

    date: int | None = None
    merchant: int | None = None
    amount: int | None = None
    debit: int | None = None
    credit: int | None = None
    direction: int | None = None
    description: int | None = None
    currency: int | None = None
    team: int | None = None
    payer: int | None = None
    headings: tuple[str, ...] = ()

    @property
    def are_a_ledger(self) -> bool:
        """Whether a day, a merchant and an amount are among them."""
        return None not in {self.date, self.merchant} and (self.amount, self.debit) != (None, None)


def find_columns(table: Table, declared: Mapping[str, str]) -> Columns:
    """The columns of a table; `declared` names some by their heading or number, and one that is missing is left out.

    Headings count only where the cells below bear them out. Where they name all but one of day, merchant and amount,
    or where there are none, the cells alone tell.
    """
    return _Search(table, declared).columns()


def missing_columns(table: Table, declared: Mapping[str, str], name: str) -> Problems | None:
    """The problems of declared columns that a table does not have, each with the headings that there are."""
    there = ", ".join(dict.fromkeys(shortened(heading) for heading in table.header[:50] if heading)) or "none"
    place = Place(name, max(table.lines[0] - 1, 1) if table.lines else 1, 1)
    problems = tuple(
        Problem(f"no column `{shortened(said)}` for `{kind}`", f"Its headings are: {there}.", place)
        for kind, said in declared.items()
        if _declared_index(table.header, said) is None
    )
    return Problems(problems) if problems else None


def cells_of(table: Table, index: int | None) -> list[str]:
    """A column's cells, empty where there is no such column."""
    return [""] * len(table.rows) if index is None else [row[index] for row in table.rows]


def is_of_sign_on(table: Table) -> bool:
    """Whether a heading is one that lists of apps or passwords have, and ledgers do not."""
    return not OF_SIGN_ON.isdisjoint(map(folded, table.header[:_MOST_COLUMNS]))


class _Search:
    """The search for a table's columns; each column found is taken from the others."""

    def __init__(self, table: Table, declared: Mapping[str, str]) -> None:
        self._headings = tuple(map(folded, table.header[:_MOST_COLUMNS]))
        self._rows = table.rows[:_SAMPLE_ROWS]
        self._found: dict[str, int] = {}
        for kind, said in declared.items():
            index = _declared_index(table.header, said)
            if index is not None and kind in HEADINGS:
                self._found[kind] = index

    def columns(self) -> Columns:
        for kind in ("date", "amount", "merchant"):
            self._take_named(kind)
        if "amount" not in self._found:
            self._take_named("debit")
            self._take_named("credit")
        self._take_named("description")
        if "merchant" not in self._found and "description" in self._found:
            self._found["merchant"] = self._found.pop("description")
        self._take_by_cells()
        for kind in ("direction", "currency", "payer", "team"):
            self._take_named(kind)
        return Columns(**self._found, headings=self._headings)

    def _take_named(self, kind: str) -> None:
        """The best heading of a kind whose cells bear it out; of equals the first."""
        if kind in self._found:
            return
        taken = set(self._found.values())
        scored = [(self._score(index, kind), -index) for index in range(len(self._headings)) if index not in taken]
        for score, place in sorted(scored, reverse=True):
            if score and self._bears_out(-place, kind):
                self._found[kind] = -place
                return

    def _score(self, index: int, kind: str) -> int:
        score = likeness(self._headings[index], kind)
        if score and kind == "team" and self._share(index, _is_code) > 0.5:
            return 1
        if score and kind == "currency" and "amount" in self._found:
            amount = self._headings[self._found["amount"]]
            if is_of_another_currency(self._headings[index], kind) and not is_of_another_currency(amount, "amount"):
                return 0
            marks = {"original", "foreign", "billing"} & set(amount.split())
            return score + 1000 * (not marks.isdisjoint(self._headings[index].split()))
        return score

    def _take_by_cells(self) -> None:
        """What is missing of day, amount and merchant, by the cells alone."""
        missing = [kind for kind in ("date", "amount", "merchant") if kind not in self._found]
        if "amount" in missing and "debit" in self._found:
            missing.remove("amount")
        if not missing or not self._rows or (any(self._headings) and len(missing) > 1):
            return
        for kind in missing:
            taken = set(self._found.values())
            fitting = [
                index for index in range(len(self._headings)) if index not in taken and self._is_surely(index, kind)
            ]
            if fitting:
                self._found[kind] = max(fitting, key=self._variety) if kind == "merchant" else fitting[0]

    def _bears_out(self, index: int, kind: str) -> bool:
        test = _TESTS.get(kind)
        if test is None or not self._rows:
            return True
        if kind in {"debit", "credit"} and not self._share(index, bool):
            return True  # nothing may have come back so far
        return self._share(index, test) >= (0.9 if kind == "direction" else 0.5)

    def _is_surely(self, index: int, kind: str) -> bool:
        heading = self._headings[index]
        if not HEADINGS[kind].never.isdisjoint(heading.split()):
            return False
        if kind == "merchant":
            is_other = any(likeness(heading, other) for other in ("team", "payer", "currency"))
            names_people = not OF_PEOPLE.isdisjoint(heading.split())
            return not is_other and not names_people and self._share(index, _LETTERS.search) >= 0.9
        if kind == "amount":
            return self._share(index, _is_amount) >= 0.9 and self._share(index, _CENTS.search) >= 0.5
        return self._share(index, _is_day) >= 0.9 and not self._share(index, str.isdigit)

    def _share(self, index: int, test: Callable[[str], object]) -> float:
        """The share of a column's filled cells that pass a test, 0 where none is filled."""
        cells = [cell for row in self._rows if len(row) > index and (cell := row[index].strip())]
        return sum(bool(test(cell[:300])) for cell in cells) / len(cells) if cells else 0.0

    def _variety(self, index: int) -> tuple[int, int]:
        """How many different cells a column has; of equals the first column is the greater."""
        return len({row[index] for row in self._rows if len(row) > index}), -index


def _declared_index(header: Sequence[str], said: str) -> int | None:
    """The index of a column by its heading, as written or folded, or by its number from 1."""
    for candidates in (header, [folded(heading) for heading in header]):
        wanted = said if candidates is header else folded(said)
        if wanted and wanted in candidates:
            return list(candidates).index(wanted)
    number = int(said) if re.fullmatch(r"[0-9]{1,3}", said) else 0
    return number - 1 if 0 < number <= len(header) else None


def _is_day(cell: str) -> bool:
    return read_day(cell, DAY_FIRST) is not None or read_day(cell, MONTH_FIRST) is not None


def _is_amount(cell: str) -> bool:
    return read_amount(cell, POINT) is not None or read_amount(cell, COMMA) is not None


def _is_code(cell: str) -> bool:
    return " " not in cell and _DIGIT.search(cell) is not None


def _is_direction(cell: str) -> bool:
    return folded(cell) in DEBITS | CREDITS


def _is_currency(cell: str) -> bool:
    return bool(currency_of(cell))


_TESTS: dict[str, Callable[[str], object]] = {
    "date": _is_day,
    "amount": _is_amount,
    "debit": _is_amount,
    "credit": _is_amount,
    "merchant": _LETTER.search,
    "description": _LETTER.search,
    "direction": _is_direction,
    "currency": _is_currency,
}
