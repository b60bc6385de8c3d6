"""Everything that was found, rule by rule, so that nothing is left out of a report that is passed on."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from stackaudit.model.rules import THEMES
from stackaudit.reports.brief.writing import further, names, plain, table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from stackaudit.model.audit import Finding
    from stackaudit.model.briefing import Briefing

_MOST_RULES = 200
_MOST_NAMES = 12
_ORDER = {theme: index for index, theme in enumerate(THEMES)}


def findings_chapter(briefing: Briefing) -> Iterator[str]:
    """A row for each rule that failed, by theme, the worst of each theme first."""
    if not briefing.audit.findings:
        yield "Nothing was found."
        yield ""
        return
    groups = [list(group) for _, group in groupby(sorted(briefing.audit.findings, key=_by_rule), key=_by_rule)]
    groups.sort(key=_by_theme)
    rows = (_row(group, briefing) for group in groups[:_MOST_RULES])
    yield from table(["Rule", "Severity", "What was found", "Times:"], rows)
    yield from further(len(groups) - _MOST_RULES, "rules that failed")


def _by_rule(finding: Finding) -> str:
    return finding.rule


def _by_theme(group: Sequence[Finding]) -> tuple[int, str, int, str]:
    first = group[0]
    worst = max(finding.severity for finding in group)
    return _ORDER.get(first.theme, len(_ORDER)), first.theme, -worst, first.rule


def _row(group: Sequence[Finding], briefing: Briefing) -> tuple[str, ...]:
    rule = group[0].rule
    concerned = list(dict.fromkeys(subject.name for finding in group for subject in finding.subjects))
    told = (
        plain(group[0].message)
        if len(group) == 1
        else f"{plain(briefing.audit.rules[rule].title)}: not so for {names(concerned, _MOST_NAMES)}"
    )
    return plain(rule), max(finding.severity for finding in group).word, told, str(len(group))
