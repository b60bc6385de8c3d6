"""Revisions, places and the commits that changed them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from histories import History
from stackaudit.model.changes import Commit
from stackaudit.model.problems import Problems
from stackaudit.sources.history.repositories import Repository, repository_of

if TYPE_CHECKING:
    from pathlib import Path

STACK = "systems: {crm: {name: CRM}}\n"


@pytest.fixture
def history(tmp_path: Path) -> History:
    return History(tmp_path / "repository")


def messages(problems: Problems) -> list[tuple[str, str]]:
    return [(problem.message, problem.help) for problem in problems.problems]


def test_a_repository_is_found_from_below_and_from_what_is_no_longer_there(history: History) -> None:
    history.commit(inventory__stack=STACK)

    found = [
        repository_of(history.folder / path) for path in ("", "inventory", "inventory/stack.yaml", "gone/long/ago")
    ]

    assert found == [Repository(history.folder)] * 4


def test_places_are_told_from_the_top(history: History, tmp_path: Path) -> None:
    repository = Repository(history.folder)

    with pytest.raises(Problems) as outside:
        repository.inside(tmp_path)

    assert [repository.inside(history.folder / path) for path in ("", "a/../b/c.yaml")] == ["", "b/c.yaml"]
    assert [message for message, _ in messages(outside.value)] == [
        f"`{tmp_path}"[:61] + "…` lies outside the repository"
    ]


def test_branches_tags_and_commits_are_revisions(history: History) -> None:
    first = history.commit(stack=STACK)
    history.git("tag", "-a", "v1", "-m", "one")
    second = history.commit(other=STACK)
    repository = Repository(history.folder)

    named = [repository.commit(revision) for revision in ("main", "HEAD", "v1", "HEAD~1", second[:8])]

    assert named == [second, second, first, first, second]


@pytest.mark.parametrize(
    "revision", ["", " ", "-h", "--output=/tmp/a", "a\nb", "a\x1b[31m", "nothing", "main:stack.yaml"]
)
def test_what_is_no_revision_is_refused(history: History, revision: str) -> None:
    history.commit(stack=STACK)

    with pytest.raises(Problems) as raised:
        Repository(history.folder).commit(revision)

    assert [message for message, _ in messages(raised.value)] == [
        f"`{revision}` is no file or folder here, and no revision"
    ]


def test_three_dots_begin_where_two_branches_parted(history: History) -> None:
    parted = history.commit(stack=STACK)
    one = history.commit(one=STACK)
    history.git("checkout", "--quiet", "-b", "feature", parted)
    two = history.commit(two=STACK)

    assert Repository(history.folder).merge_base(one, two) == parted


def test_branches_without_a_common_commit_are_told(history: History) -> None:
    one = history.commit(stack=STACK)
    history.git("checkout", "--quiet", "--orphan", "other")
    two = history.commit(stack=STACK, more=STACK)

    with pytest.raises(Problems) as raised:
        Repository(history.folder).merge_base(one, two)

    assert messages(raised.value) == [
        ("the two revisions have no commit in common", "Compare them with two dots instead of three.")
    ]


def test_a_shallow_clone_says_how_to_fetch_the_rest(history: History, tmp_path: Path) -> None:
    history.commit(stack=STACK)
    history.commit(stack=STACK * 2)
    history.git("clone", "--quiet", "--depth", "1", f"file://{history.folder}", str(tmp_path / "shallow"))

    with pytest.raises(Problems) as raised:
        Repository(tmp_path / "shallow").commit("HEAD~1")

    assert messages(raised.value) == [
        (
            "`HEAD~1` is no file or folder here, and no revision",
            "This is a shallow clone: fetch the history first, in GitHub Actions with `fetch-depth: 0`.",
        )
    ]


def test_the_commits_are_those_that_changed_a_place_along_first_parents(history: History) -> None:
    first = history.commit("2026-01-05", inventory__stack=STACK)
    history.commit("2026-01-06", other=STACK)
    history.git("checkout", "--quiet", "-b", "feature")
    history.commit("2026-01-07", inventory__more="systems: {a: {name: A}}\n")
    history.git("checkout", "--quiet", "main")
    history.commit("2026-01-08", other="systems: {}\n")
    history.git("merge", "--quiet", "--no-ff", "--message", "merge", "feature", on="2026-01-09")
    merged = history.git("rev-parse", "HEAD")
    repository = Repository(history.folder)

    assert repository.commits(["inventory"]) == [
        Commit(merged, date(2026, 1, 9)),
        Commit(first, date(2026, 1, 5)),
    ]
    assert [commit.on.day for commit in repository.commits([""])] == [9, 8, 6, 5]
