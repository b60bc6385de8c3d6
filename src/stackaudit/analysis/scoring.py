"""Scores: how well a theme stands, as an interval between unknowns counted as failures and as passes."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from stackaudit.model.audit import Score, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stackaudit.model.rules import Severity


class Scoreboard:
    """Counts verdicts by theme; each weighs what its severity weighs."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[str, Verdict, Severity]] = Counter()

    def count(self, theme: str, verdict: Verdict, severity: Severity, times: int = 1) -> None:
        """Note a verdict, or several of one kind."""
        self._counts[theme, verdict, severity] += times

    def scores(self, themes: Iterable[str]) -> tuple[Score, ...]:
        """The score of each theme in which anything was asked, in the given order."""
        return tuple(score for theme in themes if (score := self._score(theme)) is not None)

    def _score(self, theme: str) -> Score | None:
        verdicts: Counter[Verdict] = Counter()
        weights: Counter[Verdict] = Counter()
        for (of, verdict, severity), count in self._counts.items():
            if of == theme:
                verdicts[verdict] += count
                weights[verdict] += count * severity.weight
        whole = sum(weights.values())
        if not whole:
            return None
        good, open_ = weights[Verdict.PASSES], weights[Verdict.UNDETERMINED]
        return Score(
            theme,
            round(100 * good / whole, 1),
            round(100 * (good + open_) / whole, 1),
            verdicts[Verdict.PASSES],
            verdicts[Verdict.FAILS],
            verdicts[Verdict.UNDETERMINED],
        )
