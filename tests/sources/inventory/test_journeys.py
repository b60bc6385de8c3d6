"""The section `journeys` of an inventory."""

from __future__ import annotations

from builders import inventory, problems_of

SYSTEMS = "systems: {web: {name: Web}, crm: {name: CRM}, erp: {name: ERP}}\n"


def test_a_journey_states_its_name_and_its_systems_in_their_order() -> None:
    read = inventory(
        f"{SYSTEMS}journeys: {{sale: {{name: The sale, description: How we sell., systems: [web, crm, erp]}}}}"
    )

    assert {name: dict(each.facts) for name, each in read.journeys.items()} == {
        "sale": {"name": "The sale", "description": "How we sell.", "systems": ("web", "crm", "erp")}
    }
    assert (read.journeys["sale"].kind, read.journeys["sale"].name) == ("journey", "The sale")


def test_journeys_come_in_the_order_of_their_ids_and_may_state_nothing() -> None:
    read = inventory(f"{SYSTEMS}journeys:\n  second:\n  first: {{systems: web}}\n")

    assert [(name, dict(each.facts)) for name, each in read.journeys.items()] == [
        ("first", {"systems": ("web",)}),
        ("second", {}),
    ]


def test_an_inventory_without_the_section_has_no_journeys() -> None:
    assert dict(inventory(SYSTEMS).journeys) == {}


def test_a_system_that_nobody_declares_is_a_problem_with_what_is_near() -> None:
    (problem,) = problems_of(f"{SYSTEMS}journeys: {{sale: {{systems: [web, crmm]}}}}")

    assert (problem.message, problem.help) == ("no system is declared as `crmm`", "Did you mean `crm`?")
    assert str(problem.place) == "inventory.yaml:2:28"


def test_an_unknown_key_is_a_problem_with_what_is_near() -> None:
    (problem,) = problems_of(f"{SYSTEMS}journeys: {{sale: {{sytems: [web, crm]}}}}")

    assert (problem.message, problem.help) == ("unknown key `sytems`", "Did you mean `systems`?")


def test_a_journey_that_is_declared_twice_is_a_problem() -> None:
    (problem,) = problems_of(f"{SYSTEMS}journeys:\n  sale: {{}}\n  sale: {{}}\n")

    assert "sale" in problem.message
