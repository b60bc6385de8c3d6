"""Several files and folders make up one inventory, in whatever order they are named."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

import pytest

from builders import CATEGORIES, inventory
from stackaudit.sources.inventory import read_inventory

if TYPE_CHECKING:
    from pathlib import Path

    from stackaudit.model.inventory import Inventory, Subject

FILES = {
    "a.yaml": "organization: {name: Fjordline, currency: EUR}\nteams: {it: {side: it}}\nsystems: {crm: Salesforce}\n",
    "sub/b.yml": "organization: {revenue: {amount: 10, currency: USD}}\nsystems: {mail: Mailchimp, erp: SAP}\n"
    "integrations: [{from: mail, to: crm, owner: it}, {from: crm, to: erp}]\n",
    "sub/deep/c.yaml": "organization: {exchange_rates: {USD: 0.5}}\nteams: {web: {part_of: it}}\n"
    "governance: {shared_metrics: [match rate]}\nintegrations: [{from: crm, to: erp, method: file}]\n",
    "d.yaml": "governance: {liaison: {team: it}, roadmap: {items: [{name: B}, {name: A}]}}\ndata: {order: {}}\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def stated(inventory: Inventory) -> object:
    """All that an inventory says, with the place of each subject."""

    def told(subject: Subject) -> object:
        return subject.id, dict(subject.facts), subject.place()

    kinds = ("organization", "team", "system", "integration", "roadmap item", "data kind")
    return {kind: [told(subject) for subject in inventory.subjects(kind)] for kind in kinds}, list(inventory.documents)


def test_files_named_in_any_order_give_the_same_inventory(folder: Path) -> None:
    expected = stated(read_inventory([folder], CATEGORIES))

    for names in permutations(FILES):
        assert stated(read_inventory([folder / name for name in names], CATEGORIES)) == expected


def test_a_folder_and_its_own_files_are_read_once(folder: Path) -> None:
    paths = [folder / "sub" / "b.yml", folder, folder / "sub", folder / "sub" / ".." / "a.yaml"]

    merged = read_inventory(paths, CATEGORIES)

    assert stated(merged) == stated(read_inventory([folder], CATEGORIES))


def test_the_parts_are_one_inventory(folder: Path) -> None:
    merged = read_inventory([folder], CATEGORIES)

    assert list(merged.systems) == ["crm", "erp", "mail"]
    assert list(merged.teams) == ["it", "web"]
    assert list(merged.data_kinds) == ["order"]
    assert [item.id for item in merged.roadmap_items] == ["A", "B"]
    assert [link.id for link in merged.integrations] == ["crm -> erp", "crm -> erp #2", "mail -> crm"]
    assert merged.organization.facts == {
        "organization.name": "Fjordline",
        "organization.currency": "EUR",
        "organization.exchange_rates": {"USD": 0.5},
        "organization.revenue": 5.0,
        "governance.shared_metrics": ("match rate",),
        "governance.liaison.team": "it",
    }


@pytest.mark.parametrize(
    ("fact", "place"),
    [
        ("organization.name", "a.yaml:1:22"),
        ("organization.revenue", "sub/b.yml:1:25"),
        ("organization.exchange_rates", "sub/deep/c.yaml:1:32"),
        ("governance.shared_metrics", "sub/deep/c.yaml:3:30"),
        ("governance.liaison.team", "d.yaml:1:30"),
        ("governance.liaison.name", "d.yaml:1:23"),
        ("governance.survey.asked", "d.yaml:1:13"),
    ],
)
def test_a_fact_of_the_organization_is_placed_in_the_file_that_states_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch, fact: str, place: str
) -> None:
    monkeypatch.chdir(folder)

    merged = read_inventory([folder], CATEGORIES)

    assert str(merged.organization.place(fact)) == place


def test_hidden_folders_and_folders_of_evidence_are_no_part_of_it(folder: Path) -> None:
    for name in (".git", "evidence", "expected", "node_modules", "rules"):
        (folder / name).mkdir()
        (folder / name / "x.yaml").write_text("this is no inventory\n")

    merged = read_inventory([folder], CATEGORIES, leave_out=[folder / "rules"])

    assert len(merged.documents) == len(FILES)


def test_a_plain_list_of_names_is_an_inventory() -> None:
    listed = inventory(
        "systems: [Jira, HubSpot Marketing Hub, 1Password, Café Größe, {name: SAP S/4HANA, public: false}]\n"
    )

    names = {key: system.facts["name"] for key, system in listed.systems.items()}
    assert names == {
        "jira": "Jira",
        "hubspot-marketing-hub": "HubSpot Marketing Hub",
        "1password": "1Password",
        "café-größe": "Café Größe",
        "sap-s-4hana": "SAP S/4HANA",
    }
    assert listed.systems["sap-s-4hana"].facts["public"] is False


def test_a_system_may_be_just_its_name() -> None:
    short = inventory("systems: {crm: Salesforce}\n")
    long = inventory("systems: {crm: {name: Salesforce}}\n")

    assert short.systems["crm"].facts == long.systems["crm"].facts
    assert short.systems["crm"].place("name") == ("inventory.yaml", 1, 11)


def test_own_keys_may_stand_wherever_keys_stand() -> None:
    own = inventory(
        "x-a: [1]\norganization: {x-b: 1, spend: {x-c: 2}}\nteams: {it: {x-d: {e: f}}}\ngovernance: {x-g: ~}\n"
        "systems: {crm: {name: Salesforce, x-h: yes, cost: {x-i: 1}}, mail: Mailchimp}\n"
        "integrations: [{from: crm, to: mail, x-j: 1}]\n",
    )

    assert own.organization.facts == {}
    assert own.teams["it"].facts == {}
    assert own.systems["crm"].facts == {**own.systems["mail"].facts, "name": "Salesforce"}
    assert own.integrations[0].facts == {"from": "crm", "to": "mail", "direction": "one-way"}


@pytest.mark.parametrize(
    ("text", "teams", "integrations"),
    [
        ("systems: [Jira]\n", False, False),
        ("systems: [Jira]\nintegrations: []\n", False, True),
        ("systems: [Jira]\nintegrations:\n", False, True),
        ("systems: [Jira]\nteams: {it: {}}\n", True, False),
        ("systems: [Jira]\nteams:\n", True, False),
    ],
)
def test_an_inventory_knows_which_sections_it_states(text: str, teams: bool, integrations: bool) -> None:
    declared = inventory(text)

    assert declared.states_teams is teams
    assert declared.states_integrations is integrations


def test_without_teams_nothing_is_asked_of_the_names_of_teams() -> None:
    declared = inventory("systems: {crm: {name: Salesforce, bought: {by: anybody, approved_by: [somebody]}}}\n")

    assert declared.systems["crm"].facts["bought.by"] == "anybody"


def test_an_owner_that_no_team_declares_is_left_to_the_rules() -> None:
    declared = inventory("teams: {it: {side: it}}\nsystems: {crm: {name: A, owner: {business: the-board}}}\n")

    assert declared.systems["crm"].facts["owner.business"] == "the-board"
