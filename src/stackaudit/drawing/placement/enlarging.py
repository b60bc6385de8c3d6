"""More ground for a station, so that its name has room in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from stackaudit.drawing.placement.town import Footprint, Town

_FARTHEST, _TRIED = 6, 6


def enlarge(town: Town, station: int, footprint: Footprint) -> bool:
    """Give a station more ground where that leaves no link without track; whether it could be had nearby."""
    here, before, ways = town.places[station], town.footprints[station], list(town.ways)
    town.leave(station)
    town.footprints[station] = footprint
    for place in _spots(town, station, here):
        changed = _cleared(town, station, place)
        town.settle(station, place)
        for link in changed:
            town.lay(link)
        if all(town.ways[link] or not ways[link] for link in changed):
            return True
        for link in changed:
            town.lift(link)
        town.leave(station)
        for link in changed:
            if link not in town.graph.meeting[station]:
                town.put_back(link, ways[link])
    town.footprints[station] = before
    town.settle(station, here)
    for link in town.graph.meeting[station]:
        town.put_back(link, ways[link])
    return False


def _spots(town: Town, station: int, here: int) -> list[int]:
    """The places next to one, the nearest first, where the station has room if track gives way."""
    x, y = town.grid.at(here)
    around = range(-_FARTHEST, _FARTHEST + 1)
    spots = sorted((abs(right) + abs(down), x + right, y + down) for right in around for down in around)
    fitting = (spot for _, *spot in spots if town.fits(station, *spot, over_track=True))
    return [town.grid.place(*spot) for spot, _ in zip(fitting, range(_TRIED), strict=False)]


def _cleared(town: Town, station: int, place: int) -> list[int]:
    """Lift the track from the ground of a station to be; the links to lay anew, the station's own first."""
    ground = set(town.ground(station, place))
    crossing = [number for number, way in enumerate(town.ways) if way and ground.intersection(way.places)]
    for link in crossing:
        town.lift(link)
    return [*town.graph.meeting[station], *crossing]
