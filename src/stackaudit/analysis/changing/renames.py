"""Systems that go by another id than before."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from stackaudit.model.inventory import Inventory, Subject


def renamed_systems(old: Mapping[str, Subject], new: Mapping[str, Subject]) -> dict[str, str]:
    """The new id of each old id that went, where one system came that is called the same, or is the same product.

    Where several went or came of one name or product nobody can tell which is which, and none is renamed.
    """
    went = [system for system in old.values() if system.id not in new]
    came = [system for system in new.values() if system.id not in old]
    found: dict[str, str] = {}
    for mark in (_name, _product):
        ones, others = _alone(went, mark), _alone(came, mark)
        found |= {ones[each]: others[each] for each in ones if each in others}
        went = [system for system in went if system.id not in found]
        came = [system for system in came if system.id not in found.values()]
    return dict(sorted(found.items()))


def as_named_now(inventory: Inventory, renames: Mapping[str, str]) -> Inventory:
    """An inventory in which the renamed systems go by their new ids already, also at the ends of integrations."""
    if not renames:
        return inventory
    systems = {
        renames.get(system.id, system.id): system._replace(id=renames.get(system.id, system.id))
        for system in inventory.systems.values()
    }
    integrations = tuple(_flow(flow, renames) for flow in inventory.integrations)
    return replace(inventory, systems=dict(sorted(systems.items())), integrations=integrations)


def id_now(kind: str, subject: str, renames: Mapping[str, str]) -> str:
    """The id that a subject goes by now: a system's own, or that of an integration of renamed systems."""
    if kind == "system":
        return renames.get(subject, subject)
    if kind == "integration":
        ends, number, digits = subject.partition(" #")
        return " -> ".join(renames.get(end, end) for end in ends.split(" -> ")) + number + digits
    return subject


def _alone(systems: Iterable[Subject], mark: Callable[[Subject], str]) -> dict[str, str]:
    """The ids of systems by their mark, for marks that exactly one of them has."""
    by_mark: dict[str, list[str]] = {}
    for system in systems:
        by_mark.setdefault(mark(system), []).append(system.id)
    return {each: ids[0] for each, ids in by_mark.items() if each and len(ids) == 1}


def _name(system: Subject) -> str:
    return system.name.casefold().strip()


def _product(system: Subject) -> str:
    """The catalogue's product; empty where the catalogue knows none."""
    return str(system.facts.get("product.id") or "")


def _flow(flow: Subject, renames: Mapping[str, str]) -> Subject:
    ends = {
        end: renames.get(str(flow.facts[end]), flow.facts[end]) for end in ("from", "to", "via") if end in flow.facts
    }
    return flow._replace(id=id_now("integration", flow.id, renames), facts={**flow.facts, **ends})
