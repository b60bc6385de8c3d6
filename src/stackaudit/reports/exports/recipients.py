"""Which systems receive personal data from which, as far as integrations say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.reports.exports.names import told_apart
from stackaudit.reports.exports.stated import flag_of, text_of
from stackaudit.reports.exports.ways import ways_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.model.inventory import Inventory, Subject


def recipients_of(inventory: Inventory) -> dict[str, tuple[str, ...]]:
    """For each system those that receive personal data from it, each with its vendor.

    A flow of which it is unknown whether it is personal is marked so. Where the inventory says nothing of integrations,
    no system has an entry.
    """
    if not inventory.states_integrations:
        return {}
    found: dict[str, dict[str, None]] = {system: {} for system in inventory.systems}
    for sender, receiver in _receiving(inventory):
        found[sender][receiver] = None
    return {system: tuple(receivers) for system, receivers in found.items()}


def _receiving(inventory: Inventory) -> Iterator[tuple[str, str]]:
    """Pairs of a sending system and words on the receiver; a platform that carries a flow receives it as well."""
    words = {system: _with_vendor(name, inventory.systems[system]) for system, name in told_apart(inventory).items()}
    personal = [flag_of(integration.facts, "personal") for integration in inventory.integrations]
    for way in ways_of(inventory):
        if personal[way.number] is not False:
            doubt = "" if personal[way.number] else ", personal data not stated"
            for receiver in way.receivers:
                yield way.source, f"{words[receiver]}{doubt}"


def _with_vendor(name: str, system: Subject) -> str:
    vendor = text_of(system.facts, "vendor")
    return f"{name} ({vendor})" if vendor else name
