"""Parallel lines in shared track are ordered so that few cross."""

from __future__ import annotations

from drawing.networks import network
from stackaudit.drawing.ordering import orders_of
from stackaudit.drawing.placement import Placement
from stackaudit.drawing.placement.links import graph_of


def placed(ways: list[tuple[tuple[int, int], ...]], *lines: str) -> Placement:
    graph = graph_of(network(*lines))
    return Placement(graph, (), (), tuple(ways))


def test_lines_that_part_to_the_left_and_right_run_on_that_side() -> None:
    ways = [((0, 0), (1, 0), (2, 0)), ((2, 0), (3, 1)), ((2, 0), (3, -1))]

    orders = orders_of(placed(ways, "A: web - crm - south", "B: web - crm - north"))

    assert orders == [(1, 0), (0,), (1,)]


def test_lines_that_stay_together_keep_their_order() -> None:
    ways = [((0, 0), (1, 0)), ((1, 0), (2, 0)), ((2, 0), (3, -1)), ((2, 0), (3, 1))]

    orders = orders_of(placed(ways, "A: a - b - c - north", "B: a - b - c - south"))

    assert orders == [(0, 1), (0, 1), (0,), (1,)]


def test_track_that_was_not_laid_does_not_matter() -> None:
    orders = orders_of(placed([(), ()], "A: a - b", "B: a - b - c"))

    assert orders == [(0, 1), (1,)]
