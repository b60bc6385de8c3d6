"""The command line of a trace: ends, formats, exit codes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator
from typer.testing import CliRunner, Result

from stackaudit.cli.app import app
from stackaudit.reports.schemas.journey import journey_schema

if TYPE_CHECKING:
    from pathlib import Path

INVENTORY = """\
organization: {name: Testers}
systems:
  forms: {name: Our forms}
  mail: {name: Our mail}
  crm: {name: Our CRM}
  one: {name: Twin}
  two: {name: Twin}
integrations:
  - {from: forms, to: mail, data: [contact], method: api, runs: daily, last_ran: 2026-11-01, owner: nobody}
  - {from: crm, to: mail}
"""
DAY = ["--today", "2026-11-21"]


def run(*arguments: str, text: str | None = None) -> Result:
    return CliRunner(env={"COLUMNS": "100"}).invoke(app, ["trace", *arguments], input=text)


@pytest.fixture(autouse=True)
def inventory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an inventory, in which we stand."""
    (tmp_path / "inventory.yaml").write_text(INVENTORY)
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_data_that_gets_there_ends_with_0() -> None:
    result = run("forms", "our mail", *DAY)

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("Data of Our forms reaches Our mail over 1 hop.\n")
    assert "First hop at fault: Our forms to Our mail, broken and unowned (18 days late)." in result.stdout


@pytest.mark.parametrize(
    ("arguments", "begins"),
    [
        (["forms", "crm"], "Data of Our forms does not reach Our CRM.\n"),
        (["forms", "mail", "--data", "order"], "Order data of Our forms does not reach Our mail.\n"),
        (["crm", "mail", "--data", "order"], "Order data of Our CRM may reach Our mail over 1 hop"),
    ],
)
def test_data_that_does_not_or_may_not_get_there_ends_with_1(arguments: list[str], begins: str) -> None:
    result = run(*arguments, *DAY)

    assert (result.exit_code, result.stderr) == (1, "")
    assert result.stdout.startswith(begins)


def test_an_inventory_without_integrations_ends_with_1() -> None:
    assert run("a", "b", "-", *DAY, text="systems: {a: {name: A}, b: {name: B}}").exit_code == 1


@pytest.mark.parametrize(
    ("arguments", "message", "advice"),
    [
        (["forms", "Twin"], "`Twin` may mean 2 systems", "Name it by its id: `one`, `two`."),
        (["forrms", "mail"], "no system is called `forrms`", "Did you mean `forms`?"),
        (["forms", "mail", "--data", "contct"], "no flow carries `contct`", "Did you mean `contact`?"),
        (["forms", "forms"], "both ends are the same system", "Name two different ones."),
    ],
)
def test_what_cannot_be_traced_ends_with_2_and_help(arguments: list[str], message: str, advice: str) -> None:
    result = run(*arguments, *DAY)

    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert advice in result.stderr
    assert result.stderr.endswith("1 problem: nothing was traced.\n")


def test_a_broken_inventory_is_not_traced(inventory: Path) -> None:
    (inventory / "inventory.yaml").write_text("systems: [")

    result = run("forms", "mail")

    assert (result.exit_code, result.stdout) == (2, "")


def test_json_keeps_the_published_schema() -> None:
    report = json.loads(run("forms", "mail", "--format", "json", *DAY).stdout)

    Draft202012Validator(journey_schema()).validate(report)
    assert (report["outcome"], report["hops"][0]["flow"]["days_late"]) == ("reaches", 18)


def test_a_threshold_decides_what_is_late() -> None:
    result = run("forms", "mail", "--format", "json", "--threshold", "sync-grace=30", *DAY)

    assert json.loads(result.stdout)["hops"][0]["flow"]["days_late"] == 0


def test_a_trace_is_written_to_a_file(inventory: Path) -> None:
    result = run("forms", "mail", "--output", "trace.txt", *DAY)

    assert result.stdout == ""
    assert (inventory / "trace.txt").read_text(encoding="utf-8").startswith("Data of Our forms reaches Our mail")
