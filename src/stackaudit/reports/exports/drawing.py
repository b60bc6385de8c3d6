"""What the drawings for Graphviz and Mermaid show: systems in groups by the side that owns them, and their flows."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from stackaudit.model.language.words import SIDES
from stackaudit.reports.exports.names import told_apart
from stackaudit.reports.exports.stated import joined, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.model.inventory import Inventory, Subject

NO_SIDE = "no known side"


class Box(NamedTuple):
    """A system: a short id that is safe in every format, and what stands in the box."""

    id: str
    name: str
    is_in_use: bool


class Arrow(NamedTuple):
    """An integration between two boxes; the text is the kinds of data and the platform that carries it."""

    source: str
    target: str
    text: str
    both_ways: bool
    by_hand: bool


class Drawing(NamedTuple):
    """Boxes by side, in the order of the sides, and arrows in that of the inventory."""

    groups: dict[str, list[Box]]
    arrows: tuple[Arrow, ...]


def drawing_of(inventory: Inventory) -> Drawing:
    """The drawing of an inventory."""
    ids = {system: f"s{number}" for number, system in enumerate(inventory.systems, 1)}
    groups: dict[str, list[Box]] = {side: [] for side in (*SIDES, NO_SIDE)}
    names = told_apart(inventory)
    for system in inventory.systems.values():
        groups[_side(system)].append(Box(ids[system.id], names[system.id], system.facts.get("in_use") is True))
    return Drawing({side: boxes for side, boxes in groups.items() if boxes}, tuple(_arrows(inventory, ids, names)))


def _side(system: Subject) -> str:
    side = text_of(system.facts, "owner.business_side") or text_of(system.facts, "owner.technical_side")
    return side if side in SIDES else NO_SIDE


def _arrows(inventory: Inventory, ids: dict[str, str], names: dict[str, str]) -> Iterator[Arrow]:
    for integration in inventory.integrations:
        source, target = (ids[str(integration.facts[end])] for end in ("from", "to"))
        facts = integration.facts
        both_ways, by_hand = facts["direction"] == "two-way", facts.get("by_hand") is True
        yield Arrow(source, target, _text(integration, names), both_ways, by_hand)


def _text(integration: Subject, names: dict[str, str]) -> str:
    """What flows, and on which platform."""
    via = text_of(integration.facts, "via")
    parts = (joined(integration.facts, "data"), f"via {names[via]}" if via else "")
    return " ".join(part for part in parts if part)
