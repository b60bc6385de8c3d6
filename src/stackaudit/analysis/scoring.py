"""Scores: how well a theme, or the whole, stands, as an interval between unknowns counted as failures and as passes.

A verdict weighs what its severity weighs, divided among all that its rule was asked of: a rule that is asked once, of
the link between CRM and automation, counts as much as one of the same severity that is asked of every system.
"""

from __future__ import annotations

from collections import Counter
from math import floor, fsum
from typing import TYPE_CHECKING

from stackaudit.model.audit import OVERALL, Score, Shortfall, Verdict

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from stackaudit.model.rules import Rule, Severity

_ROUNDING = 1e-9  # what a sum of floats may be short of


class Scoreboard:
    """Counts verdicts by rule."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[str, Verdict, Severity]] = Counter()
        self._themes: dict[str, str] = {}

    def count(self, rule: Rule, verdict: Verdict, severity: Severity, times: int = 1) -> None:
        """Note a verdict of a rule, or several of one kind."""
        self._themes[rule.id] = rule.theme
        self._counts[rule.id, verdict, severity] += times

    def scores(self, themes: Iterable[str]) -> tuple[Score, ...]:
        """The score of each theme in which anything was asked, in the given order."""
        rules: dict[str, set[str]] = {}
        for rule, theme in self._themes.items():
            rules.setdefault(theme, set()).add(rule)
        return tuple(score for theme in themes if (score := self._score(theme, rules.get(theme, ()))) is not None)

    def overall(self) -> Score | None:
        """The score of everything that was asked, over all themes by the same measure; None where nothing was."""
        return self._score(OVERALL, self._themes.keys())

    def _score(self, name: str, rules: Collection[str]) -> Score | None:
        """The score of some rules together; it does not depend on the order in which verdicts came."""
        asked: Counter[str] = Counter()
        verdicts: Counter[Verdict] = Counter()
        for (rule, verdict, _), count in self._counts.items():
            if rule in rules:
                asked[rule] += count
                verdicts[verdict] += count
        shares: dict[Verdict, list[float]] = {verdict: [] for verdict in Verdict}
        for (rule, verdict, severity), count in self._counts.items():
            if rule in rules:
                shares[verdict].append(severity.weight * count / asked[rule])
        whole = fsum(share for of_verdict in shares.values() for share in of_verdict)
        if not whole:
            return None
        good = shares[Verdict.PASSES]
        return Score(
            name,
            _percent(fsum(good) / whole),
            _percent(fsum(good + shares[Verdict.UNDETERMINED]) / whole),
            verdicts[Verdict.PASSES],
            verdicts[Verdict.FAILS],
            verdicts[Verdict.UNDETERMINED],
        )


def under(scores: Iterable[Score], floors: Mapping[str, float]) -> Iterator[Shortfall]:
    """The floors that the low end of a score does not reach; where nothing was asked there is nothing to reach."""
    lows = {score.theme: score.low for score in scores}
    for name, floor_of in floors.items():
        if name in lows and lows[name] < floor_of:
            yield Shortfall(name, lows[name], floor_of)


def _percent(share: float) -> float:
    """A share in percent, cut after one decimal, so that only a whole reaches 100."""
    return floor(1000 * share + _ROUNDING) / 10
