"""What a station costs on a plot: its links, what lies across them, its neighbours, and the zone it would rather be in.

Places are complex numbers, columns real and rows imaginary, counted in plots.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from stackaudit.drawing.placement.links import Graph

    Places: TypeAlias = NDArray[np.complex128]
    Prices: TypeAlias = NDArray[np.float64]
    Numbers: TypeAlias = NDArray[np.int_]
    Flags: TypeAlias = NDArray[np.bool_]

_CROSSING, _COVERED, _BENT, _TURN = 14.0, 22.0, 6.0, 2.0
_LENGTH, _LONG = 1.0, 1.3
_ASTRAY = 0.25
_LONELY, _ALONE_FROM, _ALONE_TO = 1.3, 1.5, 5.0  # plots to the next station of the neighbourhood
_CRAMPED, _ROOM = 4.0, 3.0  # plots between two stations that are large
_LARGE = 5  # links
_BESIDE_HUB = 2  # plots, for the hub has its name in it
_TOUCH = 0.18  # plots, squared


class _View(NamedTuple):
    """A station and what its costs depend on, by number: its links' other ends, and all that they may disturb."""

    ends: Numbers
    starts: Numbers
    stops: Numbers
    meets: Flags
    bystanders: Numbers
    is_end: Flags
    turns: Numbers
    kin: Numbers
    large: Numbers


class Costs:
    """The costs of one network; `zones` are west, north, east and south of where each station would rather be."""

    def __init__(
        self, graph: Graph, parts: Sequence[str], hub: int, zones: Sequence[tuple[float, float, float, float]]
    ) -> None:
        self._hub = hub
        self.zones = np.array(zones, dtype=float).reshape(-1, 4)
        turns = _turns(graph)
        self._views = [_view(graph, number, parts, turns[number]) for number in range(len(graph.ids))]

    def alone(self, number: int, at: Places, candidates: Places) -> Prices:
        """What a station and its links would cost at each candidate plot if no other track were in the way."""
        view = self._views[number]
        costs = self._ground(number, view, at, candidates)
        if len(view.ends):
            costs += _track(candidates[:, None] - at[view.ends])
            costs += _TURN * _turning(number, view.turns, at, candidates)
        return costs

    def disturbance(self, number: int, at: Places, candidates: Places) -> Prices:
        """What it would cost that the station and its links cross or cover others, and are covered."""
        view = self._views[number]
        starts, stops = at[view.starts], at[view.stops]
        costs: Prices = _COVERED * _near(candidates[:, None], starts, stops).sum(axis=1)
        if len(view.ends):
            far = at[view.ends]
            covers = _near(at[view.bystanders], candidates[:, None, None], far[:, None]) & ~view.is_end
            crossed = _crossed(candidates, far, starts, stops) & ~view.meets
            costs += _COVERED * covers.sum(axis=(1, 2)) + _CROSSING * crossed.sum(axis=(1, 2))
        return costs

    def total(self, at: Places, stations: Sequence[int]) -> float:
        """What all stations cost together."""
        costs = (
            float(part(number, at, at[number : number + 1])[0])
            for number in stations
            for part in (self.alone, self.disturbance)
        )
        return sum(costs)

    def pull(self, number: int, at: Places) -> complex:
        """The point to which a station's links and its zone pull it."""
        west, north, east, south = self.zones[number]
        middle = complex(west + east, north + south) / 2
        ends = self._views[number].ends
        return complex((at[ends].sum() + 2 * middle) / (len(ends) + 2))

    def _ground(self, number: int, view: _View, at: Places, candidates: Places) -> Prices:
        """The cost of a place without any track."""
        west, north, east, south = self.zones[number]
        x, y = candidates.real, candidates.imag
        astray = np.maximum(np.maximum(west - x, x - east), 0) + np.maximum(np.maximum(north - y, y - south), 0)
        costs: Prices = _ASTRAY * astray
        if len(view.kin):
            nearest = np.abs(candidates[:, None] - at[view.kin]).min(axis=1)
            costs += _LONELY * (np.clip(nearest, _ALONE_FROM, _ALONE_TO) - _ALONE_FROM)
        if self._hub not in (number, -1):
            away = candidates - at[self._hub]
            costs += _CRAMPED * ((np.abs(away.imag) < 1) & (np.abs(away.real) < _BESIDE_HUB))
        if len(view.large):
            away = np.abs(candidates[:, None] - at[view.large])
            costs += _CRAMPED * np.maximum(_ROOM - away, 0).sum(axis=1)
        return costs


def _view(graph: Graph, number: int, parts: Sequence[str], turns: Sequence[tuple[int, int, int]]) -> _View:
    own = set(graph.meeting[number])
    ends = np.array([graph.links[link].other(number) for link in graph.meeting[number]], dtype=int)
    rest = [link for position, link in enumerate(graph.links) if position not in own]
    starts, stops = (np.array([link[end] for link in rest], dtype=int) for end in (0, 1))
    others = [each for each in range(len(graph.ids)) if each != number]
    is_large = graph.degree(number) >= _LARGE
    return _View(
        ends,
        starts,
        stops,
        (starts == ends[:, None]) | (stops == ends[:, None]),
        np.array(others, dtype=int),
        np.array(others, dtype=int) == ends[:, None],
        np.array(turns, dtype=int).reshape(-1, 3),
        np.array([each for each in others if parts[each] and parts[each] == parts[number]], dtype=int),
        np.array([each for each in others if is_large and graph.degree(each) >= _LARGE], dtype=int),
    )


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


def _track(apart: Places) -> Prices:
    """What links cost by their octilinear length, long ones more, and where they would have to bend."""
    x, y = np.abs(apart.real), np.abs(apart.imag)
    less, more = np.minimum(x, y), np.maximum(x, y)
    bent = (less > 0) & (less != more)
    costs: Prices = (_LENGTH * (more + 0.41 * less) ** _LONG + _BENT * bent).sum(axis=1)
    return costs


def _turning(number: int, turns: Numbers, at: Places, candidates: Places) -> Prices:
    """How much lines turn at the station and at those next to it, 0 where all go straight on."""
    middle, one, two = (np.where(turns[:, end] == number, candidates[:, None], at[turns[:, end]]) for end in range(3))
    came, goes = middle - one, two - middle
    straight = (came.conj() * goes).real / np.maximum(np.abs(came) * np.abs(goes), 1e-9)
    cost: Prices = ((straight < 0.99) + (1 - straight) / 2).sum(axis=1)
    return cost


def _near(points: Places, starts: Places, stops: Places) -> Flags:
    """Whether points lie nearly on segments."""
    way, off = stops - starts, points - starts
    part = (way.conj() * off).real / np.maximum(way.real**2 + way.imag**2, 1e-9)
    off = off - np.clip(part, 0, 1) * way
    near: Flags = off.real**2 + off.imag**2 < _TOUCH
    return near


def _crossed(candidates: Places, far: Places, starts: Places, stops: Places) -> Flags:
    """Whether the segment from each candidate to each far end crosses each of the others, truly and not at an end."""
    ahead = (far - candidates[:, None]).conj()[:, :, None]
    one = (ahead * (starts - candidates[:, None])[:, None]).imag
    two = (ahead * (stops - candidates[:, None])[:, None]).imag
    along = (stops - starts).conj()
    here = (along * (candidates[:, None] - starts)).imag[:, None]
    there = (along * (far[:, None] - starts)).imag
    crossed: Flags = (one * two < 0) & (here * there < 0)
    return crossed
