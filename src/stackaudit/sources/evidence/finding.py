"""Which files are evidence."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from stackaudit.model.documents import Place
from stackaudit.model.problems import Problem
from stackaudit.sources.inventory.finding import MOST_FILES, SET_ASIDE, real, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

FOLDER = "evidence"
"""The name of folders, in and beside an inventory, that hold evidence."""

_SET_ASIDE = frozenset({"readme", "readme.md", "readme.txt", "license", "notice", "thumbs.db", "desktop.ini"})
_LEFT_BY_PROGRAMS = (".", "~$")  # hidden files, and the locks of workbooks that are open


def evidence_folders(paths: Iterable[Path]) -> list[Path]:
    """The folders of evidence below the folders of an inventory, and beside its files, in order of their names."""
    found: dict[Path, Path] = {}
    for path in paths:
        if os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises where a name is too long
            for folder in _below(path):
                found.setdefault(real(folder), folder)
        elif os.path.isdir(path.parent / FOLDER):  # noqa: PTH112 - as above
            found.setdefault(real(path.parent / FOLDER), path.parent / FOLDER)
    return sorted(found.values(), key=shown)


def find_evidence(paths: Iterable[Path]) -> tuple[list[tuple[str, Path]], list[Problem]]:
    """Every file of the named files and folders with the name to show for it, each once, sorted by name.

    Hidden files, README files and what file managers leave are passed over. Links that lead out of their folder are
    problems.
    """
    found: dict[Path, str] = {}
    problems: list[Problem] = []
    for path in paths:
        if not os.path.lexists(path):
            advice = "Name a file or a folder of evidence."
            problems.append(Problem("there is no such file or folder", advice, Place(shown(path), 1, 1)))
        elif os.path.isdir(path):  # noqa: PTH112 - as above
            for file in _files(path, problems):
                found.setdefault(real(file), shown(file))
        else:
            found.setdefault(real(path), shown(path))
    return sorted((name, path) for path, name in found.items()), problems


def _below(folder: Path) -> Iterator[Path]:
    """Folders with the name of evidence, at any depth, but not within one another or within what an inventory skips."""
    if folder.name == FOLDER:
        yield folder
        return
    for place, folders, _ in os.walk(folder):
        if FOLDER in folders:
            yield folder.__class__(place, FOLDER)
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in SET_ASIDE)


def _files(folder: Path, problems: list[Problem]) -> Iterator[Path]:
    root = real(folder)
    count = 0
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            file = folder.__class__(place, name)
            if name.startswith(_LEFT_BY_PROGRAMS) or name.lower() in _SET_ASIDE:
                continue
            count += 1
            if file.is_symlink() and not real(file).is_relative_to(root):
                advice = "Copy the file into the folder of evidence."
                problems.append(Problem("this link leads out of its folder", advice, Place(shown(file), 1, 1)))
            elif count > MOST_FILES:
                advice = "Keep the evidence of the last year or two."
                problems.append(
                    Problem(f"more than {MOST_FILES} files of evidence", advice, Place(shown(folder), 1, 1))
                )
                return
            else:
                yield file
