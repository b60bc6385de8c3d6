"""Asking git: a repository of strangers runs nothing and fetches nothing, and refusals come with a way out."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from histories import History
from stackaudit.model.problems import Problem, Problems
from stackaudit.sources.history.git import asked, started
from stackaudit.sources.history.repositories import Repository, repository_of
from stackaudit.sources.history.trees import contents, listed

if TYPE_CHECKING:
    from pathlib import Path

STACK = "systems: {crm: {name: CRM}}\n"
ATTRIBUTES = "* diff=evil filter=evil\n"


def test_git_answers(tmp_path: Path) -> None:
    commit = History(tmp_path).commit(stack=STACK)

    assert asked(tmp_path, "rev-parse", "HEAD") == f"{commit}\n"


def test_a_refusal_names_gits_reason(tmp_path: Path) -> None:
    History(tmp_path)

    with pytest.raises(Problems) as raised:
        asked(tmp_path, "rev-list", "HEAD")

    (problem,) = raised.value.problems
    assert problem.message.startswith("git: ")
    assert "'HEAD'" in problem.message
    assert problem.help == "Try the same in the repository with git itself."


def test_a_folder_without_a_repository_has_no_revisions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))

    with pytest.raises(Problems) as raised:
        repository_of(tmp_path)

    assert raised.value.problems == (
        Problem(
            "this is no git repository, so there are no revisions",
            "Name two folders or files, or say with `--path` where the inventory lies.",
        ),
    )


def test_a_repository_of_somebody_else_is_told_kindly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    History(tmp_path).commit(stack=STACK)
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")

    with pytest.raises(Problems) as raised:
        repository_of(tmp_path)

    assert raised.value.problems == (
        Problem(
            "git does not read this repository, for another user owns it",
            "If you trust it, run: git config --global --add safe.directory FOLDER",
        ),
    )


def test_without_git_one_is_told_to_install_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(Problems) as raised:
        asked(tmp_path, "version")

    assert raised.value.problems == (Problem("git is not installed", "Install git, or name two folders."),)


def test_a_hook_that_runs_us_does_not_lead_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mine = History(tmp_path / "mine").commit(stack=STACK)
    other = History(tmp_path / "other").commit(stack="systems: {}\n")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "other" / ".git"))

    said = asked(tmp_path / "mine", "rev-parse", "HEAD").strip()

    assert (said, said == other) == (mine, False)


def test_a_git_that_is_left_is_ended(tmp_path: Path) -> None:
    History(tmp_path).commit(stack=STACK)

    with started(tmp_path, "cat-file", "--batch") as (process, _):
        assert process.poll() is None

    assert process.returncode is not None


def test_a_hostile_repository_runs_nothing(tmp_path: Path) -> None:
    history, ran = hostile(tmp_path)
    commit = history.git("rev-parse", "HEAD")

    repository = repository_of(history.folder)
    files = listed(repository, repository.commit("HEAD"), ["inventory"]).files
    read = {blob.path: raw for blob, raw in contents(repository, files)}
    repository.commits(["inventory"])

    assert (repository.commit("HEAD"), read) == (
        commit,
        {"inventory/stack.yaml": STACK.encode(), "inventory/.gitattributes": ATTRIBUTES.encode()},
    )
    assert list(ran.iterdir()) == []


def test_the_hostile_repository_would_run_what_it_brings(tmp_path: Path) -> None:
    """Without this the test above could not fail."""
    history, ran = hostile(tmp_path)

    for arguments in (["log", "-1"], ["status"], ["fetch", "origin"]):
        subprocess.run(["git", *arguments], cwd=history.folder, capture_output=True, check=False)

    assert sorted(path.name for path in ran.iterdir()) == ["fetch", "fsmonitor", "hook", "signature"]


def test_what_is_missing_in_a_partial_clone_is_told_and_not_fetched(tmp_path: Path) -> None:
    history, ran = hostile(tmp_path)
    blob = history.git("rev-parse", "HEAD:inventory/stack.yaml")
    (history.folder / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    repository = Repository(history.folder)

    with pytest.raises(Problems) as raised:
        list(contents(repository, listed(repository, "HEAD", ["inventory"]).files))

    assert str(raised.value) == "inventory/stack.yaml:1:1: git does not have the content of this file"
    assert list(ran.iterdir()) == []


def hostile(tmp_path: Path) -> tuple[History, Path]:
    """A repository whose settings and hooks leave a file wherever one of them runs, and the folder for those files."""
    history = History(tmp_path / "repository")
    ran = tmp_path / "ran"
    ran.mkdir()
    history.put("inventory/.gitattributes", ATTRIBUTES)
    history.commit(inventory__stack=STACK)
    signed = history.git("cat-file", "commit", "HEAD").replace(
        "\n\n", "\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n -----END PGP SIGNATURE-----\n\n", 1
    )
    history.git("update-ref", "HEAD", history.git("hash-object", "-t", "commit", "-w", "--stdin", given=f"{signed}\n"))
    for name in ("fsmonitor", "signature", "hook", "textconv", "smudge", "pager", "fetch"):
        script = tmp_path / name
        script.write_text(f"#!{sys.executable}\nopen({str(ran / name)!r}, 'w')\n", encoding="utf-8")
        script.chmod(0o755)
    for name in ("post-checkout", "post-index-change", "reference-transaction"):
        (history.folder / ".git" / "hooks" / name).write_bytes((tmp_path / "hook").read_bytes())
        (history.folder / ".git" / "hooks" / name).chmod(0o755)
    settings = {
        "core.fsmonitor": tmp_path / "fsmonitor",
        "core.pager": tmp_path / "pager",
        "log.showSignature": "true",
        "gpg.program": tmp_path / "signature",
        "diff.evil.textconv": tmp_path / "textconv",
        "filter.evil.smudge": tmp_path / "smudge",
        "extensions.partialClone": "origin",
        "core.repositoryFormatVersion": "1",
        "remote.origin.url": f"ext::{tmp_path / 'fetch'}",
        "remote.origin.promisor": "true",
        "protocol.ext.allow": "always",
    }
    with (history.folder / ".git" / "config").open("a", encoding="utf-8") as file:
        for name, value in settings.items():
            section, _, key = name.rpartition(".")
            first, _, second = section.partition(".")
            file.write(f'[{first} "{second}"]\n' if second else f"[{first}]\n")
            file.write(f"{key} = {value}\n")
    return history, ran
