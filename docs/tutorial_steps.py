"""Walks through the tutorial as a reader would: runs its commands in an empty folder, and makes its edits.

A block of the kind `console` holds a command behind `$ ` and what it printed; `console first=N` shows the first lines
only. A comment before a block of YAML or CSV says what a reader does with it: `write FILE` makes a file of it, `in FILE
for TEXT` puts it in the place of a text, which the comment quotes.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "tutorial.md"
TODAY = "2026-11-21"
_WITH_A_DAY = frozenset({"scan", "import", "ask", "fix", "score", "reconcile", "report", "trace", "map", "init"})
_STEP = re.compile(
    r"(?:<!-- (?:write (?P<write>\S+)|in (?P<file>\S+) for `(?P<old>[^`]+)`) -->\n)?"
    r"```(?P<kind>\w+)(?: first=(?P<first>\d+))?\n(?P<body>.*?)^```$",
    re.DOTALL | re.MULTILINE,
)


def walked() -> str:
    """The tutorial with what its commands print now."""
    with TemporaryDirectory() as place:
        here = Path(place, "our-stack")
        shutil.copytree(ROOT / "examples" / "spreadsheet", here, ignore=shutil.ignore_patterns("expected"))
        return _STEP.sub(lambda step: _taken(step, here), PAGE.read_text(encoding="utf-8"))


def _taken(step: re.Match[str], here: Path) -> str:
    """One step: its own text again, or with a command's output of today."""
    if step["write"]:
        (here / step["write"]).write_text(step["body"], encoding="utf-8")
    elif step["file"]:
        path = here / step["file"]
        text = path.read_text(encoding="utf-8")
        if text.count(step["old"]) != 1:
            message = (
                f"the tutorial puts something in the place of `{step['old']}`, which is not once in {step['file']}"
            )
            raise SystemExit(message)
        path.write_text(text.replace(step["old"], step["body"].rstrip("\n")), encoding="utf-8")
    elif step["kind"] == "console":
        command = step["body"].partition("\n")[0]
        lines = _printed(command.removeprefix("$ "), here).splitlines()
        first = int(step["first"]) if step["first"] else len(lines)
        shown = [*lines[:first], *(["…"] if first < len(lines) else [])]
        head = step[0].partition("\n")[0]
        return "\n".join([head, command, *(line.rstrip() for line in shown), "```"])
    return step[0]


def _printed(command: str, here: Path) -> str:
    """What a command prints, on both streams, 100 columns wide."""
    words = shlex.split(command)
    if words[0] == "stackaudit":
        day = ["--today", TODAY] if words[1] in _WITH_A_DAY else []
        words = [sys.executable, "-m", "stackaudit", *words[1:], *day]
    plain = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR")}
    run = subprocess.run(  # noqa: S603 - our own program, and git
        words,
        cwd=here,
        env={**plain, "PYTHONUTF8": "1", "COLUMNS": "100"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        encoding="utf-8",
    )
    if run.returncode not in (0, 1):
        raise SystemExit(f"{command}\n{run.stdout}")
    return run.stdout.replace("\u00a0", " ")
