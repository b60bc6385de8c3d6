"""Every format of the examples that we ship, read back by another program's means."""

from __future__ import annotations

import csv
import io
import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from defusedxml import ElementTree

from reports.ci.logging_commands import github_commands
from stackaudit.cli.auditing import audited
from stackaudit.cli.doors import settings_for
from stackaudit.reports.ci.comma_separated import comma_separated_text
from stackaudit.reports.ci.github import github_text
from stackaudit.reports.ci.gitlab import gitlab_text
from stackaudit.reports.ci.json_lines import json_lines_text
from stackaudit.reports.ci.junit import junit_text
from stackaudit.reports.ci.sarif import sarif_text
from stacks import TODAY

if TYPE_CHECKING:
    from stackaudit.model.audit import Audit

EXAMPLES = Path(__file__).parents[3] / "examples"


@cache
def example(name: str) -> Audit:
    paths = [EXAMPLES / name]
    return audited(paths, settings_for(paths, {}, None), TODAY.isoformat())


@pytest.mark.parametrize("name", ["fjordline", "meltano", "minimal", "tidy"])
def test_the_whole_formats_hold_every_finding_in_its_order(name: str) -> None:
    audit = example(name)
    fingerprints = [finding.fingerprint for finding in audit.findings]

    issues = json.loads(gitlab_text(audit))
    results = json.loads(sarif_text(audit))["runs"][0]["results"]
    rows = list(csv.DictReader(io.StringIO(comma_separated_text(audit), newline="")))
    records = [json.loads(line) for line in json_lines_text(audit).splitlines()]

    assert [issue["fingerprint"] for issue in issues] == fingerprints
    assert [row["fingerprint"] for row in rows] == fingerprints
    assert [each["fingerprint"] for each in records if each["type"] == "finding"] == fingerprints
    assert [
        result["partialFingerprints"]["stackauditFingerprint/v1"] for result in results if "suppressions" not in result
    ] == fingerprints


@pytest.mark.parametrize("name", ["fjordline", "meltano", "minimal", "tidy"])
def test_each_finding_is_a_failed_test(name: str) -> None:
    audit = example(name)

    tree = ElementTree.fromstring(junit_text(audit).encode())

    failed = [
        (case.get("classname"), failure.get("message"))
        for case in tree.iter("testcase")
        for failure in case.findall("failure")
    ]
    expected = [(finding.rule, finding.message) for finding in audit.findings]
    assert sorted(failed) == sorted(expected)
    assert tree.get("failures") == str(len(expected))


@pytest.mark.parametrize("name", ["fjordline", "meltano", "minimal", "tidy"])
def test_the_annotations_are_the_first_ten_findings_of_each_level(name: str) -> None:
    audit = example(name)
    of_level: dict[str, list[str]] = {"error": [], "warning": [], "notice": []}
    for finding in audit.findings:
        of_level[LEVELS[finding.severity.word]].append(finding.message)

    commands, others = github_commands(github_text(audit))

    for level, messages in of_level.items():
        assert [each.message.partition("\n")[0] for each in commands if each.name == level] == messages[:10]
    assert len(others) == any(len(messages) > 10 for messages in of_level.values())


LEVELS = {"critical": "error", "high": "error", "medium": "warning", "low": "notice", "info": "notice"}
