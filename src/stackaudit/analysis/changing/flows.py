"""What data flows from where to where, and in which regions it lives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.analysis.changing.subjects import named
from stackaudit.model.language.taxonomy import PERSONAL_KINDS

if TYPE_CHECKING:
    from stackaudit.model.audit import SubjectName
    from stackaudit.model.inventory import Inventory


def flows_of(inventory: Inventory) -> frozenset[tuple[str, str, str]]:
    """The ids of sender and receiver with each kind of data that is stated to flow, by the kind's full key."""
    found: set[tuple[str, str, str]] = set()
    for flow in inventory.integrations:
        start, end, kinds = str(flow.facts["from"]), str(flow.facts["to"]), flow.facts.get("data")
        for kind in kinds if isinstance(kinds, tuple) else ():
            if isinstance(kind, str):
                full = PERSONAL_KINDS.get(kind, kind)
                found.add((start, end, full))
                if flow.facts["direction"] == "two-way":
                    found.add((end, start, full))
    return frozenset(found)


def regions_of(inventory: Inventory) -> dict[str, tuple[SubjectName, ...]]:
    """Each region in which data of systems in use lives, in lower case, with those systems by their ids."""
    found: dict[str, dict[str, SubjectName]] = {}
    for system in inventory.systems.values():
        regions = system.facts.get("regions")
        for region in regions if isinstance(regions, tuple) and system.facts["in_use"] else ():
            if isinstance(region, str):
                found.setdefault(region.casefold(), {})[system.id] = named(system)
    return {region: tuple(systems[each] for each in sorted(systems)) for region, systems in found.items()}
