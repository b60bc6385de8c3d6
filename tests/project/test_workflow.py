"""The workflow that `stackaudit init --ci github` writes: its steps are run with bash, as the runner runs them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from project.build_servers import GitHub, Ran, read_yaml
from project.pull_requests import MENDED, MESSAGE
from reports.ci.logging_commands import github_commands
from stackaudit.sources.starters import ci_start

if TYPE_CHECKING:
    from collections.abc import Callable

SETTINGS = 'select = ["bought-without-it"]\n'


@pytest.fixture
def workflow(workspace: Path) -> Path:
    """The workflow of the workspace, as init writes it."""
    (workspace / ".git").mkdir()
    (workspace / "stackaudit.toml").write_text(SETTINGS)
    (starter,) = ci_start("github", workspace / "inventory").files
    starter.path.parent.mkdir(parents=True)
    starter.path.write_text(starter.text)
    return starter.path


@pytest.fixture
def run_job(workflow: Path, workspace: Path, empty_python: dict[str, str], tmp_path: Path) -> Callable[[], Ran]:
    """Runs the workflow's job."""
    return lambda: GitHub(workspace, tmp_path / "temp", empty_python).run_job(workflow, "audit")


def test_the_workflow_is_one_to_the_schema_of_workflows(workflow: Path) -> None:
    checker = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", workflow]

    checked = subprocess.run(checker, capture_output=True, text=True, check=False)

    assert checked.returncode == 0, checked.stdout


def test_the_workflow_may_read_the_repository_and_nothing_else(workflow: Path) -> None:
    stated = read_yaml(workflow)

    assert stated["permissions"] == {"contents": "read"}
    assert [step["uses"] for step in stated["jobs"]["audit"]["steps"] if "uses" in step] == [
        "actions/checkout@v6",
        "actions/setup-python@v6",
    ]


def test_the_installed_package_writes_the_workflow(workflow: Path, workspace: Path, installed: dict[str, str]) -> None:
    program, expected = Path(installed["programs"], "stackaudit"), workflow.read_bytes()
    workflow.unlink()

    run = subprocess.run([program, "init", "--ci", "github", "inventory"], cwd=workspace, check=False)

    assert run.returncode == 0
    assert workflow.read_bytes() == expected


def test_a_finding_fails_the_job_and_is_shown_at_its_line(run_job: Callable[[], Ran]) -> None:
    ran = run_job()

    (command,), others = github_commands(ran.output)
    assert (ran.code, others) == (1, [])
    assert (command.name, command.message.splitlines()[0]) == ("error", MESSAGE)
    assert (command.properties["file"], command.properties["line"]) == ("inventory/stack.yaml", "3")
    assert MESSAGE in ran.summary


def test_a_clean_inventory_passes(workspace: Path, run_job: Callable[[], Ran]) -> None:
    (workspace / "inventory" / "stack.yaml").write_text(MENDED)

    ran = run_job()

    assert (ran.code, ran.output) == (0, "")
    assert ran.summary.startswith("## stackaudit")


@pytest.mark.parametrize("file", ["more.yaml", "::error::owned.yaml", "##[error]owned.yaml", "a\n::error::a.yaml"])
def test_a_broken_inventory_is_told_in_one_annotation(workspace: Path, run_job: Callable[[], Ran], file: str) -> None:
    (workspace / "inventory" / file).write_text('systems: {chat: {"::error::owned": "##[error]owned"}}\n')

    ran = run_job()

    (command,), others = github_commands(ran.output)
    assert (ran.code, others, ran.summary) == (2, [], "")
    assert (command.name, command.properties) == ("error", {"title": "stackaudit"})
    assert "unknown key `::error::owned`" in command.message
