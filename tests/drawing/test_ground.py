"""The ground of neighbourhoods."""

from __future__ import annotations

from stackaudit.drawing.ground import ground_of
from stackaudit.drawing.shading import patches_of
from stackaudit.drawing.stops import Stop
from stackaudit.model.transit import Station


def stop(name: str, part: str, x: float, y: float) -> Stop:
    return Stop(Station(name, name, part, "open", ("a",)), x, y, 7.0)


def patched(*stops: Stop, hub: str = "") -> list[str]:
    ground = ground_of(stops, [None] * len(stops), hub)
    return [patch.neighbourhood for patch in patches_of(ground, stops)]


def test_stations_that_stand_together_share_a_patch() -> None:
    assert patched(stop("one", "it", 0, 0), stop("two", "it", 90, 0)) == ["it"]


def test_stations_that_stand_apart_are_joined_by_a_path() -> None:
    assert patched(stop("one", "it", 0, 0), stop("two", "it", 250, 100)) == ["it"]


def test_no_path_leads_over_the_ground_of_another_neighbourhood() -> None:
    between = [stop(f"b{number}", "bi", 150, 80 * number - 240) for number in range(7)]

    assert sorted(patched(stop("one", "it", 0, 0), *between, stop("two", "it", 300, 0))) == ["bi", "it", "it"]


def test_no_path_leads_across_the_town() -> None:
    assert patched(stop("one", "it", 0, 0), stop("two", "it", 900, 0)) == ["it", "it"]


def test_the_hub_has_no_ground_and_keeps_others_away() -> None:
    assert patched(stop("crm", "sales", 0, 0), stop("web", "web-ops", 90, 0), hub="crm") == ["web-ops"]


def test_nobody_owns_the_strip_between_neighbourhoods() -> None:
    stops = (stop("one", "it", 0, 0), stop("two", "bi", 90, 0))

    west, east = patches_of(ground_of(stops, [None, None], ""), stops)

    xs = [[step.x for step in patch.steps if step.kind != "Z"] for patch in (west, east)]
    assert 10 < min(xs[1]) - max(xs[0]) < 40 or 10 < min(xs[0]) - max(xs[1]) < 40
