"""Track in characters: box drawing for straight pieces and corners, slashes for diagonals."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from stackaudit.drawing.tracks import straightened

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from stackaudit.drawing.placement import Placement

Cell = tuple[int, int]
Piece = tuple[str, int]

_FALLING, _RISING, _ACROSS = "\N{BOX DRAWINGS LIGHT DIAGONAL UPPER LEFT TO LOWER RIGHT}", "\u2571", "\u2573"
_ALONG = {"open": "━", "missing": "╌", "by hand": "┅", "late": "═", "closed": "┄", "unknown": "┈"}
_UPRIGHT = {"open": "┃", "missing": "╎", "by hand": "┇", "late": "║", "closed": "┆", "unknown": "┊"}

_CORNERS = {
    frozenset({"e", "s"}): "┏",
    frozenset({"w", "s"}): "┓",
    frozenset({"e", "n"}): "┗",
    frozenset({"w", "n"}): "┛",
}


def rails_of(placement: Placement, across: int, down: int) -> dict[Cell, Piece]:
    """For each cell that track goes through its character and the number of the line, the first of several."""
    cells: dict[Cell, Piece] = {}
    for link, way in zip(placement.graph.links, placement.ways, strict=True):
        line, state = link.lines[0], link.tracks[0].state
        for cell, character in _characters(way, state, across, down):
            before, _ = cells.get(cell, ("", line))
            cells[cell] = _crossed({before, character}) or character, line
    return cells


def _crossed(both: set[str]) -> str:
    """The character of a crossing, empty where two do not cross."""
    if both.intersection(_ALONG.values()) and both.intersection(_UPRIGHT.values()):
        return "╋"
    return _ACROSS if both == {_FALLING, _RISING} else ""


def _characters(way: Sequence[Cell], state: str, across: int, down: int) -> Iterator[tuple[Cell, str]]:
    along, upright = _ALONG.get(state, _ALONG["open"]), _UPRIGHT.get(state, _UPRIGHT["open"])
    corners = straightened(way) if way else []
    for (x, y), (to_x, to_y) in pairwise(corners):
        dx, dy = (to_x > x) - (to_x < x), (to_y > y) - (to_y < y)
        steps = abs(to_x - x) * across if not dy else abs(to_y - y) * down
        stride = across // down if dx and dy else 1
        character = along if not dy else upright if not dx else _FALLING if dx == dy else _RISING
        for step in range(1, steps):
            yield (x * across + dx * stride * step, y * down + dy * step), character
    for before, here, after in zip(corners, corners[1:], corners[2:], strict=False):
        sides = frozenset((_side(here, before), _side(here, after)))
        flat = along if sides & {"e", "w"} else upright
        yield (here[0] * across, here[1] * down), _CORNERS.get(sides, flat)


def _side(here: Cell, there: Cell) -> str:
    """In which direction a place lies, by its letters."""
    upright = "n" if there[1] < here[1] else "s" if there[1] > here[1] else ""
    return upright + ("e" if there[0] > here[0] else "w" if there[0] < here[0] else "")
