"""The command line of a scan: exit codes, formats, output files, settings."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from subprocess import PIPE

import pytest

FAULTY = """\
teams: {marketing: {side: marketing}, it: {side: it}}
systems:
  chat: {name: Our chat, category: chat, bought: {by: marketing, approved_by: [], how: contract}}
"""


@pytest.fixture
def inventory(tmp_path: Path) -> Path:
    """A folder with an inventory that has one finding of severity high."""
    (tmp_path / "inventory.yaml").write_text(FAULTY)
    return tmp_path


def stackaudit(
    *arguments: str, at: Path, text: str | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")}
    command = [sys.executable, "-m", "stackaudit", *arguments]
    return subprocess.run(
        command,
        cwd=at,
        env={**clean, "PYTHONUTF8": "1", **environment},
        input=text,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_finding_of_the_default_severity_exits_with_one(inventory: Path) -> None:
    run = stackaudit("scan", "--select", "bought-without-it", at=inventory)

    assert run.returncode == 1
    assert "Our chat was bought by marketing and IT has not agreed to it." in run.stdout
    assert "inventory.yaml:3:50" in run.stdout
    assert run.stderr == ""


@pytest.mark.parametrize(("limit", "code"), [("info", 1), ("high", 1), ("critical", 0), ("never", 0)])
def test_fail_on_sets_the_severity_that_fails(inventory: Path, limit: str, code: int) -> None:
    run = stackaudit("scan", "--select", "bought-without-it", "--fail-on", limit, at=inventory)

    assert run.returncode == code


@pytest.mark.parametrize(("unknown", "code", "told"), [("show", 0, True), ("pass", 0, False), ("fail", 1, True)])
def test_unknown_says_what_undetermined_questions_do(tmp_path: Path, unknown: str, code: int, told: bool) -> None:
    (tmp_path / "inventory.yaml").write_text("systems: {chat: {name: Our chat, bought: {by: marketing}}}\n")

    run = stackaudit("scan", "--select", "bought-without-it", "--unknown", unknown, at=tmp_path)

    assert run.returncode == code
    assert ("undetermined" in run.stdout.splitlines()[-2]) is told or ("undetermined" in run.stdout) is told


def test_standard_input_is_read_as_an_inventory(tmp_path: Path) -> None:
    run = stackaudit("scan", "-", "--format", "json", "--select", "shadow-it", at=tmp_path, text=FAULTY)

    result = json.loads(run.stdout)
    assert [finding["place"]["file"] for finding in result["findings"]] == ["<stdin>"]


def test_an_output_file_is_written_whole(inventory: Path) -> None:
    run = stackaudit("scan", "--output", "report.txt", at=inventory)

    assert run.stdout == ""
    assert "Our chat was bought by marketing" in (inventory / "report.txt").read_text(encoding="utf-8")
    assert [path.name for path in sorted(inventory.iterdir())] == ["inventory.yaml", "report.txt"]


def test_an_output_file_survives_a_scan_that_cannot_be_performed(inventory: Path) -> None:
    (inventory / "report.txt").write_text("the last good report")
    (inventory / "inventory.yaml").write_text("systems: [")

    run = stackaudit("scan", "--output", "report.txt", at=inventory)

    assert run.returncode == 2
    assert (inventory / "report.txt").read_text() == "the last good report"


@pytest.mark.parametrize("output", [".", "missing/report.txt", "inventory.yaml/report.txt"])
def test_an_output_that_cannot_be_written_is_one_clear_error(inventory: Path, output: str) -> None:
    run = stackaudit("scan", "--output", output, at=inventory)

    assert run.returncode == 2
    assert "help:" in run.stderr
    assert "Traceback" not in run.stderr
    assert (inventory / "inventory.yaml").read_text() == FAULTY


def test_pipes_get_plain_text_and_colour_can_be_forced(inventory: Path) -> None:
    plain = stackaudit("scan", at=inventory)
    coloured = stackaudit("scan", at=inventory, FORCE_COLOR="1")
    refused = stackaudit("scan", at=inventory, FORCE_COLOR="1", NO_COLOR="1")

    assert "\x1b" not in plain.stdout
    assert "\x1b[" in coloured.stdout
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured.stdout) == plain.stdout == refused.stdout


def test_a_terminal_without_utf8_gets_ascii(inventory: Path) -> None:
    run = stackaudit("scan", at=inventory, PYTHONUTF8="0", PYTHONIOENCODING="ascii")

    assert run.returncode == 1, run.stderr
    assert run.stdout.isascii()
    assert "3 |   chat:" in run.stdout


def test_settings_come_from_the_nearest_file_and_give_way_to_the_command_line(inventory: Path) -> None:
    (inventory / "stackaudit.toml").write_text('fail-on = "never"\nselect = ["bought-without-it"]\n')

    from_file = stackaudit("scan", at=inventory)
    overridden = stackaudit("scan", "--fail-on", "low", at=inventory)

    assert from_file.returncode == 0
    assert overridden.returncode == 1


def test_own_rules_stand_beside_ours_or_instead_of_them(inventory: Path) -> None:
    folder = inventory / "house" / "naming"
    folder.mkdir(parents=True)
    (folder / "name-too-proud.yaml").write_text(
        "id: name-too-proud\ntitle: Names are modest\nseverity: low\nwhy: Pride.\nfix: Rename it.\nfor: system\n"
        'expect: {name: {matches: "Their*"}}\nmessage: "{name} is too proud."\nreferences: [R6]\n'
    )

    beside = stackaudit("scan", "inventory.yaml", "--rules", "house", "--format", "json", at=inventory)
    alone = stackaudit("scan", "inventory.yaml", "--rules", "house", "--no-builtin-rules", "-q", at=inventory)

    assert {"naming/name-too-proud", "shadow-it/bought-without-it"} <= set(json.loads(beside.stdout)["rules"])
    assert "Our chat is too proud." in alone.stdout
    assert "bought" not in alone.stdout.split("fix:")[0].splitlines()[0]


def test_a_broken_rule_is_told_with_place_and_help(inventory: Path) -> None:
    folder = inventory / "house" / "naming"
    folder.mkdir(parents=True)
    (folder / "broken.yaml").write_text(
        "id: broken\ntitle: Broken\nseverity: hihg\nwhy: Because.\nfix: Mend it.\nfor: system\n"
        "expect: {bougth.by: it}\nmessage: x.\n"
    )

    run = stackaudit("scan", "inventory.yaml", "--rules", "house", at=inventory)

    assert run.returncode == 2
    assert run.stdout == ""
    assert "house/naming/broken.yaml:3:11: `hihg` is no severity" in run.stderr
    assert "help: Did you mean `high`?" in run.stderr


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("", ["1:1: a rule is a mapping"]),
        ("- a\n", ["1:1: a rule is a mapping"]),
        (
            "id: broken\ntitle: T\nwhy: W.\nfix: F.\nmessage: M.\n",
            ["1:1: a rule has either `expect` or `check`", "1:1: a rule needs `severity`"],
        ),
    ],
    ids=["empty", "a list", "without severity"],
)
def test_each_problem_of_a_rule_is_told_once(inventory: Path, text: str, problems: list[str]) -> None:
    folder = inventory / "house" / "naming"
    folder.mkdir(parents=True)
    (folder / "broken.yaml").write_text(text)

    run = stackaudit("scan", "inventory.yaml", "--rules", "house", at=inventory)

    assert run.returncode == 2
    assert re.findall(r"house/naming/broken.yaml:(.*)", run.stderr) == problems


def test_a_rule_may_go_on_after_its_examples(inventory: Path) -> None:
    folder = inventory / "house" / "naming"
    folder.mkdir(parents=True)
    (folder / "name-too-proud.yaml").write_text(
        "id: name-too-proud\ntitle: Names are modest\nseverity: low\nwhy: Pride.\nfix: Rename it.\nfor: system\n"
        "expect: {name: {matches: Their*}}\nexamples:\n  fails:\n    - {why: ours, systems: [Our chat]}\n\n"
        "# and in words\nmessage: The name {name} is too proud.\n"
    )

    run = stackaudit("scan", "inventory.yaml", "--rules", "house", "--no-builtin-rules", at=inventory)

    assert run.returncode == 0
    assert "The name Our chat is too proud." in run.stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device to write to")
@pytest.mark.parametrize("arguments", [["scan"], ["rules", "list"], ["scan", "missing.yaml"]])
def test_a_full_disk_is_told_and_exits_with_two(inventory: Path, arguments: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        told = subprocess.run(
            [sys.executable, "-m", "stackaudit", *arguments], cwd=inventory, stdout=full, stderr=PIPE, check=False
        )
        untold = subprocess.run(
            [sys.executable, "-m", "stackaudit", *arguments], cwd=inventory, stdout=full, stderr=full, check=False
        )

    assert told.returncode == untold.returncode == 2
    assert b"fault of stackaudit" not in told.stderr


@pytest.mark.parametrize(("closing", "code"), [(">&-", 1), ("2>&-", 1), (">&- 2>&-", 1), ("missing.yaml 2>&-", 2)])
def test_closed_streams_change_no_exit_code(inventory: Path, closing: str, code: int) -> None:
    run = subprocess.run(
        ["/bin/sh", "-c", f'"$0" -m stackaudit scan {closing}', sys.executable],
        cwd=inventory,
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == code
    assert "Traceback" not in run.stderr


def test_a_pattern_that_selects_nothing_is_told(inventory: Path) -> None:
    run = stackaudit("scan", "--select", "shadow-itt", at=inventory)

    assert run.returncode == 2
    assert "Did you mean `shadow-it`?" in run.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--today", "2026-02-30"], "--today: `2026-02-30` is no date"),
        (["--no-builtin-rules"], "no rule is left to ask"),
        (["--select", "security", "--ignore", "security/*"], "no rule is left to ask"),
        (["--threshold", "most-adminz=3"], "did you mean `most-admins`"),
        (["--threshold", "most-admins=many"], "expected a whole number"),
        (["--fail-on", "hihg"], "hihg"),
        (["--nonsense"], "--nonsense"),
        (["missing.yaml"], "cannot be read"),
        (["-", "inventory.yaml"], "cannot stand beside"),
    ],
)
def test_a_wrong_command_line_exits_with_two_and_says_why(inventory: Path, arguments: list[str], words: str) -> None:
    run = stackaudit("scan", *arguments, at=inventory, text="")

    assert run.returncode == 2
    assert words in run.stderr
    assert "Traceback" not in run.stderr


def test_statistics_count_by_rule(inventory: Path) -> None:
    run = stackaudit("scan", "--statistics", "--select", "bought-without-it", at=inventory)

    assert run.stdout.startswith(
        "  found  undetermined  rule\n      1             0  shadow-it/bought-without-it high\n"
    )


def test_version_does_not_pay_for_the_graph_or_the_reader() -> None:
    script = (
        "import sys\nsys.argv = ['stackaudit', '--version']\nfrom stackaudit.cli.app import app\n"
        "try: app()\nexcept SystemExit: pass\n"
        "print([name for name in ('networkx', 'httpx', 'yaml', 'rich.console') if name in sys.modules])"
    )

    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert run.stdout.splitlines()[-1] == "[]"
