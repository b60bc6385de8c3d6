"""Earlier states of an inventory, laid out in private folders that last as long as they are read."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from stackaudit.model.documents import Place
from stackaudit.model.problems import one_problem
from stackaudit.sources.evidence.finding import FOLDER as EVIDENCE
from stackaudit.sources.files import MOST_BYTES
from stackaudit.sources.history.trees import Blob, contents, listed
from stackaudit.sources.inventory.finding import EXCEPTIONS, SET_ASIDE, SUFFIXES, real
from stackaudit.sources.settings import NAME as SETTINGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from stackaudit.sources.history.repositories import Repository

MOST_IN_ALL = 1024 * 1024 * 1024
"""Bytes that one state may have."""


@dataclass(frozen=True, slots=True)
class Past:
    """A state of an inventory at a commit, under the name that people know it by: what of the tree makes it up.

    `places` are the paths of the inventory from the top of the repository, `files` all that is read of it.
    `passed_over` are links and submodules that nobody follows, each with what it is.
    """

    repository: Repository
    commit: str
    name: str
    places: tuple[str, ...]
    files: tuple[Blob, ...]
    passed_over: tuple[tuple[str, str], ...]


def past_of(repository: Repository, commit: str, name: str, places: Sequence[str]) -> Past:
    """What makes up an inventory at a commit: declarations, exceptions, evidence, and settings up to the top.

    Raises `Problems` where a place was not there.
    """
    above = {str(folder / SETTINGS) for place in places for folder in PurePosixPath(place).parents}
    below = listed(repository, commit, list(places))
    paths = {blob.path for blob in below.files}
    found = [below, listed(repository, commit, sorted(above | _beside(place for place in places if place in paths)))]
    for place in places:
        if place and place not in paths and not any(path.startswith(f"{place}/") for path in paths):
            raise one_problem(f"{name} has no `{place}`", "Say with `--path` where the inventory lay then.")
    files = {blob.path: blob for each in found for blob in each.files if _is_read(blob.path, places)}
    passed_over = {path: what for each in found for path, what in each.passed_over if _is_read(path, places)}
    return Past(repository, commit, name, tuple(places), tuple(files.values()), tuple(sorted(passed_over.items())))


@contextmanager
def unpacked(past: Past) -> Iterator[Path]:
    """The top of a private folder in which the state's files lie at their places; it is gone after the block."""
    with TemporaryDirectory(prefix="stackaudit-") as folder:
        top = real(Path(folder))
        (top / ".git").touch(0o600)  # where the search for settings ends, as at the top of the repository
        _lay_out(past, past.files, top)
        yield top


def unpack_folder(past: Past, top: Path, folder: str) -> None:
    """Lay out a further folder of the same commit, such as one of rules, beside what is there."""
    there = {blob.path for blob in past.files}
    further = listed(past.repository, past.commit, [folder])
    _lay_out(past, [blob for blob in further.files if blob.path not in there and blob.path.endswith(SUFFIXES)], top)


def take_away(top: Path, folder: str) -> None:
    """Remove a folder of what was laid out."""
    shutil.rmtree(top / folder, ignore_errors=True)


def _beside(files: Iterable[str]) -> set[str]:
    """What is read beside inventories that are single files."""
    parents = {PurePosixPath(file).parent for file in files}
    return {str(parent / name) for parent in parents for name in (*EXCEPTIONS, EVIDENCE)}


def _is_read(path: str, places: Sequence[str]) -> bool:
    """Whether a file of the tree belongs to the inventory or stands beside it."""
    if path in places:
        return True
    *folders, name = path.split("/")
    place = max((place for place in places if not place or path.startswith(f"{place}/")), key=len, default=None)
    below = folders if place is None else folders[place.count("/") + bool(place) :]
    if any(folder.startswith(".") for folder in below) and place is not None:
        return False
    if EVIDENCE in below or name == SETTINGS:
        return True
    return name.endswith(SUFFIXES) and not SET_ASIDE.intersection(below)


def _lay_out(past: Past, blobs: Sequence[Blob], top: Path) -> None:
    """Write files below the top; raises `Problems` for names and sizes that no honest state has."""
    size = 0
    for blob in blobs:
        size += blob.size
        if blob.size > MOST_BYTES or size > MOST_IN_ALL:
            advice = f"At most {MOST_BYTES // 1024 // 1024} MiB of one file are read, and 1 GiB of one state."
            raise one_problem("the file is too large", advice, _place(past, blob))
        if not _is_plain(blob.path):
            raise one_problem("a name that leads elsewhere", "Rename the file.", _place(past, blob))
    for blob, raw in contents(past.repository, blobs):
        path = top / blob.path
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with open(path, "xb", opener=_privately) as file:
                file.write(raw)
        except OSError as error:
            advice = "Files that differ in case only, or with very long names, cannot be laid out everywhere."
            raise one_problem(f"cannot be laid out: {error.strerror or error}", advice, _place(past, blob)) from None


def _is_plain(path: str) -> bool:
    """Whether a path from a tree stays below the top wherever it is laid out."""
    parts = path.split("/")
    bars = {"", ".", ".."}
    return not any(part in bars or (os.name == "nt" and {"\\", ":"} & set(part)) for part in parts)


def _privately(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _place(past: Past, blob: Blob) -> Place:
    return Place(f"{past.name}:{blob.path}", 1, 1)
