"""What docs/ci.md shows is what the program, the action and the hooks do."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from project.build_servers import read_yaml
from stackaudit.cli.formats import _SUFFIXES, AuditFormat
from stackaudit.model.rules import Severity
from stackaudit.reports.ci import azure, github, gitlab, sarif_rules
from stackaudit.reports.ci.urgency import LEVELS

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
ACTION = read_yaml(ROOT / "action.yml")


def block(name: str, language: str) -> str:
    """The block of the page that follows a comment with its name."""
    found = re.search(rf"<!-- {name} -->\n```{language}\n(.*?)```", PAGE, re.DOTALL)
    assert found, name
    return found[1]


def table(first: str) -> list[list[str]]:
    """The rows of the table whose head begins with a word, each as its cells without code marks."""
    found = re.search(rf"^\| {first} \|.*\n\|[-|]+\n((?:\|.*\n)+)", PAGE, re.MULTILINE)
    assert found, first
    return [[cell.strip().strip("`") for cell in row[1:-1].split("|")] for row in found[1].splitlines()]


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with an inventory that has nothing worse than what a clean one has."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "inventory").mkdir()
    (tmp_path / "inventory" / "stack.yaml").write_text("systems: [Slack]\n")
    return tmp_path


def shell(script: str, at: Path) -> subprocess.CompletedProcess[str]:
    """Run a script with bash where `stackaudit` is this one."""
    programs = at / "programs"
    programs.mkdir(exist_ok=True)
    (programs / "stackaudit").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m stackaudit "$@"\n')
    (programs / "stackaudit").chmod(0o755)
    path = f"{programs}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "GITHUB_STEP_SUMMARY": str(at / "summary"), "PYTHONUTF8": "1"}
    command = ["bash", "-c", script]
    return subprocess.run(command, cwd=at, env=environment, capture_output=True, encoding="utf-8", check=False)


@pytest.mark.parametrize("line", re.findall(r"^stackaudit .*$", PAGE, re.MULTILINE))
def test_every_command_runs(repository: Path, line: str) -> None:
    run = shell(line, repository)

    assert run.returncode == 0, run.stderr


def test_the_files_that_commands_write_are_there(repository: Path) -> None:
    shell(block("step", "sh"), repository)

    assert (repository / "summary").read_text(encoding="utf-8").startswith("## stackaudit")
    assert (repository / "stackaudit.sarif").exists()


def test_the_workflow_is_one_to_the_schema_of_workflows(tmp_path: Path) -> None:
    (tmp_path / "stackaudit.yml").write_text(block("workflow", "yaml"))
    checker = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows"]

    checked = subprocess.run([*checker, tmp_path / "stackaudit.yml"], capture_output=True, text=True, check=False)

    assert checked.returncode == 0, checked.stdout


def test_the_workflow_asks_the_action_for_what_it_has() -> None:
    text = block("workflow", "yaml")
    (step,) = [each for each in yaml.safe_load(text)["jobs"]["audit"]["steps"] if each.get("id") == "audit"]

    assert step["with"].keys() <= ACTION["inputs"].keys()
    assert set(re.findall(r"steps\.audit\.outputs\.([\w-]+)", text)) == {"sarif-file", "comment-file"}
    assert {"sarif-file", "comment-file"} <= ACTION["outputs"].keys()


def test_the_workflow_passes_what_strangers_say_through_the_environment() -> None:
    steps: list[dict[str, Any]] = yaml.safe_load(block("workflow", "yaml"))["jobs"]["audit"]["steps"]

    assert [step["run"] for step in steps if "${{" in step.get("run", "")] == []


def test_every_input_is_told_with_its_default() -> None:
    told = {name: default for name, default, _ in table("Input")}
    unlike = {"fail-on": "the settings'", "version": "the action's"}

    assert told == {name: unlike.get(name, stated["default"]) for name, stated in ACTION["inputs"].items()}


def test_every_output_is_told() -> None:
    told = [name.strip("` ") for names, _ in table("Output") for name in names.split(",")]

    assert sorted(told) == sorted(ACTION["outputs"])


def test_the_variables_of_the_job_for_gitlab_are_there(repository: Path) -> None:
    variables = yaml.safe_load(block("gitlab", "yaml"))["stackaudit"]["variables"]

    created = shell("stackaudit baseline create inventory", repository)
    scanned = shell(f"stackaudit scan {variables['STACKAUDIT_ARGS']} -- {variables['STACKAUDIT_PATH']}", repository)

    assert variables.keys() <= read_yaml(ROOT / "ci" / "gitlab.yml")["stackaudit"]["variables"].keys()
    assert (created.returncode, scanned.returncode) == (0, 0), scanned.stderr


def test_the_hooks_are_those_of_the_manifest(tmp_path: Path) -> None:
    (tmp_path / "config.yaml").write_text(block("pre-commit", "yaml"))
    (repository,) = read_yaml(tmp_path / "config.yaml")["repos"]
    command = [sys.executable, "-m", "pre_commit", "validate-config", tmp_path / "config.yaml"]

    checked = subprocess.run(
        command, env={**os.environ, "PRE_COMMIT_HOME": str(tmp_path)}, capture_output=True, text=True, check=False
    )

    manifest = read_yaml(ROOT / ".pre-commit-hooks.yaml")
    assert checked.returncode == 0, checked.stdout
    assert [hook["id"] for hook in repository["hooks"]] == [hook["id"] for hook in manifest]


def test_every_format_is_told_with_its_ending() -> None:
    endings: dict[str, str] = {}
    for ending, form in _SUFFIXES.items():
        endings.setdefault(str(form), ending)

    told = {row[0]: row[1] for row in table("Format")}

    assert told == {str(form): endings.get(str(form), "") for form in AuditFormat}


def test_severities_are_told_as_the_formats_write_them() -> None:
    assert table("Severity") == [
        [
            each.word,
            sarif_rules._WORDS[LEVELS[each]],
            sarif_rules._SECURITY_SEVERITIES.get(each, "–"),  # noqa: RUF001 - the page's dash
            github._WORDS[LEVELS[each]],
            azure._WORDS[LEVELS[each]],
            gitlab._SEVERITIES[each],
        ]
        for each in reversed(Severity)
    ]


def test_links_lead_somewhere() -> None:
    links = re.findall(r"\]\(([^)#]+)(?:#[\w-]+)?\)", PAGE)

    assert links == ["exceptions.md"]
    assert (ROOT / "docs" / "exceptions.md").exists()
