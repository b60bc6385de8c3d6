"""Writing output files whole or not at all."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from stackaudit.model.documents import Place
from stackaudit.model.problems import one_problem


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


def _replace(target: Path, content: bytes) -> None:
    """Write a file beside the target, then put it in the target's place."""
    handle, temporary = tempfile.mkstemp(prefix=".stackaudit-", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(target.stat().st_mode if target.exists() else 0o666 & ~_umask())
        Path(temporary).replace(target)
    except BaseException:  # also where somebody interrupts: nothing half stays behind
        with suppress(OSError):
            Path(temporary).unlink()
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
