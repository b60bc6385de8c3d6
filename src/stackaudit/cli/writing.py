"""Writing output files whole or not at all, one or several together."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.model.documents import Place
from stackaudit.model.problems import Problem, Problems, one_problem

if TYPE_CHECKING:
    from collections.abc import Mapping


def write_whole(path: Path, content: str | bytes) -> None:
    """Write a file so that at any moment it is the old one or the new one; raises `Problems` where it cannot be.

    Text is written in UTF-8, with the line breaks that it has. A device or a pipe, such as `/dev/null`, takes it and
    stays what it is.
    """
    written = content.encode() if isinstance(content, str) else content
    where = Place(str(path), 1, 1)
    try:
        if path.is_dir():
            raise one_problem("the output is a folder", "Name a file in it.", where)
        if path.exists() and not path.is_file():
            path.write_bytes(written)
        else:
            _replace(path.resolve(), written)
    except OSError as error:
        message = f"cannot be written: {error.strerror or error}"
        raise one_problem(message, "Name another file; what was there before is untouched.", where) from None


def write_all(files: Mapping[Path, str | bytes | None], before: Mapping[Path, bytes | None] | None = None) -> None:
    """Write several files whole, all of them or none; None removes one. Raises `Problems` where that cannot be.

    `before` holds what files had, as bytes or None for no file, when they were read: where one has changed since, none
    is written. Links are followed, modes kept, and folders made. Should the process be killed in between, the next one
    that comes by settles it, see `stackaudit.cli.settling`.
    """
    from stackaudit.cli.settling import settle
    from stackaudit.cli.together import write_together

    settle(Path(os.path.realpath(path)) for path in files)
    pieces = _pieces(files, before or {})
    changed = [piece for piece in pieces if piece.content != piece.was]
    where = Place(str(next(iter(files), "")), 1, 1)
    try:
        if len(changed) > 1:
            write_together(changed)
        for piece in changed if len(changed) == 1 else ():
            piece.target.parent.mkdir(parents=True, exist_ok=True)
            if piece.content is None:
                piece.target.unlink()
            else:
                _replace(piece.target, piece.content)
    except OSError as error:
        where = Place(str(error.filename), 1, 1) if error.filename else where
        message = f"cannot be written: {error.strerror or error}"
        raise one_problem(message, "All files are as they were before.", where) from None


class Piece(NamedTuple):
    """A file to write, with links followed: what it is to hold and what it holds, None for no file."""

    target: Path
    content: bytes | None
    was: bytes | None


def _pieces(files: Mapping[Path, str | bytes | None], before: Mapping[Path, bytes | None]) -> list[Piece]:
    """The files as they are; raises `Problems` for all that cannot be written or have changed since they were read."""
    from stackaudit.sources.files import read_bytes

    problems: list[Problem] = []
    pieces: dict[Path, Piece] = {}
    for path, content in files.items():
        where, target = Place(str(path), 1, 1), Path(os.path.realpath(path))
        try:
            was = read_bytes(target, str(path)) if os.path.lexists(target) else None
        except Problems as unreadable:
            problems += unreadable.problems
            continue
        piece = Piece(target, content.encode() if isinstance(content, str) else content, was)
        if path in before and before[path] != was:
            problems.append(Problem("this file has changed meanwhile", "Run it again: nothing was written.", where))
        elif pieces.setdefault(target, piece) != piece:
            problems.append(Problem("this file is to be written twice", "Name each file once.", where))
    if problems:
        raise Problems(tuple(problems))
    return list(pieces.values())


def _replace(target: Path, content: bytes) -> None:
    """Write a file beside the target, then put it in the target's place."""
    handle, temporary = tempfile.mkstemp(prefix=".stackaudit-", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(mode_of(target))
        Path(temporary).replace(target)
    except BaseException:  # also where somebody interrupts: nothing half stays behind
        with suppress(OSError):
            Path(temporary).unlink()
        raise


def mode_of(target: Path) -> int:
    """The mode that a file has, or that a new one gets."""
    return target.stat().st_mode if target.exists() else 0o666 & ~_umask()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
