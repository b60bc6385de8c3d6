"""The octilinear grid as a graph for shortest paths: a state is a place with the heading in which track arrives there.

After Bast, Brosi and Storandt, "Metro Maps on Octilinear Grid Graphs" (EuroVis 2020): bends cost by their angle, track
may cross other track only straight across, and places of stations are closed to track of others.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy.sparse.csgraph import dijkstra  # type: ignore[import-untyped]  # scipy carries no types

from stackaudit.drawing.placement.arcs import (
    ARCS,
    ARRIVED,
    ARRIVING,
    DEPART,
    FAR,
    PASSING,
    STATES,
    TURNS,
    laid_arcs,
)
from stackaudit.drawing.placement.lattice import DIAGONAL, Lattice

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

_BENDS = np.array([9.0, 6.5, 0.0, 6.5, 9.0])

_CROSSING = 16.0
_BESIDE_STATION = 0.6


class Way(NamedTuple):
    """Track over the grid: the places that it goes through from end to end, and what it costs."""

    places: tuple[int, ...]
    cost: float


class Grid(Lattice):
    """Places in rows, and what stands on them and runs through them."""

    def __init__(self, columns: int, rows: int) -> None:
        """An empty grid."""
        super().__init__(columns, rows)
        size = columns * rows
        self.holder = [-1] * size
        self.beside = [0] * size
        self.passing: list[list[tuple[int, int]]] = [[] for _ in range(size)]
        self._diagonals: dict[tuple[int, int], int] = {}
        self._used: dict[tuple[int, int], int] = {}
        self._shunned: dict[tuple[int, int], float] = {}
        self._lay_arcs()

    def hold(self, places: Iterable[int], station: int) -> None:
        """Give places to a station, or take them back with -1."""
        changed = set()
        for place in places:
            self.holder[place] = station
            changed.add(place)
            for beside in self.beside_each[place]:
                if beside >= 0:
                    self.beside[beside] += 1 if station >= 0 else -1
                    changed.add(beside)
        self._refresh(sorted(changed))

    def lay(self, places: Sequence[int]) -> None:
        """Lay track through places."""
        self._change(places, 1)

    def lift(self, places: Sequence[int]) -> None:
        """Take track away again."""
        self._change(places, -1)

    def shun(self, steps: Mapping[tuple[int, int], float]) -> None:
        """Make steps dearer, each named by a place and a heading before west; what was dearer before is no longer."""
        changed = [*self._shunned, *steps]
        self._shunned = dict(steps)
        for place, heading in changed:
            self._set_step(place, heading)
        self._refresh(
            sorted({each for place, heading in changed for each in (place, self.beside_each[place][heading])})
        )

    def shunned(self, places: Sequence[int]) -> float:
        """How much dearer laid track is for what is shunned."""
        return sum(
            self._shunned.get(self.edge(start, self.heading(start, end)), 0.0) for start, end in pairwise(places)
        )

    def price(self, places: Sequence[int]) -> float:
        """What track through places would cost between its ends, as things are; the ends' own costs aside."""
        headings = [self.heading(start, end) for start, end in pairwise(places)]
        cost = float(self._steps[places[0], headings[0]])
        for place, arrives, departs in zip(places[1:-1], headings, headings[1:], strict=False):
            turn = TURNS.index((departs - arrives + 3) % 8 - 3)
            cost += float(self._arcs.data[self._position[place * ARCS + PASSING + arrives * len(TURNS) + turn]])
        return cost

    def field(self, starts: Sequence[tuple[int, Sequence[float]]], limit: float) -> NDArray[np.float64]:
        """The cost of arriving at each place by each heading, from stations' places with their costs of departing."""
        changed = self._open(starts, _departing)
        sources = [place * STATES + DEPART for place, _ in starts]
        costs: NDArray[np.float64] = dijkstra(self._arcs, indices=sources, min_only=True, limit=limit)
        self._close(changed)
        return costs.reshape(-1, STATES)[:, :DEPART]

    def way(
        self,
        starts: Sequence[tuple[int, Sequence[float]]],
        ends: Sequence[tuple[int, Sequence[float]]],
        limit: float = FAR,
    ) -> Way | None:
        """The cheapest track between two stations, None where none is possible within the limit.

        Each end lists a station's places, with what it costs there to depart or to arrive by each heading.
        """
        changed = [*self._open(starts, _departing), *self._open(ends, _arriving)]
        sources = [place * STATES + DEPART for place, _ in starts]
        costs, before, _ = dijkstra(self._arcs, indices=sources, min_only=True, return_predecessors=True, limit=limit)
        self._close(changed)
        targets = [place * STATES + ARRIVED for place, _ in ends]
        target = min(targets, key=lambda state: (costs[state], state))
        if not np.isfinite(costs[target]):
            return None
        states = [target]
        while before[states[-1]] >= 0:
            states.append(int(before[states[-1]]))
        places = [state // STATES for state in reversed(states[1:])]  # the last two states are at one place
        return Way(tuple(places), float(costs[target])) if len({*places}) == len(places) else None

    def _lay_arcs(self) -> None:
        """Build the graph once; afterwards only weights change."""
        size = len(self.beside_each)
        self._arcs, self._position = laid_arcs(self.beside_each)
        jitter = np.arange(size * ARCS, dtype=np.int64) * 2654435761 % 1009
        self._jitter = jitter.reshape(-1, ARCS) * 1e-7  # one way is the cheapest, whatever the library does with ties
        self._passing_positions = self._position.reshape(-1, ARCS)[:, PASSING:ARRIVING]
        self._steps = np.full((size, 8), np.inf)
        for place in range(size):
            for heading in range(4):
                self._set_step(place, heading)
        self._refresh(range(size))

    def _refresh(self, places: Sequence[int]) -> None:
        """Set anew what it costs to pass places, by the heading of arrival and the turn."""
        which = np.array(places, dtype=int)
        weights = self._steps[which][:, _AFTER] + _BENDS
        weights += self._ground(which)[:, None, None]
        for number, place in enumerate(places):
            if self.passing[place]:
                self._cross_only(weights[number], self.passing[place])
        weights = weights.reshape(len(which), 40) + self._jitter[which, PASSING:ARRIVING]
        positions = self._passing_positions[which]
        here = positions >= 0
        self._arcs.data[positions[here]] = weights[here]

    def _ground(self, places: NDArray[np.int_]) -> NDArray[np.float64]:
        """What a place itself costs track that passes."""
        held = np.array([self.holder[place] >= 0 for place in places])
        beside = np.array([min(self.beside[place], 2) for place in places], dtype=float)
        return np.where(held, np.inf, _BESIDE_STATION * beside)

    def _cross_only(self, weights: NDArray[np.float64], passing: Sequence[tuple[int, int]]) -> None:
        """Let nothing pass but straight across straight track."""
        weights[:, [0, 1, 3, 4]] = np.inf
        for arrives, departs in passing:
            weights[:, 2] += _CROSSING
            if arrives != departs:
                weights[:, 2] = np.inf
            else:
                weights[[arrives, (arrives + 4) % 8], 2] = np.inf

    def _set_step(self, place: int, heading: int) -> None:
        """Set anew what a step costs by its length, by what lies across it and by whether it is shunned; and back."""
        to = self.beside_each[place][heading]
        if to < 0:
            return
        edge = self.edge(place, heading)
        cost = 1.0 + self._shunned.get(edge, 0.0)
        if heading % 2:
            cost += DIAGONAL + _CROSSING * self._diagonals.get(self.crossed(place, heading), 0)
        if self._used.get(edge):
            cost = np.inf
        self._steps[place, heading] = self._steps[to, (heading + 4) % 8] = cost

    def _change(self, places: Sequence[int], by: int) -> None:
        headings = [self.heading(start, end) for start, end in pairwise(places)]
        changed = set(places)
        for start, heading in zip(places, headings, strict=False):
            edge = self.edge(start, heading)
            self._used[edge] = self._used.get(edge, 0) + by
            self._set_step(start, heading)
            if heading % 2:
                self._diagonals[edge] = self._diagonals.get(edge, 0) + by
                beside = self.beside_each[start][(heading - 1) % 8]
                self._set_step(beside, (heading + 2) % 8)
                changed |= {beside, self.beside_each[beside][(heading + 2) % 8]}
        for place, arrives, departs in zip(places[1:-1], headings, headings[1:], strict=False):
            if by > 0:
                self.passing[place].append((arrives, departs))
            else:
                self.passing[place].remove((arrives, departs))
        self._refresh(sorted(changed))

    def _open(self, ends: Sequence[tuple[int, Sequence[float]]], arcs: tuple[int, bool]) -> list[int]:
        """Let track depart from, or arrive at, a station's places; the positions of the opened arcs."""
        first, departs = arcs
        opened = []
        for place, costs in ends:
            for heading, cost in enumerate(costs):
                position = int(self._position[place * ARCS + first + heading])
                if position >= 0:
                    step = self._steps[place, heading] if departs else 0.0
                    self._arcs.data[position] = cost + step + self._jitter[place, first + heading]
                    opened.append(position)
        return opened

    def _close(self, positions: list[int]) -> None:
        self._arcs.data[positions] = np.inf


_departing, _arriving = (0, True), (ARRIVING, False)
_AFTER = np.array([[(heading + turn) % 8 for turn in TURNS] for heading in range(8)])
