"""The command line of a comparison: exit codes, names, formats, problems."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from typer.testing import CliRunner, Result

from stackaudit.cli.app import app

RUNNER = CliRunner()
STORIES = Path(__file__).parents[2] / "examples" / "two-stories"


def compare(*arguments: str | Path) -> Result:
    return RUNNER.invoke(app, ["compare", *map(str, arguments)])


@pytest.fixture
def stories(tmp_path: Path) -> tuple[Path, Path]:
    """Two folders that contradict each other about who owns the CRM."""
    one, two = tmp_path / "cmo", tmp_path / "cio"
    for folder, owner in ((one, "marketing"), (two, "sales")):
        folder.mkdir()
        (folder / "stack.yaml").write_text(f"systems: {{crm: {{name: X, owner: {{business: {owner}}}}}}}\n")
    return one, two


def test_contradictions_exit_with_one(stories: tuple[Path, Path]) -> None:
    result = compare(*stories)

    assert result.exit_code == 1
    assert "1 contradiction " in result.stdout.replace("\u00a0", " ")
    assert result.stderr == ""


def test_a_story_and_itself_exit_with_zero(stories: tuple[Path, Path]) -> None:
    result = compare(stories[0], stories[0])

    assert result.exit_code == 0
    assert "0 contradictions" in result.stdout.replace("\u00a0", " ")


def test_what_only_one_tells_exits_with_zero(stories: tuple[Path, Path]) -> None:
    (stories[1] / "stack.yaml").write_text("systems: {crm: {name: X, hosting: saas}, mail: {name: Y}}\n")

    result = compare(*stories)

    assert result.exit_code == 0
    assert "1 system known to one story only" in result.stdout.replace("\u00a0", " ")


def test_the_stories_are_called_after_their_folders_or_as_one_likes(stories: tuple[Path, Path]) -> None:
    by_folder = json.loads(compare(*stories, "-f", "json").stdout)
    by_file = json.loads(compare(*(path / "stack.yaml" for path in stories), "-f", "json").stdout)
    stated = json.loads(compare(*stories, "-f", "json", "--names", "Marketing, IT").stdout)
    itself = json.loads(compare(stories[0], stories[0], "-f", "json").stdout)

    assert [[story["name"] for story in each["stories"]] for each in (by_folder, by_file, stated, itself)] == [
        ["cmo", "cio"],
        ["cmo", "cio"],
        ["Marketing", "IT"],
        ["one", "two"],
    ]


def test_the_tolerance_is_a_percentage(stories: tuple[Path, Path]) -> None:
    for folder, cost in zip(stories, (92, 100), strict=True):
        (folder / "stack.yaml").write_text(f"systems: {{crm: {{name: X, cost: {{annual: {cost}}}}}}}\n")

    assert compare(*stories).exit_code == 1
    assert compare(*stories, "--tolerance", "8").exit_code == 0
    assert compare(*stories, "--tolerance", "0").exit_code == 1


def test_all_problems_of_both_stories_are_told_and_nothing_is_compared(stories: tuple[Path, Path]) -> None:
    for folder in stories:
        (folder / "stack.yaml").write_text("systems: {crm: {name: X, ownr: it}}\n")

    result = compare(*stories)

    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.count("Did you mean `owner`?") == 2
    assert "2 problems: nothing was compared." in result.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--names", "same,same"], "two different names"),
        (["--names", "cmo"], "two different names"),
        (["--names", "a,b,c"], "two different names"),
        (["--tolerance", "101"], "--tolerance"),
        (["--tolerance", "nan"], "--tolerance"),
        (["--format", "xml"], "xml"),
    ],
)
def test_a_wrong_option_exits_with_two_and_says_why(
    stories: tuple[Path, Path], arguments: list[str], words: str
) -> None:
    result = compare(*stories, *arguments)

    assert result.exit_code == 2
    assert words in result.stderr


@pytest.mark.parametrize("path", ["missing", "-"])
def test_what_cannot_be_read_exits_with_two(stories: tuple[Path, Path], path: str) -> None:
    result = compare(stories[0], path)

    assert result.exit_code == 2
    assert "1 problem: nothing was compared." in result.stderr


def test_the_report_goes_to_a_file_whole(stories: tuple[Path, Path], tmp_path: Path) -> None:
    file = tmp_path / "report.json"

    result = compare(*stories, "--format", "json", "--output", file)

    assert result.exit_code == 1
    assert result.stdout == ""
    assert json.loads(file.read_text(encoding="utf-8"))["counts"]["contradictions"] == 1


def test_the_json_is_valid_by_the_printed_schema() -> None:
    schema = json.loads(RUNNER.invoke(app, ["schema", "comparison"]).stdout)

    report = json.loads(compare(STORIES / "cmo", STORIES / "cio", "--format", "json").stdout)

    Draft202012Validator(schema).validate(report)
    assert schema["$id"] == "urn:stackaudit:comparison:1"


def test_the_example_disagrees_about_everything_that_the_articles_name() -> None:
    report = json.loads(compare(STORIES / "cmo", STORIES / "cio", "--format", "json").stdout)

    facts = {(item["kind"], item["fact"]) for item in report["contradictions"]}
    assert {
        ("system", "owner.technical"),
        ("system", "bought.approved_by"),
        ("system", "cost.annual"),
        ("system", "lifecycle"),
        ("system", "security.sso"),
        ("data kind", "master"),
        ("integration", ""),
        ("integration", "method"),
        ("organization", "governance.roadmap.owners"),
        ("organization", "governance.customer.definition"),
        ("organization", "governance.survey.shared_ownership.it"),
        ("roadmap item", "cost"),
    } <= facts
    assert report["counts"]["systems_in_one"] == [3, 4]
    assert [item["reason"] for item in report["unclear"]] == ["several copies of one product"]
