"""The command line of a trend: states, rhythms, the cache, broken states, formats."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
import xml.etree.ElementTree as ET
from tempfile import gettempdir
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator
from typer.testing import CliRunner, Result

from histories import History
from stackaudit.cli import history as states
from stackaudit.cli.app import app
from stackaudit.reports.schemas.changes import trend_schema

if TYPE_CHECKING:
    from pathlib import Path

RUNNER = CliRunner(env={"COLUMNS": "120"})


def run(*arguments: str | Path) -> Result:
    return RUNNER.invoke(app, ["trend", *map(str, arguments)])


def told(*arguments: str | Path) -> list[tuple[str, int, int]]:
    """Day, systems and findings of every state."""
    result = run("inventory", "-f", "json", *arguments)
    assert result.exit_code == 0, result.output
    read = json.loads(result.stdout)
    Draft202012Validator(trend_schema()).validate(read)
    return [(each["on"], each["systems"], sum(each["findings"].values())) for each in read["moments"]]


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "stackaudit" / "trend.json"


@pytest.fixture
def history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cache: Path) -> History:
    """Four states of an inventory, of which the third is broken, and a commit beside it."""
    assert not cache.exists()
    history = History(tmp_path / "repository")
    monkeypatch.chdir(history.folder)
    systems = ["a: {name: A, security: {sso: false}}", "b: {name: B}", "c: {name: C, security: {sso: false}}"]
    for day, text in (
        ("2026-01-05", systems[0]),
        ("2026-01-09", ", ".join(systems[:2])),
        ("2026-01-12", "["),
        ("2026-02-02", ", ".join(systems)),
    ):
        history.commit(day, inventory__stack=f"systems: {{{text}}}\n")
    history.commit("2026-02-03", other="1\n")
    return history


ONLY = ("--select", "security/no-single-sign-on")


def test_every_state_is_audited_on_its_day_and_broken_ones_are_passed_over(history: History) -> None:
    broken = history.git("rev-parse", "HEAD~2")[:10]

    result = run("inventory", "--every", "commit", *ONLY)

    assert result.exit_code == 0
    assert [line.split()[0] for line in result.stdout.splitlines() if line.startswith("  2026")] == [
        "2026-01-05",
        "2026-01-09",
        "2026-02-02",
    ]
    assert f"passed over {broken} of 2026-01-12: {broken}:inventory/stack.yaml:" in result.stderr
    assert gettempdir() not in result.stderr


def test_states_are_chosen_by_rhythm_and_days(history: History) -> None:
    assert history.folder.exists()

    found = {
        "commit": told("--every", "commit", *ONLY),
        "week": told(*ONLY),
        "month": told("--every", "month", *ONLY),
        "some": told("--every", "commit", "--since", "2026-01-06", "--until", "2026-01-31", *ONLY),
    }

    first, second, last = [("2026-01-05", 1, 1), ("2026-01-09", 2, 1), ("2026-02-02", 3, 2)]
    assert found == {
        "commit": [first, second, last],
        "week": [second, last],
        "month": [last],  # the last of January is broken
        "some": [second],
    }


def test_known_states_are_not_audited_again(history: History, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = told("--every", "commit", *ONLY)
    kept = cache.read_text()
    audits: list[str] = []
    real = states.audited_state

    def watched(laid: object, settings: object, today: str, reading: object) -> object:
        audits.append(today)
        return real(laid, settings, today, reading)  # type: ignore[arg-type]

    monkeypatch.setattr(states, "audited_state", watched)
    again = told("--every", "commit", *ONLY)
    history.commit("2026-02-09", inventory__more="systems: {d: {name: D, security: {sso: true}}}\n")
    further = told("--every", "commit", *ONLY)

    assert again == first
    assert further == [*first, ("2026-02-09", 4, 2)]
    assert audits == ["2026-01-12", "2026-01-12", "2026-02-09"]  # what is broken is tried again
    assert json.loads(kept)["moments"].keys() < json.loads(cache.read_text())["moments"].keys()


def test_other_rules_or_settings_are_other_questions(history: History) -> None:
    assert history.folder.exists()
    told("--every", "commit", *ONLY)

    assert told("--every", "commit", "--select", "security/no-second-factor") != told("--every", "commit", *ONLY)


def test_a_broken_cache_is_written_anew_and_none_is_made_unless_wanted(history: History, cache: Path) -> None:
    assert history.folder.exists()
    first = told("--no-cache", *ONLY)
    was_made = cache.exists()
    cache.parent.mkdir(parents=True)
    cache.write_text("{broken")

    second = told(*ONLY)

    assert (was_made, second) == (False, first)
    assert len(json.loads(cache.read_text())["moments"]) == 2


def test_a_cache_that_cannot_be_written_costs_time_only(
    history: History, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert history.folder.exists()
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))

    assert told(*ONLY) == [("2026-01-09", 2, 1), ("2026-02-02", 3, 2)]


def test_an_output_called_svg_is_a_chart(history: History, tmp_path: Path) -> None:
    assert history.folder.exists()
    path = tmp_path / "trend.svg"

    result = run("inventory", "-o", path, *ONLY)

    assert (result.exit_code, result.stdout) == (0, "")
    drawn = ET.parse(path).getroot()  # noqa: S314 - we wrote it
    assert drawn.findtext("{http://www.w3.org/2000/svg}title") == "2026-01-09 to 2026-02-02"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["inventory", "--since", "2027-01-01"], "no commit of that time changed the inventory"),
        (["nowhere"], "no commit of that time changed the inventory"),
        (["inventory", "--since", "2026-01-10", "--until", "2026-01-20"], "no state could be audited"),
        (["/"], "this is no git repository"),
    ],
)
def test_without_a_state_there_is_no_trend(history: History, arguments: list[str], message: str) -> None:
    assert history.folder.exists()

    result = run(*arguments, "--every", "commit")

    assert result.exit_code == 2
    assert message in " ".join(result.stderr.split())
    assert result.stderr.endswith("there is no trend.\n")


def test_what_is_no_date_is_refused(history: History) -> None:
    assert history.folder.exists()

    result = run("inventory", "--since", "yesterday")

    assert result.exit_code == 2
    assert "`yesterday` is no date" in result.stderr


def test_a_moved_inventory_begins_where_it_was_moved(history: History) -> None:
    history.git("mv", "inventory", "stack")
    history.commit("2026-03-02")

    result = run("stack", "--every", "commit", "-f", "json", *ONLY)

    assert [each["on"] for each in json.loads(result.stdout)["moments"]] == ["2026-03-02"]


PROGRESS = """
import time
from stackaudit.cli.history import _show_progress
_show_progress("too early", time.monotonic())
_show_progress("auditing state 7 of 9", time.monotonic() - 2)
_show_progress("", time.monotonic() - 2)
"""


def test_long_work_shows_where_it_is_and_leaves_nothing_behind() -> None:
    leader, follower = pty.openpty()
    with subprocess.Popen([sys.executable, "-c", PROGRESS], stderr=follower):
        os.close(follower)
        seen = os.read(leader, 4096)
        while True:
            try:
                part = os.read(leader, 4096)
            except OSError:
                break
            if not part:
                break
            seen += part
    os.close(leader)

    assert seen.decode() == "\r\x1b[2Kauditing state 7 of 9 …\r\x1b[2K"
