"""The names of neighbourhoods, each on its ground where that is free."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from stackaudit.drawing.ground import NOBODY, SPOT
from stackaudit.drawing.labels import Label, free_of, obstacles
from stackaudit.drawing.lettering import ASCENT, DESCENT, width, wrapped
from stackaudit.drawing.marks import Words
from stackaudit.drawing.naming import LEADING
from stackaudit.drawing.wording import part_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from stackaudit.drawing.ground import Ground
    from stackaudit.drawing.labels import Obstacles, Rectangle
    from stackaudit.drawing.shading import Patch

_SIZES = (15.0, 12.5)
_AIR = 7.0
_SHARES = (1.0, 0.75, 0.5)  # of the name that is on its own ground
_MOST_LINES = 2
_BROKEN = 90.0
_LONGEST = 240.0


class _Text(NamedTuple):
    """A name in lines of a size."""

    lines: tuple[str, ...]
    size: float

    @property
    def extent(self) -> tuple[float, float]:
        """How wide and high it is."""
        wide = max(width(line, self.size, bold=True) for line in self.lines)
        return wide, (ASCENT + DESCENT + LEADING * (len(self.lines) - 1)) * self.size


def named(
    patches: Sequence[Patch],
    ground: Ground,
    pieces: Sequence[tuple[float, float, float, float, float]],
    taken: Sequence[Rectangle],
) -> Iterator[tuple[Patch, tuple[Words, ...]]]:
    """The patches that have room for their name, with it: in the north, and wholly on the patch, if it can be."""
    boxes = list(taken)
    for patch in patches:
        found = _place(patch, ground, obstacles(pieces, boxes))
        if found:
            text, box = found
            boxes.append(box)
            yield patch, tuple(_words(text, box))


def _place(patch: Patch, ground: Ground, around: Obstacles) -> tuple[_Text, Rectangle] | None:
    """The best way to write the name of a patch, None where there is none."""
    mine, others = _sums(patch, ground)
    for share in _SHARES:
        for text in _texts(part_name(patch.neighbourhood)):
            box = _free_box(text, share, ground, (mine, others), around)
            if box:
                return text, box
    return None


def _texts(name: str) -> list[_Text]:
    """A name on one line or two, in each size."""
    ways = [wrapped(name, room, size, _MOST_LINES, bold=True) for size in _SIZES for room in (_LONGEST, _BROKEN)]
    sizes = [size for size in _SIZES for _ in range(2)]
    return list(dict.fromkeys(_Text(lines, size) for lines, size in zip(ways, sizes, strict=True)))


def _sums(patch: Patch, ground: Ground) -> tuple[NDArray[np.int_], NDArray[np.int_]]:
    """How many spots north-west of each corner are the patch's, and how many are those of other neighbourhoods."""
    mine = np.zeros(ground.owners.shape, dtype=int)
    columns, rows = np.array(sorted(patch.spots)).T
    mine[rows, columns] = 1
    others = ((ground.owners != NOBODY) & (ground.owners != ground.owners[rows[0], columns[0]])).astype(int)
    mine, others = (np.pad(each, ((1, 0), (1, 0))).cumsum(axis=0).cumsum(axis=1) for each in (mine, others))
    return mine, others


def _free_box(
    text: _Text,
    share: float,
    ground: Ground,
    sums: tuple[NDArray[np.int_], NDArray[np.int_]],
    around: Obstacles,
) -> Rectangle | None:
    """The northernmost free rectangle for a text of which that share is on the patch, and none on another's ground."""
    wide, high = text.extent
    across, down = ceil((wide + 2 * _AIR) / SPOT), ceil((high + 2 * _AIR) / SPOT)
    if sums[0].shape[0] <= down or sums[0].shape[1] <= across:
        return None
    mine, others = (_counts(each, across, down) for each in sums)
    rows, columns = np.nonzero((mine >= share * across * down) & (others == 0))
    wests = ground.west + columns * SPOT + (across * SPOT - wide) / 2
    norths = ground.north + rows * SPOT + (down * SPOT - high) / 2
    ways = [
        Label(text.lines, (west, north, west + wide, north + high), "start", 0.0)
        for west, north in zip(wests.tolist(), norths.tolist(), strict=True)
    ]
    return next((way.box for way, is_free in zip(ways, free_of(ways, around), strict=True) if is_free), None)


def _counts(sums: NDArray[np.int_], across: int, down: int) -> NDArray[np.int_]:
    """How many spots are counted in each rectangle of so many."""
    counts: NDArray[np.int_] = (
        sums[down:, across:] - sums[:-down, across:] - sums[down:, :-across] + sums[:-down, :-across]
    )
    return counts


def _words(text: _Text, box: Rectangle) -> Iterator[Words]:
    for number, line in enumerate(text.lines):
        wide = width(line, text.size, bold=True)
        x, y = (box[0] + box[2] - wide) / 2, box[1] + (ASCENT + LEADING * number) * text.size
        yield Words("part", x, y, line, text.size, wide, bold=True)
