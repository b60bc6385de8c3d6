"""What `stackaudit init` writes, where, and what it never touches."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
import yaml

if TYPE_CHECKING:
    from pathlib import Path

WORKFLOW, JOB, PIPELINE = ".github/workflows/stackaudit.yml", ".gitlab/stackaudit.yml", ".gitlab-ci.yml"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with an inventory in a folder."""
    (tmp_path / "ours" / ".git").mkdir(parents=True)
    (tmp_path / "ours" / "inventory").mkdir()
    (tmp_path / "ours" / "inventory" / "stack.yaml").write_text("systems: [Slack]\n")
    return tmp_path / "ours"


def stackaudit(*arguments: str, at: Path) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")}
    command = [sys.executable, "-m", "stackaudit", *arguments]
    environment = {**clean, "PYTHONUTF8": "1"}
    return subprocess.run(command, cwd=at, env=environment, capture_output=True, encoding="utf-8", check=False)


def written(folder: Path) -> list[str]:
    """The files of a repository apart from its inventory."""
    files = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir())
    return sorted(file for file in files if not file.startswith("inventory/"))


def audited(folder: Path, server: str) -> object:
    """The path that the written file has a build server audit."""
    if server == "github":
        return yaml.safe_load((folder / WORKFLOW).read_text())["jobs"]["audit"]["env"]["INVENTORY"]
    return yaml.safe_load((folder / JOB).read_text())["stackaudit"]["variables"]["STACKAUDIT_PATH"]


def test_github_gets_a_workflow(repository: Path) -> None:
    run = stackaudit("init", "--ci", "github", "inventory", at=repository)

    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout == f"wrote {WORKFLOW}\nCommit it, and pull requests are audited.\n"
    assert written(repository) == [WORKFLOW]
    assert audited(repository, "github") == "inventory"


def test_gitlab_gets_a_job_and_a_pipeline_that_includes_it(repository: Path) -> None:
    run = stackaudit("init", "--ci", "gitlab", "inventory", at=repository)

    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout == f"wrote {JOB}\nwrote {PIPELINE}\nCommit both, and merge requests are audited.\n"
    assert written(repository) == [PIPELINE, JOB]
    assert audited(repository, "gitlab") == "inventory"
    assert yaml.safe_load((repository / PIPELINE).read_text()) == {"include": [{"local": JOB}]}


def test_a_pipeline_that_is_there_is_left_alone(repository: Path) -> None:
    (repository / PIPELINE).write_text("build: {script: [make]}\n")

    run = stackaudit("init", "--ci", "gitlab", "--force", "inventory", at=repository)

    assert run.returncode == 0
    assert run.stdout == (f"wrote {JOB}\nAdd to {PIPELINE}, then commit both: `include: [{{local: {JOB}}}]`\n")
    assert (repository / PIPELINE).read_text() == "build: {script: [make]}\n"


def test_a_pipeline_that_includes_the_job_needs_nothing(repository: Path) -> None:
    stackaudit("init", "--ci", "gitlab", "inventory", at=repository)

    run = stackaudit("init", "--ci", "gitlab", "--force", "inventory", at=repository)

    assert run.stdout == f"wrote {JOB}\nCommit it; {PIPELINE} names it already.\n"


@pytest.mark.parametrize(("server", "file"), [("github", WORKFLOW), ("gitlab", JOB)])
def test_a_file_that_is_there_is_replaced_by_force_alone(repository: Path, server: str, file: str) -> None:
    (repository / file).parent.mkdir(parents=True)
    (repository / file).write_text("ours: true\n")

    refused = stackaudit("init", "--ci", server, "inventory", at=repository)
    kept = (repository / file).read_text()
    forced = stackaudit("init", "--ci", server, "inventory", "--force", at=repository)

    assert (refused.returncode, refused.stdout, kept) == (2, "", "ours: true\n")
    assert f"{file}:1:1: this file is there already" in refused.stderr
    assert "1 problem: nothing was written." in refused.stderr
    assert forced.returncode == 0
    assert audited(repository, server) == "inventory"


def test_nothing_is_written_where_one_of_two_files_cannot_be(repository: Path) -> None:
    (repository / PIPELINE).symlink_to(repository.parent / "elsewhere.yml")

    run = stackaudit("init", "--ci", "gitlab", "inventory", at=repository)

    assert run.returncode == 2
    assert not (repository / JOB).exists()


@pytest.mark.parametrize("linked", [".github", WORKFLOW])
@pytest.mark.parametrize("force", [[], ["--force"]])
def test_a_link_leads_no_file_out_of_the_repository(repository: Path, linked: str, force: list[str]) -> None:
    elsewhere = repository.parent / "elsewhere"
    elsewhere.mkdir()
    (repository / linked).parent.mkdir(parents=True, exist_ok=True)
    (repository / linked).symlink_to(elsewhere if linked == ".github" else elsewhere / "new.yml")

    run = stackaudit("init", "--ci", "github", "inventory", *force, at=repository)

    assert run.returncode == 2
    assert "a link leads out of the repository" in run.stderr
    assert list(elsewhere.iterdir()) == []


@pytest.mark.parametrize("at", ["", "inventory"])
def test_files_go_to_the_top_of_the_repository(repository: Path, at: str) -> None:
    run = stackaudit("init", "--ci", "github", str(repository / "inventory"), at=repository / at)

    assert run.returncode == 0
    assert written(repository) == [WORKFLOW]


def test_an_inventory_may_be_the_repository_itself(repository: Path) -> None:
    (repository / "stack.yaml").write_text("systems: [Slack]\n")

    stackaudit("init", "--ci", "github", at=repository)

    assert audited(repository, "github") == "."


def test_without_a_repository_files_go_where_one_stands(repository: Path) -> None:
    (repository / ".git").rmdir()

    stackaudit("init", "--ci", "github", "inventory/stack.yaml", at=repository)

    assert written(repository) == [WORKFLOW]
    assert audited(repository, "github") == "inventory/stack.yaml"


@pytest.mark.parametrize("server", ["github", "gitlab"])
@pytest.mark.parametrize(
    "name", ["our systems", "Øst & vest", 'say "so"', "it's", "a: b", "- a", "#1", "a\\b", "{{ a }}", "@VERSION@"]
)
def test_a_path_comes_through_as_it_is(repository: Path, server: str, name: str) -> None:
    (repository / "inventory").rename(repository / name)

    run = stackaudit("init", "--ci", server, f"./{name}", at=repository)

    assert run.returncode == 0, run.stderr
    assert audited(repository, server) == name


@pytest.mark.parametrize("name", ["${{ github.token }}", "$(reboot)", "$HOME", "a\nb", "a\x1b[31mb", "a\u202eb"])
def test_a_path_that_means_something_else_to_a_server_is_refused(repository: Path, name: str) -> None:
    (repository / "inventory").rename(repository / name)

    run = stackaudit("init", "--ci", "github", f"./{name}", at=repository)

    assert run.returncode == 2
    assert "a path with `$` or unseen characters" in run.stderr
    assert not (repository / ".github").exists()


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("nowhere", "nowhere:1:1: no such file or folder"),
        ("n" * 300, "no such file or folder"),
        ("empty", "no YAML file in this folder"),
    ],
)
def test_there_must_be_an_inventory(repository: Path, path: str, message: str) -> None:
    (repository / "empty").mkdir()

    run = stackaudit("init", "--ci", "github", path, at=repository)

    assert (run.returncode, run.stdout) == (2, "")
    assert message in run.stderr
    assert not (repository / ".github").exists()


def test_a_file_in_the_way_of_a_folder_is_told(repository: Path) -> None:
    (repository / ".github").write_text("")

    run = stackaudit("init", "--ci", "github", "inventory", at=repository)

    assert run.returncode == 2
    assert "the folder cannot be made" in run.stderr


def test_it_asks_what_to_write(repository: Path) -> None:
    run = stackaudit("init", at=repository)

    assert run.returncode == 2
    assert "--ci: say what to write: github or gitlab" in run.stderr
