"""Writing the files that an inventory begins with: all of them or none, and none over what is there."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from stackaudit.cli.doors import say, shown, width
from stackaudit.cli.writing import write_all
from stackaudit.model.documents import Place
from stackaudit.model.problems import Problem, Problems
from stackaudit.reports.terminal.starters import started_lines
from stackaudit.sources.inventory.finding import real
from stackaudit.sources.inventory.finding import shown as known_as

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stackaudit.sources.starters import Start, Starter


def write_starts(starts: Iterable[Start], *, replacing: bool) -> None:
    """Write all files, and tell which, and what to do next; a file that gives way is left out where there is one.

    Raises `Problems` for all that stands in the way before anything is written.
    """
    starts = list(starts)
    problems: dict[Problem, None] = {}
    written: dict[Path, str] = {}
    kept: list[Path] = []
    for start in starts:
        for starter in start.files:
            problem = _in_the_way(starter, start.top, replacing=replacing)
            if problem is not None:
                problems[problem] = None
            elif starter.gives_way and os.path.lexists(starter.path):
                kept.append(starter.path)
            else:
                written[starter.path] = starter.text
    if problems:
        raise Problems(tuple(problems))
    write_all(written)
    next_steps = [start.next_step for start in starts if start.next_step]
    lines = started_lines(map(known_as, written), map(known_as, kept), next_steps, width(sys.stdout))
    say(shown(lines, sys.stdout))


def _in_the_way(starter: Starter, top: Path, *, replacing: bool) -> Problem | None:
    """What keeps a file from being written below the top, if anything does."""
    path = starter.path
    if not real(path).is_relative_to(real(top)):
        return Problem("a link leads out of the repository", "Remove the link, or write it by hand.", _place(path))
    for folder in path.parents:
        if folder.is_file():
            return Problem("a file stands where a folder belongs", "Rename it, or begin elsewhere.", _place(folder))
    if os.path.lexists(path) and not (replacing or starter.gives_way):
        return Problem("this file is there already", "Replace it with `--force`.", _place(path))
    return None


def _place(path: Path) -> Place:
    return Place(known_as(path), 1, 1)
