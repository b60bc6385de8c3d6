"""What the GitHub Action says of a pull request: git fetches the base, and the change is told as Markdown."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from project.pull_requests import MENDED, MESSAGE, PullRequest
from reports.ci.logging_commands import github_commands

if TYPE_CHECKING:
    from project.build_servers import Audit


def test_a_pull_request_gets_a_comment_on_what_it_changes(audit: Audit, workspace: Path, tmp_path: Path) -> None:
    (workspace / "inventory" / "stack.yaml").unlink()
    request = PullRequest(tmp_path)
    request.commit({"inventory/more.yaml": "systems: {polls: Polls, survey: Survey}\n"})  # the base went on
    merge = request.merge()
    request.check_out(merge)

    ran = audit({"GITHUB_SHA": merge}, {"pull_request.base.sha": request.opened}, comment="true")

    comment = _read(ran.outputs["comment-file"])
    assert ran.code == 1
    assert comment.startswith("### stackaudit: ")
    assert MESSAGE in comment
    assert "Survey" not in comment, "that came with the base, not with the pull request"
    assert [command.message.splitlines()[0] for command in github_commands(ran.output)[0]] == [MESSAGE]


def test_a_branch_that_is_checked_out_itself_is_held_against_the_base(
    audit: Audit, workspace: Path, tmp_path: Path
) -> None:
    (workspace / "inventory" / "stack.yaml").unlink()
    request = PullRequest(tmp_path)
    request.check_out(request.head)

    ran = audit({"GITHUB_SHA": request.merge()}, {"pull_request.base.sha": request.opened}, comment="true")

    assert MESSAGE in _read(ran.outputs["comment-file"])


def test_a_base_without_the_inventory_is_told_and_fails_nothing(audit: Audit, workspace: Path, tmp_path: Path) -> None:
    (workspace / "inventory" / "stack.yaml").unlink()
    request = PullRequest(tmp_path)
    request.check_out(request.head)
    (workspace / "new").mkdir()
    (workspace / "new" / "stack.yaml").write_text(MENDED)

    ran = audit({"GITHUB_SHA": "0"}, {"pull_request.base.sha": request.opened}, comment="true", path="new")

    (command,), others = github_commands(ran.output)
    assert (ran.code, ran.outputs["comment-file"], others) == (0, "", [])
    assert command.name == "warning"
    assert "has no `new`" in command.message


@pytest.mark.parametrize("event", [{}, {"pull_request.base.sha": "0" * 40}])
def test_without_a_base_there_is_no_comment_and_nothing_fails(
    audit: Audit, workspace: Path, event: dict[str, str]
) -> None:
    (workspace / "inventory" / "stack.yaml").write_text(MENDED)

    ran = audit({"GITHUB_SHA": "0"}, event, comment="true")

    assert (ran.code, ran.outputs["comment-file"]) == (0, "")
    commands, others = github_commands(ran.output)
    assert [command.name for command in commands] == (["warning"] if event else [])
    assert others == ([] if event else ["This run is of no pull request: there is nothing to compare with."])


def _read(path: str) -> str:
    return Path(path).read_text(encoding="utf-8")
