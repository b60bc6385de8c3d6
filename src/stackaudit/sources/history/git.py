"""Asking git, so that a repository of strangers can run nothing, fetch nothing and ask nothing."""

from __future__ import annotations

import os
import subprocess
from contextlib import contextmanager
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, NamedTuple

from stackaudit.model.problems import one_problem
from stackaudit.model.suggesting import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from stackaudit.model.problems import Problems

_OPTIONS = (
    "--no-pager",
    "--no-replace-objects",  # what stands in the history, not what a repository would like to show for it
    "--no-optional-locks",
    "--literal-pathspecs",
    "-c",
    "core.fsmonitor=",
    "-c",
    f"core.hooksPath={os.devnull}",
    "-c",
    "protocol.allow=never",
)
_SAFE = {
    "GIT_ALLOW_PROTOCOL": "",  # unlike protocol.allow, no setting of the repository goes over this one
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_ASKPASS": "",
    "LC_ALL": "C",
}
_ELSEWHERE = frozenset(
    """
    GIT_ALTERNATE_OBJECT_DIRECTORIES GIT_COMMON_DIR GIT_DIR GIT_EXTERNAL_DIFF GIT_GRAFT_FILE GIT_IMPLICIT_WORK_TREE
    GIT_INDEX_FILE GIT_NAMESPACE GIT_OBJECT_DIRECTORY GIT_PREFIX GIT_REPLACE_REF_BASE GIT_SHALLOW_FILE GIT_WORK_TREE
    """.split()
)
"""What a hook or an outer git leaves behind, and what would lead to another repository than the one that is meant."""


class Reply(NamedTuple):
    """What git said and complained of, and whether it did what it was asked."""

    is_done: bool
    said: str
    complaint: bytes


def asked(folder: Path, *arguments: str) -> str:
    """What git answers in a folder; raises `Problems` with its reason where it refuses."""
    reply = replied(folder, *arguments)
    if not reply.is_done:
        raise refusal(reply.complaint)
    return reply.said


def replied(folder: Path, *arguments: str) -> Reply:
    """What git answers in a folder, or why it does not."""
    with started(folder, *arguments) as (process, complaint):
        said, _ = process.communicate()
        complaint.seek(0)
        return Reply(process.returncode == 0, os.fsdecode(said), complaint.read())


@contextmanager
def started(folder: Path, *arguments: str) -> Iterator[tuple[subprocess.Popen[bytes], IO[bytes]]]:
    """A git that runs in a folder, with pipes, and the file that takes its complaints; it is ended with the block."""
    command = ["git", *_OPTIONS, "-C", str(folder), *arguments]
    pipe = subprocess.PIPE
    with TemporaryFile() as complaint:
        try:
            process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=complaint, env=_environment())  # noqa: S603 - a list, without a shell
        except FileNotFoundError:
            raise one_problem("git is not installed", "Install git, or name two folders.") from None
        with process:
            try:
                yield process, complaint
            finally:
                if process.poll() is None:
                    process.kill()


def refusal(complaint: bytes) -> Problems:
    """What git complains of, as a problem with a way out."""
    text = complaint.decode("utf-8", "replace").strip()
    if "dubious ownership" in text:
        advice = "If you trust it, run: git config --global --add safe.directory FOLDER"
        return one_problem("git does not read this repository, for another user owns it", advice)
    if "not a git repository" in text:
        advice = "Name two folders or files, or say with `--path` where the inventory lies."
        return one_problem("this is no git repository, so there are no revisions", advice)
    first = text.partition("\n")[0].removeprefix("fatal: ") or "no reason given"
    return one_problem(f"git: {shortened(first)}", "Try the same in the repository with git itself.")


def _environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name not in _ELSEWHERE} | _SAFE
