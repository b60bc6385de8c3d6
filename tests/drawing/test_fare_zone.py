"""What is outside the fare zone."""

from __future__ import annotations

from drawing.measuring import measured, overlaps
from drawing.networks import network
from stackaudit.drawing.composing import compose
from stackaudit.drawing.fare_zone import fare_zone, stations_outside
from stackaudit.drawing.svg import map_svg


def test_stations_outside_are_placed_on_no_grid() -> None:
    town = network("A: web - crm", dropbox="it outside")

    assert [station.id for station in stations_outside(town)] == ["dropbox"]
    assert set(fare_zone(town).stations) == {"web", "crm"}
    assert compose(town).positions.keys() == {"web", "crm"}


def test_a_station_to_which_track_leads_is_inside_whatever_its_state() -> None:
    town = network("A: web - crm", crm="sales outside")

    assert stations_outside(town) == []


def test_many_stations_outside_stand_in_rows() -> None:
    names = {f"tool_number_{number}": "it outside" for number in range(12)}

    found = measured(map_svg(compose(network("A: web - crm", **names)).drawing))

    assert overlaps(found) == []
    rows = {round(found.stations[name][1]) for name in names}
    assert len(rows) > 1
    assert set(found.stations) == {*names, "web", "crm"}


def test_a_town_with_nothing_inside_is_drawn() -> None:
    found = measured(map_svg(compose(network(dropbox="it outside")).drawing))

    assert set(found.stations) == {"dropbox"}
