"""Words on changes that several formats share: the verdict, the balance, and what happened to subjects."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.model.audit import OVERALL
from stackaudit.model.money import grouped, spelled
from stackaudit.model.rules import Severity
from stackaudit.reports.terminal.lines import counted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stackaudit.model.audit import Finding
    from stackaudit.model.changes import Changes, ScoreMove

UNSTATED = "not stated"


class Balance(NamedTuple):
    """A figure before and after, in words, and how much more or less that is; empty where it is the same."""

    what: str
    before: str
    after: str
    difference: str


def verdict(changes: Changes) -> str:
    """The outcome in a line: `2 new findings: 1 high, 1 low · 1 resolved · 40 unchanged`."""
    new = (*changes.appeared, *changes.returned)
    split = f": {severities(new)}" if new else ""
    parts = [f"{counted(len(new), 'new finding')}{split}"]
    for findings, what in ((changes.resolved, "resolved"), (changes.accepted, "behind an exception now")):
        if findings:
            parts.append(f"{grouped(len(findings))} {what}")
    return " · ".join([*parts, f"{grouped(changes.unchanged)} unchanged"])


def severities(findings: Iterable[Finding]) -> str:
    """How many findings there are of each severity, the worst first."""
    counts = Counter(finding.severity for finding in findings)
    return ", ".join(f"{grouped(counts[each])} {each.word}" for each in reversed(Severity) if counts[each])


def balances(changes: Changes) -> list[Balance]:
    """The figures that a reader looks at first: the score, systems, integrations, cost and open questions."""
    before, after = changes.before, changes.after
    figures = [
        ("systems", before.totals.systems, after.totals.systems),
        ("integrations", before.totals.integrations, after.totals.integrations),
        ("findings", len(before.findings), len(after.findings)),
        ("questions undetermined", len(before.undetermined), len(after.undetermined)),
    ]
    overall = [_score(move) for move in changes.scores if move.theme == OVERALL]
    return [*overall, *(_count(*figure) for figure in figures), _cost(changes)]


def interval(score: tuple[float, float] | None) -> str:
    """A score in whole points, from low to high."""
    if score is None:
        return "not asked"
    low, high = map(int, score)
    return f"{low}" if low == high else f"{low} to {high}"


def points(move: ScoreMove) -> str:
    """By how many points the ends of a score moved; empty where neither did by a whole one."""
    if move.before is None or move.after is None:
        return ""
    ends = [int(after) - int(before) for before, after in zip(move.before, move.after, strict=True)]
    return "" if not any(ends) else _signed(ends[0]) if ends[0] == ends[1] else " / ".join(map(_signed, ends))


def _score(move: ScoreMove) -> Balance:
    return Balance("overall score", interval(move.before), interval(move.after), points(move))


def _count(what: str, before: int, after: int) -> Balance:
    return Balance(what, grouped(before), grouped(after), _signed(after - before) if before != after else "")


def _cost(changes: Changes) -> Balance:
    """What the stack costs per year; there is no difference to tell between two currencies."""
    before, after = changes.before, changes.after
    was, now = before.totals.annual_cost, after.totals.annual_cost
    moved = round(now - was) if before.currency == after.currency else 0
    return Balance(
        "known cost a year",
        spelled(round(was), before.currency),
        spelled(round(now), after.currency),
        _signed(moved) if moved else "",
    )


def _signed(number: int) -> str:
    return f"{'+' if number > 0 else '-' if number < 0 else ''}{grouped(abs(number))}"
