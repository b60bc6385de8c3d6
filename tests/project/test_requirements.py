"""Every practice of the sources can be seen on an example, with the command that the documentation names."""

from __future__ import annotations

import json
import re
import shlex
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from typer.testing import CliRunner

from stackaudit.cli.app import app
from stackaudit.sources.catalogue import read_catalogue
from stackaudit.sources.rulebook import builtin_folder, read_examples

if TYPE_CHECKING:
    from stackaudit.model.rules import Rule

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "requirements.md"
LATER = {"R10", "R21"}
"""Practices that have no row yet; a rule may already refer to them."""

COVERED = {f"R{number}" for number in range(1, 26)} - LATER
TODAY = ["--today", "2026-11-21"]


class Row(NamedTuple):
    """A practice: the rules and totals that show it, and the commands to see them. Rules go by the page linked to."""

    id: str
    rules: list[str]
    totals: list[str]
    commands: list[list[str]]


@cache
def rows() -> list[Row]:
    table = PAGE.read_text(encoding="utf-8").partition("<!-- requirements -->\n")[2].partition("\n\n")[0]
    return [_row(line) for line in table.splitlines()[2:]]


def _row(line: str) -> Row:
    row, _, shown, commands = (cell.strip() for cell in line.strip("|").split("|"))
    return Row(
        row,
        re.findall(r"\]\(rules/([^)]+)\.md\)", shown),
        re.findall(r"`([^`]+)`", shown),
        [shlex.split(command) for command in re.findall(r"`([^`]+)`", commands)],
    )


@cache
def rules() -> dict[str, Rule]:
    return {rule.id: rule for rule, _ in read_examples([builtin_folder()], read_catalogue().categories)}


def each_row() -> list[object]:
    return [pytest.param(row, id=row.id) for row in rows()]


@pytest.fixture(autouse=True)
def in_the_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def test_every_practice_stands_in_the_table_once() -> None:
    ids = [row.id for row in rows()]

    assert sorted(ids) == sorted(COVERED)


def test_every_practice_that_a_rule_refers_to_stands_in_the_table() -> None:
    strays = {rule.id: row for rule in rules().values() for row in rule.references if row not in COVERED | LATER}

    assert strays == {}


def test_every_rule_refers_to_some_practice() -> None:
    assert [rule.id for rule in rules().values() if not rule.references] == []


@pytest.mark.parametrize("row", each_row())
def test_a_row_links_to_rules_that_refer_to_it_or_names_a_total(row: Row) -> None:
    assert row.rules or row.totals
    assert [id_ for id_ in row.rules if row.id not in rules()[id_].references] == []


@pytest.mark.parametrize("row", each_row())
def test_the_commands_of_a_row_find_exactly_the_rules_that_it_names(row: Row) -> None:
    scans = [command for command in row.commands if command[:2] == ["stackaudit", "scan"]]

    found = {finding["rule"] for scan in scans for finding in json.loads(printed(scan, "--format", "json"))["findings"]}

    assert sorted(found) == sorted(row.rules)


@pytest.mark.parametrize("row", [pytest.param(row, id=row.id) for row in rows() if row.totals])
def test_the_commands_of_a_row_print_the_totals_that_it_names(row: Row) -> None:
    text = " ".join(" ".join(printed(command).split()) for command in row.commands)

    assert [total for total in row.totals if total not in text] == []


def printed(command: list[str], *options: str) -> str:
    """What a command of the table prints; those that depend on the day are given one."""
    program, name, *arguments = command
    assert program == "stackaudit"
    today = [] if name == "compare" else TODAY
    run = CliRunner(env={"COLUMNS": "100"}).invoke(app, [name, *arguments, *today, *options])
    assert run.exit_code in (0, 1), run.output
    return run.stdout
