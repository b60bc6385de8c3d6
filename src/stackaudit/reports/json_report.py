"""An audit as JSON: a versioned contract, with one finding, question or rule on a line so that two reports compare."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from stackaudit import __version__
from stackaudit.model.rules import Severity
from stackaudit.reports.json_spelling import amount, encode, in_lines, report_text
from stackaudit.reports.schemas.audit import AUDIT_VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from stackaudit.model.audit import Audit, Excepted, Finding, SinceBaseline, SubjectName, Undetermined
    from stackaudit.model.documents import Place
    from stackaudit.model.exceptions import Standing
    from stackaudit.model.rules import Rule


def audit_json(audit: Audit) -> str:
    """The whole audit as the schema of `stackaudit schema audit` describes it; ends with a line feed.

    Letters of all scripts stand as they are; characters that no terminal or editor shows are written as escapes.
    """
    return report_text(
        [
            f'"schema": {encode(AUDIT_VERSION)}',
            f'"stackaudit": {encode(__version__)}',
            f'"today": {encode(audit.today.isoformat())}',
            f'"organization": {encode(audit.organization)}',
            f'"currency": {encode(audit.currency)}',
            f'"totals": {encode(_totals(audit))}',
            f'"scores": {in_lines(encode(score._asdict()) for score in audit.scores)}',
            f'"overall": {encode(audit.overall._asdict() if audit.overall else None)}',
            f'"findings": {in_lines(encode(_finding(finding)) for finding in audit.findings)}',
            f'"excepted": {in_lines(encode(_excepted(item)) for item in audit.excepted)}',
            f'"exceptions": {in_lines(encode(_exception(standing, audit)) for standing in audit.exceptions)}',
            f'"baseline": {encode(_baseline(audit.baseline))}',
            f'"undetermined": {in_lines(encode(_undetermined(item)) for item in audit.undetermined)}',
            f'"evidence": {encode(_evidence(audit))}',
            f'"missing": {in_lines(encode(fact._asdict()) for fact in audit.missing)}',
            f'"rules": {in_lines(_rules(audit), "{}")}',
        ],
    )


def _evidence(audit: Audit) -> dict[str, object] | None:
    """The files of evidence that were read, and those that were not understood."""
    found = audit.reconciliation
    if found is None:
        return None
    return {
        "files": [{"name": file.name, "reader": file.reader, "traces": file.traces} for file in found.files],
        "unread": [{"name": name, "reason": reason} for name, reason in found.unread],
    }


def _totals(audit: Audit) -> dict[str, object]:
    totals = audit.totals
    counts = Counter(finding.severity for finding in audit.findings)
    return {
        "systems": totals.systems,
        "integrations": totals.integrations,
        "teams": totals.teams,
        "annual_cost": amount(totals.annual_cost),
        "costs_stated": totals.costs_stated,
        "unconverted": totals.unconverted,
        "at_stake": amount(totals.at_stake),
        "files": totals.files,
        "lines": totals.lines,
        "unstated": totals.unstated,
        "findings": {severity.word: counts[severity] for severity in Severity},
        "undetermined": len(audit.undetermined),
        "excepted": len(audit.excepted),
    }


def _finding(finding: Finding) -> dict[str, object]:
    money = finding.money
    return {
        "rule": finding.rule,
        "theme": finding.theme,
        "severity": finding.severity.word,
        "subjects": _subjects(finding.subjects),
        "message": finding.message,
        "fix": finding.fix,
        "place": _place(finding.place),
        "note": finding.note,
        "related": [{"place": _place(place), "note": note} for place, note in finding.related],
        "money": None if money is None else amount(money),
        "stakes": [{"subject": subject, "amount": amount(stake)} for subject, stake in finding.stakes],
        "fingerprint": finding.fingerprint,
        "fails_from": _day(finding.fails_from),
    }


def _excepted(item: Excepted) -> dict[str, object]:
    exception = {"place": _place(item.exception.place), "until": _day(item.exception.until)}
    return {**_finding(item.finding), "exception": exception}


def _exception(standing: Standing, audit: Audit) -> dict[str, object]:
    exception = standing.exception
    return {
        "rule": exception.rule,
        "subjects": exception.named,
        "reason": exception.reason,
        "approvers": exception.approvers,
        "approved": _day(exception.approved),
        "ticket": exception.ticket,
        "until": _day(exception.until),
        "place": _place(exception.place),
        "asked": exception.rule in audit.rules,
        "findings": standing.findings,
        "fault": standing.fault,
        "help": standing.help,
    }


def _baseline(since: SinceBaseline | None) -> dict[str, object] | None:
    if since is None:
        return None
    return {
        "file": since.file,
        "known": [finding.fingerprint for finding in since.known],
        "known_undetermined": since.known_undetermined,
        "gone": [entry._asdict() for entry in since.gone],
    }


def _undetermined(item: Undetermined) -> dict[str, object]:
    return {
        "rule": item.rule,
        "theme": item.theme,
        "severity": item.severity.word,
        "subjects": _subjects(item.subjects),
        "missing": [{"subject": subject, "fact": fact} for subject, fact in item.missing],
        "place": _place(item.place),
        "fails_from": _day(item.fails_from),
    }


def _rules(audit: Audit) -> Iterator[str]:
    for name in sorted(audit.rules):
        yield f"{encode(name)}: {encode(_rule(audit.rules[name]))}"


def _rule(rule: Rule) -> dict[str, object]:
    return {
        "theme": rule.theme,
        "title": rule.title,
        "severity": rule.severity.word,
        "why": rule.why,
        "fix": rule.fix,
        "references": rule.references,
        "since": _day(rule.since),
        "approvers": rule.approvers,
    }


def _subjects(subjects: Iterable[SubjectName]) -> list[dict[str, object]]:
    return [subject._asdict() for subject in subjects]


def _place(place: Place) -> dict[str, object]:
    return place._asdict()


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
