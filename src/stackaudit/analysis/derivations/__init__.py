"""Facts that follow from stated ones, in one table for each kind of subject."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from stackaudit.analysis.derivations import (
    of_data_kinds,
    of_integrations,
    of_organization,
    of_roadmap_items,
    of_systems,
    of_teams,
)
from stackaudit.model.inventory import Subject

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stackaudit.analysis.derivations.context import Context, Derived
    from stackaudit.model.inventory import Inventory

DERIVED: dict[str, tuple[Derived, ...]] = {
    "organization": of_organization.DERIVED,
    "team": of_teams.DERIVED,
    "system": of_systems.DERIVED,
    "integration": of_integrations.DERIVED,
    "roadmap item": of_roadmap_items.DERIVED,
    "data kind": of_data_kinds.DERIVED,
}
"""Every derived fact of every kind of subject."""


def derive(inventory: Inventory, context: Context) -> Inventory:
    """The inventory with all derived facts beside the stated ones.

    Kinds of data that systems are masters of become subjects even where no file declares them.
    """
    systems = {subject.id: subject for subject in _enriched(inventory.systems.values(), "system", context)}
    context = replace(
        context,
        systems=systems,
        masters=of_data_kinds.masters(systems.values()),
        parts=of_teams.parts_of(inventory.teams.values()),
        has_roadmap_items=bool(inventory.roadmap_items),
    )
    declared = {**inventory.data_kinds, **of_data_kinds.undeclared(inventory)}
    kinds = (declared[kind] for kind in sorted(declared))
    return replace(
        inventory,
        organization=next(iter(_enriched([inventory.organization], "organization", context))),
        teams={subject.id: subject for subject in _enriched(inventory.teams.values(), "team", context)},
        systems=systems,
        integrations=tuple(_enriched(inventory.integrations, "integration", context)),
        roadmap_items=tuple(_enriched(inventory.roadmap_items, "roadmap item", context)),
        data_kinds={subject.id: subject for subject in _enriched(kinds, "data kind", context)},
    )


def _enriched(subjects: Iterable[Subject], kind: str, context: Context) -> Iterable[Subject]:
    table = [(derived.name, derived.compute) for derived in DERIVED[kind] if derived.compute is not None]
    copied = _copied(DERIVED[kind])
    for subject in subjects:
        facts = dict(subject.facts)
        facts["id"] = subject.id
        for end, names in copied:
            system = context.systems.get(facts.get(end))  # type: ignore[call-overload]
            if system is not None:
                source = system.facts
                facts.update((name, source[fact]) for name, fact in names if fact in source)
        for name, compute in table:
            value = compute(facts, context)
            if value is not None:
                facts[name] = value
        yield Subject(subject.kind, subject.id, facts, subject.entries)


def _copied(table: Iterable[Derived]) -> list[tuple[str, list[tuple[str, str]]]]:
    """The facts that are copied from another system, by the fact that names it: their own names, and what they copy."""
    by_end: dict[str, list[tuple[str, str]]] = {}
    for derived in table:
        end, fact = derived.copied
        if end:
            by_end.setdefault(end, []).append((derived.name, fact))
    return list(by_end.items())
