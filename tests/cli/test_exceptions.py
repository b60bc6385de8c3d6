"""Exceptions on the command line: what a scan makes of exceptions.yaml."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]

INVENTORY = """\
teams: {marketing: {side: marketing, lead: cmo}, it: {side: it, lead: cio}}
systems:
  chat: {name: Our chat, category: chat, bought: {by: marketing, approved_by: [], how: contract}}
  mail: {name: Our mail, category: email-marketing, bought: {by: marketing, approved_by: [], how: contract}}
"""
ACCEPTED = """\
# agreed in November
- rule: shadow-it/bought-without-it
  subject: chat
  reason: Ends with the year.
  approvers: [cmo, cio]
  until: 2026-12-31
  ticket: OPS-7
"""


@pytest.fixture
def inventory(tmp_path: Path) -> Path:
    """A folder with two findings, of which one is accepted."""
    (tmp_path / "inventory.yaml").write_text(INVENTORY)
    (tmp_path / "exceptions.yaml").write_text(ACCEPTED)
    return tmp_path


def scan(at: Path, *arguments: str, today: str = "2026-11-21", path: str = ".") -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")}
    asked = ["--select", "bought-without-it", "--today", today]
    command = [sys.executable, "-m", "stackaudit", "scan", path, *asked, *arguments]
    environment = {**clean, "PYTHONUTF8": "1"}
    return subprocess.run(command, cwd=at, env=environment, capture_output=True, text=True, check=False)


def told(run: subprocess.CompletedProcess[str]) -> Any:
    assert run.returncode in (0, 1), run.stderr
    return json.loads(run.stdout)


def ids(findings: list[Any]) -> list[str]:
    return [subject["id"] for finding in findings for subject in finding["subjects"]]


def test_the_report_says_how_many_findings_stand_behind_exceptions(inventory: Path) -> None:
    run = scan(inventory)

    assert "Our mail was bought by marketing" in run.stdout
    assert "Our chat was bought" not in run.stdout
    assert "1 finding behind 1 exception, which ends on 2026-12-31 (--no-exceptions shows all)." in run.stdout
    assert run.returncode == 1


def test_a_run_whose_findings_are_all_accepted_passes(inventory: Path) -> None:
    (inventory / "exceptions.yaml").write_text(ACCEPTED.replace("subject: chat", "subjects: ['*']"))

    run = scan(inventory)

    assert run.returncode == 0
    assert "0 findings" in run.stdout
    assert "2 findings behind 1 exception" in run.stdout


def test_json_tells_who_accepted_what_until_when(inventory: Path) -> None:
    report = told(scan(inventory, "--format", "json"))

    place = {"file": "exceptions.yaml", "line": 2, "column": 3}
    assert ids(report["findings"]) == ["mail"]
    assert ids(report["excepted"]) == ["chat"]
    assert report["excepted"][0]["exception"] == {"place": place, "until": "2026-12-31"}
    assert report["totals"]["excepted"] == 1
    assert report["exceptions"] == [
        {
            "rule": "shadow-it/bought-without-it",
            "subjects": ["chat"],
            "reason": "Ends with the year.",
            "approvers": ["cmo", "cio"],
            "approved": None,
            "ticket": "OPS-7",
            "until": "2026-12-31",
            "place": place,
            "asked": True,
            "findings": 1,
            "fault": "",
            "help": "",
        },
    ]


def test_verbose_lists_exceptions(inventory: Path) -> None:
    run = scan(inventory, "--verbose")

    assert (
        "shadow-it/bought-without-it  chat  exception until 2026-12-31, accepted by cmo, cio (OPS-7)\n"
        "  exceptions.yaml:2:3\n"
        "  Ends with the year.\n"
        "  It excepts 1 finding.\n"
    ) in run.stdout


def test_a_finding_returns_when_its_exception_has_ended_and_says_why(inventory: Path) -> None:
    run = scan(inventory, today="2027-01-01")

    assert "Our chat was bought by marketing" in run.stdout
    assert "exceptions.yaml:2:3 excepts nothing: it ended on 2026-12-31" in run.stdout
    assert "behind" not in run.stdout


def test_the_longest_exception_is_a_setting(inventory: Path) -> None:
    run = scan(inventory, "--threshold", "longest-exception=30d")

    assert "excepts nothing: it may hold until 2026-12-22 at most (`longest-exception`)" in run.stdout


def test_an_exception_that_needs_both_sides_returns_without_them(inventory: Path) -> None:
    (inventory / "exceptions.yaml").write_text(ACCEPTED.replace("[cmo, cio]", "[cmo]"))

    run = scan(inventory)

    assert "excepts nothing: nobody known to be from IT approved it" in run.stdout
    assert "Our chat was bought by marketing" in run.stdout


def test_no_exceptions_shows_everything_and_reads_nothing(inventory: Path) -> None:
    (inventory / "exceptions.yaml").write_text("- [broken")

    report = told(scan(inventory, "--no-exceptions", "--format", "json"))

    assert ids(report["findings"]) == ["chat", "mail"]
    assert report["excepted"] == report["exceptions"] == []


def test_an_exception_that_matches_nothing_is_refused_with_help(inventory: Path) -> None:
    (inventory / "exceptions.yaml").write_text(ACCEPTED.replace("chat", "chta"))

    run = scan(inventory)

    assert run.returncode == 2
    assert run.stdout == ""
    assert "exceptions.yaml:3:12: this exception matches nothing" in run.stderr
    assert "did you mean `chat`?" in run.stderr
    assert "--allow-unused-exceptions" in run.stderr


def test_unused_exceptions_may_be_allowed_and_are_told(inventory: Path) -> None:
    (inventory / "exceptions.yaml").write_text(ACCEPTED.replace("chat", "chta"))

    run = scan(inventory, "--allow-unused-exceptions", "--quiet")
    report = told(scan(inventory, "--allow-unused-exceptions", "--format", "json"))

    assert run.returncode == 1
    assert "exceptions.yaml:2:3: this exception matches nothing." in run.stdout
    assert report["exceptions"][0]["findings"] == 0
    assert "did you mean `chat`?" in report["exceptions"][0]["help"]


def test_an_exception_to_a_rule_that_is_left_out_or_switched_off_is_no_fault(inventory: Path) -> None:
    other = told(scan(inventory, "--select", "no-single-sign-on", "--ignore", "bought-without-it", "--format", "json"))
    (inventory / "rules" / "own").mkdir(parents=True)
    (inventory / "rules" / "own" / "bought-without-it.yaml").write_text(
        "id: bought-without-it\ntitle: T\nseverity: low\nwhy: W.\nfix: F.\nfor: team\nexpect: {lead: present}\n"
        "message: M.\n"
    )
    own = scan(inventory, "--no-builtin-rules", "--rules", "rules")

    assert [entry["asked"] for entry in other["exceptions"]] == [False]
    assert own.returncode == 0, own.stderr


def test_problems_of_the_inventory_and_its_exceptions_come_together(inventory: Path) -> None:
    (inventory / "exceptions.yaml").write_text("- {rule: nope, subject: a}\n")
    (inventory / "inventory.yaml").write_text("sytems: {}\n")

    run = scan(inventory)

    assert run.returncode == 2
    assert "inventory.yaml:1:1: unknown key `sytems`" in run.stderr
    assert "exceptions.yaml:1:10: there is no rule `nope`" in run.stderr
    assert "2 problems: no audit was performed." in run.stderr


def test_exceptions_beside_a_file_and_beside_others_named_are_read(inventory: Path) -> None:
    one = told(scan(inventory, "--format", "json", path="inventory.yaml"))
    all_yaml = told(scan(inventory, "exceptions.yaml", "--format", "json", path="inventory.yaml"))

    assert ids(one["excepted"]) == ids(all_yaml["excepted"]) == ["chat"]


def test_standard_input_has_no_exceptions(inventory: Path) -> None:
    command = [sys.executable, "-m", "stackaudit", "scan", "-", "--select", "bought-without-it", "--format", "json"]

    run = subprocess.run(command, cwd=inventory, input=INVENTORY, capture_output=True, text=True, check=False)

    assert ids(json.loads(run.stdout)["findings"]) == ["chat", "mail"]


def test_no_run_touches_the_file(inventory: Path) -> None:
    file = inventory / "exceptions.yaml"
    before = file.read_bytes(), file.stat().st_mtime_ns

    for arguments in ((), ("--no-exceptions",), ("--format", "json"), ("--verbose",)):
        scan(inventory, *arguments)

    assert (file.read_bytes(), file.stat().st_mtime_ns) == before
    assert sorted(path.name for path in inventory.iterdir()) == ["exceptions.yaml", "inventory.yaml"]


def test_a_new_rule_warns_before_it_fails(tmp_path: Path) -> None:
    (tmp_path / "inventory.yaml").write_text("systems: {chat: {name: Their chat}}\n")
    (tmp_path / "house" / "own").mkdir(parents=True)
    (tmp_path / "house" / "own" / "too-proud.yaml").write_text(
        "id: too-proud\ntitle: Names are modest\nseverity: high\nwhy: Pride.\nfix: Rename it.\nfor: system\n"
        'expect: {name: {not: Their chat}}\nmessage: "{name} is too proud."\nsince: 2026-11-01\n'
    )

    def run(today: str, *more: str) -> subprocess.CompletedProcess[str]:
        options = ("--rules", "house", "--select", "too-proud", *more)
        return scan(tmp_path, *options, today=today, path="inventory.yaml")

    warned, failed = run("2026-11-30"), run("2026-12-01")
    longer = run("2026-12-01", "--threshold", "new-rule-grace=90d")
    findings = told(run("2026-11-30", "--format", "json"))["findings"]

    assert (warned.returncode, failed.returncode, longer.returncode) == (0, 1, 0)
    assert "own/too-proud  high · new: warns until 2026-12-01" in warned.stdout
    assert "· 1 of new rules only warns\n" in warned.stdout
    assert "warns" not in failed.stdout
    assert [finding["fails_from"] for finding in findings if finding["rule"] == "own/too-proud"] == ["2026-12-01"]


def test_the_exceptions_in_the_documentation_are_understood(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "exceptions.md").read_text(encoding="utf-8")
    shown = re.search(r"<!-- exceptions -->\n```yaml\n(.*?)```", page, re.DOTALL)
    assert shown
    (tmp_path / "exceptions.yaml").write_text(shown[1], encoding="utf-8")
    (tmp_path / "inventory.yaml").write_text(
        "teams: {marketing: {side: marketing, lead: cmo}, it: {side: it, lead: cio}}\n"
        "systems:\n"
        "  automation: {name: A, bought: {by: marketing, approved_by: [], how: contract}}\n"
        "  agency-cms: {name: B, security: {sso: false}}\n"
        "  polls: {name: C, security: {sso: false}}\n"
    )

    report = told(scan(tmp_path, "--select", "no-single-sign-on", "--format", "json"))

    assert sorted(ids(report["excepted"])) == ["agency-cms", "automation", "polls"]
    assert [entry["fault"] for entry in report["exceptions"]] == ["", ""]
