"""An audit as JSON: a versioned contract, with one finding, question or rule on a line so that two reports compare."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING

from stackaudit import __version__
from stackaudit.model.rules import Severity
from stackaudit.reports.schemas.audit import AUDIT_VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from stackaudit.model.audit import Audit, Finding, SubjectName, Undetermined
    from stackaudit.model.documents import Place
    from stackaudit.model.rules import Rule

_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(", ", ": ")).encode
_UNPRINTABLE = re.compile("[^\n -~\u00a0]")


def audit_json(audit: Audit) -> str:
    """The whole audit as the schema of `stackaudit schema audit` describes it; ends with a line feed.

    Letters of all scripts stand as they are; characters that no terminal or editor shows are written as escapes.
    """
    parts = [
        f'"schema": {_encode(AUDIT_VERSION)}',
        f'"stackaudit": {_encode(__version__)}',
        f'"today": {_encode(audit.today.isoformat())}',
        f'"organization": {_encode(audit.organization)}',
        f'"currency": {_encode(audit.currency)}',
        f'"totals": {_encode(_totals(audit))}',
        f'"scores": {_lines(_encode(score._asdict()) for score in audit.scores)}',
        f'"findings": {_lines(_encode(_finding(finding)) for finding in audit.findings)}',
        f'"undetermined": {_lines(_encode(_undetermined(item)) for item in audit.undetermined)}',
        f'"missing": {_lines(_encode(fact._asdict()) for fact in audit.missing)}',
        f'"rules": {_lines(_rules(audit), "{}")}',
    ]
    text = "{\n" + ",\n".join(parts) + "\n}\n"
    return text if text.isascii() and "\x7f" not in text else _UNPRINTABLE.sub(_escaped, text)


def _lines(items: Iterable[str], brackets: str = "[]") -> str:
    """A list or mapping with each item on a line of its own."""
    body = ",\n".join(items)
    return f"{brackets[0]}\n{body}\n{brackets[1]}" if body else brackets


def _totals(audit: Audit) -> dict[str, object]:
    totals = audit.totals
    counts = Counter(finding.severity for finding in audit.findings)
    return {
        "systems": totals.systems,
        "integrations": totals.integrations,
        "teams": totals.teams,
        "annual_cost": _amount(totals.annual_cost),
        "costs_stated": totals.costs_stated,
        "unconverted": totals.unconverted,
        "at_stake": _amount(totals.at_stake),
        "files": totals.files,
        "lines": totals.lines,
        "unstated": totals.unstated,
        "findings": {severity.word: counts[severity] for severity in Severity},
        "undetermined": len(audit.undetermined),
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
        "money": None if money is None else _amount(money),
        "stakes": [{"subject": subject, "amount": _amount(amount)} for subject, amount in finding.stakes],
        "fingerprint": finding.fingerprint,
    }


def _undetermined(item: Undetermined) -> dict[str, object]:
    return {
        "rule": item.rule,
        "theme": item.theme,
        "severity": item.severity.word,
        "subjects": _subjects(item.subjects),
        "missing": [{"subject": subject, "fact": fact} for subject, fact in item.missing],
        "place": _place(item.place),
    }


def _rules(audit: Audit) -> Iterator[str]:
    for name in sorted(audit.rules):
        yield f"{_encode(name)}: {_encode(_rule(audit.rules[name]))}"


def _rule(rule: Rule) -> dict[str, object]:
    return {
        "theme": rule.theme,
        "title": rule.title,
        "severity": rule.severity.word,
        "why": rule.why,
        "fix": rule.fix,
        "references": rule.references,
    }


def _subjects(subjects: Iterable[SubjectName]) -> list[dict[str, object]]:
    return [subject._asdict() for subject in subjects]


def _place(place: Place) -> dict[str, object]:
    return place._asdict()


def _amount(amount: float) -> float:
    """An amount, as a whole number where it is one."""
    return int(amount) if amount == int(amount) else amount


def _escaped(match: re.Match[str]) -> str:
    """A printable character as it is, any other as JSON's escape for it."""
    character = match[0]
    if character.isprintable():
        return character
    return json.dumps(character)[1:-1]
