"""Small repositories with real git: fixed days and names, and nothing of the developer's own settings."""

from __future__ import annotations

import os
import subprocess
from textwrap import dedent
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

DAY = "2026-03-02"
_SETTINGS = {"user.name": "A", "user.email": "a@example.com", "commit.gpgsign": "false", "init.defaultBranch": "main"}


class History:
    """A repository in a folder, with the branch `main`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.git("init", "--quiet")

    def git(self, *arguments: str, on: str = DAY, given: str | None = None) -> str:
        """What git says; commits are made at noon of a day."""
        noon = f"{on}T12:00:00+0000"
        settings = [part for name, value in _SETTINGS.items() for part in ("-c", f"{name}={value}")]
        environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        environment |= {"GIT_AUTHOR_DATE": noon, "GIT_COMMITTER_DATE": noon, "GIT_CONFIG_GLOBAL": os.devnull}
        command = ["git", *settings, *arguments]
        done = subprocess.run(
            command, cwd=self.folder, env=environment, capture_output=True, check=True, text=True, input=given
        )
        return done.stdout.strip()

    def write(self, **files: str) -> None:
        """Write files by their paths, with `__` for `/` and `.yaml` at the end."""
        for name, text in files.items():
            self.put(f"{name.replace('__', '/')}.yaml", text)

    def put(self, path: str, text: str) -> None:
        """Write one file."""
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(dedent(text), encoding="utf-8")

    def commit(self, on: str = DAY, **files: str) -> str:
        """Write files, commit everything on a day, and give the commit's id."""
        self.write(**files)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "state", on=on)
        return self.git("rev-parse", "HEAD")
