"""The calendar of contracts, in the order in which somebody must decide."""

from __future__ import annotations

from datetime import date

from stackaudit.analysis.briefing.renewing import renewals_of
from stackaudit.model.audit import SubjectName
from stackaudit.model.briefing import Renewal
from stacks import stack_of


def test_contracts_stand_in_the_order_of_the_days_on_which_to_decide() -> None:
    stack = stack_of("""
    teams: {web: {name: Web and shop, side: marketing}}
    systems:
      missed: {name: Missed, cost: {renews: 2026-12-20, notice: 60d}}
      near:
        {name: Near, owner: {business: web}, cost: {annual: 900, renews: 2027-02-01, notice: 60d, auto_renews: true}}
      open: {name: Open, cost: {renews: 2026-12-05, auto_renews: false}}
      today: {name: Today, lifecycle: rejected, cost: {annual: {amount: 5, currency: USD}, renews: 2026-11-21}}
      past: {name: Past, cost: {renews: 2026-11-20}}
      undated: {name: Undated, cost: {annual: 900}}
    """)

    found = renewals_of(stack)

    assert [renewal.system.id for renewal in found] == ["today", "near", "open", "missed"]
    assert found[1] == Renewal(
        SubjectName("system", "near", "Near"), date(2027, 2, 1), date(2026, 12, 3), 900.0, True, "Web and shop"
    )
    assert found[0] == Renewal(SubjectName("system", "today", "Today"), date(2026, 11, 21), None, None, None, "")
