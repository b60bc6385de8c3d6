"""The columns of a list, and what each states."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from stackaudit.sources.importers.cells.manners import Manner

LEFT_OUT = "-"
"""What the user says of a column that is to be left out."""


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
    left: Collection[str]
    secret: Collection[str]
    silent: Collection[str]
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
