"""What docs/evidence.md shows is what the program does."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from stackaudit.model.settings import THRESHOLDS
from stackaudit.sources.evidence.readers import READERS

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "evidence.md").read_text(encoding="utf-8")
EXPENSES = ROOT / "examples" / "fjordline" / "evidence" / "utlegg-2026-q3.csv"
ASKING = re.compile(r"^for: evidence$|\bevidence\.\w+", re.MULTILINE)


def block(name: str, language: str = "yaml") -> str:
    """The block of the page that follows a comment with its name."""
    found = re.search(rf"<!-- {name} -->\n```{language}\n(.*?)```", PAGE, re.DOTALL)
    assert found, name
    return found[1]


def stackaudit(*arguments: str, at: Path = ROOT) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "stackaudit", *arguments]
    environment = {**os.environ, "COLUMNS": "100", "PYTHONUTF8": "1"}
    return subprocess.run(command, cwd=at, env=environment, capture_output=True, encoding="utf-8", check=False)


@pytest.mark.parametrize("command", [line.partition("#")[0].strip() for line in block("commands", "sh").splitlines()])
def test_every_command_runs(command: str) -> None:
    run = stackaudit(*shlex.split(command)[1:], "--today", "2026-11-21")

    assert run.returncode in (0, 1), run.stderr
    assert run.stdout.startswith("Fjordline Outdoor · ")


@pytest.mark.parametrize("command", sorted(set(re.findall(r"`stackaudit (collect \w+) [^`]*`", PAGE))))
def test_every_collector_is_there(command: str) -> None:
    run = stackaudit(*command.split(), "--help")

    assert run.returncode == 0, run.stderr


def test_every_block_of_yaml_is_run_here() -> None:
    named = re.findall(r"<!-- (\w+) -->\n```yaml\n", PAGE)

    assert named == ["inventory", "evidence"]
    assert PAGE.count("```yaml\n") == len(named)


def test_what_the_page_teaches_is_understood(tmp_path: Path) -> None:
    (tmp_path / "evidence").mkdir()
    (tmp_path / "inventory.yaml").write_text(block("inventory"), encoding="utf-8")
    (tmp_path / "evidence" / "evidence.yaml").write_text(block("evidence"), encoding="utf-8")
    (tmp_path / "evidence" / EXPENSES.name).write_bytes(EXPENSES.read_bytes())
    (tmp_path / "evidence" / "cards.csv").write_text(
        "Date,Merchant,Amount,Cost centre\n"
        "2026-10-01,SHOPIFY INTERNATIONAL LTD,100.00,4200 Web\n"
        "2026-10-02,EVENTBRITE *SUMMIT,50.00,4200 Web\n",
        encoding="utf-8",
    )

    run = stackaudit("reconcile", ".", "--format", "json", "--today", "2026-11-21", at=tmp_path)

    assert run.returncode == 0, run.stderr
    result = json.loads(run.stdout)
    shop = next(tool for tool in result["tools"] if tool["systems"] == ["shop"])
    assert [(share["team"], share["amount"]) for share in shop["payments"]["shares"]] == [("web", 100)]
    assert [(entry["name"], entry["traces"]) for entry in result["ignored"]] == [("EVENTBRITE *", 1)]
    assert [(file["name"], file["reader"], file["traces"]) for file in result["files"]] == [
        ("evidence/cards.csv", "ledger", 2),
        ("evidence/evidence.yaml", "stated", 3),
        (f"evidence/{EXPENSES.name}", "ledger", 9),
    ]


def test_every_reader_is_named() -> None:
    (table,) = re.findall(r"\| From \| What \| Read by \|\n(.*?)\n\n", PAGE, re.DOTALL)
    named = [name for row in table.splitlines()[1:] for name in re.findall(r"`([^`]*)`", row.split("|")[-2])]

    assert set(named) == set(READERS)


def test_every_rule_about_evidence_is_named() -> None:
    asking = {
        f"{path.parent.name}/{path.stem}"
        for path in (ROOT / "rules").rglob("*.yaml")
        if ASKING.search(path.read_text(encoding="utf-8").partition("\nexamples:")[0])
    }

    assert set(re.findall(r"\(rules/([\w/-]+)\.md\)", PAGE)) == asking


def test_thresholds_are_told_with_their_defaults() -> None:
    told = re.findall(r"`(unseen-age|ledger-gap)` \((\w+)", PAGE)

    assert told == [(name, str(THRESHOLDS[name].default)) for name in ("unseen-age", "ledger-gap")]
