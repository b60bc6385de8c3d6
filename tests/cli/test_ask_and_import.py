"""A questionnaire goes out, comes back with answers, and decides what nobody could decide."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner, Result

from stackaudit.cli.app import app
from stackaudit.model.questionnaire import HEADER

if TYPE_CHECKING:
    from collections.abc import Callable

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
EVERYTHING = ("--most", "100000", "--today", "2026-11-21")


def run(*arguments: str) -> Result:
    result = CliRunner(env={"COLUMNS": "100"}).invoke(app, arguments)
    assert result.exit_code == 0, result.output
    return result


@pytest.fixture(params=["fjordline", "minimal", "two-stories/cmo"])
def inventory(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of an example, beside which we stand."""
    shutil.copytree(EXAMPLES / request.param, tmp_path / "inventory", ignore=shutil.ignore_patterns("ev*", "ex*"))
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path / "inventory"


def answer(how: str) -> str:
    """An answer such as somebody gives who reads how to answer: the first that is offered."""
    for begin, given in GIVEN.items():
        if how.startswith(begin):
            return given
    return how.partition(": ")[2].partition(";")[0].split(", ")[0]


GIVEN = {
    "yes or no": "yes",
    "a date": "2026-05-04",
    "a duration": "36mo",
    "an amount": "1200",
    "a whole number": "3",
    "a number": "3",
    "a category": "crm",
    "such as contact": "contact, name",
    "such as customer": "customer, prospect",
    "such as soc1": "iso27001",
    "such as eu": "eu, uk",
    "a few words": "Said by hand",
}


def in_table(written: str) -> str:
    """The table with all answers filled in, as a spreadsheet saves it."""
    rows = list(csv.DictReader(io.StringIO(written.removeprefix("\ufeff"), newline="")))
    out = io.StringIO()
    filled = csv.DictWriter(out, HEADER, delimiter=";")
    filled.writeheader()
    filled.writerows({**row, "answer": answer(row["how to answer"])} for row in rows)
    return out.getvalue()


def in_letter(written: str) -> str:
    """The letters with all answers filled in."""
    lines = written.splitlines()
    return "\n".join(
        f"{line.removesuffix(' |')}{answer(line.split(' | ')[2])} |" if line.startswith("| `") else line
        for line in lines
    )


def asked() -> set[str]:
    """The questions that are open."""
    table = run("ask", "inventory", "--format", "csv", *EVERYTHING).stdout.removeprefix("\ufeff")
    return {row["stackaudit question"] for row in csv.DictReader(io.StringIO(table, newline=""))}


def undetermined() -> set[tuple[str, str]]:
    """The verdicts that cannot be decided, as rules and subjects."""
    told = json.loads(
        run("scan", "inventory", "--format", "json", "--fail-on", "never", "--today", "2026-11-21").stdout
    )
    return {(each["rule"], json.dumps(each["subjects"])) for each in told["undetermined"]}


@pytest.mark.parametrize(("file", "fill"), [("answers.csv", in_table), ("answers.md", in_letter)])
@pytest.mark.usefixtures("inventory")
def test_every_answer_is_read_back_and_decides(file: str, fill: Callable[[str], str]) -> None:
    run("ask", "inventory", "--output", file, *EVERYTHING)
    Path(file).write_text(fill(Path(file).read_text(encoding="utf-8")), encoding="utf-8")
    before, waiting = asked(), undetermined()

    run("import", file, "--into", "inventory", "--yes", "--today", "2026-11-21")

    assert before & asked() == set()
    assert len(undetermined() & waiting) < len(waiting) / 4
