"""What could be saved: findings whose money ends with them, each system once."""

from __future__ import annotations

from stackaudit.analysis.briefing.saving import savings_of
from stackaudit.model.briefing import Savings
from stacks import audit_of, builtin_rules

_RULES = ("portfolio/seats-unused", "portfolio/retired-still-paid", "shadow-it/bought-without-it")


def savings(inventory: str) -> Savings:
    return savings_of(audit_of(inventory, [rule for rule in builtin_rules() if rule.id in _RULES]))


def test_the_dearest_saving_comes_first_and_other_money_is_none() -> None:
    found = savings("""
    organization: {currency: EUR}
    teams: {web: {side: marketing}}
    systems:
      mail: {name: Mail, bought: {by: web, approved_by: []}, cost: {annual: 1000, seats: 10, seats_used: 2}}
      old: {name: Old, lifecycle: retired, cost: {annual: 900.5}}
    """)

    assert [(each.rule, each.money) for each in found.findings] == [
        ("portfolio/retired-still-paid", 900.5),
        ("portfolio/seats-unused", 800.0),
    ]
    assert found.total == 1700.5


def test_what_has_no_price_saves_nothing() -> None:
    found = savings("systems: {old: {name: Old, lifecycle: retired, cost: {annual: {amount: 5, currency: USD}}}}")

    assert found == Savings((), 0)
