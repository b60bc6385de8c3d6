"""The job for GitLab: its script is run with the shells that images have, and its reports are read back."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from defusedxml import ElementTree

from project.build_servers import Ran, read_yaml, run_gitlab
from project.pull_requests import MENDED, MESSAGE, ONE_RULE
from stackaudit.sources.starters import ci_start

ROOT = Path(__file__).parents[2]
TEMPLATE = ROOT / "ci" / "gitlab.yml"
JOB = read_yaml(TEMPLATE)["stackaudit"]
SHELLS = {"sh": ["sh", "-e"], "bash": ["bash", "-eo", "pipefail"]}
NASTY = [
    "$(touch pwned)",
    "`touch pwned`",
    "; touch pwned",
    "\"'; touch pwned; '\"",
    "x\ntouch pwned",
    "*",
    "&& exit 0",
]


@pytest.fixture(params=SHELLS)
def shell(request: pytest.FixtureRequest) -> list[str]:
    return SHELLS[request.param]


def run(workspace: Path, empty_python: dict[str, str], shell: list[str], **variables: str) -> Ran:
    stated = {"STACKAUDIT_PATH": "inventory", "STACKAUDIT_ARGS": ONE_RULE}
    return run_gitlab(JOB, workspace, shell, **{**empty_python, **stated, **variables})


def test_the_template_is_a_pipeline_to_the_schema_of_gitlab() -> None:
    checker = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.gitlab-ci", TEMPLATE]

    checked = subprocess.run(checker, capture_output=True, text=True, check=False)

    assert checked.returncode == 0, checked.stdout


def test_the_template_is_what_init_writes(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "stack.yaml").write_text(MENDED)

    job, _ = ci_start("gitlab", tmp_path).files

    assert TEMPLATE.read_text(encoding="utf-8") == job.text


def test_a_finding_fails_the_job_and_is_reported(
    workspace: Path, empty_python: dict[str, str], shell: list[str]
) -> None:
    ran = run(workspace, empty_python, shell)

    reports = JOB["artifacts"]["reports"]
    (issue,) = json.loads((workspace / reports["codequality"]).read_text(encoding="utf-8"))
    suites = ElementTree.parse(workspace / reports["junit"])
    assert ran.code == 1, ran.output
    assert MESSAGE in ran.output
    assert (issue["description"], issue["location"]) == (
        MESSAGE,
        {"path": "inventory/stack.yaml", "lines": {"begin": 3}},
    )
    assert [case.get("name") for case in suites.iter("testcase") if case.find("failure") is not None] == ["Our chat"]


def test_reports_are_kept_of_jobs_that_fail() -> None:
    assert JOB["artifacts"]["when"] == "always"


def test_a_clean_inventory_passes(workspace: Path, empty_python: dict[str, str], shell: list[str]) -> None:
    (workspace / "inventory" / "stack.yaml").write_text(MENDED)

    ran = run(workspace, empty_python, shell)

    assert ran.code == 0, ran.output
    assert json.loads((workspace / "gl-code-quality-report.json").read_text()) == []


def test_a_broken_inventory_is_no_audit(workspace: Path, empty_python: dict[str, str], shell: list[str]) -> None:
    (workspace / "inventory" / "stack.yaml").write_text("systems: {chat: {nam: Our chat}}\n")

    ran = run(workspace, empty_python, shell)

    assert ran.code == 2
    assert "2 problems: no audit was performed." in ran.output
    assert not (workspace / "gl-code-quality-report.json").exists()


@pytest.mark.parametrize("text", NASTY)
@pytest.mark.parametrize("name", ["STACKAUDIT_PACKAGE", "STACKAUDIT_PATH", "STACKAUDIT_ARGS"])
def test_a_variable_is_never_run(workspace: Path, empty_python: dict[str, str], name: str, text: str) -> None:
    before = {*workspace.rglob("*")}

    ran = run(workspace, empty_python, SHELLS["sh"], **{name: text})

    assert ran.code in (1, 2)
    assert {*workspace.rglob("*")} == before
