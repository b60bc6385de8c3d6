"""A trend as lines for a terminal: a small curve for each figure, then a row for each state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.model.money import grouped, shortened
from stackaudit.reports.changes.wording import interval
from stackaudit.reports.terminal.lines import Line, counted, line, padded, width_of, wrapped
from stackaudit.reports.terminal.tables import Column, Row, table
from stackaudit.reports.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stackaudit.model.changes import Moment, Trend

_STEPS = "▁▂▃▄▅▆▇█"
_WIDEST = 48  # columns of a curve
_SHORT_ID = 10
_TOLD_BROKEN = 5


def trend_lines(trend: Trend, width: int) -> list[Line]:
    """The whole report on the states that could be audited."""
    told = trend.told
    period = f"{told[0].on.isoformat()} to {told[-1].on.isoformat()}"
    heading = [trend.organization, period, counted(len(told), "state")]
    return [
        *wrapped(" · ".join(part for part in heading if part), width, "", "title"),
        [],
        *_curves(trend),
        [],
        *_table(trend, width),
    ]


def broken_lines(trend: Trend, width: int) -> list[Line]:
    """The states that are passed over, each with what is wrong with it."""
    lines: list[Line] = []
    for moment in trend.broken[:_TOLD_BROKEN]:
        said = f"passed over {moment.revision[:_SHORT_ID]} of {moment.on.isoformat()}: {moment.problem}"
        lines += wrapped(said, width, "  ", first="")
    further = len(trend.broken) - _TOLD_BROKEN
    return [*lines, line(f"… and {counted(further, 'more state')} passed over")] if further > 0 else lines


def sparkline(figures: Sequence[float], lowest: float, highest: float) -> str:
    """A curve of one sign for each figure, of at most `_WIDEST`: then each stands for some, with the last of them."""
    if len(figures) > _WIDEST:
        figures = [figures[(index + 1) * len(figures) // _WIDEST - 1] for index in range(_WIDEST)]
    span = highest - lowest
    places = [(figure - lowest) / span if span else 0.5 for figure in figures]
    return "".join(_STEPS[min(len(_STEPS) - 1, int(place * len(_STEPS)))] for place in places)


def _curves(trend: Trend) -> list[Line]:
    """The score from 0 to 100; each other figure from its least to its most."""
    told = trend.told
    first, last = told[0], told[-1]
    curves = [
        ("score, at least", sparkline([moment.low for moment in told], 0, 100), _score(first), _score(last)),
        ("findings", _between([total(moment) for moment in told]), grouped(total(first)), grouped(total(last))),
        ("systems", _between([moment.systems for moment in told]), grouped(first.systems), grouped(last.systems)),
        ("cost a year", _between([moment.annual_cost for moment in told]), _cost(first), _cost(last)),
    ]
    names = max(len(name) for name, *_ in curves)
    starts = max(width_of(start) for _, _, start, _ in curves)
    return [
        line((f"  {padded(name, names)}  ", "label"), f"{padded(start, starts)}  ", (curve, "known"), f"  {end}")
        for name, curve, start, end in curves
    ]


def total(moment: Moment) -> int:
    """How many findings there are."""
    return sum(count for _, count in moment.findings)


def _between(figures: Sequence[float]) -> str:
    return sparkline(figures, min(figures), max(figures))


def _table(trend: Trend, width: int) -> list[Line]:
    severities = [word for word, _ in trend.told[-1].findings]
    figures = (*severities, "score", "systems", "cost a year")
    columns = [Column("day"), Column("commit"), *(Column(name, figures=True) for name in figures)]
    return table(columns, [_row(moment) for moment in trend.told], width)


def _row(moment: Moment) -> Row:
    counts = [grouped(count) for _, count in moment.findings]
    figures = (_score(moment), grouped(moment.systems), _cost(moment))
    return Row((moment.on.isoformat(), moment.revision[:_SHORT_ID], *counts, *figures))


def _score(moment: Moment) -> str:
    return interval((moment.low, moment.high))


def _cost(moment: Moment) -> str:
    return visible(shortened(moment.annual_cost, moment.currency))
