"""A repository, and the commits that revisions in it stand for."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.model.changes import Commit
from stackaudit.model.problems import one_problem
from stackaudit.model.suggesting import shortened
from stackaudit.sources.history.git import asked, refusal, replied
from stackaudit.sources.inventory.finding import real

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stackaudit.model.problems import Problems

_SHALLOW = "This is a shallow clone: fetch the history first, in GitHub Actions with `fetch-depth: 0`."


class Repository(NamedTuple):
    """A repository with a work tree, by the folder at its top."""

    top: Path

    def inside(self, path: Path) -> str:
        """Where a path lies in the repository, with slashes, empty for the top; raises `Problems` for one outside."""
        try:
            found = real(path).relative_to(self.top).as_posix()
        except ValueError:
            advice = "Name paths of one repository only."
            raise one_problem(f"`{shortened(str(path))}` lies outside the repository", advice) from None
        return "" if found == "." else found

    def commit(self, revision: str) -> str:
        """The id of the commit that a revision names; raises `Problems` where it names none."""
        if revision.startswith("-") or not revision.strip() or not revision.isprintable():
            raise _unknown(revision, "A revision is a branch, a tag or a commit.")
        wanted = f"{revision}^{{commit}}"
        reply = replied(self.top, "rev-parse", "--verify", "--quiet", "--end-of-options", wanted)
        if reply.is_done:
            return reply.said.strip()
        if reply.complaint:
            raise refusal(reply.complaint)
        advice = _SHALLOW if self._is_shallow() else "Name a folder, a file, or a branch, a tag or a commit."
        raise _unknown(revision, advice)

    def merge_base(self, one: str, two: str) -> str:
        """The id of the commit at which two commits parted; raises `Problems` where they have none in common."""
        reply = replied(self.top, "merge-base", one, two)
        if not reply.is_done:
            advice = _SHALLOW if self._is_shallow() else "Compare them with two dots instead of three."
            raise one_problem("the two revisions have no commit in common", advice)
        return reply.said.split()[0]

    def commits(self, places: Sequence[str]) -> list[Commit]:
        """The commits that changed something below the places, along first parents, the latest first."""
        below = () if "" in places else ("--", *places)
        listed = asked(self.top, "rev-list", "--first-parent", "--format=%H %cs", "HEAD", *below)
        lines = (line.split() for line in listed.splitlines() if not line.startswith("commit "))
        return [Commit(commit, date.fromisoformat(day)) for commit, day in lines]

    def _is_shallow(self) -> bool:
        return asked(self.top, "rev-parse", "--is-shallow-repository").strip() == "true"


def repository_of(path: Path) -> Repository:
    """The repository in which a path lies, also where the path is in its history only; raises `Problems`."""
    folder = next(each for each in (real(path), *real(path).parents) if each.is_dir())
    return Repository(real(Path(asked(folder, "rev-parse", "--show-toplevel").removesuffix("\n"))))


def _unknown(revision: str, advice: str) -> Problems:
    return one_problem(f"`{shortened(revision)}` is no file or folder here, and no revision", advice)
