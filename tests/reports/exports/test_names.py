"""Names under which people tell systems apart."""

from __future__ import annotations

from reports.exports.exported_stacks import small_stack
from stackaudit.reports.exports.names import told_apart


def test_only_systems_of_one_name_are_told_with_their_ids() -> None:
    inventory, _ = small_stack("systems: {a: {name: Shop}, b: {name: Mail}, c: {name: Shop}}")

    assert told_apart(inventory) == {"a": "Shop (a)", "b": "Mail", "c": "Shop (c)"}
