"""A reconciliation keeps to the width of the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from stackaudit.reports.terminal.lines import width_of
from stackaudit.reports.terminal.reconciliation import reconciliation_lines
from stacks import stack_of

if TYPE_CHECKING:
    from stackaudit.model.reconciliation import Reconciliation


def found() -> Reconciliation:
    """Tools of every standing."""
    inventory = """
        organization: {name: Us, currency: EUR}
        systems:
          board: {name: Miro}
          mail: {name: Mailchimp, bought: {how: card}}
          crm: {name: Our CRM}
          shop: {name: Shop}
    """
    traces = """[
        {signed_in: Miro, users: 3},
        {paid: SHOP LTD 24, amount: 10, on: 2026-10-01},
        {paid: DROPBOX, amount: 10, on: 2025-10-01}, {paid: DROPBOX, amount: 10, on: 2026-10-01, team: Web and shop},
        {tag: cdn.jsdelivr.net, site: www.example.com},
    ]"""
    reconciliation = stack_of(inventory, traces).reconciliation
    assert reconciliation is not None
    return reconciliation


def lines(width: int, *, show_all: bool) -> list[str]:
    told = reconciliation_lines("Us", found(), width, show_all=show_all, verbose=True)
    return ["".join(span.text for span in line) for line in told]


@pytest.mark.parametrize("width", [60, 80, 100, 120])
@pytest.mark.parametrize("show_all", [True, False])
def test_no_line_is_wider_than_the_terminal(width: int, show_all: bool) -> None:
    assert [line for line in lines(width, show_all=show_all) if width_of(line) > width] == []


def test_what_a_heading_says_stands_below_it_where_there_is_no_room_beside() -> None:
    narrow, wide = lines(60, show_all=False), lines(120, show_all=False)

    assert "Declared, nothing to tell: 2  no source was read that would surely show it  (--all shows them)" in wide
    begins = narrow.index("Declared, nothing to tell: 2")
    assert narrow[begins + 1 : begins + 3] == [
        "  no source was read that would surely show it  (--all shows",
        "  them)",
    ]
