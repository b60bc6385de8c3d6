"""The map of a report on the command line: where it stands, when it is left out, and what is said of it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from stackaudit.cli.stack_map import MOST_UNASKED, place_beside

pytest.importorskip("stackaudit.drawing.composing", reason="maps are drawn with an extra")

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
PICTURE = "[![Transit map of 3 systems on 1 line](report.map.svg)](report.map.svg)"


@pytest.fixture(autouse=True)
def inventory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "inventory.yaml").write_text(INVENTORY)
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str, without: str = "") -> subprocess.CompletedProcess[str]:
    """A run of the real program, on an installation without a library where one is named."""
    script = (
        f"import sys; sys.modules.update(dict.fromkeys({without.split()!r})); from stackaudit.cli import main; main()"
    )
    plain = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")}
    command = [sys.executable, "-c", script, *arguments, "--today", "2026-11-21"]
    return subprocess.run(command, env={**plain, "PYTHONUTF8": "1"}, capture_output=True, encoding="utf-8", check=False)


def written(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name not in (".git", "inventory.yaml"))


def many(count: int) -> str:
    """An inventory of systems that are all joined to one CRM."""
    names = [f"  s{number}: {{name: System {number}, category: survey}}" for number in range(count)]
    flows = [f"  - {{from: s{number}, to: s{number // 4}, data: [contact]}}" for number in range(1, count)]
    return "\n".join(["organization: {name: Testers}", "systems:", *names, "integrations:", *flows, ""])


def test_a_page_has_the_map_in_it(inventory: Path) -> None:
    result = run("report", "--output", "report.html")

    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
    assert written(inventory) == ["report.html"]
    assert '<svg xmlns="http://www.w3.org/2000/svg" class="transit"' in (inventory / "report.html").read_text()


def test_markdown_has_the_map_in_a_file_beside_it(inventory: Path) -> None:
    result = run("report", "--output", "report.md")

    assert (result.returncode, result.stdout) == (0, "")
    assert result.stderr == "The map stands beside it: report.map.svg\n"
    assert written(inventory) == ["report.map.svg", "report.md"]
    assert PICTURE in (inventory / "report.md").read_text()
    assert (inventory / "report.map.svg").read_text().startswith("<svg ")


def test_markdown_on_standard_output_has_no_map(inventory: Path) -> None:
    result = run("report")

    assert (result.returncode, result.stderr) == (0, "")
    assert "map.svg" not in result.stdout
    assert written(inventory) == []


@pytest.mark.parametrize("name", ["report.md", "report.html"])
def test_a_report_can_be_had_without_a_map(inventory: Path, name: str) -> None:
    result = run("report", "--no-map", "--output", name)

    assert (result.returncode, result.stderr) == (0, "")
    assert written(inventory) == [name]
    assert "ransit map" not in (inventory / name).read_text()


def test_the_same_inventory_makes_the_same_map(inventory: Path) -> None:
    run("report", "--output", "report.md")
    first = (inventory / "report.map.svg").read_bytes()

    run("report", "--output", "report.md")

    assert (inventory / "report.map.svg").read_bytes() == first


@pytest.mark.parametrize("library", ["numpy", "scipy"])
@pytest.mark.parametrize("name", ["report.md", "report.html"])
def test_a_report_comes_without_a_map_where_there_is_nothing_to_draw_with(
    inventory: Path, library: str, name: str
) -> None:
    result = run("report", "--output", name, without=library)

    assert (result.returncode, result.stdout) == (0, "")
    assert result.stderr == (
        f"The report comes without the map: maps need the library `{library}`. "
        "Install it with `pip install 'stackaudit[map]'`.\n"
    )
    assert written(inventory) == [name]


def test_a_map_that_is_asked_for_is_not_left_out_in_silence(inventory: Path) -> None:
    result = run("report", "--map", "--output", "report.html", without="scipy")

    assert result.returncode == 2
    assert "maps need the library `scipy`" in result.stderr
    assert written(inventory) == []


def test_a_large_stack_is_not_drawn_unasked(inventory: Path) -> None:
    (inventory / "inventory.yaml").write_text(many(MOST_UNASKED + 1))

    result = run("report", "--output", "report.html")

    assert result.returncode == 0
    assert result.stderr == (
        f"The report comes without the map: {MOST_UNASKED + 1} systems take long to draw. Ask for it with `--map`.\n"
    )
    assert written(inventory) == ["report.html"]


def test_an_inventory_without_systems_has_a_report_without_a_word_of_maps(inventory: Path) -> None:
    (inventory / "inventory.yaml").write_text("organization: {name: Empty}\n")

    result = run("report", "--output", "report.html")

    assert (result.returncode, result.stderr) == (0, "")


def test_a_map_that_has_no_place_is_refused() -> None:
    result = run("report", "--map")

    assert (result.returncode, result.stdout) == (2, "")
    assert "a map stands in a file beside a report in Markdown" in result.stderr


def test_where_the_report_cannot_be_written_no_map_stays_behind(inventory: Path) -> None:
    (inventory / "report").mkdir()

    result = run("report", "--format", "markdown", "--output", "report/no/report.md")

    assert result.returncode == 2
    assert [path for path in inventory.rglob("*") if path.suffix == ".svg"] == []


def test_where_the_map_cannot_be_written_there_is_no_report(inventory: Path) -> None:
    (inventory / "report.map.svg").mkdir()

    result = run("report", "--output", "report.md")

    assert result.returncode == 2
    assert "report.map.svg" in result.stderr
    assert written(inventory) == ["report.map.svg"]


def test_a_scan_draws_only_when_it_is_asked_to(inventory: Path) -> None:
    plain = run("scan", "--fail-on", "never", "--output", "a.html", "--output", "a.md")
    unasked = written(inventory)
    run("scan", "--fail-on", "never", "--map", "--output", "b.html", "--output", "b.md")

    assert plain.stderr == ""
    assert unasked == ["a.html", "a.md"]
    assert written(inventory) == ["a.html", "a.md", "b.html", "b.map.svg", "b.md"]
    assert 'class="transit"' not in (inventory / "a.html").read_text()
    assert 'class="transit"' in (inventory / "b.html").read_text()
    assert PICTURE.replace("report", "b") in (inventory / "b.md").read_text()


def test_a_scan_that_cannot_show_a_map_is_refused_one() -> None:
    result = run("scan", "--map", "--format", "json")

    assert (result.returncode, result.stdout) == (2, "")
    assert "no output of this run can show a map" in result.stderr


def test_a_baseline_leaves_what_is_missing_on_the_map(inventory: Path) -> None:
    run("baseline", "create", "--file", "known.json")
    run("scan", "--fail-on", "never", "--map", "--output", "all.md")
    run("scan", "--fail-on", "never", "--map", "--baseline", "known.json", "--output", "new.md")

    assert (inventory / "new.map.svg").read_text() == (inventory / "all.map.svg").read_text()


@pytest.mark.parametrize(
    ("report", "place"),
    [
        ("report.md", "report.map.svg"),
        ("a/report.2026.md", "a/report.2026.map.svg"),
        ("report", "report.map.svg"),
        ("/dev/null", None),
        (".", None),
        (None, None),
    ],
)
def test_a_map_stands_beside_a_file_and_beside_nothing_else(report: str | None, place: str | None) -> None:
    assert place_beside(Path(report) if report else None) == (Path(place) if place else None)
