"""What `stackaudit fix` shows, writes, leaves, and ends with."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

MESSY = """\
# ours
systems:
  crm: {name: mail chimp, since: 1.5.2026}   # kept
"""

MENDED = """\
# ours
systems:
  crm: {name: Mailchimp, since: 2026-05-01}   # kept
"""


@pytest.fixture
def inventory(tmp_path: Path) -> Path:
    """The file of an inventory that has something to repair."""
    (tmp_path / "stack.yaml").write_text(MESSY, encoding="utf-8")
    return tmp_path / "stack.yaml"


def stackaudit(*arguments: str, at: Path) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")}
    command = [sys.executable, "-m", "stackaudit", *arguments]
    environment = {**clean, "PYTHONUTF8": "1"}
    return subprocess.run(
        command, cwd=at, env=environment, capture_output=True, encoding="utf-8", check=False, stdin=subprocess.DEVNULL
    )


def test_repairs_are_shown_and_written(inventory: Path) -> None:
    run = stackaudit("fix", "--yes", at=inventory.parent)

    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.startswith(
        "stack.yaml:3:15  names  systems.crm.name\n"
        "  mail chimp → Mailchimp   (the catalogue writes it so)\n"
        "stack.yaml:3:34  dates  systems.crm.since\n"
        "  1.5.2026 → 2026-05-01   (dates are written YEAR-MONTH-DAY)\n"
        "2 repairs in 1 file: dates 1, names 1.\n"
    )
    assert inventory.read_text(encoding="utf-8") == MENDED


def test_a_dry_run_writes_nothing_and_ends_with_1(inventory: Path) -> None:
    run = stackaudit("fix", "--dry-run", at=inventory.parent)

    assert (run.returncode, run.stderr) == (1, "")
    assert "-  crm: {name: mail chimp, since: 1.5.2026}   # kept" in run.stdout.splitlines()
    assert "+  crm: {name: Mailchimp, since: 2026-05-01}   # kept" in run.stdout.splitlines()
    assert inventory.read_text(encoding="utf-8") == MESSY


def test_in_a_pipe_nothing_is_written_without_a_word(inventory: Path) -> None:
    run = stackaudit("fix", at=inventory.parent)

    assert (run.returncode, run.stderr) == (
        2,
        "nothing was written: --yes writes without asking, --dry-run only shows\n",
    )
    assert inventory.read_text(encoding="utf-8") == MESSY


def test_a_byte_order_mark_and_line_breaks_stay(inventory: Path) -> None:
    inventory.write_bytes(b"\xef\xbb\xbf" + MESSY.replace("\n", "\r\n").encode())

    stackaudit("fix", "--yes", at=inventory.parent)

    assert inventory.read_bytes() == b"\xef\xbb\xbf" + MENDED.replace("\n", "\r\n").encode()


def test_a_second_run_has_nothing_to_do(inventory: Path) -> None:
    stackaudit("fix", "--yes", at=inventory.parent)
    before = inventory.stat().st_mtime_ns

    run = stackaudit("fix", "--yes", "--unsafe", "--sort", at=inventory.parent)

    assert (run.returncode, run.stdout, run.stderr) == (0, "Nothing to repair.\n", "")
    assert inventory.stat().st_mtime_ns == before


def test_what_is_left_is_told_as_a_scan_tells_it(inventory: Path) -> None:
    inventory.write_text(MESSY + "  b: {name: B, since: soon}\n", encoding="utf-8")

    dry = stackaudit("fix", "--dry-run", at=inventory.parent)
    done = stackaudit("fix", "--yes", at=inventory.parent)

    for run in (dry, done):
        assert run.returncode == 2
        assert run.stderr.startswith("stack.yaml:4:23: `since`: expected a date, found `soon`\n")
        assert run.stderr.endswith("1 problem: these are left to you.\n")
    assert inventory.read_text(encoding="utf-8") == MENDED + "  b: {name: B, since: soon}\n"


def test_only_one_kind_is_repaired_where_it_is_named(inventory: Path) -> None:
    run = stackaudit("fix", "--yes", "--select", "names", at=inventory.parent)

    assert run.returncode == 2  # the date is left
    assert inventory.read_text(encoding="utf-8") == MESSY.replace("mail chimp", "Mailchimp")


def test_what_nobody_stated_needs_a_word(inventory: Path) -> None:
    inventory.write_text("systems:\n  lab: {name: Lab, lifecycle: sandbox, ends: 2026-05-01}\n", encoding="utf-8")

    held = stackaudit("fix", "--yes", "--today", "2026-11-21", at=inventory.parent)
    early = stackaudit("fix", "--yes", "--unsafe", "--today", "2026-05-01", at=inventory.parent)
    done = stackaudit("fix", "--yes", "--unsafe", "--today", "2026-11-21", at=inventory.parent)

    assert held.returncode == 0
    assert held.stdout == (
        "Nothing to repair.\n"
        "  not made without --unsafe: stack.yaml:2:31: systems.lab.lifecycle: sandbox → retiring, as the\n"
        "    sandbox ended on 2026-05-01\n"
    )
    assert (early.returncode, early.stdout) == (0, "Nothing to repair.\n")
    assert done.returncode == 0
    assert "lifecycle: retiring" in inventory.read_text(encoding="utf-8")


def test_a_file_that_cannot_be_read_does_not_keep_others_from_being_repaired(inventory: Path) -> None:
    (inventory.parent / "odd.yaml").write_bytes(b"\xff\xfe\x00")
    (inventory.parent / "broken.yaml").write_text("systems: {a: [\n", encoding="utf-8")

    run = stackaudit("fix", "--yes", at=inventory.parent)

    assert run.returncode == 2
    assert "odd.yaml:1:1: the file is in UTF-16" in run.stderr
    assert "broken.yaml:" in run.stderr
    assert inventory.read_text(encoding="utf-8") == MENDED


def test_standard_input_and_an_empty_folder_are_refused(tmp_path: Path) -> None:
    piped = stackaudit("fix", "-", at=tmp_path)
    empty = stackaudit("fix", at=tmp_path)

    assert (piped.returncode, piped.stderr.splitlines()[0]) == (2, "standard input cannot be repaired")
    assert (empty.returncode, empty.stderr.splitlines()[-1]) == (2, "1 problem: nothing was written.")


def test_a_scan_that_cannot_read_an_inventory_says_what_can_be_repaired(tmp_path: Path) -> None:
    (tmp_path / "inventory.yaml").write_text("systems:\n  a: {name: A, categroy: crm}\n  b: {nothing: here}\n")

    run = stackaudit("scan", "inventory.yaml", at=tmp_path)

    assert run.returncode == 2
    assert run.stderr.endswith("1 of these can be repaired: stackaudit fix\n")
