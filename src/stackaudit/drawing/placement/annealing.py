"""Moves stations from plot to plot, and swaps them, ever less at random, as long as the whole gets better."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from stackaudit.drawing.placement.plot_costs import Costs

_NEAREST, _PROMISING, _TRIED = 100, 20, 4
_MOST_SWEEPS, _ROUNDS = 6, 12
_LEAST_GAIN = 1e-3
_DIGITS = 4  # what differs by less is alike, so that no machine's last digit decides
_NOWHERE = complex(-1e4, -1e4)


class Search:
    """A pattern of plots, which stations have which, and the search for better ones; the hub stays where it is."""

    def __init__(self, columns: int, rows: int, costs: Costs, hub: int) -> None:
        """Begin with no station placed."""
        self.costs, self.hub = costs, hub
        self.at = np.full(len(costs.zones), _NOWHERE, dtype=np.complex128)
        everywhere = [complex(column, row) for row in range(rows) for column in range(columns)]
        self._everywhere = np.array(everywhere, dtype=np.complex128)
        self._taken: dict[complex, int] = {}
        self._movable: list[int] = []

    def settle(self, number: int) -> None:
        """Put a station on the free plot that is nearest to the middle of its zone."""
        west, north, east, south = self.costs.zones[number]
        middle = complex(west + east, north + south) / 2
        self._place(
            number, min(self._free(), key=lambda plot: (round(abs(plot - middle), _DIGITS), plot.real, plot.imag))
        )

    def join(self, number: int) -> None:
        """Put a station on the free plot where it costs least."""
        free = np.array(self._free(), dtype=np.complex128)
        costs = self.costs.alone(number, self.at, free) + self.costs.disturbance(number, self.at, free)
        self._place(number, complex(free[int(np.argmin(np.round(costs, _DIGITS)))]))

    def anneal(self, dice: np.random.RandomState, heats: Sequence[float], moves: int) -> None:
        """Move stations about so many times in all, and each at every heat, so that no hollow holds them."""
        sweeps = round(moves / (len(heats) * max(1, len(self._movable))))
        for heat in heats:
            for number in self._movable * max(1, min(_MOST_SWEEPS, sweeps)):
                self._improved(number, np.round(heat * dice.gumbel(size=_NEAREST), _DIGITS), heat)

    def improve(self) -> None:
        """Find every station a better plot, until none is found."""
        still = np.zeros(_NEAREST)
        for _ in range(_ROUNDS):
            if not [number for number in self._movable if self._improved(number, still, 0.0)]:
                break

    def _free(self) -> list[complex]:
        return [plot for plot in self._everywhere.tolist() if plot not in self._taken]

    def _place(self, number: int, plot: complex) -> None:
        self._taken[plot] = number
        self.at[number] = plot
        if number != self.hub:
            self._movable.append(number)

    def _improved(self, number: int, noise: NDArray[np.float64], heat: float) -> bool:
        """Move a station to the best plot, as the noise has it, or swap it with who is there; whether it went."""
        here = complex(self.at[number])
        candidates, costs = self._rated(number, here, noise)
        now = float(costs[0])
        for position in np.argsort(costs, kind="stable")[:_TRIED]:
            there = complex(candidates[position])
            if now - float(costs[position]) <= _LEAST_GAIN:
                return False
            other = self._taken.get(there)
            if other is None:
                del self._taken[here]
                self._taken[there], self.at[number] = number, there
                return True
            if other not in (self.hub, number) and self._swapped(number, other, heat):
                return True
        return False

    def _rated(
        self, number: int, here: complex, noise: NDArray[np.float64]
    ) -> tuple[NDArray[np.complex128], NDArray[np.float64]]:
        """A station's own plot and then the most promising others with their costs, as the noise has them."""
        away = np.round(np.abs(self._everywhere - self.costs.pull(number, self.at)), _DIGITS)
        nearest = self._everywhere[np.argsort(away, kind="stable")[:_NEAREST]]
        candidates = np.concatenate([self.at[number : number + 1], nearest[nearest != here]])
        costs = np.round(self.costs.alone(number, self.at, candidates), _DIGITS)
        costs[1:] -= noise[: len(candidates) - 1]
        best = np.argsort(costs[1:], kind="stable")[:_PROMISING] + 1
        candidates, costs = (np.concatenate([each[:1], each[best]]) for each in (candidates, costs))
        return candidates, costs + self.costs.disturbance(number, self.at, candidates)

    def _swapped(self, one: int, two: int, heat: float) -> bool:
        """Swap two stations where that is better for both together, or not much worse."""
        here, there = complex(self.at[one]), complex(self.at[two])
        before = self.costs.total(self.at, (one, two))
        self.at[one], self.at[two] = there, here
        if self.costs.total(self.at, (one, two)) < before - _LEAST_GAIN + heat:
            self._taken[there], self._taken[here] = one, two
            return True
        self.at[one], self.at[two] = here, there
        return False
