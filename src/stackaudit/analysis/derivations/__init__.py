"""Facts that follow from stated ones, in one table for each kind of subject."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from stackaudit.analysis.derivations import of_data_kinds, of_integrations, of_systems
from stackaudit.model.inventory import Subject

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stackaudit.analysis.derivations.context import Context, Derived
    from stackaudit.model.inventory import Inventory

DERIVED: dict[str, tuple[Derived, ...]] = {
    "system": of_systems.DERIVED,
    "integration": of_integrations.DERIVED,
    "data kind": of_data_kinds.DERIVED,
}
"""Every derived fact of every kind of subject."""


def derive(inventory: Inventory, context: Context) -> Inventory:
    """The inventory with all derived facts beside the stated ones.

    Kinds of data that systems are masters of become subjects even where no file declares them.
    """
    systems = {subject.id: subject for subject in _enriched(inventory.systems.values(), "system", context)}
    context = replace(context, systems=systems, masters=of_data_kinds.masters(systems.values()))
    declared = {**inventory.data_kinds, **of_data_kinds.undeclared(inventory)}
    kinds = (declared[kind] for kind in sorted(declared))
    return replace(
        inventory,
        systems=systems,
        integrations=tuple(_enriched(inventory.integrations, "integration", context)),
        data_kinds={subject.id: subject for subject in _enriched(kinds, "data kind", context)},
    )


def _enriched(subjects: Iterable[Subject], kind: str, context: Context) -> Iterable[Subject]:
    table = [(derived.name, derived.compute) for derived in DERIVED[kind]]
    for subject in subjects:
        facts = dict(subject.facts)
        facts["id"] = subject.id
        for name, compute in table:
            value = compute(facts, context)
            if value is not None:
                facts[name] = value
        yield Subject(subject.kind, subject.id, facts, subject.entries)
