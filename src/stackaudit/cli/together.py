"""Writing several files together: first everything new beside the old, then one rename after the other."""

from __future__ import annotations

import errno
import os
import secrets
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from stackaudit.cli.locking import hold
from stackaudit.cli.writing import mode_of
from stackaudit.model.documents import Place
from stackaudit.model.problems import one_problem
from stackaudit.sources.files import JOURNAL
from stackaudit.sources.journals import Entry, State, digest, journal_text, ready_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from stackaudit.cli.writing import Piece


def write_together(pieces: Sequence[Piece]) -> None:
    """Write files so that all of them are the old ones or all of them the new ones; raises `OSError` with the old ones.

    Raises `Problems` where even the way back fails; the journals stay then, and the next command settles it.
    """
    mark = secrets.token_hex(8)
    entries = [_entry(piece, mark, number) for number, piece in enumerate(pieces)]
    folders = list(dict.fromkeys(entry.folder for entry in entries))
    named: list[Path] = []
    with _made(folders), ExitStack() as journals:
        try:
            for folder in folders:
                journals.enter_context(_journal(folder, mark, entries, named))
            ready = [_prepare(entry, piece) for entry, piece in zip(entries, pieces, strict=True)]
            for journal in named:
                _add(journal, ready_text(ready).encode())
            for entry in ready:
                finish(entry)
        except BaseException:  # also where somebody interrupts
            _go_back(entries, named)
            raise
        with suppress(OSError):  # all is written: what cannot be tidied up now is settled by the next command
            for folder in folders:
                sync(folder)
            clear(entries, named)


def _go_back(entries: Sequence[Entry], journals: Sequence[Path]) -> None:
    """Put everything back as it was; raises `Problems` where that fails, and leaves the journals."""
    try:
        undo(entries)
        clear(entries, journals)
    except OSError as error:
        message = f"neither the new content nor the old could be written everywhere: {error.strerror or error}"
        advice = "Make room or mend the disk, then run stackaudit here again: it finishes or undoes the write."
        raise one_problem(message, advice, Place(str(entries[0].target), 1, 1)) from None


def finish(entry: Entry) -> None:
    """Put the new content in the place of the old, unless that was done before."""
    if entry.after is None:
        entry.target.unlink(missing_ok=True)
        return
    try:
        (entry.folder / entry.new).replace(entry.target)
    except FileNotFoundError:
        if entry.state() is not State.NEW:
            raise


def undo(entries: Sequence[Entry]) -> None:
    """Put the old content back wherever the new one stands."""
    for entry in reversed(entries):
        if entry.state() is not State.NEW:
            continue
        if entry.before is None:
            entry.target.unlink(missing_ok=True)
        else:
            (entry.folder / entry.old).replace(entry.target)


def clear(entries: Sequence[Entry], journals: Sequence[Path]) -> None:
    """Remove what lies beside the files, and then the journals."""
    for entry in entries:
        for beside in (entry.new, entry.old):
            (entry.folder / beside).unlink(missing_ok=True)
    for journal in journals:
        journal.unlink(missing_ok=True)


def sync(folder: Path) -> None:
    """Have a folder's names written to the disk, where the system can."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:  # Windows opens no folders
        return
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _entry(piece: Piece, mark: str, number: int) -> Entry:
    before, after = (None if each is None else digest(each) for each in (piece.was, piece.content))
    beside = f".stackaudit-{mark}.{number}"
    return Entry(piece.target.parent, piece.target.name, before, after, f"{beside}.new", f"{beside}.old")


@contextmanager
def _made(folders: Sequence[Path]) -> Iterator[None]:
    """Make the folders that are missing; where the writing fails, take them away again."""
    made: list[Path] = []
    try:
        for folder in folders:
            missing = [each for each in (folder, *folder.parents) if not each.exists()]
            for each in reversed(missing):
                each.mkdir()
                made.append(each)
        yield
    except BaseException:
        for each in reversed(made):
            with suppress(OSError):
                each.rmdir()
        raise


@contextmanager
def _journal(folder: Path, mark: str, entries: Sequence[Entry], named: list[Path]) -> Iterator[None]:
    """A journal in a folder that has none, held as long as its process lives; its path is added to the `named`."""
    path = folder / JOURNAL
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        if not hold(handle) or not _is_at(handle, path):  # somebody took it for a leftover before it was held
            raise OSError(errno.EAGAIN, "another stackaudit is writing here", str(path))
        named.append(path)
        _write(handle, journal_text(folder, mark, entries).encode())
        sync(folder)
        yield
    finally:
        os.close(handle)


def _is_at(handle: int, path: Path) -> bool:
    """Whether an open file is the one at a path."""
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


def _add(journal: Path, content: bytes) -> None:
    """Add to a journal and wait for the disk."""
    handle = os.open(journal, os.O_WRONLY | os.O_APPEND)
    try:
        _write(handle, content)
    finally:
        os.close(handle)
    sync(journal.parent)


def _prepare(entry: Entry, piece: Piece) -> Entry:
    """Lay the new content and the old beside the file; the entry with the number of the former."""
    inode = 0
    if piece.content is not None:
        inode = _lay(entry.folder / entry.new, piece.content, mode_of(entry.target))
    if piece.was is not None:
        try:
            os.link(entry.target, entry.folder / entry.old)
        except OSError:  # a file system without links
            _lay(entry.folder / entry.old, piece.was, mode_of(entry.target))
    return entry._replace(inode=inode)


def _lay(path: Path, content: bytes, mode: int) -> int:
    """Write a new file to the disk; the number that it has there."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        _write(handle, content)
        return os.fstat(handle).st_ino
    finally:
        os.close(handle)
        path.chmod(mode)


def _write(handle: int, content: bytes) -> None:
    """Write all of some content and wait for the disk."""
    view = memoryview(content)
    while view:
        view = view[os.write(handle, view) :]
    os.fsync(handle)
