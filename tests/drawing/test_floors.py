"""What every map holds, measured from its SVG alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from statistics import median

import pytest

from drawing.measuring import measured, overlaps, shared_ground
from drawing.networks import generated
from stackaudit.analysis.mapping.network import network_of
from stackaudit.cli.auditing import stack_and_audit
from stackaudit.cli.doors import settings_for
from stackaudit.drawing.composing import compose
from stackaudit.drawing.svg import map_svg
from stackaudit.model.transit import Station, Track, TransitNetwork

EXAMPLES = Path(__file__).parents[2] / "examples"
INVENTORIES = ("fjordline", "meltano", "minimal", "tidy", "two-stories/cmo", "two-stories/cio")


def network_of_example(name: str) -> TransitNetwork:
    paths = [EXAMPLES / name]
    return network_of(*stack_and_audit(paths, settings_for(paths, {}), "2026-11-21"))


def assert_floors(network: TransitNetwork) -> None:
    found = measured(map_svg(compose(network).drawing))

    assert overlaps(found) == []
    assert [segment for segment in found.track if not segment.is_octilinear] == []
    assert set(found.names) | set(found.inside) == set(network.stations)
    assert set(found.stations) == set(network.stations)
    assert shared_ground(found) == []
    assert [patch for patch in found.patches if " ".join(patch.words) != patch.neighbourhood] == []


@pytest.mark.parametrize("name", INVENTORIES)
def test_an_example_is_drawn_octilinear_without_overlaps(name: str) -> None:
    assert_floors(network_of_example(name))


@pytest.mark.parametrize(("size", "seed"), [(10, 1), (17, 2), (24, 3), (31, 4), (38, 5), (45, 6), (60, 7), (80, 8)])
def test_a_generated_town_is_drawn_octilinear_without_overlaps(size: int, seed: int) -> None:
    assert_floors(generated(size, seed))


def test_the_same_network_is_the_same_drawing() -> None:
    one = map_svg(compose(generated(30, 9)).drawing)
    two = map_svg(compose(generated(30, 9)).drawing)

    assert one == two


def test_one_system_more_moves_the_others_by_no_more_than_a_place() -> None:
    before = generated(35, 10)
    newcomer = Station("new", "Newcomer", "marketing-ops", "open", ("line-0",))
    track = Track("line-0", next(iter(before.stations)), "new", "open")
    after = replace(before, stations={**before.stations, "new": newcomer}, tracks=(*before.tracks, track))
    old = compose(before).positions

    new = compose(after, old).positions

    moved = [max(abs(new[name][0] - x), abs(new[name][1] - y)) for name, (x, y) in old.items()]
    assert median(moved) <= 1
    assert new.keys() - old.keys() == {"new"}


def test_the_measure_sees_what_overlaps() -> None:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg"><path class="track" d="M0 0L100 0L150 80"/>'
        '<g class="system" data-key="a"><circle class="station" cx="0" cy="0" r="7"/>'
        '<text x="-4" y="12" font-size="12">Akeneo</text></g>'
        '<g class="system" data-key="b"><circle class="station" cx="10" cy="0" r="7"/>'
        '<text x="0" y="40" font-size="12">Bynder</text></g></svg>'
    )

    found = measured(svg)

    assert overlaps(found) == [
        "name of a on station a",
        "name of a on station b",
        "name of a on track Segment(x=0.0, y=0.0, to_x=100.0, to_y=0.0)",
        "station a on station b",
    ]
    assert [segment.is_octilinear for segment in found.track] == [True, False]
