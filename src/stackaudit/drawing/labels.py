"""Names beside stations: eight positions and several ways to break lines, chosen so that nothing covers anything."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

Rectangle = tuple[float, float, float, float]
"""West, north, east and south, in pixels."""


class Label(NamedTuple):
    """One way to write something: its lines, where they stand, which side of them is flush, and how good it is."""

    lines: tuple[str, ...]
    box: Rectangle
    flush: str
    cost: float


class Obstacles(NamedTuple):
    """What labels keep clear of: pieces of track with half their width, and rectangles."""

    pieces: NDArray[np.float64]
    boxes: NDArray[np.float64]


_CLEAR, _APART = 3.0, 8.0  # pixels around a name, and between two on one line
_ROUNDS = 60


def obstacles(pieces: Iterable[tuple[float, float, float, float, float]], boxes: Iterable[Rectangle]) -> Obstacles:
    """Obstacles of track (from x, y, to x, y, half the width) and rectangles."""
    return Obstacles(np.array(list(pieces)).reshape(-1, 5), np.array(list(boxes)).reshape(-1, 4))


def chosen(ways: Sequence[Sequence[Label]], around: Obstacles) -> list[Label | None]:
    """For each thing the best way to write it that covers nothing, None where no way is free."""
    free = [[way for way, is_free in zip(each, free_of(each, around), strict=True) if is_free] for each in ways]
    every = [(thing, way) for thing, each in enumerate(free) for way in each]
    if not every:
        return [None] * len(ways)
    clash = _clashes([way.box for _, way in every])
    owner = np.array([thing for thing, _ in every])
    clash &= owner[:, None] != owner[None]
    cost = np.array([way.cost for _, way in every])
    return _settled(len(ways), every, owner, clash, cost)


def free_of(ways: Sequence[Label], around: Obstacles) -> list[bool]:
    """Whether each way keeps clear of all obstacles."""
    if not ways:
        return []
    boxes = np.array([way.box for way in ways])
    touched = _touch_boxes(boxes, around.boxes).sum(axis=1) + _touch_pieces(boxes, around.pieces).sum(axis=1)
    return [not count for count in touched.tolist()]


def clash_counts(ways: Sequence[Label], around: Obstacles, names: Sequence[Rectangle]) -> list[float]:
    """How much each way covers: pieces of track, and, counted double, other names and boxes."""
    boxes = np.array([way.box for way in ways])
    others = np.concatenate([around.boxes, np.array(list(names)).reshape(-1, 4)])
    counts = _touch_pieces(boxes, around.pieces).sum(axis=1) + 2.0 * _touch_boxes(boxes, others).sum(axis=1)
    return [float(count) for count in counts]


def _clashes(boxes: Sequence[Rectangle]) -> NDArray[np.bool_]:
    array = np.array(boxes)
    return _touch_boxes(array, array, _APART)


def _touch_boxes(boxes: NDArray[np.float64], others: NDArray[np.float64], clear: float = _CLEAR) -> NDArray[np.bool_]:
    touch: NDArray[np.bool_] = (
        (boxes[:, None, 0] < others[None, :, 2] + clear)
        & (boxes[:, None, 2] > others[None, :, 0] - clear)
        & (boxes[:, None, 1] < others[None, :, 3] + _CLEAR)
        & (boxes[:, None, 3] > others[None, :, 1] - _CLEAR)
    )
    return touch


def _touch_pieces(boxes: NDArray[np.float64], pieces: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Whether boxes, grown by half the track's width, meet its middle: cut off by each side in turn."""
    grow = pieces[None, :, 4] + _CLEAR
    enter = np.zeros((len(boxes), len(pieces)))
    leave = np.ones_like(enter)
    for axis in (0, 1):
        low, high = boxes[:, None, axis] - grow, boxes[:, None, axis + 2] + grow
        start = pieces[None, :, axis]
        way = pieces[None, :, axis + 2] - start
        still = np.abs(way) < 1e-9
        step = np.where(still, 1.0, way)
        one, two = (low - start) / step, (high - start) / step
        apart = still & ((start < low) | (start > high))
        enter = np.where(still, np.where(apart, 2.0, enter), np.maximum(enter, np.minimum(one, two)))
        leave = np.where(still, leave, np.minimum(leave, np.maximum(one, two)))
    touched: NDArray[np.bool_] = enter <= leave
    return touched


def _settled(
    things: int,
    every: Sequence[tuple[int, Label]],
    owner: NDArray[np.int_],
    clash: NDArray[np.bool_],
    cost: NDArray[np.float64],
) -> list[Label | None]:
    """Choose for each thing in turn what is cheapest beside what the others chose, until nobody changes."""
    chosen = np.full(things, -1)
    taken = np.zeros(len(every), dtype=bool)
    weight = np.full(len(every), 100.0)
    options = [np.flatnonzero(owner == thing) for thing in range(things)]
    order = sorted(filter(lambda thing: len(options[thing]), range(things)), key=lambda thing: len(options[thing]))
    for _ in range(_ROUNDS):
        changed = False
        for thing in order:
            own = options[thing]
            taken[own] = False
            costs = cost[own] + (clash[own] * (weight * taken)).sum(axis=1)
            best = int(own[int(np.argmin(costs))])
            taken[best] = True
            changed |= best != chosen[thing]
            chosen[thing] = best
        standing = np.flatnonzero(taken)
        fought = standing[clash[np.ix_(standing, standing)].any(axis=1)]
        weight[fought] *= 1.3
        if not changed and not len(fought):
            break
    return _without_clashes(things, every, chosen, clash)


def _without_clashes(
    things: int, every: Sequence[tuple[int, Label]], chosen: NDArray[np.int_], clash: NDArray[np.bool_]
) -> list[Label | None]:
    """What was chosen; of things that still clash only the first is written."""
    kept: list[int] = []
    found: list[Label | None] = []
    for thing in range(things):
        way = int(chosen[thing])
        if way < 0 or any(clash[way, other] for other in kept):
            found.append(None)
        else:
            kept.append(way)
            found.append(every[way][1])
    return found
