"""Scores as bars: what is sure, what is open, and what is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.reports.terminal.lines import Line, line, padded, width_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stackaudit.model.audit import Score

_BAR = 20


def score_lines(scores: Sequence[Score], width: int) -> list[Line]:
    """A bar for each theme: full up to the low end, half up to the high end."""
    if not scores:
        return []
    names = max(len("Alignment"), *(width_of(score.theme) + 2 for score in scores))
    legend = f"  low ├{'─' * (_BAR - 2)}┤ high"
    lines = [
        line((padded("Alignment", names), "label"), legend, ("   unknown counted as failing, and as passing", "faint"))
    ]
    if width < names + width_of(legend) + 48:
        lines = [line((padded("Alignment", names), "label"), legend)]
    for score in scores:
        full = round(score.low / 100 * _BAR)
        half = round(score.high / 100 * _BAR) - full
        bar = (("█" * full, "known"), ("▓" * half, "open"), " " * (_BAR - full - half))
        counts = _counts(score)
        lines.append(
            line(padded(f"  {score.theme}", names), f"  {score.low:>3.0f} ▕", *bar, f"▏ {score.high:>3.0f}", counts)
        )
    return [*lines, []]


def _counts(score: Score) -> str:
    parts = []
    if score.fails:
        parts.append(f"{score.fails:,} failed")
    if score.undetermined:
        parts.append(f"{score.undetermined:,} undetermined")
    return f"   {', '.join(parts)}" if parts else ""
