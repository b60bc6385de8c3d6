"""Integrations as the ways that data takes: one for each direction."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from stackaudit.reports.exports.columns import read
from stackaudit.reports.exports.stated import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.model.inventory import Inventory, Subject


class Way(NamedTuple):
    """Data on its way from system to system, by their ids, carried by a platform or not.

    `number` is the place of its integration in the inventory, counted from 0.
    """

    number: int
    source: str
    target: str
    via: str
    integration: Subject

    @property
    def receivers(self) -> tuple[str, ...]:
        """Whoever gets to see the data: where it goes, and the platform that carries it."""
        return (self.target, self.via) if self.via else (self.target,)


def ways_of(inventory: Inventory) -> Iterator[Way]:
    """Every way; an integration in both directions is two."""
    facts = [integration.facts for integration in inventory.integrations]
    ends = zip(*[read(facts, end, text_of) for end in ("from", "to", "via")], strict=True)
    for number, (integration, (source, target, via)) in enumerate(zip(inventory.integrations, ends, strict=True)):
        yield Way(number, source, target, via, integration)
        if integration.facts.get("direction") == "two-way":
            yield Way(number, target, source, via, integration)
