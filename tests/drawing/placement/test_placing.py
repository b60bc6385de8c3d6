"""Where stations and track come to stand on the grid."""

from __future__ import annotations

from itertools import pairwise

from drawing.networks import network
from stackaudit.drawing.placement import Placement, placed, placement_of


def placement(*lines: str, hub: str = "") -> Placement:
    return placement_of(placed(network(*lines, hub=hub), {}, 1.0))


def test_a_line_alone_is_laid_straight() -> None:
    stations = placement("A: one - two - three - four - five").stations

    assert len({(to_x - x, to_y - y) for (x, y), (to_x, to_y) in pairwise(stations)}) == 1


def test_track_runs_from_station_to_station() -> None:
    town = placement("A: web - crm - erp", "B: mail - crm - shop")

    ends = [(town.stations[link.start], town.stations[link.end]) for link in town.graph.links]
    assert [(way[0], way[-1]) for way in town.ways] == ends


def test_a_hub_with_many_links_has_a_door_for_each() -> None:
    town = placement(*(f"{letter}: hub - {letter.lower()}1 - {letter.lower()}2" for letter in "ABCDEFGH"), hub="hub")

    assert all(town.ways)
    doors = {
        (way[:2] if link.start == 0 else way[:-3:-1])
        for link, way in zip(town.graph.links, town.ways, strict=True)
        if 0 in link[:2]
    }
    assert len(doors) == 8


def test_known_stations_stay_where_they_are() -> None:
    town = network("A: web - crm - erp")
    spots = {"web": (5, 5), "crm": (9, 5), "erp": (13, 5)}

    stations = placement_of(placed(town, spots, 1.0)).stations

    assert dict(zip(town.stations, stations, strict=True)) == spots
