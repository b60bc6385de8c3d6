"""Opening text files that strangers may have written: regular files only, of bounded size, in UTF-8."""

from __future__ import annotations

import os
import stat
import sys
from typing import TYPE_CHECKING

from stackaudit.model.documents import Document, Place
from stackaudit.model.problems import Problems, one_problem

if TYPE_CHECKING:
    from pathlib import Path

MOST_BYTES = 128 * 1024 * 1024

JOURNAL = ".stackaudit-journal"
"""What lies in a folder while several files in it are written together."""

_BOMS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)


def read_text(path: Path, name: str) -> str:
    """The text of a regular UTF-8 file, without a byte-order mark; raises `Problems` for anything else."""
    return decode(read_bytes(path, name), name)


def read_bytes(path: Path, name: str) -> bytes:
    """The bytes of a regular file, at most one more than `MOST_BYTES`; raises `Problems` for anything else.

    Never waits: a pipe or a device is refused before it is read.
    """
    whole = Place(name, 1, 1)
    try:
        with open(path, "rb", opener=_open_without_waiting) as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise one_problem("not a regular file", "Name a file or a folder.", whole)
            return file.read(MOST_BYTES + 1)
    except IsADirectoryError:
        raise one_problem("a folder where a file belongs", "Name a file.", whole) from None
    except OSError as error:
        message = f"cannot be read: {error.strerror or error}"
        raise one_problem(message, "Check the name, the link and the permissions.", whole) from None


def read_standard_input(name: str = "<stdin>") -> str:
    """The text that standard input holds, to its end."""
    return decode(sys.stdin.buffer.read(MOST_BYTES + 1), name)


def decode(raw: bytes, name: str) -> str:
    """Bytes as UTF-8 text; raises `Problems` that name the first wrong byte's place."""
    if len(raw) > MOST_BYTES:
        advice = f"Split it: at most {MOST_BYTES // 1024 // 1024} MiB of one file are read."
        raise one_problem("the file is too large", advice, Place(name, 1, 1))
    for bom, encoding in _BOMS:
        if raw.startswith(bom):
            raise one_problem(f"the file is in {encoding}", "Save it as UTF-8.", Place(name, 1, 1))
    if b"\0" in raw[:4]:
        raise one_problem("the file is in UTF-16 or UTF-32, or is no text", "Save it as UTF-8.", Place(name, 1, 1))
    try:
        return raw.decode("utf-8").lstrip("\ufeff")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8")
        document = Document(name, before + "\ufffd" + raw[error.end : error.end + 80].decode("utf-8", "replace"))
        problem = one_problem(
            f"not UTF-8: byte 0x{raw[error.start]:02x} cannot stand here",
            "Save the file as UTF-8; it may be in Latin-1 or Windows-1252.",
            document.place(len(before)),
        )
        raise Problems(problem.problems, {name: document}) from None


def _open_without_waiting(path: str, flags: int) -> int:
    """Open so that a pipe without a writer answers at once."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
