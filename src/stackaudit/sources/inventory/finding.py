"""Which files make up an inventory."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from stackaudit.model.documents import Place
from stackaudit.model.problems import Problem
from stackaudit.sources.files import JOURNAL

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

SUFFIXES = (".yaml", ".yml")
SET_ASIDE = frozenset({"evidence", "expected", "node_modules"})
"""Folders below an inventory that hold something else than declarations."""

EXCEPTIONS = frozenset({"exceptions.yaml", "exceptions.yml"})
"""Files beside declarations that hold exceptions."""

MOST_FILES = 20_000


def find_files(paths: Iterable[Path], leave_out: Collection[Path] = ()) -> tuple[list[tuple[str, Path]], list[Problem]]:
    """Every YAML file of an inventory with the name to show for it, sorted by name, each once.

    A path is a file or a folder, which is read recursively without hidden folders, without `evidence`, and without
    `leave_out`. Files of exceptions are passed over, also where they are named, as `*.yaml` does. With them come the
    problems: folders without any or that cannot be read, links that lead out.
    """
    found: dict[Path, str] = {}
    problems: list[Problem] = []
    barred = {real(path) for path in leave_out}
    paths = list(paths)
    for path in paths:
        if os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises where a name is too long
            for file in _walk(path, barred, problems, _declares):
                found.setdefault(real(file), shown(file))
        elif path.name not in EXCEPTIONS:
            found.setdefault(real(path), shown(path))
    if paths and not found and not problems:
        advice = "Name the inventory itself; the exceptions beside it are read with it."
        problems.append(Problem("exceptions alone are no inventory", advice, _top(paths[0])))
    if any(os.path.lexists(folder / JOURNAL) for folder in {path.parent for path in found}):
        from stackaudit.sources.journals import unsettled  # noqa: PLC0415 - only where somebody was interrupted

        problems += unsettled(found)
    return sorted((name, path) for path, name in found.items()), problems


def find_exceptions(
    paths: Iterable[Path], leave_out: Collection[Path] = ()
) -> tuple[list[tuple[str, Path]], list[Problem]]:
    """Every file of exceptions below the folders and beside the files of an inventory, as `find_files` finds those."""
    found: dict[Path, str] = {}
    problems: list[Problem] = []
    barred = {real(path) for path in leave_out}
    for path in paths:
        if os.path.isdir(path):  # noqa: PTH112 - as above
            for file in _walk(path, barred, problems, EXCEPTIONS.__contains__):
                found.setdefault(real(file), shown(file))
        else:
            for file in (path.parent / name for name in sorted(EXCEPTIONS)):
                if os.path.lexists(file):
                    found.setdefault(real(file), shown(file))
    return sorted((name, path) for path, name in found.items()), problems


def _declares(name: str) -> bool:
    return name.endswith(SUFFIXES) and name not in EXCEPTIONS


def _walk(folder: Path, barred: set[Path], problems: list[Problem], is_wanted: Callable[[str], bool]) -> Iterator[Path]:
    """The wanted files below a folder; a folder without any declarations is a problem."""
    root = real(folder)
    count = 0

    def unreadable(error: OSError) -> None:
        advice = "Check its permissions, or name the files that belong to the inventory."
        problems.append(Problem(f"cannot be read: {error.strerror}", advice, _top(Path(error.filename))))

    for place, folders, files in os.walk(folder, onerror=unreadable):
        here = Path(place)
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".") and name not in SET_ASIDE and real(here / name) not in barred
        )
        for name in sorted(files):
            file = here / name
            if name.startswith(".") or not is_wanted(name) or real(file) in barred:
                continue
            count += 1
            if file.is_symlink() and not real(file).is_relative_to(root):
                advice = "Copy the file into the inventory, or name its own path on the command line."
                problems.append(Problem("this link leads out of the inventory's folder", advice, _top(file)))
                continue
            if count > MOST_FILES:
                advice = "Name the folder of the inventory itself."
                problems.append(Problem(f"more than {MOST_FILES} YAML files", advice, _top(folder)))
                return
            yield file
    if not count and is_wanted is _declares:
        advice = "Put *.yaml files there, or name another folder."
        problems.append(Problem("no YAML file in this folder", advice, _top(folder)))


def real(path: Path) -> Path:
    """A path without links; unlike `Path.resolve` it takes links that lead in circles as they are."""
    return Path(os.path.realpath(path))


def _top(path: Path) -> Place:
    return Place(shown(path), 1, 1)


def shown(path: Path) -> str:
    """A path as people know it: relative to where they stand when it lies below."""
    try:
        return path.absolute().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()
