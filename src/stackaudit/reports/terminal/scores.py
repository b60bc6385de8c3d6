"""Scores as bars: what is sure, what is open, and what is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.model.money import grouped
from stackaudit.reports.terminal.lines import Line, line, padded, width_of
from stackaudit.reports.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stackaudit.model.audit import Score

_BAR = 20


def score_lines(scores: Sequence[Score], overall: Score | None, width: int) -> list[Line]:
    """A bar for each theme and one for the whole: full up to the low end, half up to the high end."""
    if not scores:
        return []
    shown = [*scores, overall] if overall else scores
    names = max(len("Alignment"), *(width_of(visible(score.theme)) + 2 for score in shown))
    legend = f"  low ├{'─' * (_BAR - 2)}┤ high"
    lines = [
        line((padded("Alignment", names), "label"), legend, ("   unknown counted as failing, and as passing", "faint"))
    ]
    if width < names + width_of(legend) + 48:
        lines = [line((padded("Alignment", names), "label"), legend)]
    return [*lines, *(_bar(score, names, "label" if score is overall else "", width) for score in shown), []]


def _bar(score: Score, names: int, style: str, width: int) -> Line:
    full = round(score.low / 100 * _BAR)
    half = round(score.high / 100 * _BAR) - full
    bar = (("█" * full, "known"), ("▓" * half, "open"), " " * (_BAR - full - half))
    ends = f"  {int(score.low):>3} ▕", f"▏ {int(score.high):>3}"
    room = width - names - _BAR - len("".join(ends))
    return line((padded(f"  {visible(score.theme)}", names), style), ends[0], *bar, ends[1], _counts(score, room))


def _counts(score: Score, room: int) -> str:
    """How many verdicts failed and how many stayed open, as far as there is room."""
    parts = []
    if score.fails:
        parts.append(f"{grouped(score.fails)} failed")
    if score.undetermined:
        parts.append(f"{grouped(score.undetermined)} undetermined")
    while parts and len(counts := f"   {', '.join(parts)}") > room:
        parts.pop()
    return counts if parts else ""
