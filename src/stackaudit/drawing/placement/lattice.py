"""The places of the grid and the steps between them, without anything that stands or runs there."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from stackaudit.drawing.placement.arcs import HEADINGS

if TYPE_CHECKING:
    from collections.abc import Sequence

DIAGONAL = 0.4
"""How much more a diagonal step costs than a straight one, which costs 1."""

Step = tuple[int, int]
"""A place and a heading before west: one name for a step and the same step back."""


class Lattice:
    """Places in rows, numbered from the north-west; `beside_each` has the eight next to each, -1 beyond the edge."""

    def __init__(self, columns: int, rows: int) -> None:
        """So many columns and rows."""
        self.columns, self.rows = columns, rows
        self.beside_each = [[self._step(place, heading) for heading in range(8)] for place in range(columns * rows)]

    def place(self, x: int, y: int) -> int:
        """The number of a place."""
        return y * self.columns + x

    def at(self, place: int) -> tuple[int, int]:
        """The column and row of a place."""
        return place % self.columns, place // self.columns

    def next(self, place: int, heading: int) -> int:
        """The place one step away, or -1 beyond the edge."""
        return self.beside_each[place][heading]

    def heading(self, start: int, end: int) -> int:
        """In which direction a neighbouring place lies."""
        return self.beside_each[start].index(end)

    def apart(self, one: int, two: int) -> float:
        """How many steps lie between two places at the least, diagonal ones at their price."""
        (x, y), (to_x, to_y) = self.at(one), self.at(two)
        across, down = abs(to_x - x), abs(to_y - y)
        return max(across, down) + DIAGONAL * min(across, down)

    def steps(self, places: Sequence[int]) -> set[Step]:
        """The steps of track by their names: a place and a heading before west."""
        return {self.edge(start, self.heading(start, end)) for start, end in pairwise(places)}

    def diagonals_across(self, places: Sequence[int]) -> set[Step]:
        """The steps that would cross diagonal steps of track between two places."""
        pairs = ((start, self.heading(start, end)) for start, end in pairwise(places))
        return {self.crossed(start, heading) for start, heading in pairs if heading % 2}

    def edge(self, place: int, heading: int) -> Step:
        """One name for a step and the same step back."""
        return (place, heading) if heading < 4 else (self.beside_each[place][heading], heading - 4)

    def crossed(self, place: int, heading: int) -> Step:
        """The diagonal across a diagonal step, by its name."""
        side = self.beside_each[place][(heading - 1) % 8]
        return self.edge(side, (heading + 2) % 8) if side >= 0 else (-1, -1)

    def _step(self, place: int, heading: int) -> int:
        x, y = place % self.columns + HEADINGS[heading][0], place // self.columns + HEADINGS[heading][1]
        return y * self.columns + x if 0 <= x < self.columns and 0 <= y < self.rows else -1
