"""A first place for every station: a plot of a coarse pattern where its links are short, straight and apart.

Plots are tried station by station, at first with some luck, which is always the same, then until nothing gets better.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from math import ceil, sqrt
from typing import TYPE_CHECKING

import numpy as np

from stackaudit.drawing.placement.plot_costs import Costs
from stackaudit.drawing.placement.zones import Zone, zones_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from stackaudit.drawing.placement.links import Graph

STEP = 2
"""How many places of the grid a plot is wide and high."""

_BREADTH = 1.5  # columns to rows
_ROOM = 3.0  # plots for each station
_ROUNDS = 12
_NEAREST = 120
_TRIED = 6
_LEAST_GAIN = 1e-6
_HEATS = (4.5, 3.0, 2.2, 1.6, 1.1, 0.7, 0.4, 0.2)
_MOVES = 150  # at each heat, and at least one of each station


@dataclass(slots=True)
class Plots:
    """A pattern of plots and who has which; places are counted in plots from the north-west."""

    columns: int
    rows: int
    at: NDArray[np.float64]
    taken: dict[tuple[int, int], int] = field(default_factory=dict)


def first_plots(graph: Graph, parts: Sequence[str], hub: int, inside: Sequence[int]) -> Plots:
    """The plots of the stations `inside`; all have neighbourhoods, the `parts`; `hub` is the middle one, or -1."""
    columns, rows = size_of(len(inside))
    zones = zones_of(Counter(parts[number] for number in inside if number != hub))
    zones = {part: Zone(0.0, 0.0, 1.0, 1.0) for part in parts} | zones
    homes = [_in_plots(zones["" if number == hub else part], columns, rows) for number, part in enumerate(parts)]
    plots = Plots(columns, rows, np.zeros((len(parts), 2)))
    for number in sorted(inside, key=lambda each: (each != hub, -graph.degree(each), each)):
        _settle(plots, number, homes[number])
    search = _Search(plots, Costs(graph, homes), hub, inside)
    search.anneal()
    for _ in range(_ROUNDS):
        if not search.improve():
            break
    return plots


def size_of(stations: int) -> tuple[int, int]:
    """Columns and rows of plots for so many stations."""
    columns = max(3, ceil(sqrt(_ROOM * stations * _BREADTH)))
    return columns, max(3, ceil(_ROOM * stations / columns))


def _in_plots(zone: Zone, columns: int, rows: int) -> tuple[float, float, float, float]:
    """A zone's sides in plots."""
    return (
        zone.west * columns - 0.5,
        zone.north * rows - 0.5,
        zone.east * columns - 0.5,
        zone.south * rows - 0.5,
    )


def _settle(plots: Plots, number: int, home: tuple[float, float, float, float]) -> None:
    """Put a station on the free plot that is nearest to the middle of its zone."""
    x, y = (home[0] + home[2]) / 2, (home[1] + home[3]) / 2
    free = [
        (column, row)
        for column in range(plots.columns)
        for row in range(plots.rows)
        if (column, row) not in plots.taken
    ]
    best = min(free, key=lambda plot: ((plot[0] - x) ** 2 + (plot[1] - y) ** 2, plot))
    plots.taken[best] = number
    plots.at[number] = best


class _Search:
    """Moves stations from plot to plot, and swaps them, as long as the whole gets better."""

    def __init__(
        self,
        plots: Plots,
        costs: Costs,
        hub: int,
        inside: Sequence[int],
    ) -> None:
        self.plots, self.costs, self.hub = plots, costs, hub
        self.movable = [number for number in inside if number != hub]
        everywhere = [(column, row) for row in range(plots.rows) for column in range(plots.columns)]
        self.everywhere = np.array(everywhere, dtype=float)

    def anneal(self) -> None:
        """Move stations about, ever less at random, so that the search does not end in the first hollow."""
        dice = np.random.RandomState(1)  # whose numbers numpy promises never to change
        for heat in _HEATS:
            for number in self.movable * max(1, min(3, _MOVES // max(1, len(self.movable)))):
                self._improved(number, heat * dice.gumbel(size=len(self.everywhere)), heat)

    def improve(self) -> bool:
        """Try to find every station a better plot; whether any was found."""
        still = np.zeros(len(self.everywhere))
        went = [number for number in self.movable if self._improved(number, still, 0.0)]
        return bool(went)

    def _improved(self, number: int, noise: NDArray[np.float64], heat: float) -> bool:
        """Move a station to the best plot, as the noise has it, or swap it with who is there; whether it went."""
        plots, here = self.plots, (int(self.plots.at[number][0]), int(self.plots.at[number][1]))
        candidates = self._candidates(number)
        costs = self.costs.of(number, plots.at, candidates) - noise[: len(candidates)]
        now = self._cost(number)
        for position in np.argsort(costs, kind="stable")[:_TRIED]:
            there = (int(candidates[position][0]), int(candidates[position][1]))
            if there == here or now - float(costs[position]) <= _LEAST_GAIN:
                continue
            other = plots.taken.get(there)
            if other is None:
                self._move(number, here, there)
                return True
            if other != self.hub and self._swapped(number, other, heat):
                return True
        return False

    def _candidates(self, number: int) -> NDArray[np.float64]:
        """The plots nearest to where the station's links and its zone pull it."""
        links = self.costs.ends[list(self.costs.graph.meeting[number])]
        ends = self.plots.at[links[links != number]]
        home = self.costs.homes[number]
        middle = np.array([[(home[0] + home[2]) / 2, (home[1] + home[3]) / 2]])
        pull = np.concatenate([ends, middle, middle]).mean(axis=0)
        away = ((self.everywhere - pull) ** 2).sum(axis=1)
        return self.everywhere[np.argsort(away, kind="stable")[:_NEAREST]]

    def _move(self, number: int, here: tuple[int, int], there: tuple[int, int]) -> None:
        if self.plots.taken.get(here) == number:
            del self.plots.taken[here]
        self.plots.taken[there] = number
        self.plots.at[number] = there

    def _swapped(self, one: int, two: int, heat: float) -> bool:
        """Swap two stations where that is better for both together, or not much worse."""
        at, taken = self.plots.at, self.plots.taken
        here, there = at[one].copy(), at[two].copy()
        before = self._cost(one) + self._cost(two)
        at[one], at[two] = there, here
        if self._cost(one) + self._cost(two) < before - _LEAST_GAIN + heat:
            taken[int(there[0]), int(there[1])], taken[int(here[0]), int(here[1])] = one, two
            return True
        at[one], at[two] = here, there
        return False

    def _cost(self, number: int) -> float:
        return float(self.costs.of(number, self.plots.at, self.plots.at[number][None])[0])
