"""The best way over what flows, and over what would have to flow."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from stackaudit.analysis.wayfinding import best_way, passages_of, reached_from, turned
from stacks import drawn


def way(*drawings: str, start: str = "a", end: str = "d", broken: bool = False, **stated: str) -> list[str]:
    """The stops of the best way between two systems, each with the state of the hop to it where it is not open."""
    passages = passages_of(drawn(*drawings, **stated), lambda _: True)
    hops = best_way(passages, start, end, broken=broken)
    return [hop.end if hop.state == "open" else f"{hop.end} ({hop.state})" for hop in hops]


def test_the_shortest_way_is_taken() -> None:
    assert way("a -> b", "b -> c", "c -> d", "a -> c") == ["c", "d"]


def test_a_longer_way_that_runs_by_itself_is_better_than_one_by_hand() -> None:
    assert way("a -> d {method: manual}", "a -> b", "b -> c", "c -> d") == ["b", "c", "d"]


def test_of_two_flows_the_one_that_runs_by_itself_is_taken_and_the_other_counted() -> None:
    passages = passages_of(
        drawn("a -> d {method: file}", "a -> d {method: api, data: [x]}", "d <-> a {method: api}"), bool
    )

    best = passages["a"]["d"]

    assert (best.state, best.flow.facts["method"], best.others) == ("open", "api", 2)


def test_of_ways_that_are_as_good_the_one_over_the_lowest_ids_is_taken() -> None:
    assert way("a -> c", "c -> d", "a -> b", "b -> d") == ["b", "d"]


def test_what_is_switched_off_carries_nothing() -> None:
    assert way("a -> b", "b -> d", b="lifecycle: retired") == []
    assert way("a -> d {via: bus}", bus="lifecycle: rejected") == []


def test_a_broken_way_leads_over_as_few_hops_that_nothing_passes_as_can_be() -> None:
    assert way("a -> b", "c -> b", "c -> d", broken=True) == ["b", "c (missing)", "d"]
    assert way("a -> b", "b -> d", broken=True, b="lifecycle: retired") == ["b (closed)", "d (closed)"]


def test_a_system_that_sends_to_itself_is_no_way() -> None:
    assert way("a -> a", "a -> d") == ["d"]


def test_there_is_no_way_from_a_system_to_itself() -> None:
    assert way("a -> b", "b -> a", end="a") == []


EDGES = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)).filter(lambda edge: edge[0] != edge[1]), max_size=14)


@given(EDGES)
def test_a_way_is_there_exactly_where_the_graph_says_that_data_gets_through(edges: list[tuple[int, int]]) -> None:
    stack = drawn(*(f"s{one} -> s{other}" for one, other in edges), **{f"s{number}": "" for number in range(7)})
    passages = passages_of(stack, lambda _: True)

    for end in range(1, 7):
        hops = best_way(passages, "s0", f"s{end}")
        shortest = stack.graph.path(["s0"], [f"s{end}"])
        assert len(hops) == max(0, len(shortest) - 1)
        assert [hop.start for hop in hops[1:]] == [hop.end for hop in hops[:-1]]
    assert sorted(reached_from(passages, "s0")) == sorted(stack.graph.reached_from(["s0"]).keys() - {"s0"})
    assert ("s1" in reached_from(turned(passages), "s0")) == stack.graph.reaches("s1", "s0")
