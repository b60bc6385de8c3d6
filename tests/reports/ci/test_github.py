"""Annotations of GitHub Actions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from reports.ci.logging_commands import Command, github_commands
from reports.nasty import NASTY, nasty_audit, unseen
from stackaudit.model.rules import Severity
from stackaudit.reports.ci.github import github_text
from stackaudit.reports.ci.wording import shown
from stacks import audit_of

TWO = audit_of(
    """
    teams: {marketing: {side: marketing}, it: {side: it}}
    systems:
      mail: {name: "Mail, a: b", bought: {by: marketing, approved_by: []}, security: {shared_accounts: true}}
    """,
)


def test_a_finding_is_a_command_at_its_place() -> None:
    finding = next(each for each in TWO.findings if each.rule == "shadow-it/bought-without-it")

    text = github_text(replace(TWO, findings=(finding,)))

    assert text == (
        "::error file=inventory.yaml,line=4,col=38,title=high%3A shadow-it/bought-without-it::Mail, a: b was bought by "
        "marketing and IT has not agreed to it.%0AFix: Ask IT to review it, then name them under `bought.approved_by`; "
        "or retire it.\n"
    )


def test_severities_become_the_three_levels() -> None:
    findings = tuple(replace(TWO.findings[0], severity=severity) for severity in reversed(Severity))

    commands, _ = github_commands(github_text(replace(TWO, findings=findings)))

    assert [command.name for command in commands] == ["error", "error", "warning", "notice", "notice"]


def test_a_finding_of_a_new_rule_warns() -> None:
    finding = replace(TWO.findings[0], severity=Severity.CRITICAL, fails_from=date(2027, 1, 1))

    commands, _ = github_commands(github_text(replace(TWO, findings=(finding,))))

    assert [command.name for command in commands] == ["warning"]


def test_ten_of_each_level_show_and_the_rest_is_counted() -> None:
    of = {severity: replace(TWO.findings[0], severity=severity, message=severity.word) for severity in Severity}
    findings = (of[Severity.CRITICAL],) * 8 + (of[Severity.HIGH],) * 7 + (of[Severity.LOW],) * 12

    commands, others = github_commands(github_text(replace(TWO, findings=findings)))

    assert [command.message.partition("\n")[0] for command in commands] == [
        *["critical"] * 8,
        *["high"] * 2,
        *["low"] * 10,
    ]
    told = "stackaudit found 5 more errors, 2 more notices; a build server shows ten of each, "
    assert others == [f"{told}and the other reports hold all."]


def test_nothing_found_is_nothing_said() -> None:
    assert github_text(replace(TWO, findings=())) == ""


@pytest.mark.parametrize("word", NASTY)
def test_a_nasty_name_is_data_and_no_command(word: str) -> None:
    text = NASTY[word]

    audit = nasty_audit(text)

    output = github_text(audit)

    title = f"high: {shown(f'{text}/unsafe', 200)}"
    assert github_commands(output) == (
        [
            Command(
                "error",
                {
                    "file": shown(f"stack/{text}.yaml"),
                    "line": str(finding.place.line),
                    "col": str(finding.place.column),
                    "title": title,
                },
                f"{shown(text)}\nFix: {shown(text)}",
            )
            for finding in audit.findings
        ],
        [],
    )
    assert unseen(output) == []
