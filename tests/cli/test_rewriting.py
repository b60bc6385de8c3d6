"""What somebody sees and is asked before an inventory is written anew."""

from __future__ import annotations

import os
import pty
import sys
from typing import TYPE_CHECKING

import pytest
import typer

from stackaudit.cli.rewriting import rewrite
from stackaudit.model.problems import Problems

if TYPE_CHECKING:
    from pathlib import Path

DIFF = """--- a.yaml
+++ a.yaml
@@ -1,3 +1,3 @@
 systems:
   crm:
-    name: Slack
+    name: Zoom
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one file, in which the command is given."""
    (tmp_path / "a.yaml").write_text("systems:\n  crm:\n    name: Slack\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    return tmp_path


def renamed(folder: Path) -> dict[Path, str]:
    return {folder / "a.yaml": "systems:\n  crm:\n    name: Zoom\n"}


def at_a_terminal(folder: Path, answer: bytes) -> tuple[str, int]:
    """What a terminal shows where the question is answered so, and whether something was written, or the exit code."""
    child, terminal = pty.fork()
    if not child:
        sys.stdin, sys.stdout = open(0), open(1, "w")  # noqa: SIM115 - instead of what pytest put there
        try:
            os._exit(int(rewrite(renamed(folder))))
        except typer.Exit as end:
            os._exit(end.exit_code)
    shown = b""
    try:
        while b"[y/N] " not in shown:
            shown += os.read(terminal, 1000)
        os.write(terminal, answer)
        while more := os.read(terminal, 1000):
            shown += more
    except OSError:  # how Linux says that the other side has closed the terminal
        pass
    os.close(terminal)
    return shown.decode(), os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def test_in_a_pipe_nothing_is_written_without_yes(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(typer.Exit) as end:
        rewrite(renamed(folder))

    assert end.value.exit_code == 2
    assert capsys.readouterr() == (
        f"{DIFF}\n",
        "nothing was written: --yes writes without asking, --dry-run only shows\n",
    )
    assert (folder / "a.yaml").read_text() == "systems:\n  crm:\n    name: Slack\n"


def test_a_dry_run_shows_and_writes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert rewrite(renamed(folder), {folder / "memory": "x"}, dry_run=True, yes=True) is False
    assert capsys.readouterr() == (f"{DIFF}\n", "")
    assert sorted(path.name for path in folder.iterdir()) == ["a.yaml"]


def test_yes_writes_all_files_and_says_which(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts = {**renamed(folder), folder / "new" / "b.yaml": "b: 1\n"}

    assert rewrite(texts, {folder / ".stackaudit" / "imports.json": "{}\n"}, yes=True) is True
    assert capsys.readouterr().out == (
        f"{DIFF}\n--- /dev/null\n+++ new/b.yaml\n@@ -0,0 +1 @@\n+b: 1\n\n"
        "wrote a.yaml\nwrote new/b.yaml\nwrote .stackaudit/imports.json\n"
    )
    assert (folder / "a.yaml").read_text() == "systems:\n  crm:\n    name: Zoom\n"
    assert (folder / ".stackaudit" / "imports.json").read_text() == "{}\n"


def test_where_nothing_changes_nothing_is_asked(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    same = {folder / "a.yaml": (folder / "a.yaml").read_text()}

    assert rewrite(same) is True
    assert rewrite(same, {folder / "memory": "x"}) is True
    assert capsys.readouterr() == ("", "")
    assert not (folder / "memory").exists()
    assert rewrite(same, {folder / "memory": "x"}, yes=True) is True
    assert capsys.readouterr().out == "wrote memory\n"


def test_a_terminal_is_asked_and_yes_is_written(folder: Path) -> None:
    shown, is_written = at_a_terminal(folder, b"y\n")

    assert is_written
    assert "name: Zoom" in shown
    assert "wrote a.yaml" in shown
    assert (folder / "a.yaml").read_text() == "systems:\n  crm:\n    name: Zoom\n"


@pytest.mark.parametrize("answer", [b"\n", b"n\n", b"yesterday\n", b"\x04"])
def test_anything_but_yes_is_no(folder: Path, answer: bytes) -> None:
    shown, is_written = at_a_terminal(folder, answer)

    assert not is_written
    assert "Nothing was written." in shown
    assert (folder / "a.yaml").read_text() == "systems:\n  crm:\n    name: Slack\n"


def test_a_file_that_changed_since_it_was_read_is_a_problem(folder: Path) -> None:
    with pytest.raises(Problems, match=r"a\.yaml:1:1: this file has changed meanwhile"):
        rewrite(renamed(folder), before={folder / "a.yaml": "systems: [Slack]\n"}, yes=True)

    assert (folder / "a.yaml").read_text() == "systems:\n  crm:\n    name: Slack\n"


def test_a_file_that_is_there_meanwhile_is_a_problem(folder: Path) -> None:
    with pytest.raises(Problems, match="changed meanwhile"):
        rewrite(renamed(folder), before={folder / "a.yaml": None}, yes=True)


def test_a_byte_order_mark_stays(folder: Path) -> None:
    (folder / "a.yaml").write_bytes(b"\xef\xbb\xbfa: 1\r\n")

    assert rewrite({folder / "a.yaml": "a: 2\r\n"}, before={folder / "a.yaml": "a: 1\r\n"}, yes=True)
    assert (folder / "a.yaml").read_bytes() == b"\xef\xbb\xbfa: 2\r\n"


def test_what_strangers_wrote_cannot_command_a_terminal(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts = {folder / "a.yaml": "name: \x1b[2J\u202egnp\n::error::x\n"}

    rewrite(texts, dry_run=True)

    out = capsys.readouterr().out
    assert "+name: <U+001B>[2J<U+202E>gnp\n+::error::x\n\\ No newline" not in out
    assert "+name: <U+001B>[2J<U+202E>gnp\n+::error::x\n" in out
    assert "\x1b" not in out
