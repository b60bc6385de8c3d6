"""How loudly a build server should tell of a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from stackaudit.model.rules import Severity
from stackaudit.reports.terminal.lines import counted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stackaudit.model.audit import Finding

LEVELS = {
    Severity.INFO: "notice",
    Severity.LOW: "notice",
    Severity.MEDIUM: "warning",
    Severity.HIGH: "error",
    Severity.CRITICAL: "error",
}
"""Severities in the three words that build servers have."""

_MOST_OF_A_LEVEL = 10


class Loudest(NamedTuple):
    """The findings that a build server has room for, each with its level, and how many of each level it has not."""

    findings: list[tuple[str, Finding]]
    further: dict[str, int]


def level(finding: Finding) -> str:
    """`error`, `warning` or `notice`; a finding of a rule that is still new warns at most."""
    word = LEVELS[finding.severity]
    return "warning" if word == "error" and finding.fails_from else word


def loudest(findings: Iterable[Finding], words: dict[str, str]) -> Loudest:
    """The first ten findings of each level, in their order: GitHub and Azure show no more of a step.

    `words` are a server's words for the levels.
    """
    chosen: list[tuple[str, Finding]] = []
    counts: dict[str, int] = {}
    for finding in findings:
        word = words[level(finding)]
        counts[word] = counts.get(word, 0) + 1
        if counts[word] <= _MOST_OF_A_LEVEL:
            chosen.append((word, finding))
    return Loudest(
        chosen, {word: count - _MOST_OF_A_LEVEL for word, count in counts.items() if count > _MOST_OF_A_LEVEL}
    )


def further_told(further: dict[str, int]) -> str:
    """A line on the findings that there is no room for; empty where there is room for all."""
    if not further:
        return ""
    counts = ", ".join(counted(count, f"more {word}") for word, count in further.items())
    return f"stackaudit found {counts}; a build server shows ten of each, and the other reports hold all.\n"
