"""The command line of a scorecard: formats, floors, exit codes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator
from typer.testing import CliRunner, Result

from stackaudit.cli.app import app

if TYPE_CHECKING:
    from pathlib import Path

INVENTORY = """\
organization: {name: Testers, currency: EUR}
teams: {marketing: {side: marketing}, it: {side: it}}
systems:
  crm: {name: Salesforce Sales Cloud, owner: {business: it}, security: {sso: true}, cost: {annual: 10, paid_by: it}}
  chat: {name: Our chat, category: chat, owner: {business: nobody}, security: {sso: unknown}}
integrations: []
"""
ASKED = ["--select", "no-business-owner", "--select", "no-single-sign-on", "--today", "2026-11-21"]


def run(*arguments: str, text: str | None = None) -> Result:
    return CliRunner(env={"COLUMNS": "100"}).invoke(app, list(arguments), input=text)


@pytest.fixture(autouse=True)
def inventory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an inventory, in which we stand: ownership scores 66.6, security 80 to 100, both 72.7 to 81.8."""
    (tmp_path / "inventory.yaml").write_text(INVENTORY)
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_scorecard_is_shown_and_findings_alone_do_not_fail_it() -> None:
    result = run("score", *ASKED)

    assert result.exit_code == 0, result.stderr
    assert result.stdout.startswith("Testers · scorecard · 2026-11-21\n")
    assert "ownership   66 ▕" in result.stdout
    assert "Links to the CRM, Salesforce Sales Cloud · 0 of 1 system known to have one · F\u00a01" in result.stdout
    assert "nobody            Our chat: no business owner" in result.stdout


def test_json_keeps_the_published_schema() -> None:
    schema = json.loads(run("schema", "score").stdout)

    report = json.loads(run("score", "--format", "json", *ASKED).stdout)

    Draft202012Validator(schema).validate(report)
    assert report["spending"]["total"]["amount"] == 10


def test_a_scorecard_is_written_to_a_file(inventory: Path) -> None:
    result = run("score", "--output", "score.json", "--format", "json", *ASKED)

    assert result.stdout == ""
    assert json.loads((inventory / "score.json").read_text(encoding="utf-8"))["organization"] == "Testers"


def test_standard_input_is_scored() -> None:
    assert "Testers" in run("score", "-", *ASKED, text=INVENTORY).stdout


@pytest.mark.parametrize("command", ["score", "scan"])
@pytest.mark.parametrize(
    ("floors", "code", "told"),
    [
        (["security=80"], 0, ""),
        (["security=80.1"], 1, "security scores 80 at its low end, under the floor of 80.1.\n"),
        (["ownership=50", "overall=72"], 0, ""),
        (["overall=73"], 1, "overall scores 72.7 at its low end, under the floor of 73.\n"),
        (
            ["ownership=100", "security=90"],
            1,
            (
                "ownership scores 66.6 at its low end, under the floor of 100.\n"
                "security scores 80 at its low end, under the floor of 90.\n"
            ),
        ),
    ],
)
def test_the_low_end_of_a_score_must_reach_its_floor(command: str, floors: list[str], code: int, told: str) -> None:
    options = [part for floor in floors for part in ("--fail-under", floor)]
    never = ["--fail-on", "never"] if command == "scan" else []

    result = run(command, *ASKED, *never, *options)

    assert (result.exit_code, result.stderr) == (code, told)
    assert "Alignment" in result.stdout


def test_a_floor_does_not_hide_findings() -> None:
    assert run("scan", *ASKED, "--fail-on", "medium", "--fail-under", "overall=0").exit_code == 1


def test_floors_stand_in_the_settings_and_give_way_to_the_command_line(inventory: Path) -> None:
    (inventory / "stackaudit.toml").write_text('fail-under = ["overall=99"]\n')

    assert run("score", *ASKED).exit_code == 1
    assert run("score", *ASKED, "--fail-under", "overall=1").exit_code == 0
    assert '"overall=99"' in run("config", "show").stdout


@pytest.mark.parametrize("command", ["score", "scan"])
@pytest.mark.parametrize(
    ("floor", "message", "advice"),
    [
        ("ownershp=50", "names no theme", "Did you mean `ownership`?"),
        ("=50", "names no theme", "Use one of: shadow-it"),
        ("ownership", "states no floor", "Write it as ownership=80"),
        ("ownership=much", "states no floor", "Write it as ownership=80"),
        ("ownership=-1", "states no floor", "Write it as ownership=80"),
        ("ownership=100.1", "states no floor", "from 0 to 100"),
        ("privacy=50", "no rule of `privacy` is asked", "Select rules of `privacy`"),
    ],
)
def test_a_floor_that_cannot_be_judged_is_refused(command: str, floor: str, message: str, advice: str) -> None:
    result = run(command, *ASKED, "--fail-under", floor)

    assert result.exit_code == 2
    assert result.stdout == ""
    assert message in result.stderr
    assert advice in result.stderr


def test_where_rules_are_about_nothing_there_is_no_floor_to_miss(inventory: Path) -> None:
    (inventory / "inventory.yaml").write_text("organization: {name: Nobody}\n")

    result = run("score", *ASKED, "--fail-under", "security=100", "--fail-under", "overall=100")

    assert result.exit_code == 0
    assert "No question was asked." in result.stdout


def test_a_broken_inventory_gets_no_scorecard(inventory: Path) -> None:
    (inventory / "inventory.yaml").write_text("systems: [")

    result = run("score")

    assert result.exit_code == 2
    assert result.stdout == ""
    assert "no audit was performed" in result.stderr


def test_exceptions_are_read(inventory: Path) -> None:
    (inventory / "exceptions.yaml").write_text("not: a list\n")

    assert run("score", *ASKED).exit_code == 2
    assert run("score", *ASKED, "--no-exceptions").exit_code == 0
