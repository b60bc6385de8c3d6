"""Findings as a Code Quality report of GitLab."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.model.rules import Severity
from stackaudit.reports.ci.ascii_json import encode
from stackaudit.reports.ci.wording import shown
from stackaudit.reports.json_spelling import in_lines

if TYPE_CHECKING:
    from stackaudit.model.audit import Audit, Finding

_SEVERITIES = {
    Severity.INFO: "info",
    Severity.LOW: "minor",
    Severity.MEDIUM: "major",
    Severity.HIGH: "critical",
    Severity.CRITICAL: "blocker",
}


def gitlab_text(audit: Audit) -> str:
    """A JSON array with an object for each finding, one on a line; findings behind exceptions are left out.

    The path is the file's name as it is, from where stackaudit ran, so that GitLab finds it in the repository.
    """
    return in_lines(encode(_issue(finding)) for finding in audit.findings) + "\n"


def _issue(finding: Finding) -> dict[str, object]:
    place = finding.place
    return {
        "description": shown(finding.message),
        "check_name": shown(finding.rule),
        "fingerprint": finding.fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": place.file.removeprefix("./"), "lines": {"begin": place.line}},
    }
