"""Finishing or undoing what a process left that was killed while it wrote several files together."""

from __future__ import annotations

import os
import time
from contextlib import ExitStack
from typing import TYPE_CHECKING

from stackaudit.cli.locking import hold
from stackaudit.cli.together import clear, finish, sync, undo
from stackaudit.model.problems import Problems
from stackaudit.sources.files import JOURNAL
from stackaudit.sources.journals import find_journals, read_journal, refused

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from stackaudit.sources.journals import Journal

_PATIENCE = 5.0  # seconds that another process may take to write
_PAUSE = 0.05  # seconds


def settle(paths: Iterable[Path]) -> bool:
    """Finish or undo every interrupted write in folders and below them; whether there was one.

    Raises `Problems` where that cannot be.
    Where nothing can be written, it is enough that all files of a write are old or all are new.
    """
    found = find_journals(paths)
    for path in found:
        with ExitStack() as held:
            if not _is_held(path, held):
                raise refused(path, "another stackaudit is writing here")
            if os.path.lexists(path):
                _settle(read_journal(path))
    return bool(found)


def _is_held(path: Path, held: ExitStack) -> bool:
    """Wait for the process that writes a journal; whether it has ended."""
    for _ in range(int(_PATIENCE / _PAUSE)):
        try:
            handle = os.open(path, os.O_RDONLY)
        except OSError:
            return True
        if hold(handle):
            held.callback(os.close, handle)
            return True
        os.close(handle)
        time.sleep(_PAUSE)
    return False


def _settle(journal: Journal) -> None:
    """Finish a write that had begun, or undo it; one that had not is as if it never was."""
    folders = [folder for folder in journal.folders if _has(folder, journal)]
    try:
        if journal.is_mixed():
            _complete(journal, folders)
        journals = dict.fromkeys([*(each / JOURNAL for each in folders), journal.path])
        clear([entry for entry in journal.entries if entry.folder in folders], list(journals))
    except OSError:
        if journal.is_mixed():
            raise refused(journal.path, "a write was interrupted here, and only some of the files are new") from None


def _complete(journal: Journal, folders: list[Path]) -> None:
    """Make files of which some are new all new, or else all old; nothing is touched that has changed since."""
    done = [entry for entry in journal.entries if entry.is_done()]
    left = [entry for entry in journal.entries if not entry.is_done()]
    if len(folders) == len(journal.folders) and all(entry.can_be_finished() for entry in left):
        for entry in left:
            finish(entry)
    elif len(folders) == len(journal.folders) and all(entry.can_be_undone() for entry in done):
        undo(done)
    else:
        raise refused(journal.path, "a write was interrupted here, and its files have changed since")
    for folder in folders:
        sync(folder)


def _has(folder: Path, journal: Journal) -> bool:
    """Whether a folder has its own copy of a journal: nothing is touched in one that has not."""
    try:
        return read_journal(folder / JOURNAL).mark == journal.mark
    except Problems:
        return False
