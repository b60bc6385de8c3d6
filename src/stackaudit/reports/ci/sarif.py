"""An audit as SARIF 2.1.0, the format in which code hosts and editors take the results of analysis tools."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from stackaudit import __version__
from stackaudit.reports.ci.ascii_json import encode
from stackaudit.reports.ci.sarif_places import location, related_locations
from stackaudit.reports.ci.sarif_rules import SCHEMA, level_word, message, rule_descriptors, rule_name
from stackaudit.reports.ci.wording import shown
from stackaudit.reports.json_spelling import amount, in_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from stackaudit.model.audit import Audit, Excepted, Finding

MOST_RESULTS = 25_000
"""GitHub refuses a run with more; what is left out is counted in a notification."""

_MOST_SUBJECTS = 100
_FINGERPRINT = "stackauditFingerprint/v1"


def sarif_text(audit: Audit) -> str:
    """The audit as a log of one run, with one rule or result on a line, in ASCII.

    Results are the findings, the worst first; with a baseline also those that it knows, told apart by their state; and
    those behind exceptions, as suppressed. Each has a place. Undetermined questions are only counted.
    """
    rules = sorted(audit.rules)
    order = {rule: index for index, rule in enumerate(rules)}
    results = [encode(result) for result in islice(_results(audit, order), MOST_RESULTS)]
    driver = f'"driver":{{"name":"stackaudit","version":{encode(__version__)},"rules":'
    run = [
        f'"tool":{{{driver}{in_lines(map(encode, rule_descriptors(audit.rules, rules)))}}}}}',
        f'"automationDetails":{encode({"id": f"stackaudit/{audit.today.isoformat()}"})}',
        '"columnKind":"unicodeCodePoints"',
        f'"invocations":{encode([_invocation(audit)])}',
        f'"properties":{encode(_properties(audit))}',
        f'"results":{in_lines(results)}',
    ]
    log = f'"$schema":{encode(SCHEMA)},\n"version":"2.1.0"'
    return "{\n" + log + ',\n"runs":[{\n' + ",\n".join(run) + "\n}]\n}\n"


def _results(audit: Audit, order: Mapping[str, int]) -> Iterator[dict[str, object]]:
    new = {"baselineState": "new"} if audit.baseline else {}
    for finding in audit.findings:
        yield {**_result(finding, audit, order), **new}
    for finding in audit.baseline.known if audit.baseline else ():
        yield {**_result(finding, audit, order), "baselineState": "unchanged"}
    for item in audit.excepted:
        yield {**_result(item.finding, audit, order), "suppressions": [_suppression(item)]}


def _result(finding: Finding, audit: Audit, order: Mapping[str, int]) -> dict[str, object]:
    result: dict[str, object] = {
        "ruleId": rule_name(finding.rule),
        "ruleIndex": order[finding.rule],
        "level": level_word(finding),
        "message": message(finding.message),
        "locations": [location(finding.place, finding.note, audit)],
        "partialFingerprints": {_FINGERPRINT: finding.fingerprint},
        "properties": _stakes(finding, audit),
    }
    if finding.related:
        result["relatedLocations"] = related_locations(finding.related, audit)
    return result


def _stakes(finding: Finding, audit: Audit) -> dict[str, object]:
    """The severity in our words, the first hundred subjects and how many there are, and the money per year."""
    stakes: dict[str, object] = {
        "severity": finding.severity.word,
        "subjects": [shown(subject.id, 200) for subject in finding.subjects[:_MOST_SUBJECTS]],
        "subjectCount": len(finding.subjects),
    }
    if finding.money is not None:
        stakes |= {"money": amount(finding.money), "currency": shown(audit.currency)}
    if finding.fails_from:
        stakes["failsFrom"] = finding.fails_from.isoformat()
    return stakes


def _suppression(item: Excepted) -> dict[str, object]:
    exception = item.exception
    return {
        "kind": "external",
        "status": "accepted",
        "justification": message(exception.reason)["text"],
        "properties": {
            "until": exception.until.isoformat() if exception.until else None,
            "approvers": [shown(approver) for approver in exception.approvers],
        },
    }


def _invocation(audit: Audit) -> dict[str, object]:
    """How the run went: well, but perhaps with more results than one may hold."""
    results = len(audit.findings) + (len(audit.baseline.known) if audit.baseline else 0) + len(audit.excepted)
    invocation: dict[str, object] = {"executionSuccessful": True}
    if results > MOST_RESULTS:
        text = f"{results - MOST_RESULTS} of {results} results are left out, the last in the order of the report."
        invocation["toolExecutionNotifications"] = [{"level": "warning", "message": {"text": text}}]
    return invocation


def _properties(audit: Audit) -> dict[str, object]:
    return {
        "organization": shown(audit.organization),
        "today": audit.today.isoformat(),
        "undetermined": len(audit.undetermined),
    }
