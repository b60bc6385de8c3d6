"""The command line of exports: formats, files, folders, exit codes."""

from __future__ import annotations

import csv
import io
import json
import os
import stat
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner, Result

from stackaudit.cli.app import app
from stackaudit.cli.export import ExportFormat
from stackaudit.reports.exports import FORMATS

if TYPE_CHECKING:
    from pathlib import Path

INVENTORY = """\
organization: {name: Testers, currency: EUR}
teams: {it: {side: it}}
systems:
  crm: {name: CRM, owner: {business: it}, security: {sso: false}, data: {categories: [contact]}}
  mail: {name: Mail}
integrations: [{from: crm, to: mail}]
"""
TODAY = ("--today", "2026-11-21")


def run(*arguments: str, text: str | None = None) -> Result:
    return CliRunner(env={"COLUMNS": "100"}).invoke(app, ["export", *arguments], input=text)


@pytest.fixture(autouse=True)
def inventory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an inventory, in which we stand."""
    (tmp_path / "inventory.yaml").write_text(INVENTORY)
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_help_names_every_format() -> None:
    lines = [line.split() for line in run("--help").stdout.splitlines()]

    told = lines[lines.index(["Formats:"]) + 1 :]
    assert [line[0] for line in told if line] == [*FORMATS] == [str(word) for word in ExportFormat]


def test_an_export_goes_to_standard_output() -> None:
    result = run("cyclonedx", *TODAY)

    assert result.exit_code == 0, result.stderr
    assert [service["name"] for service in json.loads(result.stdout)["services"]] == ["CRM", "Mail"]


def test_standard_input_is_exported() -> None:
    assert run("dot", "-", *TODAY, text=INVENTORY).stdout.startswith("digraph stack {\n")


@pytest.mark.parametrize("word", [word for word in FORMATS if len(FORMATS[word].files) == 1])
def test_an_export_is_written_to_a_file(inventory: Path, word: str) -> None:
    result = run(word, "inventory.yaml", "--output", "out", *TODAY)

    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    content = (inventory / "out").read_bytes()
    assert content.startswith(b"PK") if FORMATS[word].binary else b"CRM" in content or b"Testers" in content
    assert sorted(path.name for path in inventory.iterdir()) == [".git", "inventory.yaml", "out"]


def test_a_workbook_replaces_a_file_and_keeps_its_permissions(inventory: Path) -> None:
    target = inventory / "record.xlsx"
    target.write_bytes(b"old")
    target.chmod(0o640)

    result = run("art30-xlsx", "--output", "record.xlsx", *TODAY)

    assert result.exit_code == 0, result.stderr
    assert load_workbook(target).sheetnames == ["Personal data", "Not stated", "No personal data"]
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_workbook_may_go_to_a_device() -> None:
    assert run("art30-xlsx", "--output", os.devnull, *TODAY).exit_code == 0


@pytest.mark.parametrize("exists", [True, False])
def test_several_files_go_into_a_folder(inventory: Path, exists: bool) -> None:
    if exists:
        (inventory / "graph").mkdir()

    result = run("tables", "--output", "graph", *TODAY)

    assert result.exit_code == 0, result.stderr
    read = {
        path.name: [row["id"] for row in csv.DictReader(io.StringIO(path.read_bytes().decode(), newline=""))]
        for path in (inventory / "graph").iterdir()
    }
    assert read == {"nodes.csv": ["system:crm", "system:mail", "team:it"], "edges.csv": ["sends:1", "owns:crm"]}


def test_findings_are_counted_and_do_not_fail_an_export() -> None:
    result = run("tables", "--output", "graph", *TODAY)
    counted = run("cyclonedx", *TODAY)

    assert result.exit_code == counted.exit_code == 0
    crm = json.loads(counted.stdout)["services"][0]
    told = {each["name"]: each["value"] for each in crm["properties"]}
    assert int(told["stackaudit:findings"]) > 0
    assert told["stackaudit:worst"] in {"low", "medium", "high", "critical"}


@pytest.mark.parametrize(
    ("arguments", "told", "advice"),
    [
        (["art30-xlsx"], "`art30-xlsx` cannot go to standard output", "Name a file with `--output`."),
        (["tables"], "`tables` cannot go to standard output", "Name a folder with `--output`."),
        (["tables", "-o", "inventory.yaml"], "`tables` is several files, and this is no folder", "Name a folder."),
        (["tables", "-o", "no/graph"], "the folder cannot be made", "Name another one"),
        (["dot", "-o", ".git"], "the output is a folder", "Name a file in it."),
        (["art30-xlsx", "-o", ".git"], "the output is a folder", "Name a file in it."),
        (["art30-xlsx", "-o", "no/record.xlsx"], "cannot be written", "Name another file"),
    ],
)
def test_an_output_that_cannot_take_it_is_refused(
    inventory: Path, arguments: list[str], told: str, advice: str
) -> None:
    result = run(*arguments[:1], ".", *arguments[1:], *TODAY)

    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr
    assert advice in result.stderr
    assert "nothing was exported" in result.stderr
    assert (inventory / "inventory.yaml").read_text() == INVENTORY


def test_a_broken_inventory_is_told_and_nothing_is_written(inventory: Path) -> None:
    (inventory / "inventory.yaml").write_text("systems: [")

    result = run("graphml", "--output", "out.graphml")

    assert (result.exit_code, result.stdout) == (2, "")
    assert "nothing was exported" in result.stderr
    assert not (inventory / "out.graphml").exists()


def test_an_unknown_format_is_refused() -> None:
    result = run("visio")

    assert result.exit_code == 2
    assert "'cyclonedx'" in result.stderr
