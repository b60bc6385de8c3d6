"""An inventory with one finding, and pull requests that bring it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from project.build_servers import git

if TYPE_CHECKING:
    from pathlib import Path

FAULTY = """\
teams: {marketing: {side: marketing}, it: {side: it}}
systems:
  chat: {name: Our chat, category: chat, bought: {by: marketing, approved_by: [], how: contract}}
"""
MENDED = FAULTY.replace("[]", "[it]")
ONE_RULE = "--select bought-without-it --today 2026-11-21"
MESSAGE = "Our chat was bought by marketing and IT has not agreed to it."


class PullRequest:
    """A pull request as GitHub keeps it: a base, a branch, and the merge of both that is checked out, at depth one."""

    def __init__(self, folder: Path) -> None:
        self.origin, self.workspace = folder / "origin", folder / "work"
        self.origin.mkdir()
        git(self.origin, "init", "--quiet")
        git(self.origin, "config", "uploadpack.allowAnySHA1InWant", "true")  # as GitHub allows
        self.opened = self.commit({"inventory/stack.yaml": MENDED, "inventory/more.yaml": "systems: {polls: Polls}\n"})
        git(self.origin, "checkout", "--quiet", "-b", "topic")
        self.head = self.commit({"inventory/stack.yaml": FAULTY})
        git(self.origin, "checkout", "--quiet", "main")

    def commit(self, files: dict[str, str]) -> str:
        """Commit files to the origin's branch."""
        for name, text in files.items():
            (self.origin / name).parent.mkdir(exist_ok=True)
            (self.origin / name).write_text(text)
        git(self.origin, "add", "--all")
        git(self.origin, "commit", "--quiet", "--message", "Change")
        return git(self.origin, "rev-parse", "HEAD")

    def merge(self) -> str:
        """Make the merge of the base as it is now and the branch."""
        git(self.origin, "checkout", "--quiet", "--detach", "main")
        git(self.origin, "merge", "--quiet", "--no-ff", "--message", "Merge", "topic")
        return git(self.origin, "rev-parse", "HEAD")

    def check_out(self, commit: str) -> None:
        """Fetch one commit into the workspace, as actions/checkout does."""
        git(self.workspace, "init", "--quiet")
        git(self.workspace, "remote", "add", "origin", self.origin.as_uri())
        git(self.workspace, "fetch", "--quiet", "--no-tags", "--depth=1", "origin", commit)
        git(self.workspace, "checkout", "--quiet", "--force", "FETCH_HEAD")
