"""The GitHub Action: each of its steps is run with bash, as the runner runs it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from project.build_servers import GitHub, read_yaml
from project.pull_requests import FAULTY, MENDED, MESSAGE, ONE_RULE
from reports.ci.logging_commands import Command, github_commands
from reports.nasty import NASTY, REFUSED
from reports.nasty import _quoted as quoted

if TYPE_CHECKING:
    from project.build_servers import Audit

ACTION = Path(__file__).parents[2] / "action.yml"


def test_the_action_is_one_to_the_schema_of_actions() -> None:
    checker = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-actions", ACTION]

    run = subprocess.run(checker, capture_output=True, text=True, check=False)

    assert run.returncode == 0, run.stdout


def test_what_strangers_say_reaches_steps_through_the_environment_alone() -> None:
    steps = read_yaml(ACTION)["runs"]["steps"]

    assert [step.get("id") for step in steps if "${{" in step.get("run", "")] == []
    assert [step["shell"] for step in steps if "run" in step] == ["bash"] * 3


def test_a_finding_fails_the_step_and_is_shown_at_its_line(audit: Audit) -> None:
    ran = audit()

    (command,), others = github_commands(ran.output)
    assert ran.code == 1
    assert (command.name, command.message.splitlines()[0]) == ("error", MESSAGE)
    assert (command.properties["file"], command.properties["line"]) == ("inventory/stack.yaml", "3")
    assert others == []


def test_a_finding_is_counted_and_written_to_the_files(audit: Audit) -> None:
    ran = audit()

    sarif = json.loads(_read(ran.outputs["sarif-file"]))
    whole = json.loads(_read(ran.outputs["json-file"]))
    assert (ran.outputs["exit-code"], ran.outputs["findings"], ran.outputs["new-findings"]) == ("1", "1", "")
    assert [result["message"]["text"] for result in sarif["runs"][0]["results"]] == [MESSAGE]
    assert [finding["message"] for finding in whole["findings"]] == [MESSAGE]
    assert ran.outputs["comment-file"] == ""
    assert ran.summary.startswith("## stackaudit")
    assert MESSAGE in ran.summary


def test_a_clean_inventory_passes(audit: Audit, workspace: Path) -> None:
    (workspace / "inventory" / "stack.yaml").write_text(MENDED)

    ran = audit()

    assert (ran.code, ran.output) == (0, "")
    assert (ran.outputs["exit-code"], ran.outputs["findings"]) == ("0", "0")
    assert ran.summary.startswith("## stackaudit")


def test_a_broken_inventory_is_told_in_one_annotation(audit: Audit, workspace: Path) -> None:
    (workspace / "inventory" / "stack.yaml").write_text("systems: {chat: {nam: Our chat}}\n")

    ran = audit()

    (command,), others = github_commands(ran.output)
    assert ran.code == 2
    assert command.name == "error"
    assert command.message.startswith("inventory/stack.yaml:1:11: a system needs `name`\n")
    assert "2 problems: no audit was performed." in command.message
    assert others == []
    assert {name: value for name, value in ran.outputs.items() if value} == {"exit-code": "2"}
    assert ran.summary == ""


def test_outputs_that_nobody_wants_are_not_written(audit: Audit) -> None:
    ran = audit(sarif="false", summary="false")

    assert (ran.code, ran.outputs["sarif-file"], ran.summary) == (1, "", "")
    assert ran.outputs["findings"] == "1"


def test_a_switch_that_is_neither_true_nor_false_is_refused(audit: Audit) -> None:
    ran = audit(sarif="yes")

    assert ran.code == 2
    assert github_commands(ran.output)[0] == [
        Command("error", {"title": "stackaudit"}, "`SARIF` is either true or false.")
    ]


@pytest.mark.parametrize(("limit", "code"), [("never", 0), ("critical", 0), ("high", 1)])
def test_fail_on_decides_which_findings_fail_the_step(audit: Audit, limit: str, code: int) -> None:
    ran = audit(fail_on=limit)

    assert (ran.code, ran.outputs["exit-code"], ran.outputs["findings"]) == (code, str(code), "1")


def test_what_the_baseline_knows_is_counted_apart(audit: Audit, installed: dict[str, str], workspace: Path) -> None:
    program = f"{installed['programs']}/stackaudit"
    create = [program, "baseline", "create", "inventory", "--file", "known.json", *ONE_RULE.split()]
    subprocess.run(create, cwd=workspace, check=True, capture_output=True)
    with (workspace / "inventory" / "stack.yaml").open("a") as file:
        file.write(
            "  mail: {name: Our mail, category: chat, bought: {by: marketing, approved_by: [], how: contract}}\n"
        )

    ran = audit(baseline="known.json")

    (command,), _ = github_commands(ran.output)
    assert command.message.startswith("Our mail was bought by marketing")
    assert (ran.code, ran.outputs["findings"], ran.outputs["new-findings"]) == (1, "2", "1")


def test_several_paths_stand_on_lines_of_their_own(audit: Audit, workspace: Path) -> None:
    (workspace / "more systems.yaml").write_text("systems: {polls: {name: Polls}}\n")

    ran = audit(path="inventory\nmore systems.yaml\n", args="--select shadow-it/*\n--today=2026-11-21")

    whole = json.loads(_read(ran.outputs["json-file"]))
    assert whole["totals"]["systems"] == 2
    assert {rule.partition("/")[0] for rule in whole["rules"]} == {"shadow-it"}


def test_two_runs_in_one_job_keep_their_files_apart(audit: Audit) -> None:
    assert audit().outputs["sarif-file"] != audit().outputs["sarif-file"]


def test_files_of_the_repository_are_no_part_of_the_programs(audit: Audit, workspace: Path) -> None:
    for name in ("stackaudit", "yaml", "json", "typer", "sitecustomize"):
        (workspace / f"{name}.py").write_text("raise SystemExit('taken from the audited repository')\n")

    ran = audit()

    assert (ran.code, ran.outputs["findings"]) == (1, "1")
    assert "taken" not in ran.output


NASTY_INPUTS = {
    "substitution": "$(touch pwned)",
    "backquotes": "`touch pwned`",
    "semicolon": "; touch pwned",
    "quotes": "\"'; touch pwned; '\"",
    "line": "x\ntouch pwned\n",
    "command": "::error::owned",
    "old command": "##[set-env name=A;]b",
    "pattern": "*",
    "expression": "${IFS}$HOME",
}


@pytest.mark.parametrize("name", ["path", "fail_on", "baseline", "args"])
@pytest.mark.parametrize("text", [pytest.param(text, id=word) for word, text in NASTY_INPUTS.items()])
def test_an_input_is_never_run(audit: Audit, workspace: Path, name: str, text: str) -> None:
    before = {*workspace.rglob("*")}

    ran = audit(**{name: text})

    commands, others = github_commands(ran.output)
    assert ran.code == 2
    assert {*workspace.rglob("*")} == before
    assert [command.name for command in commands] == ["error"]
    assert others == []


@pytest.mark.parametrize("name", ["path", "fail_on", "baseline"])
def test_only_args_hold_options(audit: Audit, workspace: Path, name: str) -> None:
    ran = audit(**{name: "--output=written.txt"})

    assert ran.code == 2
    assert not (workspace / "written.txt").exists()


@pytest.mark.parametrize("text", [pytest.param(text, id=word) for word, text in NASTY_INPUTS.items()])
def test_a_version_is_never_run(fetched: Path, workspace: Path, tmp_path: Path, text: str) -> None:
    ran = GitHub(workspace, tmp_path / "temp").run_action(fetched, version=text)

    told = Command("error", {"title": "stackaudit"}, "`version` is a version, such as 1.2.3.")
    assert ran.code == 2
    assert github_commands(ran.output) == ([told], [])
    assert not list(tmp_path.rglob("pwned"))


def test_names_in_an_inventory_forge_no_command(audit: Audit, workspace: Path) -> None:
    names = [text for word, text in NASTY.items() if word not in REFUSED]
    bought = "category: chat, bought: {by: marketing, approved_by: [], how: contract}"
    systems = [f"  s{index}: {{name: {quoted(text)}, {bought}}}" for index, text in enumerate(names)]
    (workspace / "inventory" / "stack.yaml").write_text("\n".join([FAULTY, *systems]))

    ran = audit()

    commands, others = github_commands(ran.output)
    assert ran.outputs["findings"] == str(len(names) + 1)
    assert [(command.name, command.properties["file"]) for command in commands] == [
        ("error", "inventory/stack.yaml"),
    ] * 10
    further = f"stackaudit found {len(names) + 1 - 10} more errors"
    assert others == [f"{further}; a build server shows ten of each, and the other reports hold all."]


@pytest.mark.parametrize(
    "file",
    ["::error::owned.yaml", "##[error]owned.yaml", "a\n::error::owned.yaml", "a\r::error::owned.yaml", "%0A::a.yaml"],
)
def test_names_of_broken_files_forge_no_command(audit: Audit, workspace: Path, file: str) -> None:
    (workspace / "inventory" / file).write_text('systems: {chat: {"::error::owned": "##[error]owned"}}\n')

    ran = audit()

    (command,), others = github_commands(ran.output)
    assert (command.name, command.properties) == ("error", {"title": "stackaudit"})
    assert "unknown key `::error::owned`" in command.message
    assert others == []


def test_every_output_comes_from_a_step_that_is_there() -> None:
    action = read_yaml(ACTION)
    steps = {step.get("id") for step in action["runs"]["steps"]}

    named = {
        name: re.findall(r"steps\.(\w+)\.outputs\.([\w-]+)", stated["value"])
        for name, stated in action["outputs"].items()
    }

    assert {name: [(step in steps, output)] for name, ((step, output),) in named.items()} == {
        name: [(True, name)] for name in action["outputs"]
    }


def _read(path: str) -> str:
    return Path(path).read_text(encoding="utf-8")
