"""What the documentation shows is what the program does."""

from __future__ import annotations

import importlib.util
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def regenerate() -> ModuleType:
    """The script that writes everything generated."""
    spec = importlib.util.spec_from_file_location("regenerate", ROOT / "docs" / "regenerate.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def outputs() -> dict[Path, str]:
    return regenerate().outputs()


def test_golden_outputs_and_the_picture_are_up_to_date(outputs: dict[Path, str]) -> None:
    stale = [str(path.relative_to(ROOT)) for path, text in outputs.items() if _text(path) != text]

    assert stale == [], "run `just regenerate`, and read what changed"


def test_no_page_of_a_rule_is_left_over(outputs: dict[Path, str]) -> None:
    assert set((ROOT / "docs" / "rules").rglob("*.md")) == {path for path in outputs if "rules" in path.parts}


def test_no_golden_output_is_left_over(outputs: dict[Path, str]) -> None:
    known = {*outputs, *regenerate().map_places().values()}  # no map is written where there is nothing to draw with

    assert set((ROOT / "examples").glob("*/expected/*")) == {path for path in known if "expected" in path.parts}


def test_maps_of_at_most_forty_systems_are_there_in_text_too() -> None:
    script = regenerate()
    drawn = {name: _text(place) for (name, form), place in script.map_places().items() if form == "svg"}

    systems = {name: int(re.findall(r"A transit map of (\d+) systems", svg)[0]) for name, svg in drawn.items()}

    assert [name for name, count in systems.items() if count <= 40] == list(script.MAPS_IN_TEXT)


def test_the_readme_shows_a_rule_as_it_is() -> None:
    shown = re.search(r"<!-- rule -->\n```yaml\n(.*?)```", README, re.DOTALL)

    assert shown
    assert shown[1] == (ROOT / "rules/shadow-it/sandbox-past-its-end.yaml").read_text(encoding="utf-8")


def test_the_readme_shows_a_reconciliation_as_it_is() -> None:
    shown = re.search(
        r"<!-- reconcile -->\n```\n\$ stackaudit reconcile examples/fjordline\n(.*?)  …\n```", README, re.DOTALL
    )

    assert shown
    golden = (ROOT / "examples/fjordline/expected/reconcile.txt").read_text(encoding="utf-8")
    assert golden.replace("\u00a0", " ").startswith(shown[1])


def test_the_inventories_in_the_readme_can_be_scanned(tmp_path: Path) -> None:
    blocks = [block for block in re.findall(r"```yaml\n(.*?)```", README, re.DOTALL) if "systems:" in block[:2000]]
    inventories = [block for block in blocks if not block.startswith("id:")]

    for block in inventories:
        (tmp_path / "inventory.yaml").write_text(block)
        run = stackaudit("scan", "inventory.yaml", "--today", "2026-11-21", at=tmp_path)
        assert run.returncode in (0, 1), run.stderr

    assert len(inventories) == 2


def test_the_settings_in_the_readme_are_understood(tmp_path: Path) -> None:
    settings = re.search(r"```toml\n(.*?)```", README, re.DOTALL)
    assert settings
    (tmp_path / "rules").mkdir()
    (tmp_path / "stackaudit.toml").write_text(settings[1])

    run = stackaudit("config", "show", at=tmp_path)

    assert run.returncode == 0, run.stderr
    assert "medium" in run.stdout


@pytest.mark.parametrize("command", sorted(set(re.findall(r"`(stackaudit [a-z][^`\[]*?)(?: \[[^`]*)?`", README))))
def test_every_command_in_the_readme_exists(command: str) -> None:
    words = [word for word in shlex.split(command.partition(">")[0])[1:] if word.isupper() is False]
    subcommand = words[:2] if words[0] in ("rules", "catalogue", "collect", "config") else words[:1]

    run = stackaudit(*subcommand, "--help")

    assert run.returncode == 0, run.stderr
    options = [word for word in words if word.startswith("--")]
    assert all(option in run.stdout for option in options)


def test_every_command_has_help() -> None:
    groups = (
        "rules list",
        "rules show",
        "rules test",
        "rules facts",
        "catalogue show",
        "config show",
        "baseline create",
        "collect website",
        "collect dns",
    )
    alone = """
        scan reconcile collect report diff trend export init map trace score compare baseline explain schema rules
        catalogue config
    """
    for command in ("", *alone.split(), *groups):
        run = stackaudit(*command.split(), "--help")

        assert run.returncode == 0
        assert "Usage:" in run.stdout
        assert max(map(len, run.stdout.splitlines())) <= 100


def stackaudit(*arguments: str, at: Path = ROOT) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "COLUMNS": "100", "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "stackaudit", *arguments]
    return subprocess.run(command, cwd=at, env=environment, capture_output=True, text=True, check=False)


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""
