from __future__ import annotations

from stackaudit.analysis.checks.linking import names_of
from stacks import stack_of


def test_systems_of_one_name_are_told_apart_by_their_ids() -> None:
    systems = stack_of("systems: {b: {name: Shop}, a: {name: Shop}, c: {name: Desk}}").inventory.systems

    assert names_of(systems.values()) == ("Shop (a)", "Shop (b)", "Desk")
    assert names_of(systems[each] for each in "bc") == ("Shop", "Desk")
