"""`stackaudit reconcile`: the inventory held against the evidence, and what a scan makes of the same."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

ROOT = Path(__file__).parents[2]
EXPECTED = ROOT / "examples" / "fjordline" / "expected"
TODAY = ("--today", "2026-11-21")
INVENTORY = """\
organization: {name: Us, currency: EUR}
systems:
  letters: {name: Mailchimp, lifecycle: retired}
"""
CARDS = """\
Date,Merchant,Amount,Currency
2026-10-05,MAILCHIMP,20.00,EUR
2026-10-06,CANVA* I04511-2201877,12.00,EUR
2026-10-07,HOTEL BELLEVUE,310.00,EUR
"""


@pytest.fixture
def company(tmp_path: Path) -> Path:
    """An inventory of one system, and a ledger that knows it, another tool and a hotel."""
    write(tmp_path, "inventory.yaml", INVENTORY)
    write(tmp_path, "evidence/cards.csv", CARDS)
    return tmp_path


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


def stackaudit(*arguments: str, at: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")}
    command = [sys.executable, "-m", "stackaudit", *arguments]
    return subprocess.run(
        command,
        cwd=at,
        env={**clean, "PYTHONUTF8": "1", **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def reconciled(at: Path) -> dict[str, Any]:
    """What `reconcile` says in JSON."""
    run = stackaudit("reconcile", ".", *TODAY, "--format", "json", at=at)
    assert run.returncode == 0, run.stderr
    value = json.loads(run.stdout)
    assert isinstance(value, dict)
    return value


def problems(run: subprocess.CompletedProcess[str]) -> list[str]:
    """The first line of each problem: its place and what is wrong."""
    return re.findall(r"^(\S+:\d+:\d+: .*)$", run.stderr, re.MULTILINE)


@pytest.mark.parametrize(("name", "options"), [("reconcile.txt", ()), ("reconcile.json", ("--format", "json"))])
def test_the_example_reads_as_its_golden_file(name: str, options: tuple[str, ...]) -> None:
    run = stackaudit("reconcile", "examples/fjordline", *TODAY, *options, at=ROOT)

    assert run.returncode == 0, run.stderr
    assert run.stdout == (EXPECTED / name).read_text(encoding="utf-8")


def test_the_json_is_as_its_published_schema_says() -> None:
    schema = json.loads(stackaudit("schema", "reconciliation", at=ROOT).stdout)
    report = json.loads((EXPECTED / "reconcile.json").read_text(encoding="utf-8"))

    Draft202012Validator.check_schema(schema)
    assert [error.message for error in Draft202012Validator(schema).iter_errors(report)] == []


def test_every_rule_about_evidence_finds_something_in_the_example() -> None:
    rules = (
        "shadow-it/access-granted-not-declared shadow-it/agreed-elsewhere shadow-it/declared-not-shown "
        "shadow-it/domain-record-not-declared shadow-it/listed-not-declared shadow-it/many-cards-pay "
        "shadow-it/paid-by-two-teams shadow-it/paid-not-declared shadow-it/retired-still-tagged "
        "shadow-it/retired-still-used shadow-it/seen-not-declared shadow-it/signed-in-not-declared "
        "shadow-it/tag-nobody-owns shadow-it/used-not-paid portfolio/paid-more-than-declared "
        "privacy/tracker-without-consent"
    ).split()
    selected = [word for rule in rules for word in ("--select", rule)]

    run = stackaudit("scan", "examples/fjordline", *TODAY, *selected, "--format", "json", at=ROOT)

    found = {finding["rule"] for finding in json.loads(run.stdout)["findings"]}
    assert sorted(set(rules) - found) == []


def test_tools_stand_between_inventory_and_evidence(company: Path) -> None:
    write(company, "inventory.yaml", INVENTORY + "  desk: {name: Zendesk, lifecycle: live}\n")

    tools = reconciled(company)["tools"]

    assert [(tool["id"], tool["standing"], tool["systems"]) for tool in tools] == [
        ("canva", "undeclared", []),
        ("mailchimp", "matched", ["letters"]),
        ("zendesk-support", "unshown", ["desk"]),
    ]


def test_what_is_no_tool_is_counted_and_named(company: Path) -> None:
    (ledgers,) = reconciled(company)["coverage"]

    assert (ledgers["matched"], ledgers["unknown"]) == (2, 1)
    assert ledgers["unknown_texts"] == [{"text": "HOTEL BELLEVUE", "traces": 1}]


def test_ignored_names_are_listed_with_their_reason(company: Path) -> None:
    write(company, "inventory.yaml", INVENTORY + 'ignore: [{name: "CANVA*", reason: A gift.}]\n')

    result = reconciled(company)

    assert result["ignored"] == [{"name": "CANVA*", "reason": "A gift.", "traces": 1}]
    assert [tool["id"] for tool in result["tools"]] == ["mailchimp"]


def test_an_alias_names_a_system(company: Path) -> None:
    write(company, "inventory.yaml", INVENTORY + '  beds: {name: Rooms, lifecycle: live, aliases: ["HOTEL BELL*"]}\n')

    tools = reconciled(company)["tools"]

    assert [tool["payments"]["annual"] for tool in tools if tool["systems"] == ["beds"]] == [310]


def test_an_output_file_is_written_whole(company: Path) -> None:
    run = stackaudit("reconcile", ".", *TODAY, "--output", "told.txt", at=company)

    assert (run.returncode, run.stdout) == (0, "")
    assert "Canva" in (company / "told.txt").read_text(encoding="utf-8")


def test_without_evidence_nothing_is_reconciled(tmp_path: Path) -> None:
    write(tmp_path, "inventory.yaml", INVENTORY)

    run = stackaudit("reconcile", ".", at=tmp_path)

    assert (run.returncode, run.stdout) == (2, "")
    assert "there is no evidence to hold it against" in run.stderr
    assert "help: Put exports of ledgers and sign-on lists into a folder `evidence`" in run.stderr


def test_all_that_is_broken_is_told_at_once_and_nothing_is_written(company: Path) -> None:
    write(company, "inventory.yaml", "systems: {letters: {name: Mailchimp, lifecycle: deceased}}\n")
    write(company, "evidence/cards.csv", 'Date,Merchant,Amount\n2026-10-05,"MAILCHIMP,20.00\n2026-10-06,CANVA,1.00\n')
    write(company, "evidence/okta.json", '[{"label": "Miro", "signOnMode": ]\n')
    write(company, "told.txt", "the last good report")

    run = stackaudit("reconcile", ".", "--output", "told.txt", at=company)

    assert (run.returncode, run.stdout) == (2, "")
    assert [problem.split(": ")[0] for problem in problems(run)] == [
        "inventory.yaml:1:49",
        "evidence/cards.csv:2:1",
        "evidence/okta.json:1:34",
    ]
    assert (company / "told.txt").read_text(encoding="utf-8") == "the last good report"


def test_a_scan_asks_about_evidence_unless_it_is_left_unread(company: Path) -> None:
    options = ("scan", ".", *TODAY, "--select", "shadow-it/paid-not-declared", "--format", "json")

    read = json.loads(stackaudit(*options, at=company).stdout)
    unread = json.loads(stackaudit(*options, "--no-evidence", at=company).stdout)

    assert [finding["message"] for finding in read["findings"]] == [
        "Canva is paid for, and no system of the inventory is it. Team: (not stated)."
    ]
    assert unread["findings"] == []


def test_a_finding_points_at_the_line_of_evidence(company: Path) -> None:
    run = stackaudit("scan", ".", *TODAY, "--select", "shadow-it/paid-not-declared", "--format", "json", at=company)

    (finding,) = json.loads(run.stdout)["findings"]
    assert (finding["place"]["file"], finding["place"]["line"]) == ("evidence/cards.csv", 3)


def test_evidence_elsewhere_is_read_where_it_is_named(company: Path) -> None:
    write(company, "elsewhere/names.txt", "Miro\nFigma\n")

    run = stackaudit("reconcile", ".", *TODAY, "--evidence", "elsewhere", "--format", "json", at=company)

    tools = json.loads(run.stdout)["tools"]
    assert [tool["id"] for tool in tools] == ["canva", "figma", "miro", "mailchimp"]


def test_a_file_that_nobody_knows_is_told_of(company: Path) -> None:
    write(company, "evidence/minutes.txt", "On Monday we met, and it was late before we had agreed; then we left.\n")
    write(company, "evidence/bill.pdf", "%PDF-1.7\n")

    run = stackaudit("reconcile", ".", *TODAY, at=company)

    assert run.returncode == 0, run.stderr
    told = [line.strip() for line in run.stdout.splitlines() if line.startswith("  not read: ")]
    assert told == [
        "not read: evidence/bill.pdf: a PDF holds no table that could be read safely; export it as .csv",
        "not read: evidence/minutes.txt: no reader knows what this is",
    ]


def test_what_is_said_of_files_is_checked(company: Path) -> None:
    write(
        company,
        "evidence/evidence.yaml",
        "files:\n  cards.csv: {reader: ledgre, columns: {merchant: Shop}}\n  crads-*.csv: {currency: EUR}\n",
    )

    run = stackaudit("reconcile", ".", at=company)

    assert (run.returncode, run.stdout) == (2, "")
    assert problems(run) == [
        "evidence/cards.csv:1:1: no column `Shop` for `merchant`",
        "evidence/evidence.yaml:2:23: there is no reader `ledgre`",
        "evidence/evidence.yaml:3:3: no file of evidence is called `crads-*.csv`",
    ]
    assert "Did you mean `ledger`?" in run.stderr


def test_a_file_can_be_left_out(company: Path) -> None:
    write(company, "evidence/evidence.yaml", "files: {cards.csv: {reader: none}}\ntraces: [{listed: Miro}]\n")

    result = reconciled(company)

    assert [(file["name"], file["reader"]) for file in result["files"]] == [("evidence/evidence.yaml", "stated")]


HOSTILE = "Miro\x1b[31m</script>\u202e\x07|`=cmd"


def test_names_from_evidence_do_no_harm_on_a_terminal(company: Path) -> None:
    app = {"label": HOSTILE, "signOnMode": "SAML_2_0", "name": "x", "status": "ACTIVE"}
    write(company, "evidence/okta.json", json.dumps([app]))
    write(company, "evidence/more.csv", f'Date,Merchant,Amount\n2026-10-07,"{HOSTILE}",3.00\n')

    run = stackaudit("reconcile", ".", *TODAY, "--all", "--verbose", at=company, FORCE_COLOR="1")

    assert run.returncode == 0, run.stderr
    assert "Miro" in run.stdout
    assert set(re.findall(r"\x1b[^m]*m", run.stdout)) <= {"\x1b[0m", "\x1b[1m", "\x1b[2m"}
    assert not {"\u202e", "\x07"} & set(run.stdout)


def test_names_from_evidence_do_no_harm_in_json(company: Path) -> None:
    app = {"label": HOSTILE, "signOnMode": "SAML_2_0", "name": "x", "status": "ACTIVE"}
    write(company, "evidence/okta.json", json.dumps([app]))

    run = stackaudit("reconcile", ".", *TODAY, "--format", "json", at=company)

    assert run.returncode == 0, run.stderr
    assert not {"\x1b", "\u202e", "\x07"} & set(run.stdout)
    assert any(tool["name"].startswith("Miro") for tool in json.loads(run.stdout)["tools"])
