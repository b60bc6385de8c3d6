"""Writing output files whole or not at all."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from stackaudit.model.documents import Place
from stackaudit.model.problems import one_problem


def write_whole(path: Path, text: str) -> None:
    """Write a file so that at any moment it is the old one or the new one; raises `Problems` where it cannot be."""
    where = Place(str(path), 1, 1)
    if path.is_dir():
        raise one_problem("the output is a folder", "Name a file in it.", where)
    target = path.resolve()
    temporary = ""
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(target.stat().st_mode if target.exists() else 0o666 & ~_umask())
        Path(temporary).replace(target)
    except OSError as error:
        with suppress(OSError):
            Path(temporary).unlink()
        message = f"cannot be written: {error.strerror or error}"
        raise one_problem(message, "Name another file; what was there before is untouched.", where) from None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
