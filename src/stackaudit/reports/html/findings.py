"""Findings as rows of a table that a reader can sort and filter.

There may be thousands of these, so they are written here and not by a template.
"""

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
_FINGERPRINT = 6

WORDS = {severity: severity.word for severity in Severity}
"""The word for each severity; asking an enumeration for it takes its time in thousands of rows."""


class FindingTable(NamedTuple):
    """All findings as rows, with the severities and the themes that they can be filtered by."""

    total: int
    rows: Markup
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
        self._links: dict[SubjectName, str] = {}

    def table(self) -> FindingTable:
        """All findings, the worst first."""
        findings = self._audit.findings
        severities = sorted({finding.severity for finding in findings}, reverse=True)
        return FindingTable(
            total=len(findings),
            rows=joined(list(map(self._row, findings, self._row_anchors()))),
            severities=tuple(WORDS[severity] for severity in severities),
            themes=self._tokens.choices(self._themes),
        )

    def _row(self, finding: Finding, anchor: str) -> str:
        """One finding; `data-in` names all by which it can be filtered."""
        teams = self._belonging.teams(finding.subjects)
        word, theme = WORDS[finding.severity], self._themes[finding.theme]
        return (
            f'<tr id={anchor} data-in="{word} t{theme} {self._tokens.of(teams)}">\n'
            f"<td><b class={word}>{word}</b>"
            f"<td><div><p>{prose(finding.message)}<p>{prose(finding.fix)}<p>{self._where(finding)}</div>"
            f"<td>{escaped(finding.theme)}<td>{escaped(self._belonging.listed(teams, _MOST_TEAMS))}"
            f"<td>{whole_amount(finding.money, '') if finding.money else ''}"
        )

    def _where(self, finding: Finding) -> str:
        """What a finding is about, which rule found it and where, and from when it counts."""
        rule = f"<a href=#{self._anchors.numbered('r', finding.rule)}>{escaped(finding.rule)}</a>"
        place = f"<i>{escaped(self._places.short(finding.place))}</i>"
        note = f" {prose(finding.note)}" if finding.note else ""
        start = f" · new rule, fails from {finding.fails_from}" if finding.fails_from else ""
        return f"{self._subjects(finding.subjects)} · {rule} · {place}{note}{self._related(finding.related)}{start}"

    def _row_anchors(self) -> Iterator[str]:
        """An anchor for each finding; a second one with the same fingerprint gets one that no link leads to."""
        seen: set[str] = set()
        for number, finding in enumerate(self._audit.findings):
            again = finding.fingerprint in seen
            seen.add(finding.fingerprint)
            yield self._anchors.of("f-again", str(number)) if again else finding_anchor(finding, self._anchors)

    def _subjects(self, subjects: Sequence[SubjectName]) -> str:
        """The first subjects, each leading to its sheet where it has one, and how many more there are."""
        names = [self._links.get(each) or self._link(each) for each in subjects[:_MOST_SUBJECTS]]
        return ", ".join(names) + _further(len(subjects) - _MOST_SUBJECTS, "")

    def _link(self, subject: SubjectName) -> str:
        anchor = self._anchors.of("s", subject.id) if self._belonging.knows(subject) else ""
        link = self._links[subject] = linked(subject.name, anchor)
        return link

    def _related(self, related: Sequence[Related]) -> str:
        """The first further places with their notes, and how many more there are."""
        told = [
            f" · <i>{escaped(self._places.line(each.place))}</i> {prose(each.note)}" for each in related[:_MOST_PLACES]
        ]
        return "".join(told) + _further(len(related) - _MOST_PLACES, " places")


def finding_anchor(finding: Finding, anchors: Anchors) -> str:
    """Where a finding stands in the page; of several with one fingerprint it is the first."""
    return anchors.of("f", finding.fingerprint, finding.fingerprint[:_FINGERPRINT])


def _further(count: int, noun: str) -> str:
    return f" and {grouped(count)} more{noun}" if count > 0 else ""


def _themes(audit: Audit) -> Mapping[str, int]:
    """A number for each theme that has findings, ours first."""
    found = {finding.theme for finding in audit.findings}
    ordered = [theme for theme in THEMES if theme in found] + sorted(found - THEMES.keys())
    return {theme: number for number, theme in enumerate(ordered, 1)}
