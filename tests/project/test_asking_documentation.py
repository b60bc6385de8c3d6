"""What the pages on asking and getting started show is what the program does."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

from stackaudit.model.questionnaire import HEADER, question_meant

ROOT = Path(__file__).parents[2]
ASKING = (ROOT / "docs" / "asking.md").read_text(encoding="utf-8")
STARTING = (ROOT / "docs" / "getting-started.md").read_text(encoding="utf-8")


def stackaudit(*arguments: str, at: Path) -> str:
    environment = {**os.environ, "PYTHONUTF8": "1", "COLUMNS": "100"}
    command = [sys.executable, "-m", "stackaudit", *arguments]
    run = subprocess.run(command, cwd=at, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert run.returncode == 0, run.stderr
    return run.stdout


def test_the_letter_is_what_the_command_writes() -> None:
    ((command, text),) = re.findall(r"<!-- letter -->\n```\n\$ stackaudit ([^\n]*)\n(.*?)```\n", ASKING, re.DOTALL)

    assert stackaudit(*shlex.split(command), at=ROOT) == text


def test_every_question_and_heading_that_is_explained_is_one() -> None:
    names = re.findall(r"^\| `([^`]+:[^`]*:[^`]+)` \|", ASKING, re.MULTILINE)

    assert len(names) == 7
    assert [name for name in names if question_meant(name) is None] == []
    assert {HEADER[0], HEADER[4], HEADER[6]} <= {*re.findall(r"\*([a-z ]+)\*", ASKING)}


def test_every_file_that_is_begun_is_explained(tmp_path: Path) -> None:
    (command,) = re.findall(r"^stackaudit (init --name .*?)\n```", STARTING, re.DOTALL | re.MULTILINE)

    stackaudit(*shlex.split(command.replace("\\\n", "")), "--today", "2026-11-21", at=tmp_path)

    written = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    explained = {*re.findall(r"`([^`]+)`", "".join(re.findall(r"^\|.*?\|", STARTING, re.MULTILINE)))}
    assert explained == (written - {".github/workflows/stackaudit.yml"}) | {".stackaudit/imports.json"}
