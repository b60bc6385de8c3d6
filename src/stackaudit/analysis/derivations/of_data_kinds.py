"""Derived facts of kinds of data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.analysis.derivations.context import Context, Derived, Facts
from stackaudit.analysis.derivations.of_owners import undeclared_owners
from stackaudit.model.inventory import Subject
from stackaudit.model.language.fields import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from stackaudit.model.inventory import Inventory


def mastered(system: str, facts: Facts, organization: Facts) -> tuple[str, ...] | None:
    """The kinds of data that a system is master of: those it states, and the customer where governance names it."""
    stated = facts.get("data.master_of")
    kinds = [kind for kind in stated if isinstance(kind, str)] if isinstance(stated, tuple) else []
    if organization.get("governance.customer.master") == system:
        kinds.append("customer")
    return tuple(dict.fromkeys(kinds)) if kinds or stated == () else None


def undeclared(inventory: Inventory) -> dict[str, Subject]:
    """A subject for each kind that some system is master of and no file declares; it stands where the master does."""
    found: dict[str, Subject] = {}
    for system in inventory.systems.values():
        for kind in mastered(system.id, system.facts, inventory.organization.facts) or ():
            if kind not in inventory.data_kinds:
                found.setdefault(kind, Subject("data kind", kind, {}, system.entries))
    return found


def masters(systems: Iterable[Subject]) -> dict[str, tuple[str, ...]]:
    """For each kind of data the systems in use whose version wins."""
    found: dict[str, list[str]] = {}
    for system in systems:
        if system.facts["in_use"]:
            for kind in system.facts.get("data.mastered", ()):  # type: ignore[attr-defined]
                found.setdefault(kind, []).append(system.id)
    return {kind: tuple(holders) for kind, holders in found.items()}


def _masters(facts: dict[str, object], context: Context) -> object:
    """Systems in use that say that their version of this kind wins."""
    return context.masters.get(str(facts["id"]), ())


def _defined(facts: dict[str, object], context: Context) -> object:
    """Whether a definition is stated here, or of the customer in governance; no text says that there is none."""
    if facts.get("definition"):
        return True
    return facts["id"] == "customer" and "governance.customer.definition" in context.organization


def _has(owner: str) -> Callable[[dict[str, object], Context], object]:
    """Whether it has an owner of its own, or else one of its masters has; a stated `nobody` is no owner."""

    def has_owner(facts: dict[str, object], context: Context) -> object:
        stated = facts.get(owner)
        if stated is not None:
            return stated is not False
        owners = [context.systems[master].facts.get(owner) for master in facts["masters"]]  # type: ignore[attr-defined]
        if any(owners):
            return True
        return None if not owners or None in owners else False

    return has_owner


DERIVED: tuple[Derived, ...] = (
    Derived("name", Kind.TEXT, "What it is called.", (), lambda facts, _: facts.get("name") or facts["id"]),
    Derived("masters", Kind.MANY, "The systems whose version wins.", ("data.master_of",), _masters, Kind.TEXT),
    Derived(
        "owned",
        Kind.FLAG,
        "Whether a team answers for it, or for its master.",
        ("owner.business",),
        _has("owner.business"),
    ),
    Derived(
        "kept",
        Kind.FLAG,
        "Whether a team keeps it, or runs its master.",
        ("owner.technical",),
        _has("owner.technical"),
    ),
    Derived(
        "is_defined",
        Kind.FLAG,
        "Whether it is written down what counts as one of these; for the customer, governance will do.",
        ("definition",),
        _defined,
    ),
    undeclared_owners("owner.business", "owner.technical"),
)
