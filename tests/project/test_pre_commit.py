"""The hooks for pre-commit, run by pre-commit itself in a repository that names them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest

from project.build_servers import git
from project.pull_requests import FAULTY, MENDED, MESSAGE

ROOT = Path(__file__).parents[2]
OUTCOME = re.compile(r"^(.+?)\.+(?:\(no files to check\))?(Passed|Failed|Skipped)$", re.MULTILINE)
CONFIG = """\
repos:
  - repo: {repository}
    rev: {revision}
    hooks:
      - id: stackaudit
        args: [inventory, --select, bought-without-it]
      - id: stackaudit-rules-test
        args: [our-rules]
"""
RULE = (ROOT / "rules" / "shadow-it" / "sandbox-past-its-end.yaml").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def environment(pip_settings: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment in which pre-commit keeps what it installs until these tests end."""
    kept = str(tmp_path_factory.mktemp("pre-commit"))
    return {**os.environ, **pip_settings, "PRE_COMMIT_HOME": kept, "PRE_COMMIT_COLOR": "never"}


@pytest.fixture
def repository(fetched: Path, tmp_path: Path) -> Path:
    """A repository with a clean inventory and a rule of its own, which names the hooks."""
    folder = tmp_path / "ours"
    copytree(ROOT / "rules" / "shadow-it", folder / "our-rules" / "shadow-it", ignore=_but_one)
    (folder / "inventory").mkdir()
    (folder / "inventory" / "stack.yaml").write_text(MENDED)
    (folder / "README.md").write_text("Our systems\n")
    config = CONFIG.format(repository=fetched.as_uri(), revision=git(fetched, "rev-parse", "HEAD"))
    (folder / ".pre-commit-config.yaml").write_text(config)
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    return folder


def _but_one(_: str, names: list[str]) -> set[str]:
    return {*names} - {"sandbox-past-its-end.yaml"}


def pre_commit(at: Path, environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pre_commit", *arguments]
    return subprocess.run(command, cwd=at, env=environment, capture_output=True, encoding="utf-8", check=False)


def test_the_hooks_are_a_manifest_to_pre_commit(environment: dict[str, str]) -> None:
    run = pre_commit(ROOT, environment, "validate-manifest", ".pre-commit-hooks.yaml")

    assert (run.returncode, run.stdout + run.stderr) == (0, "")


def test_hooks_pass_where_nothing_is_found(repository: Path, environment: dict[str, str]) -> None:
    run = pre_commit(repository, environment, "run", "--all-files")

    assert run.returncode == 0, run.stdout + run.stderr
    assert OUTCOME.findall(run.stdout) == [("stackaudit", "Passed"), ("stackaudit rules test", "Passed")]


def test_a_finding_fails_its_hook_and_is_shown(repository: Path, environment: dict[str, str]) -> None:
    (repository / "inventory" / "stack.yaml").write_text(FAULTY)

    run = pre_commit(repository, environment, "run", "--all-files")

    assert run.returncode == 1
    assert OUTCOME.findall(run.stdout) == [("stackaudit", "Failed"), ("stackaudit rules test", "Passed")]
    assert MESSAGE in run.stdout
    assert "inventory/stack.yaml:3:" in run.stdout


def test_a_broken_inventory_fails_its_hook(repository: Path, environment: dict[str, str]) -> None:
    (repository / "inventory" / "stack.yaml").write_text("systems: {chat: {nam: Our chat}}\n")

    run = pre_commit(repository, environment, "run", "--all-files", "stackaudit")

    assert run.returncode == 1
    assert "exit code: 2" in run.stdout
    assert "inventory/stack.yaml:1:18: unknown key `nam`" in run.stdout


def test_a_rule_that_fails_its_examples_fails_its_hook(repository: Path, environment: dict[str, str]) -> None:
    rule = repository / "our-rules" / "shadow-it" / "sandbox-past-its-end.yaml"
    rule.write_text(RULE.replace("finds: [trial]", "finds: [other]", 1))

    run = pre_commit(repository, environment, "run", "--all-files", "stackaudit-rules-test")

    assert run.returncode == 1
    assert OUTCOME.findall(run.stdout) == [("stackaudit rules test", "Failed")]
    assert "shadow-it/sandbox-past-its-end" in run.stdout


@pytest.mark.parametrize(
    ("file", "text", "outcome"),
    [
        ("README.md", "Our systems\n", "Skipped"),
        ("pyproject.toml", "[project]\n", "Skipped"),
        ("inventory/more.yml", "systems: {polls: Polls}\n", "Passed"),
        ("inventory/exceptions.yaml", "[]\n", "Passed"),
        ("inventory/stackaudit.toml", 'fail-on = "low"\n', "Passed"),
        ("inventory/evidence/ledger.csv", "Date,Merchant,Amount\n2026-10-01,SLACK,10.00\n", "Passed"),
    ],
)
def test_the_inventory_is_audited_when_something_that_it_reads_changes(
    repository: Path, environment: dict[str, str], file: str, text: str, outcome: str
) -> None:
    (repository / file).parent.mkdir(exist_ok=True)
    (repository / file).write_text(text)
    git(repository, "add", "--all")

    run = pre_commit(repository, environment, "run", "stackaudit", "--files", file)

    assert OUTCOME.findall(run.stdout) == [("stackaudit", outcome)], run.stdout + run.stderr
