"""The graph that track is found in: states of places, and numbered arcs whose weights change as the town is built."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy.sparse import csr_array  # type: ignore[import-untyped]  # scipy carries no types

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

HEADINGS = ((1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1), (1, -1))
"""East, then clockwise by 45 degrees, as steps on a page whose y grows downwards."""

TURNS = (-2, -1, 0, 1, 2)
"""Track turns by at most 90 degrees, in steps of 45."""

FAR = 1e6
"""More than any track costs."""

STATES = 10
DEPART, ARRIVED = 8, 9
"""A place has a state for each heading of arrival, one to depart from and one to have arrived at."""

ARCS = 56
PASSING, ARRIVING = 8, 48
"""The arcs of a place are numbered: 8 of departing, then 5 for each heading of passing, then 8 of arriving."""


class Arcs(NamedTuple):
    """A sparse matrix of weights, and for each number of an arc its position in the matrix's data, -1 for none."""

    weights: csr_array
    positions: NDArray[np.int_]


def laid_arcs(around: Sequence[Sequence[int]]) -> Arcs:
    """The arcs between places whose neighbours by heading are given, -1 beyond the edge; none can be used yet."""
    laid = [arc for place, neighbours in enumerate(around) for arc in _arcs_of(place, neighbours)]
    starts, ends, numbers = np.array(laid, dtype=np.int64).reshape(-1, 3).T
    size = len(around)
    weights = csr_array((numbers.astype(float) + 1, (starts, ends)), shape=(size * STATES, size * STATES))
    positions = np.full(size * ARCS, -1)
    positions[weights.data.astype(int) - 1] = np.arange(len(weights.data))
    weights.data[:] = np.inf
    weights.indices, weights.indptr = (each.astype(np.int32) for each in (weights.indices, weights.indptr))
    return Arcs(weights, positions)


def _arcs_of(place: int, neighbours: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """The arcs of a place: from which state to which, and their numbers."""
    first, number = place * STATES, place * ARCS
    for heading, to in enumerate(neighbours):
        if to >= 0:
            yield first + DEPART, to * STATES + heading, number + heading
        yield first + heading, first + ARRIVED, number + ARRIVING + heading
        for turn, by in enumerate(TURNS):
            onward = (heading + by) % 8
            if neighbours[onward] >= 0:
                passing = number + PASSING + heading * len(TURNS) + turn
                yield first + heading, neighbours[onward] * STATES + onward, passing
