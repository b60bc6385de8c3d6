from __future__ import annotations

from stacks import facts_of_system, stack_of

TEAMS = """
teams:
  sales: {side: sales}
  it: {side: it}
  web: {side: marketing, embeds: [it]}
  new: {}
"""


def test_the_sides_of_both_owners_are_known_from_their_teams() -> None:
    facts = facts_of_system("owner: {business: sales, technical: it}", TEAMS)

    assert facts["owner.sides"] == ("sales", "it")


def test_one_side_is_named_once() -> None:
    facts = facts_of_system("owner: {business: sales, technical: sales}", TEAMS)

    assert facts["owner.sides"] == ("sales",)


def test_people_of_another_side_inside_a_team_bring_their_side() -> None:
    facts = facts_of_system("owner: {business: web, technical: web}", TEAMS)

    assert facts["owner.sides"] == ("marketing", "it")


def test_an_owner_who_is_not_stated_leaves_the_sides_open() -> None:
    facts = facts_of_system("owner: {business: sales}", TEAMS)

    assert facts["owner.sides"] == ("sales", None)


def test_a_team_without_a_side_leaves_the_sides_open() -> None:
    facts = facts_of_system("owner: {business: new, technical: it}", TEAMS)

    assert facts["owner.sides"] == (None, "it")


def test_nobody_stands_on_no_side() -> None:
    facts = facts_of_system("owner: {business: sales, technical: nobody}", TEAMS)

    assert facts["owner.sides"] == ("sales",)


def test_without_any_owner_the_sides_are_unknown() -> None:
    facts = facts_of_system("lifecycle: live", TEAMS)

    assert "owner.sides" not in facts


def test_owners_that_no_team_is_declared_as_are_named_once() -> None:
    facts = facts_of_system("owner: {business: digital-lab, technical: digital-lab}", TEAMS)

    assert facts["owner.undeclared"] == ("digital-lab",)


def test_declared_owners_are_not_named() -> None:
    facts = facts_of_system("owner: {business: sales, technical: it}", TEAMS)

    assert facts["owner.undeclared"] == ()


def test_nobody_is_no_undeclared_team() -> None:
    facts = facts_of_system("owner: {business: nobody}", TEAMS)

    assert "owner.undeclared" not in facts


def test_an_inventory_without_teams_has_no_undeclared_owners() -> None:
    facts = facts_of_system("owner: {business: digital-lab}")

    assert "owner.undeclared" not in facts


def test_integrations_and_kinds_of_data_know_their_undeclared_owners_too() -> None:
    stack = stack_of(f"""{TEAMS}
data:
  customer: {{owner: {{business: sales, technical: data-office}}}}
systems: {{a: A, b: B}}
integrations: [{{from: a, to: b, owner: e-business}}]
""")

    assert stack.inventory.integrations[0].facts["owner.undeclared"] == ("e-business",)
    assert stack.inventory.data_kinds["customer"].facts["owner.undeclared"] == ("data-office",)
