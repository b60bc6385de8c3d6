"""Tools outside the fare zone: shown by payments or sign-ons, and declared nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.analysis.mapping.neighbourhoods import neighbourhood_of
from stackaudit.analysis.reconciling.reconciling import users_of
from stackaudit.model.money import spelled
from stackaudit.model.transit import Station

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.analysis.stack import Stack
    from stackaudit.model.reconciliation import Tool

MOST_OUTSIDE = 6


def stations_outside(stack: Stack) -> Iterator[Station]:
    """The dearest tools that are paid now or signed in to and that no file declares, then the most used.

    A reconciliation has them in this order. Their ids begin with `outside:`, which no system's does.
    """
    found = [tool for tool in stack.tools.values() if tool.standing == "undeclared" and not tool.is_plumbing]
    shown = [tool for tool in found if _is_paid(tool) or "signed in" in tool.sightings]
    for tool in shown[:MOST_OUTSIDE]:
        category = stack.catalogue.categories.get(tool.category)
        place = neighbourhood_of(category) if category else "it"
        yield Station(f"outside:{tool.id}", tool.name, place, "outside", (), tuple(_notices(tool, stack)))


def _is_paid(tool: Tool) -> bool:
    return tool.payments is not None and tool.payments.is_current


def _notices(tool: Tool, stack: Stack) -> Iterator[str]:
    yield "not in the inventory"
    if tool.payments is not None and tool.payments.annual > 0:
        currency = str(stack.organization.facts.get("organization.currency", ""))
        yield f"{spelled(round(tool.payments.annual), currency)} a year"
    if "signed in" in tool.sightings:
        users = users_of(tool)
        yield f"people sign in: {users}" if users else "people sign in"
