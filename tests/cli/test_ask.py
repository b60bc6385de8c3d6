"""The command line of questionnaires: readers, formats, files, and what is never overwritten."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner, Result

from stackaudit.cli.app import app

if TYPE_CHECKING:
    from pathlib import Path

INVENTORY = """\
organization: {name: Testers, currency: EUR}
teams: {marketing: {name: Brand and web, side: marketing, lead: cmo}, it: {side: it, lead: cio}}
systems:
  crm: {name: The CRM, category: crm, owner: {business: marketing, technical: it}, bought: {approved_by: []}}
  mail: {name: The mail, category: email-marketing, owner: {business: marketing}, bought: {approved_by: []}}
  lost: {name: Lost, category: crm, bought: {approved_by: []}}
integrations: []
"""
ASKED = ["--select", "no-single-sign-on", "--select", "bought-without-it", "--today", "2026-11-21"]
SSO = "whether people sign in through the organisation's single sign-on"


def run(*arguments: str) -> Result:
    return CliRunner(env={"COLUMNS": "100"}).invoke(app, ["ask", *arguments])


@pytest.fixture(autouse=True)
def inventory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an inventory, in which we stand."""
    (tmp_path / "inventory.yaml").write_text(INVENTORY)
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def ids(table: str) -> list[str]:
    return [row["stackaudit question"] for row in csv.DictReader(io.StringIO(table.removeprefix("\ufeff"), newline=""))]


def test_letters_are_markdown() -> None:
    result = run(*ASKED)

    assert (result.exit_code, result.stderr) == (0, "")
    assert [line for line in result.stdout.splitlines() if line.startswith(("#", "| `"))] == [
        "# Questions about the systems of Testers",
        "## To Brand and web (cmo)",
        "| `system:mail:bought.by` | The mail: the team that bought it | a team: it, marketing | 1 |  |",
        f"| `system:mail:security.sso` | The mail: {SSO} | yes or no | 1 |  |",
        "| `system:crm:bought.by` | The CRM: the team that bought it | a team: it, marketing | 1 |  |",
        "## To IT (cio)",
        f"| `system:crm:security.sso` | The CRM: {SSO} | yes or no | 1 |  |",
        "## To whom it may concern: nobody who would know is named",
        "| `system:lost:bought.by` | Lost: the team that bought it | a team: it, marketing | 1 |  |",
        f"| `system:lost:security.sso` | Lost: {SSO} | yes or no | 1 |  |",
    ]


@pytest.mark.parametrize("team", ["marketing", "Brand and web"])
def test_one_team_is_asked_by_its_id_or_its_name(team: str) -> None:
    result = run("--team", team, "--format", "csv", *ASKED)

    assert ids(result.stdout) == ["system:mail:bought.by", "system:mail:security.sso", "system:crm:bought.by"]


def test_what_nobody_would_know_can_be_asked_of_everybody() -> None:
    assert ids(run("--team", "nobody", "--format", "csv", *ASKED).stdout) == [
        "system:lost:bought.by",
        "system:lost:security.sso",
    ]


def test_a_team_that_there_is_none_of_is_told() -> None:
    result = run("--team", "marketting", *ASKED)

    assert result.exit_code == 2
    assert "there is no team `marketting`\n  help: Did you mean `marketing`?" in result.stderr


def test_a_team_that_knows_all_is_asked_nothing() -> None:
    result = run("--team", "it", "--select", "bought-without-it", "--today", "2026-11-21")

    assert result.exit_code == 0
    assert result.stdout.splitlines()[2] == "Nothing is open: every fact is stated."


def test_a_table_tells_aside_what_it_leaves_out() -> None:
    result = run("--format", "csv", "--most", "1", *ASKED)

    assert ids(result.stdout) == ["system:mail:bought.by", "system:crm:security.sso", "system:lost:bought.by"]
    assert result.stderr == "and 3 more questions: `--most` asks each team for more than 1.\n"


@pytest.mark.parametrize(("file", "begins"), [("ask.csv", "\ufeffstackaudit question,ask,"), ("ask.md", "# Questions")])
def test_the_ending_of_a_file_tells_its_format(inventory: Path, file: str, begins: str) -> None:
    result = run("--output", file, *ASKED)

    assert (result.exit_code, result.stdout) == (0, "")
    assert (inventory / file).read_text(encoding="utf-8").startswith(begins)


@pytest.mark.parametrize("there", [True, False])
def test_a_folder_gets_a_file_for_each_team(inventory: Path, there: bool) -> None:
    if there:
        (inventory / "letters").mkdir()

    result = run("--output", "letters", "--format", "csv", *ASKED)

    assert result.exit_code == 0, result.stderr
    assert {path.name: ids(path.read_text(encoding="utf-8")) for path in (inventory / "letters").iterdir()} == {
        "questions-marketing.csv": ["system:mail:bought.by", "system:mail:security.sso", "system:crm:bought.by"],
        "questions-to-nobody-named.csv": ["system:lost:bought.by", "system:lost:security.sso"],
        "questions-it.csv": ["system:crm:security.sso"],
    }


def test_answers_are_overwritten_by_force_alone(inventory: Path) -> None:
    (inventory / "letters").mkdir()
    (inventory / "letters" / "questions-it.md").write_text("yes\n")

    refused = run("--output", "letters", *ASKED)
    kept = {path.name: path.read_text(encoding="utf-8") for path in (inventory / "letters").iterdir()}
    forced = run("--output", "letters", "--force", *ASKED)

    assert (refused.exit_code, kept) == (2, {"questions-it.md": "yes\n"})
    assert "letters/questions-it.md:1:1: this file is there already" in refused.stderr
    assert forced.exit_code == 0
    assert (inventory / "letters" / "questions-it.md").read_text(encoding="utf-8").startswith("# Questions")


def test_a_device_takes_a_questionnaire() -> None:
    assert run("--output", "/dev/null", *ASKED).exit_code == 0


def test_a_file_in_a_folder_that_is_not_there_is_told() -> None:
    result = run("--output", "not/there.md", *ASKED)

    assert result.exit_code == 2
    assert "not/there.md:1:1: cannot be written: No such file or directory" in result.stderr


def test_a_broken_inventory_asks_nobody(inventory: Path) -> None:
    (inventory / "inventory.yaml").write_text("systems: 1\n")

    result = run(*ASKED)

    assert (result.exit_code, result.stdout) == (2, "")
    assert "1 problem: nobody was asked." in result.stderr


def test_the_same_inventory_gives_the_same_bytes() -> None:
    assert run(*ASKED).stdout_bytes == run(*ASKED).stdout_bytes
