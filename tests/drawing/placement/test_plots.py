"""The first places of stations."""

from __future__ import annotations

from itertools import combinations

import pytest

from drawing.networks import generated, network
from stackaudit.drawing.placement.links import graph_of
from stackaudit.drawing.placement.plot_costs import Costs
from stackaudit.drawing.placement.plots import first_plots, size_of


@pytest.mark.parametrize(("size", "seed"), [(10, 1), (30, 2), (60, 3)])
def test_every_station_has_a_plot_of_its_own(size: int, seed: int) -> None:
    town = generated(size, seed)
    graph = graph_of(town)

    plots = first_plots(graph, [each.neighbourhood for each in town.stations.values()], -1, 0)

    columns, rows = size_of(size)
    assert len(set(plots.tolist())) == size
    assert [each for each in plots.tolist() if not (0 <= each.real < columns and 0 <= each.imag < rows)] == []


def test_a_crossing_is_dear() -> None:
    graph = graph_of(network("A: west - east", "B: north - south"))
    costs = Costs(graph, ["", "", "", ""], -1, [(0, 0, 9, 9)] * 4)
    crossed = first_plots(graph, [""] * 4, -1, 0)
    crossed[:] = [1 + 2j, 3 + 2j, 2 + 1j, 2 + 3j]
    apart = crossed.copy()
    apart[2:] = [5 + 1j, 5 + 3j]

    assert costs.total(crossed, range(4)) - costs.total(apart, range(4)) > 4 * 10


def test_the_same_luck_finds_the_same_plots() -> None:
    town = generated(24, 4)
    parts = [each.neighbourhood for each in town.stations.values()]

    found = [first_plots(graph_of(town), parts, 3, luck).tolist() for luck in (0, 0, 1)]

    assert found[0] == found[1]
    assert found[0] != found[2]
    assert all(one != two for one, two in combinations(found[0], 2))
