"""`stackaudit catalogue` looks up products and categories."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from typer.testing import CliRunner, Result

from stackaudit.cli.app import app
from stackaudit.reports.terminal.lines import width_of
from stackaudit.sources.catalogue import read_catalogue

CATEGORIES = read_catalogue().categories


def run(*arguments: str, columns: int = 100) -> Result:
    return CliRunner(env={"COLUMNS": str(columns)}).invoke(app, ["catalogue", *arguments])


def test_a_product_is_shown_with_all_that_is_known_of_it() -> None:
    result = run("show", "hubspot, inc.")

    assert result.exit_code == 0
    lines = [line.split(maxsplit=1) for line in result.stdout.splitlines() if line]
    assert lines[0] == ["HubSpot", "Marketing Hub  hubspot-marketing-hub"]
    assert ["vendor", "HubSpot"] in lines
    assert ["domain", "hubspot.com"] in lines
    automation, crm = CATEGORIES["marketing-automation"], CATEGORIES["crm"]
    assert ["category", f"marketing-automation ({automation.group_name}, {automation.name})"] in lines
    assert f"  it is for       {automation.job}\n" in result.stdout
    assert f"crm ({crm.job})\n" in result.stdout


def test_the_words_of_a_name_need_no_quotes() -> None:
    assert run("show", "HubSpot", "Marketing", "Hub").stdout == run("show", "HubSpot Marketing Hub").stdout


def test_a_category_is_shown_by_id_and_by_name() -> None:
    category = CATEGORIES["email-delivery"]
    by_id, by_name = run("show", "email-delivery"), run("show", category.name)

    assert by_id.exit_code == by_name.exit_code == 0
    assert by_id.stdout == by_name.stdout
    assert by_id.stdout.startswith(f"{category.name}  email-delivery\n  it is for       {category.job}\n")
    assert "  overlap         two live products do one job twice" in by_id.stdout


def test_a_name_that_means_nothing_is_refused_with_near_names() -> None:
    result = run("show", "Salesfroce")

    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith("nothing in the catalogue is called `Salesfroce`\n  help: Did you mean `Salesforce")


def test_a_name_that_is_near_nothing_is_refused_without_a_guess() -> None:
    result = run("show", "zzzz qqqq xxxx")

    assert result.exit_code == 2
    assert "Did you mean" not in result.stderr
    assert "help: Look for parts of it with `stackaudit catalogue search`." in result.stderr


def test_a_hostile_name_moves_no_cursor() -> None:
    result = run("show", "\x1b[2Jname")

    assert result.exit_code == 2
    assert "\x1b" not in result.stderr
    assert "<U+001B>[2Jname" in result.stderr


def test_a_search_shows_the_best_matches_and_says_how_many_there_are() -> None:
    result = run("search", "marketing")
    every = run("search", "marketing", "--all")

    *found, closing = [line.split() for line in result.stdout.splitlines()]
    *everything, whole = [line.split() for line in every.stdout.splitlines()]
    assert result.exit_code == every.exit_code == 0
    assert len(everything) > 25
    assert found == everything[:25]
    assert whole == [str(len(everything)), "products"]
    assert closing == f"{len(everything)} products, the first 25 of them shown (--all shows every one)".split()


def test_a_search_ranks_the_product_that_is_called_so_first() -> None:
    result = run("search", "google", "ads")

    assert result.stdout.splitlines()[0].split() == ["Google", "Ads", "search-advertising", "Google"]


def test_a_search_that_finds_nothing_says_so() -> None:
    result = run("search", "zzzzqqqq")

    assert result.exit_code == 0
    assert result.stdout == "0 products\n"


def test_the_tree_of_categories_is_listed_by_group() -> None:
    result = run("categories")

    headings = [line for line in result.stdout.splitlines()[:-1] if line and not line.startswith(" ")]
    ids = [line.split()[0] for line in result.stdout.splitlines() if line.startswith("  ") and line[2] != " "]
    assert result.exit_code == 0
    assert headings == list(dict.fromkeys(f"{each.group_name}  {each.group}" for each in CATEGORIES.values()))
    assert ids == list(CATEGORIES)
    assert result.stdout.endswith(f"\n{len(CATEGORIES)} categories\n")


@pytest.mark.parametrize("group", ["social", "Social & Relationships"])
def test_one_group_of_categories_is_listed_alone(group: str) -> None:
    result = run("categories", "--group", group, "--format", "json")

    wanted = [category.id for category in CATEGORIES.values() if category.group == "social"]
    assert result.exit_code == 0
    assert [category["id"] for category in json.loads(result.stdout)] == wanted


def test_a_group_that_is_not_there_is_refused_with_the_groups() -> None:
    result = run("categories", "--group", "dta")

    assert result.exit_code == 2
    assert result.stdout == ""
    assert "Did you mean `data`" in result.stderr
    assert "advertising" in result.stderr


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_no_line_is_wider_than_the_terminal(columns: int) -> None:
    for arguments in (("show", "hubspot"), ("show", "crm"), ("search", "google"), ("categories",)):
        lines = run(*arguments, columns=columns).stdout.splitlines()

        assert max(width_of(line) for line in lines) <= columns, arguments


def test_json_holds_what_the_catalogue_says() -> None:
    shown = json.loads(run("show", "hubspot", "--format", "json").stdout)
    category = json.loads(run("show", "crm", "-f", "json").stdout)
    found = json.loads(run("search", "marketing", "--all", "--format", "json").stdout)
    tree = json.loads(run("categories", "--format", "json").stdout)
    nothing = json.loads(run("search", "zzzzqqqq", "--format", "json").stdout)

    assert [(entry["kind"], entry["id"]) for entry in shown] == [("product", "hubspot-marketing-hub")]
    assert {"id": "crm", "kind": "category"}.items() <= category[-1].items()
    assert len(found) > 25
    assert {"id", "name", "group", "job", "overlap"} <= tree[0].keys()
    assert {entry["category"] for entry in found} <= {entry["id"] for entry in tree}
    assert nothing == []


def test_the_program_shows_a_product() -> None:
    command = [sys.executable, "-m", "stackaudit", "catalogue", "show", "Typeform"]

    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)

    assert done.stdout.startswith("Typeform  ")
    assert done.stderr == ""
