"""The few shapes that chapters are written in: cells, lists of names, tables, money."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.model.money import grouped, shortened, spelled
from stackaudit.reports.ci.wording import shown
from stackaudit.reports.markdown import escaped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from stackaudit.model.scorecard import Spent

LONGEST_NAME = 60
LONGEST_TEXT = 400
_MOST_NAMES = 6


def plain(text: str, most: int = LONGEST_TEXT) -> str:
    """Anybody's text on one line, cut to a length, for anywhere but the beginning of a line."""
    return escaped(shown(text, most).strip())


def name(text: str) -> str:
    """The name of a system, a team or a tool."""
    return plain(text, LONGEST_NAME)


def names(texts: Sequence[str], most: int = _MOST_NAMES) -> str:
    """A few names, and how many more."""
    listed = ", ".join(name(text) for text in texts[:most])
    rest = len(texts) - most
    return f"{listed} and {grouped(rest)} more" if rest > 0 else listed


def team(text: str) -> str:
    """The name of a team or a side; one that is called by the id `it` reads as IT."""
    return "IT" if text == "it" else name(text)


def teams(texts: Sequence[str], most: int = _MOST_NAMES) -> str:
    """A few teams, and how many more."""
    return names(["IT" if text == "it" else text for text in texts], most)


def money(amount: float, currency: str) -> str:
    """An amount in whole units: `EUR 48 000`."""
    return plain(spelled(round(amount), currency))


def large(amount: float, currency: str) -> str:
    """A large amount in few digits: `EUR 1.92 M`."""
    return plain(shortened(amount, currency))


def figure(amount: float) -> str:
    """An amount in whole units for a column that names the currency."""
    return grouped(round(amount))


def not_in_it(spent: Spent) -> list[str]:
    """What a sum leaves out, in a few words each."""
    parts = [f"{grouped(spent.unstated)} without a stated cost"] if spent.unstated else []
    return [*parts, *(f"{money(foreign.amount, foreign.currency)} not converted" for foreign in spent.foreign)]


def a_year(currency: str) -> str:
    """The heading of a column of amounts."""
    return f"{plain(currency)} a year" if currency else "A year"


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A table with a blank line after it; a heading that ends with `:` is of figures, which stand to the right."""
    yield _row([heading.removesuffix(":") for heading in headings])
    yield _row(["---:" if heading.endswith(":") else "---" for heading in headings])
    for row in rows:
        yield _row(row)
    yield ""


def further(count: int, what: str) -> Iterator[str]:
    """A line that says how many rows are left out, where any are."""
    if count > 0:
        yield f"… and {grouped(count)} more {what}."
        yield ""


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
