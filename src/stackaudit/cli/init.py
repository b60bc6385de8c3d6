"""`stackaudit init`: write the files that an inventory's repository begins with."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stackaudit.cli.doors import problems_told, say, shown, width
from stackaudit.model.documents import Place
from stackaudit.model.problems import Problem, Problems, one_problem

if TYPE_CHECKING:
    from stackaudit.sources.starters import Start, Starter


class BuildServer(StrEnum):
    """The build servers that a job can be written for."""

    GITHUB = "github"
    GITLAB = "gitlab"


def init(
    path: Annotated[Path, typer.Argument(help="The inventory.")] = Path(),
    ci: Annotated[
        BuildServer | None, typer.Option("--ci", help="Write what makes this build server audit the inventory.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace files that are there.")] = False,
) -> None:
    """Write the files that an inventory's repository begins with.

    --ci github writes .github/workflows/stackaudit.yml, --ci gitlab writes .gitlab/stackaudit.yml and, where there is
    none, a .gitlab-ci.yml that includes it. They go to the top of the repository in which the inventory lies.
    """
    from stackaudit.reports.terminal.starters import started_lines
    from stackaudit.sources.inventory.finding import shown as known_as
    from stackaudit.sources.starters import ci_start

    if ci is None:
        raise typer.BadParameter("say what to write: github or gitlab", param_hint="--ci")
    with problems_told(": nothing was written"):
        start = ci_start(str(ci), path)
        _refuse(start, replacing=force)
        for starter in start.files:
            _write(starter)
        written = [known_as(starter.path) for starter in start.files]
        say(shown(started_lines(written, start.next_step, width(sys.stdout)), sys.stdout))


def _refuse(start: Start, *, replacing: bool) -> None:
    """Raise `Problems` for all files that are there already, and for those that links would lead elsewhere."""
    from stackaudit.sources.inventory.finding import real
    from stackaudit.sources.inventory.finding import shown as known_as

    problems: list[Problem] = []
    for path, _ in start.files:
        place = Place(known_as(path), 1, 1)
        if not real(path).is_relative_to(real(start.top)):
            problems.append(
                Problem("a link leads out of the repository", "Remove the link, or write it by hand.", place)
            )
        elif os.path.lexists(path) and not replacing:
            problems.append(Problem("this file is there already", "Replace it with `--force`.", place))
    if problems:
        raise Problems(tuple(problems))


def _write(starter: Starter) -> None:
    from stackaudit.cli.writing import write_whole
    from stackaudit.sources.inventory.finding import shown as known_as

    folder = starter.path.parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"the folder cannot be made: {error.strerror or error}"
        raise one_problem(message, "Remove what is in its way.", Place(known_as(folder), 1, 1)) from None
    write_whole(starter.path, starter.text)
