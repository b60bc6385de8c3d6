"""Systems of an inventory by what they are called, where only one of them is called so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.model.catalogue import folded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stackaudit.model.catalogue import Catalogue
    from stackaudit.model.inventory import Subject


def by_name(systems: Iterable[Subject]) -> dict[str, str]:
    """Ids of systems by the letters of their names."""
    return _alone((folded(system.name), system.id) for system in systems)


def by_product(systems: Iterable[Subject], catalogue: Catalogue) -> dict[str, str]:
    """Ids of systems by the product that they are of."""
    named = ((str(system.facts.get("product") or system.name), system.id) for system in systems)
    return _alone((product.id, id_) for name, id_ in named if (product := catalogue.resolve(name)) is not None)


def _alone(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """What stands behind each word of which there is one only."""
    found: dict[str, list[str]] = {}
    for word, id_ in pairs:
        found.setdefault(word, []).append(id_)
    return {word: ids[0] for word, ids in found.items() if len(ids) == 1}
