"""Which system, and which kind of data, somebody means."""

from __future__ import annotations

import pytest

from stackaudit.analysis.naming import data_meant, systems_meant
from stackaudit.model.problems import Problems
from stacks import stack_of

INVENTORY = stack_of("""
systems:
  crm: {name: Salesforce Sales Cloud}
  mail: {name: crm}
  one: {name: Semrush}
  two: {name: Semrush}
  three: {name: "!!!"}
integrations: [{from: crm, to: mail, data: [contact, stock]}]
""").inventory


def problem(*names: str) -> list[tuple[str, str]]:
    with pytest.raises(Problems) as raised:
        systems_meant(INVENTORY, *names)
    return [(each.message, each.help) for each in raised.value.problems]


@pytest.mark.parametrize(
    ("name", "system"),
    [
        ("crm", "crm"),
        ("Salesforce Sales Cloud", "crm"),
        ("salesforce  sales-cloud", "crm"),
        ("!!!", "three"),
        ("one", "one"),
    ],
)
def test_a_system_is_meant_by_its_id_and_else_by_its_name(name: str, system: str) -> None:
    assert [each.id for each in systems_meant(INVENTORY, name)] == [system]


def test_a_name_of_several_systems_is_told_with_their_ids() -> None:
    assert problem("Semrush") == [("`Semrush` may mean 2 systems", "Name it by its id: `one`, `two`.")]


def test_everything_that_is_wrong_is_told_at_once_with_what_is_near() -> None:
    assert problem("Salesforce Sale Cloud", "nothing like it") == [
        ("no system is called `Salesforce Sale Cloud`", "Did you mean `Salesforce Sales Cloud`?"),
        ("no system is called `nothing like it`", "Name a system by its id or its name."),
    ]


def test_signs_alone_mean_no_other_signs() -> None:
    assert problem("???")[0][0] == "no system is called `???`"


@pytest.mark.parametrize("kind", ["contact", "user.contact", "stock", "order"])
def test_a_kind_of_data_is_one_that_flows_or_that_the_taxonomy_has(kind: str) -> None:
    assert data_meant(INVENTORY, kind) == kind


def test_a_kind_that_nobody_knows_is_refused_with_what_is_near() -> None:
    with pytest.raises(Problems) as raised:
        data_meant(INVENTORY, "contct")

    assert [(each.message, each.help) for each in raised.value.problems] == [
        ("no flow carries `contct`", "Did you mean `contact`?")
    ]
