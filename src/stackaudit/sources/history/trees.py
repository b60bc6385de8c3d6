"""What lies in the tree of a commit: files by their names, within limits, and what is not followed."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import IO, TYPE_CHECKING, NamedTuple

from stackaudit.model.documents import Place
from stackaudit.model.problems import one_problem
from stackaudit.sources.history.git import refusal, started

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from stackaudit.model.problems import Problems
    from stackaudit.sources.history.repositories import Repository

MOST_ENTRIES = 200_000
_MOST_LISTED = 64 * 1024 * 1024  # bytes of names
_CHUNK = 1 << 16
_MISSING = -1
_REGULAR = frozenset({"100644", "100755", "100664"})
_NOT_FOLLOWED = {"120000": "a link", "160000": "a submodule"}


class Blob(NamedTuple):
    """A file in a tree: its path from the top, the id of its content, and its size in bytes."""

    path: str
    id: str
    size: int


class Listing(NamedTuple):
    """What lies below some places of a tree; `passed_over` says of further entries what they are, by path."""

    files: tuple[Blob, ...]
    passed_over: tuple[tuple[str, str], ...]


def listed(repository: Repository, commit: str, places: Sequence[str]) -> Listing:
    """Everything below the places, which are files or folders; one that is not there brings nothing.

    Raises `Problems` where there is more than anybody would keep.
    """
    if not places:
        return Listing((), ())
    arguments = ("ls-tree", "-r", "-z", "-l", "--full-tree", commit, "--")
    files: list[Blob] = []
    passed_over: list[tuple[str, str]] = []
    with started(repository.top, *arguments, *(() if "" in places else places)) as (process, complaint):
        assert process.stdout is not None
        for count, line in enumerate(_lines(process.stdout, places)):
            if count == MOST_ENTRIES:
                raise _too_many(places)
            described, _, path = line.partition("\t")
            mode, _, blob, size = described.split()
            if mode in _REGULAR:
                files.append(Blob(path, blob, int(size) if size.isdigit() else _MISSING))
            else:
                passed_over.append((path, _NOT_FOLLOWED.get(mode, "no file")))
        if process.wait():
            complaint.seek(0)
            raise refusal(complaint.read())
    return Listing(tuple(files), tuple(passed_over))


def contents(repository: Repository, blobs: Sequence[Blob]) -> Iterator[tuple[Blob, bytes]]:
    """The bytes of each file as they stand in the history, without filters; raises `Problems` where one is missing."""
    with started(repository.top, "cat-file", "--batch") as (process, _):
        assert process.stdin is not None
        assert process.stdout is not None
        for blob in blobs:
            with suppress(BrokenPipeError):  # of a git that has died: then there is no answer below
                process.stdin.write(f"{blob.id}\n".encode())
                process.stdin.flush()
            header = process.stdout.readline().split()
            if len(header) != 3 or int(header[2]) != blob.size:
                advice = "Fetch what is missing, or mend the repository: `git fsck` tells."
                raise one_problem("git does not have the content of this file", advice, Place(blob.path, 1, 1))
            yield blob, process.stdout.read(blob.size)
            process.stdout.read(1)


def _lines(stream: IO[bytes], places: Sequence[str]) -> Iterator[str]:
    """What stands between the zeros of a stream, one after the other."""
    rest, taken = b"", 0
    while chunk := stream.read(_CHUNK):
        taken += len(chunk)
        if taken > _MOST_LISTED:
            raise _too_many(places)
        *whole, rest = (rest + chunk).split(b"\0")
        yield from map(os.fsdecode, whole)


def _too_many(places: Sequence[str]) -> Problems:
    advice = "Name the folder of the inventory itself with `--path`."
    return one_problem(f"more than {MOST_ENTRIES} files in one state", advice, Place(places[0] or ".", 1, 1))
