"""Names under which people tell systems apart."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from stackaudit.reports.exports.stated import seen

if TYPE_CHECKING:
    from stackaudit.model.inventory import Inventory


def told_apart(inventory: Inventory) -> dict[str, str]:
    """The name of each system, by its id, and with the id behind it where another one has the same name."""
    names = {system.id: seen(system.name) for system in inventory.systems.values()}
    counts = Counter(names.values())
    return {system: f"{name} ({system})" if counts[name] > 1 else name for system, name in names.items()}
