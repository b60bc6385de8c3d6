"""An audit as the Markdown that GitHub shows of a job: the worst findings, the scores and the money."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from stackaudit.model.money import grouped, spelled
from stackaudit.model.rules import Severity
from stackaudit.reports.ci.wording import shown
from stackaudit.reports.markdown import escaped
from stackaudit.reports.terminal.lines import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from stackaudit.model.audit import Audit, Finding, Score

_MOST_FINDINGS = 20
_MOST_THEMES = 50
_LONGEST_CELL = 300
_LONGEST_NAME = 60


def job_summary(audit: Audit) -> str:
    """A heading, the counts, and tables of the worst twenty findings and of the themes.

    It stays under half of the 1 MiB that GitHub takes of a step, and nothing that strangers wrote does more than show.
    """
    return "\n".join([*_heading(audit), *_findings(audit), *_scores(audit)]) + "\n"


def _heading(audit: Audit) -> Iterator[str]:
    name = _cell(audit.organization, _LONGEST_NAME)
    yield f"## stackaudit: {name}" if name else "## stackaudit"
    yield ""
    yield _counts(audit)
    yield ""


def _counts(audit: Audit) -> str:
    of_severity = Counter(finding.severity for finding in audit.findings)
    severities = ", ".join(
        f"{grouped(of_severity[each])} {each.word}" for each in reversed(Severity) if of_severity[each]
    )
    parts = [
        f"**{counted(len(audit.findings), 'finding')}**" + (f": {severities}" if severities else ""),
        f"{counted(len(audit.undetermined), 'question')} undetermined" if audit.undetermined else "",
        f"{counted(len(audit.excepted), 'finding')} behind exceptions" if audit.excepted else "",
        f"{counted(len(audit.baseline.known), 'finding')} in the baseline" if audit.baseline else "",
        f"{_money(audit.totals.at_stake, audit)} a year at stake" if audit.totals.at_stake else "",
    ]
    return " · ".join(part for part in parts if part)


def _findings(audit: Audit) -> Iterator[str]:
    if not audit.findings:
        return
    yield from _table_head("Severity", "What is wrong", "Rule", "Where", "A year")
    for finding in audit.findings[:_MOST_FINDINGS]:
        yield _row(_finding(finding, audit))
    if len(audit.findings) > _MOST_FINDINGS:
        yield ""
        yield f"… and {counted(len(audit.findings) - _MOST_FINDINGS, 'more finding')}."
    yield ""


def _finding(finding: Finding, audit: Audit) -> Iterator[str]:
    yield finding.severity.word
    yield _cell(finding.message)
    yield _cell(finding.rule)
    yield f"{_cell(finding.place.file)}:{finding.place.line}"
    yield _money(finding.money, audit) if finding.money else ""


def _scores(audit: Audit) -> Iterator[str]:
    if not audit.scores:
        return
    yield from _table_head("Theme", "Score", "Fails", "Undetermined")
    for score in (*audit.scores[:_MOST_THEMES], *([audit.overall] if audit.overall else [])):
        yield _row(
            (_cell(score.theme, _LONGEST_NAME), _interval(score), grouped(score.fails), grouped(score.undetermined))
        )


def _interval(score: Score) -> str:
    low, high = int(score.low), int(score.high)
    return f"{low}" if low == high else f"{low}–{high}"  # noqa: RUF001 - a range takes an en dash


def _table_head(*headings: str) -> Iterator[str]:
    yield _row(headings)
    yield _row("---" for _ in headings)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(text: str, most: int = _LONGEST_CELL) -> str:
    return escaped(shown(text, most).strip())


def _money(amount: float, audit: Audit) -> str:
    return _cell(spelled(amount, audit.currency))
