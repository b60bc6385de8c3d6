"""A map from a network: stations placed, in the smallest scale in which every name has room, and drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from stackaudit.drawing.fare_zone import fare_zone
from stackaudit.drawing.making_room import make_room
from stackaudit.drawing.page import page_of
from stackaudit.drawing.picture import picture_of
from stackaudit.drawing.placement import placed, placement_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from stackaudit.drawing.marks import Drawing
    from stackaudit.drawing.placement import Placement
    from stackaudit.drawing.placement.town import Town
    from stackaudit.model.transit import TransitNetwork

MOST_STATIONS = 200
"""How many stations a map is drawn for; with more it is neither quick nor a map."""

_CELLS = (34.0, 38.0, 43.0, 50.0)
_STRETCHES = (1.0, 1.35, 1.8, 2.5)
"""Pixels from place to place, and how far apart stations begin, tried in turn."""


class DrawnMap(NamedTuple):
    """A drawing, and where it has the stations and track of the fare zone on the grid."""

    drawing: Drawing
    placement: Placement

    @property
    def positions(self) -> dict[str, tuple[int, int]]:
        """The column and row of each station, for the next map."""
        return dict(zip(self.placement.graph.ids, self.placement.stations, strict=True))


def compose(network: TransitNetwork, previous: Mapping[str, tuple[int, int]] | None = None) -> DrawnMap:
    """The map of a network of at most `MOST_STATIONS`; stations stay near where the previous map has them."""
    inside = fare_zone(network)
    town, cell = _with_room(inside, previous or {})
    placement = placement_of(town)
    return DrawnMap(page_of(network, picture_of(inside, placement, cell)), placement)


def _with_room(network: TransitNetwork, previous: Mapping[str, tuple[int, int]]) -> tuple[Town, float]:
    """The town in the smallest scale, as dense as it can be, in which all names and all track have room."""
    for stretch in _STRETCHES:
        town = placed(network, previous, stretch)
        for cell in _CELLS:
            if make_room(network, town, cell):
                return town, cell
            if not all(town.ways):
                break
        previous = {}
    return town, cell
