"""Findings as rows of a table that a reader can sort and filter."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from stackaudit.model.money import grouped
from stackaudit.model.rules import THEMES, Severity
from stackaudit.reports.html.escaping import escaped, joined, linked, prose
from stackaudit.reports.html.values import whole_amount

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from markupsafe import Markup

    from stackaudit.model.audit import Audit, Finding, Related, SubjectName
    from stackaudit.reports.html.anchors import Anchors
    from stackaudit.reports.html.belonging import Belonging
    from stackaudit.reports.html.places import Places
    from stackaudit.reports.html.tokens import Choice, Tokens

_MOST_SUBJECTS, _MOST_TEAMS, _MOST_PLACES = 12, 3, 4
_FINGERPRINT = 10

WORDS = {severity: severity.word for severity in Severity}
"""The word for each severity; asking an enumeration for it takes its time in thousands of rows."""


class FindingRow(NamedTuple):
    """One finding; `tokens` are the numbers of the teams and sides that it can be filtered by."""

    anchor: str
    finding: Finding
    severity: str
    rank: int
    subjects: Markup
    theme: int
    teams: str
    tokens: str
    amount: float | None
    money: str
    rule_anchor: str
    place: str
    related: Markup


class FindingTable(NamedTuple):
    """All findings with the severities and the themes that they can be filtered by."""

    rows: tuple[FindingRow, ...]
    severities: tuple[str, ...]
    themes: tuple[Choice, ...]


class FindingWriter:
    """Writes the rows of an audit's findings."""

    def __init__(self, audit: Audit, belonging: Belonging, tokens: Tokens, anchors: Anchors, places: Places) -> None:
        self._audit = audit
        self._belonging = belonging
        self._tokens = tokens
        self._anchors = anchors
        self._places = places
        self._themes = _themes(audit)

    def table(self) -> FindingTable:
        """All findings, the worst first."""
        findings = self._audit.findings
        severities = sorted({finding.severity for finding in findings}, reverse=True)
        return FindingTable(
            rows=tuple(map(self._row, findings, self._row_anchors())),
            severities=tuple(WORDS[severity] for severity in severities),
            themes=self._tokens.choices(self._themes),
        )

    def _row(self, finding: Finding, anchor: str) -> FindingRow:
        teams = self._belonging.teams(finding.subjects)
        money = finding.money
        return FindingRow(
            anchor=anchor,
            finding=finding,
            severity=WORDS[finding.severity],
            rank=int(finding.severity),
            subjects=self._subjects(finding.subjects),
            theme=self._themes[finding.theme],
            teams=self._belonging.listed(teams, _MOST_TEAMS),
            tokens=self._tokens.of(teams),
            amount=money,
            money=whole_amount(money, "") if money else "",
            rule_anchor=self._anchors.of("r", finding.rule),
            place=self._places.short(finding.place),
            related=self._related(finding.related),
        )

    def _row_anchors(self) -> Iterator[str]:
        """An anchor for each finding; a second one with the same fingerprint gets one that no link leads to."""
        seen: set[str] = set()
        for number, finding in enumerate(self._audit.findings):
            again = finding.fingerprint in seen
            seen.add(finding.fingerprint)
            yield self._anchors.of("f-again", str(number)) if again else finding_anchor(finding, self._anchors)

    def _subjects(self, subjects: Sequence[SubjectName]) -> Markup:
        """The first subjects, each leading to its sheet where it has one, and how many more there are."""
        names = [
            linked(each.name, self._anchors.of("s", each.id) if self._belonging.knows(each) else "")
            for each in subjects[:_MOST_SUBJECTS]
        ]
        return joined([", ".join(names), _further(len(subjects) - _MOST_SUBJECTS, "")])

    def _related(self, related: Sequence[Related]) -> Markup:
        """The first further places with their notes, and how many more there are."""
        told = [
            f" · <i>{escaped(self._places.line(each.place))}</i> {prose(each.note)}" for each in related[:_MOST_PLACES]
        ]
        return joined([*told, _further(len(related) - _MOST_PLACES, " places")])


def finding_anchor(finding: Finding, anchors: Anchors) -> str:
    """Where a finding stands in the page; of several with one fingerprint it is the first."""
    return anchors.of("f", finding.fingerprint[:_FINGERPRINT])


def _further(count: int, noun: str) -> str:
    return f" and {grouped(count)} more{noun}" if count > 0 else ""


def _themes(audit: Audit) -> Mapping[str, int]:
    """A number for each theme that has findings, ours first."""
    found = {finding.theme for finding in audit.findings}
    ordered = [theme for theme in THEMES if theme in found] + sorted(found - THEMES.keys())
    return {theme: number for number, theme in enumerate(ordered, 1)}
