"""The names of neighbourhoods, each where its ground is free."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.drawing.labels import Label, free_of, obstacles
from stackaudit.drawing.lettering import ASCENT, DESCENT, width
from stackaudit.drawing.marks import Words
from stackaudit.drawing.picture import sides
from stackaudit.drawing.tracks import pieces_of
from stackaudit.drawing.wording import part_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.drawing.labels import Obstacles, Rectangle
    from stackaudit.drawing.picture import Picture
    from stackaudit.drawing.shading import Patch

_SIZE = 15.0
_AIR = 9.0
_QUARTERS = (0.0, 0.25, 0.5, 0.75, 1.0)


def part_names(picture: Picture) -> Iterator[Words]:
    """The name of each patch that has room for it, in the north of it if it can be."""
    taken = picture.taken
    pieces = [*pieces_of(picture.runs), *sides(picture.border)]
    for patch in picture.patches:
        text = part_name(patch.neighbourhood)
        wide, high = width(text, _SIZE, bold=True), (ASCENT + DESCENT) * _SIZE
        spot = _free_spot(patch, picture.cell / 2, (wide, high), obstacles(pieces, taken))
        if spot:
            x, y = spot
            taken.append((x, y, x + wide, y + high))
            yield Words("part", x, y + ASCENT * _SIZE, text, _SIZE, wide, bold=True)


def _free_spot(patch: Patch, side: float, size: tuple[float, float], around: Obstacles) -> tuple[float, float] | None:
    """The northernmost free place on the patch for words of a size."""
    ground = set(patch.spots)
    ways = [
        Label((), (x, y, x + size[0], y + size[1]), "start", 0.0)
        for column, row in patch.spots
        for x, y in ((column * side + 4, row * side + 3), (column * side + 4, row * side + 3 + side / 2))
    ]
    inside = [way for way in ways if _covered(way.box, side) <= ground]
    free = [way.box for way, is_free in zip(inside, free_of(inside, around), strict=True) if is_free]
    best = min(free, key=lambda box: (box[1], box[0]), default=None)
    return best and best[:2]


def _covered(box: Rectangle, side: float) -> set[tuple[int, int]]:
    """The spots that a rectangle with air around it touches, by its corners and points between."""
    west, north, east, south = box[0] - _AIR, box[1] - _AIR, box[2] + _AIR, box[3] + _AIR
    return {
        (int((west + (east - west) * along) // side), int((north + (south - north) * down) // side))
        for along in _QUARTERS
        for down in (0.0, 1.0)
    }
