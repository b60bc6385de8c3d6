"""Which part of the page each neighbourhood has before anything is placed: three rows, business in the south."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

ROWS = (
    ("social-ops", "ad-ops", "web-ops", "design", "mobility"),
    ("marketing-ops", "", "data-ops"),
    ("service", "sales", "finance", "it", "bi"),
)
"""Neighbourhoods from north to south and west to east, so that those that exchange much lie side by side."""

_HUB = 2.5
"""How many stations' room is kept in the middle for the hub."""


class Zone(NamedTuple):
    """A rectangle of the page, whose sides are parts of its whole width and height."""

    west: float
    north: float
    east: float
    south: float


def zones_of(stations: Mapping[str, int]) -> dict[str, Zone]:
    """The zone of each neighbourhood, by how many stations it has; the empty name is the middle, kept for the hub."""
    rows = [{name: float(stations.get(name, 0)) if name else _HUB for name in row} for row in ROWS]
    others = {name: float(count) for name, count in stations.items() if not any(name in row for row in rows)}
    rows[1] = {**rows[1], **others}
    whole = sum(sum(row.values()) for row in rows)
    zones: dict[str, Zone] = {}
    north = 0.0
    for row in rows:
        width = sum(row.values())
        south = north + width / whole
        zones |= _across({name: count / (width or 1.0) for name, count in row.items()}, north, south)
        north = south
    return zones


def _across(shares: Mapping[str, float], north: float, south: float) -> dict[str, Zone]:
    zones = {}
    west = 0.0
    for name, share in shares.items():
        zones[name] = Zone(west, north, west + share, south)
        west += share
    return zones
