"""`stackaudit map`: formats, files, and what it says where it cannot draw."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
import typer
from typer.testing import CliRunner, Result

from stackaudit.cli.map import map_

if TYPE_CHECKING:
    from pathlib import Path

INVENTORY = """\
organization: {name: Testers}
governance: {customer: {master: crm}}
systems:
  crm: {name: Salesforce Sales Cloud}
  forms: {name: Typeform}
  mail: {name: HubSpot Marketing Hub}
integrations:
  - {from: forms, to: mail, data: [contact], method: native}
  - {from: mail, to: crm, data: [contact], method: file}
"""


def run(*arguments: str, text: str | None = None) -> Result:
    app = typer.Typer()
    app.command("map")(map_)
    return CliRunner(env={"NO_COLOR": "1"}).invoke(app, ["--today", "2026-11-21", *arguments], input=text)


@pytest.fixture(autouse=True)
def inventory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "inventory.yaml").write_text(INVENTORY)
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_terminal_is_shown_text() -> None:
    result = run()

    assert result.exit_code == 0
    assert result.stdout.startswith("Testers\n3 systems on ")
    assert "Salesforce Sales Cloud" in result.stdout


@pytest.mark.parametrize(
    ("name", "start"),
    [("map.svg", b"<svg "), ("map.png", b"\x89PNG"), ("map.pdf", b"%PDF-"), ("map.txt", b"Testers\n")],
)
def test_the_ending_of_the_file_tells_the_format(inventory: Path, name: str, start: bytes) -> None:
    result = run("--output", name)

    assert (result.exit_code, result.output) == (0, "")
    assert (inventory / name).read_bytes().startswith(start)
    assert sorted(path.name for path in inventory.iterdir()) == sorted([".git", "inventory.yaml", name])


def test_svg_may_go_to_standard_output() -> None:
    assert run("--format", "svg", "--theme", "dark").stdout.startswith("<svg ")


def test_a_picture_of_pixels_needs_a_file() -> None:
    result = run("--format", "png")

    assert result.exit_code == 2
    assert "a PNG is not for the terminal" in result.stderr


def test_positions_are_written_and_kept(inventory: Path) -> None:
    first = run("--format", "svg", "--positions", "places.json")
    places = (inventory / "places.json").read_text()
    second = run("--format", "svg", "--positions", "places.json")

    assert json.loads(places)["stations"].keys() == {"crm", "forms", "mail"}
    assert (inventory / "places.json").read_text() == places
    assert second.stdout == first.stdout


def test_broken_positions_are_told(inventory: Path) -> None:
    (inventory / "places.json").write_text("{}")

    result = run("--positions", "places.json")

    assert result.exit_code == 2
    assert "this is no file of positions" in result.stderr


def test_a_terminal_has_no_room_for_more_than_forty_systems() -> None:
    systems = "".join(f"  s{number}: {{name: S{number}, category: crm}}\n" for number in range(41))
    flows = "".join(f"  - {{from: s{number}, to: s{number + 1}}}\n" for number in range(40))
    text = f"systems:\n{systems}integrations:\n{flows}"

    result = run("-", text=text)

    assert result.exit_code == 2
    assert "41 systems are too many for a map in text, which has room for 40" in result.stderr
    assert "Draw a picture, as in `--output map.svg`." in result.stderr


def test_an_inventory_without_systems_has_no_map() -> None:
    result = run("-", text="organization: {name: Empty}\n")

    assert result.exit_code == 2
    assert "there is nothing to draw" in result.stderr


def test_a_folder_is_not_written_over(inventory: Path) -> None:
    (inventory / "map.png").mkdir()

    result = run("--output", "map.png")

    assert result.exit_code == 2
    assert "map.png:1:1" in result.stderr
    assert [path.name for path in (inventory / "map.png").iterdir()] == []
