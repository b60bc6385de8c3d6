"""The ways in which a station's name, or a line's badge, can be written beside a station."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.drawing.labels import Label
from stackaudit.drawing.lettering import ASCENT, DESCENT, legible, width, wrapped
from stackaudit.drawing.stops import NAME

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.drawing.labels import Rectangle
    from stackaudit.drawing.stops import Stop

LEADING = 1.16
"""From line to line, as a part of the size."""

BADGE = 22.0
"""The side of a line's badge; one of two letters is wider."""

_GAPS = (4.0, 11.0, 19.0)
_ROOMS = (168.0, 120.0, 92.0, 70.0, 54.0)
_MOST_LINES = 4
_SIDES = {"e": 0.0, "w": 0.25, "n": 0.5, "s": 0.55, "ne": 0.6, "se": 0.65, "nw": 0.8, "sw": 0.85}
_FLUSH = {
    "e": "start",
    "ne": "start",
    "se": "start",
    "w": "end",
    "nw": "end",
    "sw": "end",
    "n": "middle",
    "s": "middle",
}


def ways_to_name(stop: Stop) -> list[Label]:
    """All ways to write a station's name beside it, none for one that has it inside."""
    if stop.inside:
        return []
    bold = stop.station.is_interchange
    text = legible(stop.station.name)
    ways = []
    longest = min(_ROOMS[0], max([width(word, NAME, bold=bold) for word in text.split()], default=0.0))
    rooms = [max(room, longest) for room in _ROOMS]
    for broken in dict.fromkeys(wrapped(text, room, NAME, _MOST_LINES, bold=bold) for room in rooms):
        wide = max(width(line, NAME, bold=bold) for line in broken)
        high = (ASCENT + DESCENT + LEADING * (len(broken) - 1)) * NAME
        price = 0.45 * (len(broken) - 1) + max(0.0, wide - 110) / 60 + 4.0 * broken[-1].endswith("\u2026")
        ways += [
            Label(broken, box, _FLUSH[side], price + _SIDES[side] + step * 0.9)
            for step, gap in enumerate(_GAPS)
            for side, box in _around(stop.box, wide, high, gap)
        ]
    return ways


def ways_to_badge(stop: Stop, badge: str, away: tuple[float, float]) -> list[Label]:
    """All ways to put a line's badge at the station where it ends; `away` points from the track that comes in."""
    wide = badge_width(badge)
    ways = []
    for step, gap in enumerate(_GAPS):
        for side, box in _around(stop.box, wide, BADGE, gap - 1):
            x, y = (box[0] + box[2]) / 2 - stop.x, (box[1] + box[3]) / 2 - stop.y
            ahead = (x * away[0] + y * away[1]) / ((x * x + y * y) ** 0.5 or 1.0)
            ways.append(Label((badge,), box, side, 1.5 * (1 - ahead) + step * 0.6))
    return ways


def badge_width(badge: str) -> float:
    """How wide a line's badge is, in pixels."""
    return max(BADGE, width(badge, 14, bold=True) + 10)


def _around(box: Rectangle, wide: float, high: float, gap: float) -> Iterator[tuple[str, Rectangle]]:
    """The eight places of a rectangle around a box."""
    west, north, east, south = box
    x, y = (west + east) / 2, (north + south) / 2
    near = gap - 7
    lefts = {"e": east + gap, "w": west - gap - wide, "n": x - wide / 2, "s": x - wide / 2}
    tops = {"e": y - high / 2, "w": y - high / 2, "n": north - gap - high, "s": south + gap}
    for side in ("ne", "se", "nw", "sw"):
        lefts[side] = east + near if side[1] == "e" else west - near - wide
        tops[side] = north - gap - high if side[0] == "n" else south + gap
    for side in _SIDES:
        yield side, (lefts[side], tops[side], lefts[side] + wide, tops[side] + high)
