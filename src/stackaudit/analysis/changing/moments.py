"""The states of a history that a trend is drawn from, and what is told of each."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from stackaudit.model.changes import Moment
from stackaudit.model.rules import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from stackaudit.model.audit import Audit
    from stackaudit.model.changes import Commit

_UNASKED = (0.0, 100.0)


def sampled(commits: Iterable[Commit], every: str, since: date | None, until: date | None) -> list[Commit]:
    """The last commit of each week or month between two days, both included, or every one; the oldest day first.

    `commits` come in the order of the history, the latest first; `every` is week (from Monday on), month or commit.
    Clocks may have been wrong, so the days need not follow the history.
    """
    chosen: dict[object, Commit] = {}
    for commit in commits:
        if (since is None or commit.on >= since) and (until is None or commit.on <= until):
            chosen.setdefault(_period(commit, every), commit)
    in_order = list(chosen.values())
    in_order.reverse()  # so that commits of one day stay in the order of the history
    return sorted(in_order, key=lambda commit: commit.on)


def moment_of(commit: Commit, audit: Audit) -> Moment:
    """What a trend tells of an audited state; a score that was not asked may be anything."""
    counts = Counter(finding.severity for finding in audit.findings)
    low, high = (audit.overall.low, audit.overall.high) if audit.overall else _UNASKED
    return Moment(
        revision=commit.id,
        on=commit.on,
        systems=audit.totals.systems,
        annual_cost=audit.totals.annual_cost,
        findings=tuple((severity.word, counts[severity]) for severity in reversed(Severity)),
        low=low,
        high=high,
        organization=audit.organization,
        currency=audit.currency,
    )


def broken_moment(commit: Commit, problem: str) -> Moment:
    """A state that could not be audited, and the first thing that is wrong with it."""
    return Moment(commit.id, commit.on, 0, 0, (), *_UNASKED, problem or "it could not be audited")


def _period(commit: Commit, every: str) -> object:
    """What the commits of one week, or of one month, have in common."""
    if every == "commit":
        return commit.id
    return commit.on.isocalendar()[:2] if every == "week" else (commit.on.year, commit.on.month)
