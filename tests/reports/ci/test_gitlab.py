"""Code Quality reports of GitLab."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from reports.nasty import NASTY, nasty_audit, unseen
from stackaudit.model.rules import Severity
from stackaudit.reports.ci.gitlab import gitlab_text
from stackaudit.reports.ci.wording import shown
from stacks import audit_of

TWO = audit_of(
    """
    teams: {marketing: {side: marketing}, it: {side: it}}
    systems:
      mail: {name: Mail, bought: {by: marketing, approved_by: []}}
      poll: {name: Poll, bought: {by: marketing, approved_by: []}}
    """,
)
TWO = replace(TWO, findings=tuple(each for each in TWO.findings if each.rule == "shadow-it/bought-without-it"))


def test_a_finding_is_an_issue_on_a_line_of_its_own() -> None:
    text = gitlab_text(TWO)

    assert json.loads(text) == [
        {
            "description": f"{name} was bought by marketing and IT has not agreed to it.",
            "check_name": "shadow-it/bought-without-it",
            "fingerprint": finding.fingerprint,
            "severity": "critical",
            "location": {"path": "inventory.yaml", "lines": {"begin": line}},
        }
        for name, line, finding in (("Mail", 4, TWO.findings[0]), ("Poll", 5, TWO.findings[1]))
    ]
    assert text.count("\n") == 4


def test_severities_become_the_five_of_gitlab() -> None:
    findings = tuple(replace(TWO.findings[0], severity=severity) for severity in reversed(Severity))

    issues = json.loads(gitlab_text(replace(TWO, findings=findings)))

    assert [issue["severity"] for issue in issues] == ["blocker", "critical", "major", "minor", "info"]


def test_a_path_loses_its_leading_dot() -> None:
    finding = replace(TWO.findings[0], place=TWO.findings[0].place._replace(file="./stack/a.yaml"))

    issues = json.loads(gitlab_text(replace(TWO, findings=(finding,))))

    assert [issue["location"]["path"] for issue in issues] == ["stack/a.yaml"]


def test_nothing_found_is_an_empty_list() -> None:
    assert gitlab_text(replace(TWO, findings=())) == "[]\n"


@pytest.mark.parametrize("word", NASTY)
def test_a_nasty_name_is_data(word: str) -> None:
    text = NASTY[word]
    audit = nasty_audit(text)

    output = gitlab_text(audit)

    assert json.loads(output) == [
        {
            "description": shown(text),
            "check_name": shown(f"{text}/unsafe"),
            "fingerprint": finding.fingerprint,
            "severity": "critical",
            "location": {"path": f"stack/{text}.yaml", "lines": {"begin": finding.place.line}},
        }
        for finding in audit.findings
    ]
    assert unseen(output) == []
    assert output.isascii()
