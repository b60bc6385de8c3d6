"""The same input gives the same bytes, whatever the order of files and the hash seed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

FJORDLINE = Path(__file__).parents[2] / "examples" / "fjordline"


@pytest.mark.parametrize("output_format", ["terminal", "json"])
def test_the_hash_seed_changes_no_byte(output_format: str) -> None:
    runs = [scan([FJORDLINE], seed, "--format", output_format) for seed in ("0", "1", "4711")]

    assert runs[0]
    assert len(set(runs)) == 1


@pytest.mark.parametrize("output_format", ["terminal", "json"])
def test_the_order_of_files_on_the_command_line_changes_no_byte(output_format: str) -> None:
    files = sorted(path for path in FJORDLINE.rglob("*.yaml") if "evidence" not in path.parts)

    forwards = scan(files, "0", "--format", output_format)
    backwards = scan(files[::-1], "0", "--format", output_format)

    assert forwards == backwards


def test_the_order_of_keys_changes_places_only(tmp_path: Path) -> None:
    import yaml

    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    for path in sorted(path for path in FJORDLINE.rglob("*.yaml") if "evidence" not in path.parts):
        value = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - builds text, lists, dicts only
        for folder, order in (("a", lambda items: items), ("b", lambda items: items[::-1])):
            text = yaml.safe_dump(_ordered(value, order), sort_keys=False, allow_unicode=True)
            (tmp_path / folder / path.name).write_text(text.replace("'", ""), encoding="utf-8")

    one = json.loads(scan([tmp_path / "a"], "0", "--format", "json"))
    other = json.loads(scan([tmp_path / "b"], "1", "--format", "json"))

    assert _without_places(one) == _without_places(other)


def scan(paths: list[Path], seed: str, *options: str) -> str:
    command = [sys.executable, "-m", "stackaudit", "scan", *map(str, paths), "--today", "2026-11-21", "--all", *options]
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"}
    run = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode in (0, 1), run.stderr
    return run.stdout


def _ordered(value: object, order: object) -> object:
    """The value with the keys of every mapping in another order; lists stay as they are."""
    if isinstance(value, dict):
        return {key: _ordered(item, order) for key, item in order(list(value.items()))}
    return [_ordered(item, order) for item in value] if isinstance(value, list) else value


def _without_places(value: object) -> object:
    if isinstance(value, dict):
        return {key: _without_places(item) for key, item in value.items() if key not in ("place", "totals")}
    return [_without_places(item) for item in value] if isinstance(value, list) else value
