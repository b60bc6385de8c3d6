from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from stackaudit.cli.formats import AuditFormat, Destination, destinations

ROOT = Path(__file__).parents[2]
EXAMPLE = "examples/fjordline"


def scan(*arguments: str, at: Path = ROOT) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "stackaudit", "scan", *arguments, "--today", "2026-11-21", "--fail-on", "never"]
    environment = {**os.environ, "COLUMNS": "100", "PYTHONUTF8": "1"}
    return subprocess.run(command, cwd=at, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("wanted", "outputs", "expected"),
    [
        (None, None, [(AuditFormat.TERMINAL, None)]),
        (AuditFormat.JSON, None, [(AuditFormat.JSON, None)]),
        (None, ["a.md", "b.sarif"], [(AuditFormat.MARKDOWN, "a.md"), (AuditFormat.SARIF, "b.sarif")]),
        (None, ["a.XML", "a.jsonl"], [(AuditFormat.JUNIT, "a.XML"), (AuditFormat.JSON_LINES, "a.jsonl")]),
        (AuditFormat.JSON, ["report.txt"], [(AuditFormat.JSON, "report.txt")]),
        (AuditFormat.JSON, ["a.csv", "b"], [(AuditFormat.CSV, "a.csv"), (AuditFormat.JSON, "b")]),
        (None, ["gitlab:quality.json"], [(AuditFormat.GITLAB, "quality.json")]),
        (None, ["github:-", "a.html"], [(AuditFormat.GITHUB, None), (AuditFormat.HTML, "a.html")]),
        (None, ["c:quality"], [(AuditFormat.TERMINAL, "c:quality")]),
        (AuditFormat.CSV, ["-"], [(AuditFormat.CSV, None)]),
    ],
)
def test_the_ending_or_a_word_tells_the_format(
    wanted: AuditFormat | None, outputs: list[str] | None, expected: list[tuple[AuditFormat, str | None]]
) -> None:
    found = destinations(wanted, outputs)

    assert found == [Destination(form, Path(path) if path else None) for form, path in expected]


@pytest.mark.parametrize("outputs", [["a.md", "a.md"], ["json:a", "csv:a"], ["github:-", "-"]])
def test_one_place_takes_one_report(outputs: list[str]) -> None:
    with pytest.raises(typer.BadParameter, match="is named twice"):
        destinations(None, outputs)


def test_one_run_writes_every_format(tmp_path: Path) -> None:
    names = {
        form: tmp_path / f"report.{form}" for form in AuditFormat if form not in (AuditFormat.GITHUB, AuditFormat.HTML)
    }
    outputs = [word for form, path in names.items() for word in ("-o", f"{form}:{path}")]

    run = scan(EXAMPLE, *outputs, "-o", "github:-")

    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.startswith("::error ")
    assert all(path.stat().st_size > 500 for path in names.values())
    assert json.loads(names[AuditFormat.JSON].read_text())["schema"] == "stackaudit-audit/1"


def test_each_format_says_the_same_alone_as_with_others(tmp_path: Path) -> None:
    scan(EXAMPLE, "-o", str(tmp_path / "a.csv"), "-o", str(tmp_path / "a.sarif"))

    alone = scan(EXAMPLE, "--format", "sarif")

    assert (tmp_path / "a.sarif").read_text(encoding="utf-8") == alone.stdout


def test_an_output_that_cannot_be_written_is_told_with_its_name(tmp_path: Path) -> None:
    (tmp_path / "folder.md").mkdir()
    (tmp_path / "kept.csv").write_text("before", encoding="utf-8")

    run = scan(EXAMPLE, "-o", str(tmp_path / "folder.md"), "-o", str(tmp_path / "kept.csv"))

    assert run.returncode == 2
    assert "folder.md" in run.stderr
    assert "the output is a folder" in " ".join(run.stderr.split())
    assert (tmp_path / "kept.csv").read_text() == "before"


def test_a_broken_inventory_leaves_earlier_reports_as_they_were(tmp_path: Path) -> None:
    (tmp_path / "inventory.yaml").write_text("systems: {a: }", encoding="utf-8")
    (tmp_path / "report.md").write_text("before", encoding="utf-8")

    run = scan("inventory.yaml", "-o", "report.md", at=tmp_path)

    assert run.returncode == 2
    assert (tmp_path / "report.md").read_text() == "before"
