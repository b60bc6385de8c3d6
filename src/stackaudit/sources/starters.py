"""Files that the repository of an inventory begins with, from the texts that the package carries."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from stackaudit import __version__
from stackaudit.model.documents import Place
from stackaudit.model.problems import Problems, one_problem
from stackaudit.sources.files import read_text
from stackaudit.sources.inventory.finding import find_files, real, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

FOLDER = Path(__file__).parent.parent / "starters"

_WORKFLOW = ".github/workflows/stackaudit.yml"
_PIPELINE, _JOB = ".gitlab-ci.yml", ".gitlab/stackaudit.yml"
_BLANK = re.compile(r"@(INVENTORY|VERSION)@")


class Starter(NamedTuple):
    """A file to begin with: its path, the text that belongs there, and whether it gives way to one that is there."""

    path: Path
    text: str
    gives_way: bool = False


class Start(NamedTuple):
    """What a repository begins with: the folder at its top, files below that, and what is left to do by hand."""

    top: Path
    files: tuple[Starter, ...]
    next_step: str


def ci_start(server: str, inventory: Path) -> Start:
    """What makes a build server, `github` or `gitlab`, audit an inventory whenever its repository changes.

    Raises `Problems` where there is no inventory, or where its path would mean something else to the server.
    """
    if not os.path.exists(inventory):  # noqa: PTH110 - Path.exists raises where a name is too long
        raise one_problem("no such file or folder", "Name the inventory.", Place(shown(inventory), 1, 1))
    _, problems = find_files([inventory])
    if problems:
        raise Problems(tuple(problems))
    return ci_start_for_new(server, inventory)


def ci_start_for_new(server: str, inventory: Path) -> Start:
    """The same for an inventory that is not there yet."""
    top = _top_of(inventory)
    return _STARTS[server](top, {"INVENTORY": _named(inventory, top), "VERSION": __version__})


def _github(top: Path, words: Mapping[str, str]) -> Start:
    workflow = Starter(top / _WORKFLOW, _filled("github-workflow.yml", words))
    return Start(top, (workflow,), "Commit it, and pull requests are audited.")


def _gitlab(top: Path, words: Mapping[str, str]) -> Start:
    """The job, and where the repository has no pipeline yet, one that includes it."""
    job = Starter(top / _JOB, _filled("gitlab-job.yml", words))
    pipeline = top / _PIPELINE
    if not os.path.lexists(pipeline):
        both = (job, Starter(pipeline, _filled("gitlab-include.yml", words)))
        return Start(top, both, "Commit both, and merge requests are audited.")
    if _JOB in read_text(pipeline, shown(pipeline)):
        return Start(top, (job,), f"Commit it; {_PIPELINE} names it already.")
    return Start(top, (job,), f"Add to {_PIPELINE}, then commit both: `include: [{{local: {_JOB}}}]`")


_STARTS: dict[str, Callable[[Path, Mapping[str, str]], Start]] = {"github": _github, "gitlab": _gitlab}


def _top_of(inventory: Path) -> Path:
    """The top of the repository in which an inventory lies; without one, the working folder or the inventory's own."""
    folder = real(inventory.parent if inventory.is_file() else inventory)
    for each in (folder, *folder.parents):
        if os.path.lexists(each / ".git"):
            return each
    here = real(Path())
    return here if folder.is_relative_to(here) else folder


def _named(inventory: Path, top: Path) -> str:
    """An inventory's path from the top, as a quoted text of YAML."""
    path = real(inventory)
    if not path.is_relative_to(top):
        advice = "Name the file or folder itself."
        raise one_problem("this link leads out of the repository", advice, Place(shown(inventory), 1, 1))
    name = path.relative_to(top).as_posix()
    if "$" in name or not name.isprintable():
        advice = "Rename it: build servers put something else in the place of `$`, and nobody sees such characters."
        raise one_problem("a path with `$` or unseen characters", advice, Place(name, 1, 1))
    return json.dumps(name, ensure_ascii=False)


def _filled(name: str, words: Mapping[str, str]) -> str:
    """A text of the package with the words in its blanks, in one pass: what is filled in has no blanks."""
    return _BLANK.sub(lambda blank: words[blank[1]], (FOLDER / name).read_text(encoding="utf-8"))
