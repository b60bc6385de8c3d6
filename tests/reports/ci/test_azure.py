"""Issues of Azure Pipelines."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from reports.ci.logging_commands import Command, azure_commands
from reports.nasty import NASTY, nasty_audit, unseen
from stackaudit.model.rules import Severity
from stackaudit.reports.ci.azure import azure_text
from stackaudit.reports.ci.wording import shown
from stacks import audit_of

ONE = audit_of(
    """
    teams: {marketing: {side: marketing}, it: {side: it}}
    systems:
      mail: {name: "Mail; [a]", bought: {by: marketing, approved_by: []}}
    """,
)
ONE = replace(ONE, findings=tuple(each for each in ONE.findings if each.rule == "shadow-it/bought-without-it"))


def test_a_finding_is_a_command_at_its_place() -> None:
    assert azure_text(ONE) == (
        "##vso[task.logissue type=error;sourcepath=inventory.yaml;linenumber=4;columnnumber=37;"
        "code=shadow-it/bought-without-it;]Mail; [a] was bought by marketing and IT has not agreed to it. "
        "Fix: Ask IT to review it, then name them under `bought.approved_by`; or retire it.\n"
    )


def test_severities_become_the_two_types() -> None:
    findings = tuple(replace(ONE.findings[0], severity=severity) for severity in reversed(Severity))

    commands, _ = azure_commands(azure_text(replace(ONE, findings=findings)))

    types = [command.properties["type"] for command in commands]
    assert types == ["error", "error", "warning", "warning", "warning"]


def test_a_finding_of_a_new_rule_warns() -> None:
    finding = replace(ONE.findings[0], severity=Severity.CRITICAL, fails_from=date(2027, 1, 1))

    commands, _ = azure_commands(azure_text(replace(ONE, findings=(finding,))))

    assert [command.properties["type"] for command in commands] == ["warning"]


def test_ten_of_each_type_show_and_the_rest_is_counted() -> None:
    medium, low = (replace(ONE.findings[0], severity=each) for each in (Severity.MEDIUM, Severity.LOW))

    commands, others = azure_commands(azure_text(replace(ONE, findings=(medium,) * 6 + (low,) * 7)))

    assert [command.properties["type"] for command in commands] == ["warning"] * 10
    assert others == [
        "stackaudit found 3 more warnings; a build server shows ten of each, and the other reports hold all."
    ]


@pytest.mark.parametrize("word", NASTY)
def test_a_nasty_name_is_data_and_no_command(word: str) -> None:
    text = NASTY[word]
    audit = nasty_audit(text)

    output = azure_text(audit)

    assert azure_commands(output) == (
        [
            Command(
                "task.logissue",
                {
                    "type": "error",
                    "sourcepath": shown(f"stack/{text}.yaml"),
                    "linenumber": str(finding.place.line),
                    "columnnumber": str(finding.place.column),
                    "code": shown(f"{text}/unsafe", 200),
                },
                f"{shown(text)} Fix: {shown(text)}",
            )
            for finding in audit.findings
        ],
        [],
    )
    assert unseen(output) == []
