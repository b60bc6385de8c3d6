"""`stackaudit config show` says every setting, its value as a file writes it, and its source."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from stackaudit.cli.app import app
from stackaudit.model.settings import CHOICES, THRESHOLDS
from stackaudit.reports.terminal.lines import width_of
from stackaudit.reports.terminal.settings import toml
from stackaudit.sources.settings import read_settings

FILE = """
fail-on = "medium"
ignore = ["security/*", "privacy"]

[thresholds]
most-admins = 3
verification-age = "6mo"
sandbox-cost = {amount = 100, currency = "USD"}
"""


def run(*arguments: str, columns: int = 100) -> Result:
    return CliRunner(env={"COLUMNS": str(columns)}).invoke(app, ["config", "show", *arguments])


@pytest.fixture
def inventory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with settings above a folder with an inventory, in which we stand."""
    (tmp_path / "stackaudit.toml").write_text(FILE)
    (tmp_path / "stack").mkdir()
    (tmp_path / "stack" / "inventory.yaml").write_text("systems: [HubSpot]\n")
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path / "stack"


def sources(result: Result) -> dict[str, tuple[str, str]]:
    """Each setting's value and source as shown."""
    assert result.exit_code == 0, result.stderr
    rows = [line for line in result.stdout.splitlines() if " = " in line and not line.startswith("#")]
    parted = [(row.split(" = ", 1)[0], *row.split(" = ", 1)[1].rsplit("  # ", 1)) for row in rows]
    return {name: (value.strip(), source) for name, value, source in parted}


def test_every_setting_is_shown_with_its_source(inventory: Path) -> None:
    shown = sources(run(str(inventory)))

    assert list(shown) == [*CHOICES, *THRESHOLDS]
    assert shown["fail-on"] == ('"medium"', "stackaudit.toml")
    assert shown["ignore"] == ('["security/*", "privacy"]', "stackaudit.toml")
    assert shown["most-admins"] == ("3", "stackaudit.toml")
    assert shown["verification-age"] == ('"6mo"', "stackaudit.toml")
    assert shown["sandbox-cost"] == ('{ amount = 100, currency = "USD" }', "stackaudit.toml")
    assert shown["select"] == ('["*"]', "default")
    assert shown["builtin-rules"] == ("true", "default")
    assert shown["sandbox-length"] == ('"90d"', "default")


def test_every_setting_is_explained(inventory: Path) -> None:
    text = " ".join(line.removeprefix("# ") for line in run(str(inventory)).stdout.splitlines())

    assert [name for name, setting in (CHOICES | THRESHOLDS).items() if setting.field.about not in text] == []


def test_what_is_shown_is_a_settings_file_that_means_the_same(inventory: Path) -> None:
    before = read_settings(inventory.parent / "stackaudit.toml", {})
    file = inventory / "stackaudit.toml"
    file.write_text(run(str(inventory)).stdout)

    after = read_settings(file, {})

    assert {name: chosen.value for name, chosen in after.choices.items()} == {
        name: chosen.value for name, chosen in before.choices.items()
    }
    assert after.facts() == before.facts()


def test_the_command_line_comes_first(inventory: Path) -> None:
    options = ["--fail-on", "low", "--select", "security", "--no-builtin-rules", "--unknown", "fail"]
    thresholds = ["--threshold", "most-admins=7", "--threshold", "verification-age=2y"]

    shown = sources(run(str(inventory), *options, *thresholds))

    assert shown["fail-on"] == ('"low"', "command line")
    assert shown["select"] == ('["security"]', "command line")
    assert shown["builtin-rules"] == ("false", "command line")
    assert shown["unknown"] == ('"fail"', "command line")
    assert shown["most-admins"] == ("7", "command line")
    assert shown["verification-age"] == ('"2y"', "command line")
    assert shown["ignore"][1] == "stackaudit.toml"


@pytest.mark.usefixtures("inventory")
def test_it_says_where_settings_were_looked_for_and_found() -> None:
    heading = " ".join(line.removeprefix("# ") for line in run("stack").stdout.split("\n\n")[0].splitlines())

    assert heading == (
        "Settings file: stackaudit.toml, looked for in `stack` and the folders above it, "
        "up to the root of a repository."
    )


def test_it_says_that_no_settings_were_found(inventory: Path) -> None:
    (inventory.parent / "stackaudit.toml").unlink()

    result = run("stack/inventory.yaml")

    assert result.stdout.startswith(
        "# No settings file: stackaudit.toml was looked for in `stack` and the folders above"
    )
    assert {source for _, source in sources(result).values()} == {"default"}


@pytest.mark.usefixtures("inventory")
def test_a_named_file_is_read_instead_of_the_nearest() -> None:
    Path("other.toml").write_text('unknown = "pass"\n')

    result = run("stack", "--config", "other.toml")

    assert result.stdout.startswith("# Settings file: other.toml, named with --config.\n")
    assert sources(result)["unknown"] == ('"pass"', "other.toml")
    assert sources(result)["fail-on"] == ('"high"', "default")


@pytest.mark.usefixtures("inventory")
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nowhere"], "nowhere:1:1: no such file or folder"),
        (["--config", "nowhere.toml"], "nowhere.toml:1:1: cannot be read"),
        (["--threshold", "most-admin=3"], "did you mean `most-admins`?"),
        (["--threshold", "verification-age=long"], "expected a duration"),
        (["--fail-on", "hihg"], "hihg"),
    ],
    ids=["no path", "no file", "no threshold", "no duration", "no severity"],
)
def test_bad_input_is_refused(arguments: list[str], message: str) -> None:
    result = run(*arguments)

    assert result.exit_code == 2
    assert result.stdout == ""
    assert message in result.stderr


@pytest.mark.usefixtures("inventory")
def test_a_broken_settings_file_is_refused_with_its_place() -> None:
    Path("stackaudit.toml").write_text('fail-on = "medium"\nfial-on = "low"\n')

    result = run("stack")

    assert result.exit_code == 2
    assert "stackaudit.toml:2:1: unknown setting `fial-on`" in result.stderr
    assert "Did you mean `fail-on`?" in result.stderr


@pytest.mark.usefixtures("inventory")
@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("thresholds = 5\n", "stackaudit.toml:1:1: `thresholds` is a table"),
        ('fail-on = "low"\nrules = [""]\n', "stackaudit.toml:2:1: `rules`: an entry of the list says nothing"),
        ('ignore = ["security", "?"]\n', "stackaudit.toml:1:1: `ignore`: an entry of the list says nothing"),
    ],
)
def test_a_setting_that_says_nothing_is_refused(text: str, message: str) -> None:
    Path("stackaudit.toml").write_text(text)

    result = run("stack")

    assert result.exit_code == 2
    assert message in result.stderr


def test_a_settings_file_that_is_a_link_to_nowhere_is_told(inventory: Path) -> None:
    (inventory / "stackaudit.toml").symlink_to("nowhere.toml")

    result = run(str(inventory))

    assert result.exit_code == 2
    assert "stack/stackaudit.toml:1:1: cannot be read" in result.stderr


@pytest.mark.usefixtures("inventory")
def test_comments_stay_within_the_terminal() -> None:
    lines = run("stack", columns=60).stdout.splitlines()

    assert max(width_of(line) for line in lines if line.startswith("#")) <= 60


@pytest.mark.parametrize(
    "value",
    ["plain", 'a "quoted" \\ text', "", True, 12, 2.5, ["a", "b"], [], {"amount": 1, "currency": "EUR"}],
    ids=repr,
)
def test_a_value_is_written_as_toml_reads_it(value: object) -> None:
    assert tomllib.loads(f"key = {toml(value)}") == {"key": value}


@pytest.mark.usefixtures("inventory")
def test_the_program_shows_settings() -> None:
    command = [sys.executable, "-m", "stackaudit", "config", "show", "stack"]

    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)

    assert tomllib.loads(done.stdout)["fail-on"] == "medium"
    assert done.stderr == ""
