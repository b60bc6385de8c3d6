"""Where curves, marks and words of a panel stand."""

from __future__ import annotations

import math
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

WIDTH = 900
LEFT, RIGHT = 72, 172  # room for figures at the left and for the names of curves at the right
_PLOT = WIDTH - LEFT - RIGHT
_LETTER = 14  # pixels that a line of words needs
_SAMPLE = 18  # pixels of a curve that stand before its name
_MARKS = 4  # lines across a panel, at most one more
_MOST_DOTS = 40
_MOST_DAYS = 7


class Curve(NamedTuple):
    """One figure for each state; its colour is a class of the style sheet, its dashes those of SVG."""

    name: str
    figures: Sequence[float]
    colour: str
    dashes: str


class Panel(NamedTuple):
    """Curves over one scale from 0, or from near their least; `band` are figures between which the ground is filled."""

    name: str
    curves: tuple[Curve, ...]
    spelled: Callable[[float], str]
    highest: float | None = None
    band: tuple[Sequence[float], Sequence[float]] | None = None


def panel_lines(panel: Panel, days: Sequence[date], top: int, height: int) -> Iterator[str]:
    """The elements of a panel whose plot begins `top` pixels from above."""
    marks = scale(max((max(curve.figures) for curve in panel.curves), default=0), panel.highest)
    across = [_x(day, days) for day in days]

    def down(figure: float) -> float:
        return top + height - min(figure / marks[-1], 1) * height

    yield f'<text class="name" x="{LEFT}" y="{top - 10}">{panel.name}</text>'
    for mark in marks:
        at, beside = down(mark), f'class="faint" x="{LEFT - 8}" text-anchor="end"'
        yield f'<path class="grid" d="M{LEFT} {_number(at)}h{_PLOT}"/>'
        yield f'<text {beside} y="{_number(at + 4)}">{panel.spelled(mark)}</text>'
    if panel.band:
        yield _band(across, [[down(figure) for figure in figures] for figures in panel.band])
    for curve in panel.curves:
        yield from _curve(curve, across, [down(figure) for figure in curve.figures])
    ends = [down(curve.figures[-1]) for curve in panel.curves]
    for curve, at in zip(panel.curves, apart(ends, top, top + height), strict=True):
        yield from _name(curve, at, panel.spelled(curve.figures[-1]))


def month_marks(days: Sequence[date], bottom: int) -> Iterator[str]:
    """The days below the last panel: the first, the last, and some between them that stand evenly."""
    span = (days[-1] - days[0]).days
    count = min(_MOST_DAYS, span + 1)
    chosen = [date.fromordinal(days[0].toordinal() + span * index // max(1, count - 1)) for index in range(count)]
    for day in dict.fromkeys(chosen):
        at = _number(_x(day, days))
        yield f'<path class="grid" d="M{at} {bottom}v5"/>'
        yield f'<text class="faint" x="{at}" y="{bottom + 20}" text-anchor="middle">{day.isoformat()}</text>'


def scale(most: float, highest: float | None = None) -> list[float]:
    """Round figures from 0 to at least `most`, evenly apart: four to six of them."""
    if highest is not None:
        return [highest * step / _MARKS for step in range(_MARKS + 1)]
    rough = max(most, 1) / _MARKS
    power = 10.0 ** math.floor(math.log10(rough))
    step = max(1.0, next(size * power for size in (1, 2, 5, 10) if size * power >= rough))
    return [step * count for count in range(math.ceil(max(most, 1) / step) + 1)]


def apart(wanted: Sequence[float], top: float, bottom: float) -> list[float]:
    """Heights near the wanted ones at which words do not cover one another, as far as there is room."""
    order = sorted(range(len(wanted)), key=lambda index: (wanted[index], index))
    places = [0.0] * len(wanted)
    free = top
    for position, index in enumerate(order):
        last = bottom - (len(order) - 1 - position) * _LETTER
        places[index] = max(free, min(wanted[index], last))
        free = places[index] + _LETTER
    return places


def _curve(curve: Curve, across: Sequence[float], downs: Sequence[float]) -> Iterator[str]:
    yield f'<path class="line {curve.colour}"{_dashes(curve)} d="M{_points(across, downs)}"/>'
    if len(across) <= _MOST_DOTS:
        for x, y in zip(across, downs, strict=True):
            yield f'<circle class="dot {curve.colour}" cx="{_number(x)}" cy="{_number(y)}" r="2.5"/>'


def _name(curve: Curve, at: float, latest: str) -> Iterator[str]:
    """The latest figure at the end of a curve, with the curve's name and a sample of it where it has one."""
    beside = LEFT + _PLOT + 10
    if curve.name:
        yield f'<path class="line {curve.colour}"{_dashes(curve)} d="M{beside} {_number(at)}h{_SAMPLE}"/>'
        beside += _SAMPLE + 6
    yield f'<text x="{beside}" y="{_number(at + 4)}">{f"{latest} {curve.name}".strip()}</text>'


def _dashes(curve: Curve) -> str:
    return f' stroke-dasharray="{curve.dashes}"' if curve.dashes else ""


def _band(across: Sequence[float], ends: Sequence[Sequence[float]]) -> str:
    """The ground between two curves."""
    low, high = ends
    return f'<path class="band" d="M{_points(across, high)}L{_points(across[::-1], low[::-1])}Z"/>'


def _points(across: Sequence[float], downs: Sequence[float]) -> str:
    return "L".join(f"{_number(x)} {_number(y)}" for x, y in zip(across, downs, strict=True))


def _x(day: date, days: Sequence[date]) -> float:
    """Where a day stands; a single day stands in the middle."""
    span = (days[-1] - days[0]).days
    return LEFT + _PLOT * ((day - days[0]).days / span if span else 0.5)


def _number(pixels: float) -> str:
    """A length with at most one digit behind the point."""
    return f"{pixels:.1f}".removesuffix(".0")
