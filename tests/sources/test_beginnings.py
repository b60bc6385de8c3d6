"""What a new inventory begins with: that everybody reads it, and what it never claims."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import jsonschema
import pytest
import yaml

from reports.nasty import NASTY
from stackaudit.model.language import INVENTORY
from stackaudit.model.problems import Problems
from stackaudit.model.settings import CHOICES, THRESHOLDS
from stackaudit.reports.schemas import inventory_schema
from stackaudit.sources.beginnings import (
    Beginning,
    Standing,
    beginning_files,
    inventory_text,
    standing_in,
    with_beginning,
)
from stackaudit.sources.inventory import read_inventory_text
from stacks import catalogue

if TYPE_CHECKING:
    from stackaudit.model.inventory import Inventory

FJORDLINE = Beginning("Fjordline", "EUR", ("eu",), {"web": "marketing"}, ("Salesforce", "Ordrebok", "SALESFORCE"))
TEAMS = "teams:\n  crew: {side: it}\n"


def read(text: str) -> Inventory:
    return read_inventory_text("inventory.yaml", text, catalogue().categories)


def uncommented(text: str) -> str:
    """A text with its examples taken in: a comment that is a key, or an item of a list, without its sign."""
    return re.sub(r"^( *)# (?= *(?:\w+:(?: |$)|- \{))", r"\1", text, flags=re.MULTILINE)


def test_what_is_known_is_stated_and_nothing_else() -> None:
    inventory = read(inventory_text(FJORDLINE, catalogue()))

    assert inventory.organization.facts == {
        "organization.name": "Fjordline",
        "organization.currency": "EUR",
        "organization.regions": ("eu",),
    }
    assert {team.id: team.facts for team in inventory.teams.values()} == {"web": {"side": "marketing"}}
    unsaid = {"lifecycle": "live", "environment": "production"}
    assert {system.id: system.facts for system in inventory.systems.values()} == {
        "salesforce": {"name": "Salesforce", **unsaid},
        "ordrebok": {"name": "Ordrebok", **unsaid},
    }
    assert (inventory.states_integrations, inventory.unstated) == (False, 0)


def test_comments_say_what_the_catalogue_takes_a_name_for() -> None:
    text = inventory_text(FJORDLINE._replace(systems=("Salesforce", "mailchimp", "Ordrebok")), catalogue())

    assert [line.strip() for line in text.splitlines() if line.startswith("    name:")] == [
        "name: Salesforce # taken for Salesforce Sales Cloud: CRM",
        "name: mailchimp # E-mail marketing",
        "name: Ordrebok # not in the catalogue, so add what it is for: `category:`",
    ]


def test_where_nothing_is_known_nothing_is_stated() -> None:
    inventory = read(inventory_text(Beginning(), catalogue()))

    assert inventory.organization.facts == {}
    assert {team.id: team.facts["side"] for team in inventory.teams.values()} == {
        "marketing": "marketing",
        "it": "it",
        "sales": "sales",
    }
    assert (inventory.systems, inventory.states_integrations) == ({}, False)


def test_the_examples_in_comments_are_of_the_language() -> None:
    inventory = read(uncommented(inventory_text(Beginning(), catalogue())))

    assert {system.id: system.name for system in inventory.systems.values()} == {
        "crm": "Salesforce Sales Cloud",
        "automation": "HubSpot Marketing Hub",
    }
    assert [catalogue().resolve(system.name) is not None for system in inventory.systems.values()] == [True, True]
    assert [flow.id for flow in inventory.integrations] == ["automation -> crm"]


@pytest.mark.parametrize("word", [word for word, text in NASTY.items() if text.isprintable() and len(text) < 200])
def test_a_name_comes_through_as_it_is(word: str) -> None:
    name = NASTY[word].strip() or "-"

    text = inventory_text(Beginning(name, "", (name,), {}, (name,)), catalogue())

    stated = yaml.safe_load(text)
    assert (stated["organization"], [system["name"] for system in stated["systems"].values()]) == (
        {"name": name, "regions": [name]},
        [name],
    )


def test_names_that_give_one_id_get_two() -> None:
    inventory = read(inventory_text(Beginning(systems=("C++", "C#")), catalogue()))

    assert {system.id: system.name for system in inventory.systems.values()} == {"c": "C++", "c-2": "C#"}


def test_every_file_around_the_inventory_gives_way_and_is_read_by_its_reader(tmp_path: Path) -> None:
    schema = json.dumps(inventory_schema(catalogue().categories))

    files = {
        starter.path.relative_to(tmp_path).as_posix(): starter for starter in beginning_files(tmp_path, "a", schema)
    }

    assert [name for name, starter in files.items() if not starter.gives_way] == ["inventory.yaml"]
    assert tomllib.loads(files["stackaudit.toml"].text) == {"profile": "starter"}
    mapped = json.loads(files[".vscode/settings.json"].text)["yaml.schemas"]
    assert [name in files for name in mapped] == [True]
    assert json.loads(files[".vscode/extensions.json"].text) == {"recommendations": ["redhat.vscode-yaml"]}
    jsonschema.validate(
        yaml.safe_load(inventory_text(FJORDLINE, catalogue())), json.loads(files[next(iter(mapped))].text)
    )


def test_the_settings_in_comments_are_settings() -> None:
    starter = next(each for each in beginning_files(Path(), "", "") if each.path.name == "stackaudit.toml")

    lines = (line.removeprefix("# ") for line in starter.text.splitlines() if "=" in line or "[" in line)
    stated = tomllib.loads("\n".join(lines))

    assert [*stated] == ["profile", "fail-on", "ignore", "thresholds"]
    assert {*stated} - {"thresholds"} <= CHOICES.keys()
    assert {*stated["thresholds"]} <= THRESHOLDS.keys()


def test_the_first_lines_name_a_schema_that_is_written() -> None:
    first, second, *_ = inventory_text(Beginning(), catalogue()).splitlines()

    files = [starter.path.as_posix() for starter in beginning_files(Path(), "", "")]
    assert first.removeprefix("# yaml-language-server: $schema=") in files
    assert second.removeprefix("# $schema: ") in files


def test_an_imported_inventory_gets_what_is_known_and_the_same_comments() -> None:
    text = with_beginning(
        f"stackaudit: 1\n{TEAMS}systems:\n  crm: {{name: The CRM}} # check: it\n", FJORDLINE, catalogue().categories
    )

    inventory = read(text)
    assert text.splitlines()[0].startswith("# yaml-language-server: ")
    assert "  crm: {name: The CRM} # check: it\n" in text
    assert inventory.organization.facts["organization.name"] == "Fjordline"
    assert {team.id: team.facts["side"] for team in inventory.teams.values()} == {"crew": "it", "web": "marketing"}
    assert text.count("stackaudit: 1\n") == 1
    assert "\n# There is no `integrations:` yet" in text


def test_an_imported_inventory_with_links_is_not_told_that_it_has_none() -> None:
    text = with_beginning("stackaudit: 1\nsystems: {a: {name: A}}\nintegrations: []\n", Beginning(teams={}), ())

    assert "There is no `integrations:`" not in text
    assert read(text).states_integrations


def test_amounts_of_a_file_are_in_no_other_currency() -> None:
    text = "stackaudit: 1\norganization: {currency: USD}\nsystems: {a: {name: A, cost: {annual: 1}}}\n"

    with pytest.raises(Problems) as raised:
        with_beginning(text, FJORDLINE, ())

    assert [problem.message for problem in raised.value.problems] == ["the file's amounts are in USD, not in EUR"]


@pytest.mark.parametrize("section", [key for key in INVENTORY if key not in ("data", "ignore")])
def test_a_file_with_a_section_of_the_language_is_an_inventory(tmp_path: Path, section: str) -> None:
    (tmp_path / "a.yaml").write_text(f"# a\n{section}: 1\n")

    assert standing_in(tmp_path) == Standing(has_inventory=True)


def test_what_a_folder_holds_is_told_apart(tmp_path: Path) -> None:
    (tmp_path / "compose.yaml").write_text("services: {systems: 1}\n")
    (tmp_path / ".github").mkdir()
    (tmp_path / ".github" / "a.yml").write_text("teams: 1\n")

    assert standing_in(tmp_path).has_inventory is False
    assert [name.rpartition("/")[2] for name in standing_in(tmp_path).others] == ["compose.yaml"]
    assert standing_in(tmp_path / ".github" / "none") == Standing(has_inventory=False)
    assert standing_in(tmp_path / "compose.yaml") == Standing(has_inventory=True)
    assert standing_in(tmp_path / "none.yml") == Standing(has_inventory=True)
