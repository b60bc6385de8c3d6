"""The teams that an inventory declares or names, as exports call them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.reports.exports.stated import seen, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.model.inventory import Inventory

_NAMING = ("owner.business", "owner.technical", "bought.by")


def team_names(inventory: Inventory) -> dict[str, str]:
    """What each team is called, by its id: those that are declared, and those that are only named."""
    return dict(_teams(inventory))


def _teams(inventory: Inventory) -> Iterator[tuple[str, str]]:
    for team in inventory.teams.values():
        yield team.id, seen(team.name)
        whole = text_of(team.facts, "part_of")
        if whole and whole not in inventory.teams:
            yield whole, whole
    for system in inventory.systems.values():
        for fact in _NAMING:
            named = text_of(system.facts, fact)
            if named and named not in inventory.teams:
                yield named, named
