"""Journals of files that are being written together: what an interrupted write left, and how it can be settled.

A journal lies in every folder in which a file is written. It appears before anything else does, says that it is ready
before the first file gets its new content, and goes when all have it. So a folder without a journal holds only old
files or only new ones.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.model.documents import Place
from stackaudit.model.problems import Problem, Problems, one_problem
from stackaudit.sources.files import JOURNAL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


_ABOUT = "stackaudit is writing these files together; the next stackaudit command here finishes or undoes it."
_OWN_FOLDER = ".stackaudit"
_NAME = re.compile(r"[^/\\\0]+")
_BESIDE = re.compile(r"\.stackaudit-[0-9a-f]{16}\.[0-9]+\.(?:new|old)")
_MOST_BYTES, _MOST_FOLDERS = 32 * 1024 * 1024, 20_000


class State(Enum):
    """What a file that was to be written holds."""

    OLD = auto()
    NEW = auto()
    OTHER = auto()


class Entry(NamedTuple):
    """A file that is written: its folder and name, and the SHA-256 of what it holds before and after, None for no file.

    `new` is the name of the file beside it with the new content, `old` of the one with the old content. `inode` is the
    number of the former, 0 until it is there.
    """

    folder: Path
    name: str
    before: str | None
    after: str | None
    new: str
    old: str
    inode: int = 0

    @property
    def target(self) -> Path:
        """The file itself."""
        return self.folder / self.name

    def state(self) -> State:
        """What the file holds now."""
        found = digest_of(self.target)
        return State.NEW if found == self.after else State.OLD if found == self.before else State.OTHER

    def is_done(self) -> bool:
        """Whether the file got its new content, whatever became of it since."""
        if self.after is None:
            return not os.path.lexists(self.target)
        return not os.path.lexists(self.folder / self.new) and self.state() is not State.OLD

    def can_be_finished(self) -> bool:
        """Whether the file is as it was, and its new content lies ready as the process left it."""
        beside = self.folder / self.new
        there = self.after is None or (digest_of(beside) == self.after and beside.lstat().st_ino == self.inode)
        return there and self.state() is State.OLD

    def can_be_undone(self) -> bool:
        """Whether the file is as it was written, and its old content lies ready."""
        there = self.before is None or digest_of(self.folder / self.old) == self.before
        return there and self.state() is State.NEW


class Journal(NamedTuple):
    """What a journal says. Unless it `is_ready`, no file has its new content yet."""

    path: Path
    mark: str
    entries: tuple[Entry, ...]
    is_ready: bool

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folders in which files are written, each once."""
        return tuple(dict.fromkeys(entry.folder for entry in self.entries))

    def is_mixed(self) -> bool:
        """Whether some files got their new content and others did not."""
        return self.is_ready and len({entry.is_done() for entry in self.entries}) > 1


def journal_text(folder: Path, mark: str, entries: Iterable[Entry]) -> str:
    """A journal as it stands in a folder; `mark` tells it from all others."""
    files = [
        {
            "folder": os.path.relpath(entry.folder, folder),
            "name": entry.name,
            "before": entry.before,
            "after": entry.after,
            "new": entry.new,
            "old": entry.old,
        }
        for entry in entries
    ]
    return json.dumps({"about": _ABOUT, "mark": mark, "files": files}) + "\n"


def ready_text(entries: Iterable[Entry]) -> str:
    """What is added to a journal once all new content lies ready."""
    return json.dumps({"ready": [entry.inode for entry in entries]}) + "\n"


def read_journal(path: Path) -> Journal:
    """The journal in a file; raises `Problems` where it is broken or was not written by stackaudit."""
    try:
        with path.open("rb") as file:
            raw = file.read(_MOST_BYTES)
        first, ended, rest = raw.decode("utf-8").partition("\n")
        if not ended and len(raw) < _MOST_BYTES:  # killed while it was written
            return Journal(path, "", (), is_ready=False)
        said = json.loads(first)
        inodes = json.loads(rest)["ready"] if rest.endswith("\n") else []
        entries = tuple(_entry(path.parent, file) for file in said["files"])
        if inodes:
            entries = tuple(each._replace(inode=int(inode)) for each, inode in zip(entries, inodes, strict=True))
        return Journal(path, str(said["mark"]), entries, bool(inodes))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        raise refused(path, "this journal of an interrupted write cannot be read") from None


def find_journals(paths: Iterable[Path]) -> list[Path]:
    """The journals in folders and in those below them, and beside files."""
    folders: dict[Path, None] = {}
    for path in paths:
        if not os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises where a name is too long
            folders.setdefault(Path(os.path.realpath(path.parent)))
            continue
        for place, below, _ in os.walk(path):
            seen = (each for each in below if each == _OWN_FOLDER or not each.startswith("."))
            below[:] = sorted(seen) if len(folders) < _MOST_FOLDERS else []
            folders.setdefault(Path(os.path.realpath(place)))
    return [folder / JOURNAL for folder in folders if os.path.lexists(folder / JOURNAL)]


def unsettled(paths: Iterable[Path]) -> Iterator[Problem]:
    """A problem for each journal of files of which some are old and some are new: none of these is to be read."""
    for path in find_journals(paths):
        try:
            is_mixed = read_journal(path).is_mixed()
        except Problems as broken:
            yield from broken.problems
            continue
        if is_mixed:
            yield from refused(path, "a write was interrupted here, and only some of the files are new").problems


def digest_of(path: Path) -> str | None:
    """The SHA-256 of a file's content, None where there is no regular file."""
    try:
        return digest(path.read_bytes()) if path.is_file() and not path.is_symlink() else None
    except OSError:
        return None


def digest(content: bytes) -> str:
    """The SHA-256 of some content."""
    return hashlib.sha256(content).hexdigest()


def refused(path: Path, message: str) -> Problems:
    """The problem of a journal that cannot be settled."""
    advice = f"Run stackaudit where this folder can be written, or look at the files and remove `{JOURNAL}`."
    return one_problem(message, advice, Place(str(path), 1, 1))


def _entry(folder: Path, said: dict[str, object]) -> Entry:
    """An entry of a journal; raises `ValueError` for one that leads to what a write never touches."""
    name, new, old = str(said["name"]), str(said["new"]), str(said["old"])
    if name in (".", "..") or not _NAME.fullmatch(name) or not (_BESIDE.fullmatch(new) and _BESIDE.fullmatch(old)):
        raise ValueError
    lies_in = Path(os.path.realpath(folder / str(said["folder"])))
    before, after = (None if said[key] is None else str(said[key]) for key in ("before", "after"))
    return Entry(lies_in, name, before, after, new, old)
