"""`stackaudit baseline` and `scan --baseline`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

NAME = "stackaudit-baseline.json"
HEAD = "teams: {marketing: {side: marketing}, it: {side: it}}\nsystems:\n"
CHAT = "  chat: {name: Our chat, category: chat, bought: {by: marketing, approved_by: [], how: contract}}\n"
MAIL = "  mail: {name: Our mail, category: email-marketing, bought: {by: marketing, approved_by: [], how: contract}}\n"
ACCEPTED = "- {rule: shadow-it/bought-without-it, subject: chat, reason: Soon., approvers: [marketing, it], until: "


@pytest.fixture
def inventory(tmp_path: Path) -> Path:
    """A folder with an inventory and the baseline that knows its one finding."""
    (tmp_path / "inventory.yaml").write_text(HEAD + CHAT)
    run = stackaudit("baseline", "create", at=tmp_path)
    assert run.returncode == 0, run.stderr
    return tmp_path


def stackaudit(*arguments: str, at: Path) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")}
    asked = [] if arguments[1:2] == ("show",) else ["--select", "bought-without-it", "--today", "2026-11-21"]
    command = [sys.executable, "-m", "stackaudit", *arguments, *asked]
    return subprocess.run(
        command, cwd=at, env={**clean, "PYTHONUTF8": "1"}, capture_output=True, text=True, check=False
    )


def test_a_baseline_is_created_and_holds_no_dates_and_no_places(inventory: Path) -> None:
    text = (inventory / NAME).read_text()

    assert list(json.loads(text)["findings"].values()) == [
        {"rule": "shadow-it/bought-without-it", "subjects": ["Our chat"]}
    ]
    assert "inventory.yaml" not in text
    assert "2026" not in text


def test_a_scan_against_its_own_baseline_is_silent_and_passes(inventory: Path) -> None:
    run = stackaudit("scan", "--baseline", NAME, at=inventory)

    assert run.returncode == 0
    assert "was bought by" not in run.stdout
    assert f"Known to the baseline {NAME} and left out: 1 finding." in run.stdout


def test_moved_lines_and_renamed_files_change_nothing(inventory: Path) -> None:
    (inventory / "inventory.yaml").rename(inventory / "other.yaml")
    (inventory / "other.yaml").write_text(f"# moved\n\n\n{HEAD}{CHAT}")

    run = stackaudit("scan", "--baseline", NAME, at=inventory)
    again = stackaudit("baseline", "create", "--file", "again.json", at=inventory)

    assert run.returncode == 0
    assert again.returncode == 0
    assert (inventory / "again.json").read_bytes() == (inventory / NAME).read_bytes()


def test_only_new_findings_are_reported(inventory: Path) -> None:
    (inventory / "inventory.yaml").write_text(HEAD + CHAT + MAIL)

    run = stackaudit("scan", "--baseline", NAME, at=inventory)
    report = json.loads(stackaudit("scan", "--baseline", NAME, "--format", "json", at=inventory).stdout)

    assert run.returncode == 1
    assert "Our mail was bought by marketing" in run.stdout
    assert "Our chat was" not in run.stdout
    assert [finding["subjects"][0]["id"] for finding in report["findings"]] == ["mail"]
    assert report["baseline"]["known"] == list(json.loads((inventory / NAME).read_text())["findings"])
    assert sum(report["totals"]["findings"].values()) == 1


def test_what_no_longer_occurs_is_told_and_update_drops_it(inventory: Path) -> None:
    (inventory / "inventory.yaml").write_text(HEAD + MAIL)

    scan = stackaudit("scan", "--baseline", NAME, at=inventory)
    update = stackaudit("baseline", "update", at=inventory)

    assert "1 entry of the baseline no longer occurs; `stackaudit baseline update` drops it:" in scan.stdout
    assert "shadow-it/bought-without-it: Our chat" in scan.stdout
    assert "shadow-it/bought-without-it: Our chat" in update.stdout
    assert "1 entry no longer occurred and was dropped" in update.stdout
    assert "1 new finding not taken in" in " ".join(update.stdout.split())
    assert json.loads((inventory / NAME).read_text())["findings"] == {}


def test_an_update_that_changes_nothing_leaves_the_file_alone(inventory: Path) -> None:
    before = (inventory / NAME).stat().st_mtime_ns

    run = stackaudit("baseline", "update", at=inventory)

    assert run.stdout == f"every entry still occurs · {NAME} knows 1 finding\n"
    assert (inventory / NAME).stat().st_mtime_ns == before


def test_a_baseline_that_is_there_is_replaced_only_by_force(inventory: Path) -> None:
    (inventory / "inventory.yaml").write_text(HEAD + CHAT + MAIL)
    before = (inventory / NAME).read_bytes()

    refused = stackaudit("baseline", "create", at=inventory)
    kept = (inventory / NAME).read_bytes()
    forced = stackaudit("baseline", "create", "--force", at=inventory)

    assert refused.returncode == 2
    assert "there is a baseline already" in refused.stderr
    assert kept == before
    assert forced.returncode == 0
    assert len(json.loads((inventory / NAME).read_text())["findings"]) == 2


@pytest.mark.parametrize(
    "command", [("scan", "--baseline"), ("baseline", "update", "--file"), ("baseline", "show", "--file")]
)
def test_a_missing_baseline_is_loud(inventory: Path, command: tuple[str, ...]) -> None:
    run = stackaudit(*command, "nowhere.json", at=inventory)

    assert run.returncode == 2
    assert run.stdout == ""
    assert "nowhere.json:1:1: there is no such baseline" in run.stderr
    assert "stackaudit baseline create" in run.stderr
    assert not (inventory / "nowhere.json").exists()


def test_a_broken_inventory_leaves_the_baseline_as_it_was(inventory: Path) -> None:
    before = (inventory / NAME).read_bytes()
    (inventory / "inventory.yaml").write_text("systems: [")

    runs = [stackaudit("baseline", *words, at=inventory) for words in (("update",), ("create", "--force"))]

    assert [run.returncode for run in runs] == [2, 2]
    assert (inventory / NAME).read_bytes() == before


def test_show_lists_entries_by_rule(inventory: Path) -> None:
    run = stackaudit("baseline", "show", at=inventory)

    assert run.stdout == (f"findings\n  shadow-it/bought-without-it: Our chat\n\n{NAME} knows 1 finding.\n")


def test_undetermined_questions_are_known_where_they_fail(tmp_path: Path) -> None:
    (tmp_path / "inventory.yaml").write_text("systems: {chat: {name: Our chat, bought: {by: marketing}}}\n")

    created = stackaudit("baseline", "create", "--unknown", "fail", at=tmp_path)
    alone = stackaudit("scan", "--unknown", "fail", at=tmp_path)
    against = stackaudit("scan", "--unknown", "fail", "--baseline", NAME, at=tmp_path)

    assert f"{NAME} knows 0 findings and 1 undetermined question." in created.stdout
    assert (alone.returncode, against.returncode) == (1, 0)
    assert "left out: 0 findings and 1 undetermined question." in against.stdout


def test_findings_behind_exceptions_are_not_recorded_and_return_when_these_end(inventory: Path) -> None:
    (inventory / "exceptions.yaml").write_text(ACCEPTED + "2026-12-31}\n")

    updated = stackaudit("baseline", "update", at=inventory)
    (inventory / "exceptions.yaml").write_text(ACCEPTED + "2026-10-31}\n")
    later = stackaudit("scan", "--baseline", NAME, at=inventory)

    assert "1 entry no longer occurred and was dropped" in updated.stdout
    assert later.returncode == 1
    assert "excepts nothing: it ended on 2026-10-31" in later.stdout
