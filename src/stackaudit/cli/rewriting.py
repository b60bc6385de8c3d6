"""Writing an inventory anew where somebody has seen what changes and agrees."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

from stackaudit.cli.doors import NOT_AUDITED, is_terminal, say, shown
from stackaudit.model.documents import Place
from stackaudit.model.problems import Problem, Problems

if TYPE_CHECKING:
    from collections.abc import Mapping

_MOST_SHOWN = 400  # lines of each file's changes in a terminal
_BOM = b"\xef\xbb\xbf"


def rewrite(
    texts: Mapping[Path, str],
    memory: Mapping[Path, str] | None = None,
    *,
    before: Mapping[Path, str | bytes | None] | None = None,
    dry_run: bool = False,
    yes: bool = False,
) -> bool:
    """Show what new texts change in their files, ask, and write all of them or none; whether nothing is left to write.

    `memory` are files that are written with them and not shown. `before` is what files held when they were read, None
    where there was none: raises `Problems` for one that has changed since. Only a terminal is asked. Elsewhere nothing
    is written without `yes`, and the process ends with exit code 2.
    """
    files = [file for file in _files({**texts, **(memory or {})}, before or {}) if file.was != file.content]
    seen = [file for file in files if file.path in texts]
    if seen:
        _show(seen)
        if dry_run or not (yes or _agreed()):
            return False
    if files and not dry_run and (yes or _may_ask()):
        _write(files)
    return True


class _File(NamedTuple):
    """A file with what it holds, None where there is none yet, and what it is to hold."""

    path: Path
    was: bytes | None
    content: bytes


def _files(texts: Mapping[Path, str], before: Mapping[Path, str | bytes | None]) -> list[_File]:
    """The files as they are now; a byte-order mark stays. Raises `Problems` for those that changed since."""
    from stackaudit.sources.files import read_bytes
    from stackaudit.sources.inventory.finding import shown as known_as

    problems: list[Problem] = []
    files: list[_File] = []
    for path, text in texts.items():
        name = known_as(path)
        was = read_bytes(path, name) if os.path.lexists(path) else None
        if path in before and not _is_as_read(was, before[path]):
            advice = "Run it again: nothing was written."
            problems.append(Problem("this file has changed meanwhile", advice, Place(name, 1, 1)))
        content = text.encode()
        marked = was is not None and was.startswith(_BOM) and not content.startswith(_BOM)
        files.append(_File(path, was, _BOM + content if marked else content))
    if problems:
        raise Problems(tuple(problems))
    return files


def _is_as_read(was: bytes | None, read: str | bytes | None) -> bool:
    """Whether a file holds what was read of it, as bytes or as text without a byte-order mark."""
    if isinstance(read, str):
        return was is not None and was.removeprefix(_BOM) == read.encode().removeprefix(_BOM)
    return was == read


def _show(files: list[_File]) -> None:
    from stackaudit.reports.terminal.diffs import Rewritten, diff_lines
    from stackaudit.sources.inventory.finding import shown as known_as

    told = [
        Rewritten(known_as(file.path), None if file.was is None else _text(file.was), _text(file.content))
        for file in files
    ]
    say(shown([*diff_lines(told, _MOST_SHOWN if is_terminal(sys.stdout) else None), []], sys.stdout))


def _text(content: bytes) -> str:
    return content.removeprefix(_BOM).decode("utf-8", "replace")


def _may_ask() -> bool:
    return is_terminal(sys.stdin) and is_terminal(sys.stdout)


def _agreed() -> bool:
    """What somebody at a terminal answers; where nobody is, the process ends."""
    if not _may_ask():
        sys.stderr.write("nothing was written: --yes writes without asking, --dry-run only shows\n")
        raise typer.Exit(NOT_AUDITED)
    say("Write this? [y/N] ")
    agreed = sys.stdin.readline().strip().lower() in ("y", "yes")
    if not agreed:
        say("Nothing was written.\n")
    return agreed


def _write(files: list[_File]) -> None:
    """Write the files, and say which they were."""
    from stackaudit.cli.writing import write_all
    from stackaudit.reports.terminal.lines import line
    from stackaudit.reports.visible import visible
    from stackaudit.sources.inventory.finding import shown as known_as

    write_all({file.path: file.content for file in files}, {file.path: file.was for file in files})
    say(shown([line(f"wrote {visible(known_as(file.path))}") for file in files], sys.stdout))
