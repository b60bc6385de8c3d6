"""The command line of the report that people forward: readers, formats, files, what changed, exit codes."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner, Result

from stackaudit.cli.app import app
from stackaudit.cli.report import Audience
from stackaudit.model.briefing import AUDIENCES

if TYPE_CHECKING:
    from pathlib import Path

INVENTORY = """\
organization: {name: Testers, currency: EUR}
teams: {marketing: {side: marketing}, it: {side: it}}
systems:
  crm: {name: The CRM, category: crm, security: {sso: false}, cost: {annual: 10, paid_by: it}}
integrations: []
"""
ASKED = ["--select", "no-single-sign-on", "--today", "2026-11-21"]


def run(*arguments: str) -> Result:
    return CliRunner(env={"COLUMNS": "100"}).invoke(app, ["report", *arguments])


@pytest.fixture(autouse=True)
def inventory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an inventory, in which we stand."""
    (tmp_path / "inventory.yaml").write_text(INVENTORY)
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_report_is_markdown_and_findings_do_not_fail_it() -> None:
    result = run(*ASKED)

    assert result.exit_code == 0, result.stderr
    assert result.stdout.startswith("# Technology audit: Testers\n\nAs of 2026-11-21, for marketing and IT together.")
    assert "| 1 | Doors without good locks: The CRM | high | IT | days |  |\n" in result.stdout


def test_every_audience_of_a_briefing_can_be_chosen() -> None:
    assert [str(each) for each in Audience] == list(AUDIENCES)


def test_a_report_is_written_for_one_reader_to_a_file(inventory: Path) -> None:
    result = run("--audience", "security", "--output", "report.md", *ASKED)

    written = (inventory / "report.md").read_text(encoding="utf-8")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "As of 2026-11-21, for security and privacy." in written
    assert "## What it costs" not in written


def test_the_same_inventory_makes_the_same_report() -> None:
    assert run(*ASKED).stdout == run(*ASKED).stdout


def test_the_ending_of_a_file_asks_for_a_page(inventory: Path) -> None:
    pytest.importorskip("stackaudit.reports.html.report")

    result = run("--output", "report.html", *ASKED)

    assert result.exit_code == 0, result.stderr
    assert (inventory / "report.html").read_text(encoding="utf-8").lower().startswith("<!doctype html>")


def test_a_report_tells_what_changed_since_a_revision(inventory: Path) -> None:
    (inventory / ".git").rmdir()
    git(inventory, "init", "--quiet", "--initial-branch=main")
    git(inventory, "add", ".")
    git(inventory, "commit", "--quiet", "--message", "First state")
    (inventory / "inventory.yaml").write_text(
        INVENTORY.replace("annual: 10", "annual: 25").replace("sso: false", "sso: true")
    )

    result = run("--since", "main", *ASKED)

    assert result.exit_code == 0, result.stderr
    assert "## What changed since the last report\n\nCompared: main with the work tree.\n" in result.stdout
    assert "Known spend went from EUR\u00a010 to EUR\u00a025 a year." in result.stdout
    assert "### Findings that are gone: 1\n" in result.stdout


def git(folder: Path, *arguments: str) -> None:
    author = ["-c", "user.name=Tester", "-c", "user.email=tester@example.org"]
    subprocess.run(["git", "-C", str(folder), *author, *arguments], check=True, capture_output=True)


def test_a_broken_inventory_makes_no_report(inventory: Path) -> None:
    (inventory / "inventory.yaml").write_text("systems: [")

    result = run("--output", "report.md", *ASKED)

    assert result.exit_code == 2
    assert "no audit was performed" in result.stderr
    assert not (inventory / "report.md").exists()


def test_a_reader_that_nobody_knows_is_refused() -> None:
    result = run("--audience", "ceo")

    assert result.exit_code == 2
    assert "'everyone', 'cmo', 'cio', 'cfo', 'security'" in result.stderr
