"""What a station costs on a plot: length, bends, crossings and turns of its links, and how far its zone is."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from stackaudit.drawing.placement.links import Graph

    Places: TypeAlias = NDArray[np.float64]

Zone = tuple[float, float, float, float]
"""West, north, east and south, in plots."""

_CROSSING, _COVERED, _BENT, _TURN = 5.0, 6.0, 3.0, 3.0
_LENGTH, _ASTRAY = 0.6, 0.2
_TOUCH = 0.3  # plots, squared


class Costs:
    """The costs of one network, whose stations have zones that they would rather be in."""

    def __init__(self, graph: Graph, homes: Sequence[Zone]) -> None:
        self.graph = graph
        self.homes = np.array(homes, dtype=float).reshape(-1, 4)
        self.ends = np.array([(link.start, link.end) for link in graph.links], dtype=int).reshape(-1, 2)
        self._turns = _turns(graph)

    def of(self, number: int, at: Places, candidates: Places) -> Places:
        """What a station would cost at each of the candidate plots, with the others where they are."""
        home = self.homes[number]
        outside = np.maximum(home[:2] - candidates, 0) + np.maximum(candidates - home[2:], 0)
        costs: Places = _ASTRAY * (outside**2).sum(axis=1)
        own = list(self.graph.meeting[number])
        rest = np.ones(len(self.ends), dtype=bool)
        rest[own] = False
        starts, stops = at[self.ends[rest, 0]], at[self.ends[rest, 1]]
        costs += _COVERED * _near(candidates[:, None], starts[None], stops[None]).sum(axis=1)
        if not own:
            return costs
        links = self.ends[own]
        others = links[links != number]
        far = at[others]
        costs += (_LENGTH * _length(candidates, far) + _BENT * _is_bent(candidates, far)).sum(axis=1)
        costs += _TURN * self._turning(number, at, candidates)
        bystanders = np.array([each for each in range(len(at)) if each != number])
        covers = _near(at[bystanders][None, None], candidates[:, None, None], far[None, :, None])
        covers &= others[None, :, None] != bystanders[None, None]
        costs += _COVERED * covers.sum(axis=(1, 2))
        crossed = _cross(candidates[:, None, None], far[None, :, None], starts[None, None], stops[None, None])
        meets = (self.ends[rest, 0][None] == others[:, None]) | (self.ends[rest, 1][None] == others[:, None])
        costs += _CROSSING * (crossed & ~meets[None]).sum(axis=(1, 2))
        return costs

    def _turning(self, number: int, at: Places, candidates: Places) -> Places:
        """How much lines turn at the station and at those next to it, 0 where all go straight on."""
        cost = np.zeros(len(candidates))
        for middle, one, two in self._turns[number]:
            start = candidates if one == number else at[one][None]
            here = candidates if middle == number else at[middle][None]
            end = candidates if two == number else at[two][None]
            came, goes = (here - start), (end - here)
            length = np.sqrt((came**2).sum(axis=1) * (goes**2).sum(axis=1))
            straight = (came * goes).sum(axis=1) / np.maximum(length, 1e-9)
            cost += (straight < 0.99) + (1 - straight) / 2
        return cost


def _turns(graph: Graph) -> list[list[tuple[int, int, int]]]:
    """For each station the places where a line goes on from one link to another: middle, and both ends."""
    found: list[list[tuple[int, int, int]]] = [[] for _ in graph.ids]
    for middle, meeting in enumerate(graph.meeting):
        for one, two in combinations(meeting, 2):
            for _ in set(graph.links[one].lines) & set(graph.links[two].lines):
                turn = middle, graph.links[one].other(middle), graph.links[two].other(middle)
                for station in turn:
                    found[station].append(turn)
    return found


def _length(candidates: Places, far: Places) -> Places:
    """The octilinear length from each candidate to each end, in plots; long ones count more."""
    apart = np.abs(candidates[:, None] - far[None])
    length: Places = apart.max(axis=2) + 0.41 * apart.min(axis=2)
    return length**1.3


def _is_bent(candidates: Places, far: Places) -> NDArray[np.bool_]:
    """Whether track between them would have to bend."""
    apart = np.abs(candidates[:, None] - far[None])
    x, y = apart[..., 0], apart[..., 1]
    bent: NDArray[np.bool_] = (x > 0) & (y > 0) & (x != y)
    return bent


def _near(points: Places, starts: Places, stops: Places) -> NDArray[np.bool_]:
    """Whether points lie nearly on segments."""
    way_x, way_y = stops[..., 0] - starts[..., 0], stops[..., 1] - starts[..., 1]
    x, y = points[..., 0] - starts[..., 0], points[..., 1] - starts[..., 1]
    part = np.clip((way_x * x + way_y * y) / np.maximum(way_x * way_x + way_y * way_y, 1e-9), 0, 1)
    x, y = x - part * way_x, y - part * way_y
    away: NDArray[np.bool_] = x * x + y * y < _TOUCH
    return away


def _cross(a: Places, b: Places, c: Places, d: Places) -> NDArray[np.bool_]:
    """Whether the segments a-b and c-d cross or touch."""
    crossing: NDArray[np.bool_] = (_side(a, b, c) * _side(a, b, d) <= 0) & (_side(c, d, a) * _side(c, d, b) <= 0)
    return crossing


def _side(a: Places, b: Places, c: Places) -> Places:
    """On which side of a-b each c lies: a positive or negative number, 0 on the line."""
    side: Places = (b[..., 0] - a[..., 0]) * (c[..., 1] - a[..., 1]) - (b[..., 1] - a[..., 1]) * (c[..., 0] - a[..., 0])
    return side
