from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stackaudit.analysis.graph import IntegrationGraph
from stackaudit.model.inventory import Subject
from stacks import drawn

RETIRED, REJECTED = "lifecycle: retired", "lifecycle: rejected"


def ids(flows: tuple[Subject, ...]) -> list[str]:
    return [flow.id for flow in flows]


def test_two_systems_are_linked_whichever_way_the_data_flows() -> None:
    graph = drawn("crm -> mail", "mail -> web").graph

    assert graph.linked("crm", "mail")
    assert graph.linked("mail", "crm")
    assert not graph.linked("crm", "web")


def test_flows_are_the_integrations_that_carry_data_straight_across() -> None:
    graph = drawn("crm -> mail", "crm -> mail {name: at night}", "mail <-> web").graph

    assert ids(graph.flows("crm", "mail")) == ["crm -> mail", "crm -> mail #2"]
    assert ids(graph.flows("mail", "crm")) == []
    assert ids(graph.flows("mail", "web")) == ids(graph.flows("web", "mail")) == ["mail -> web"]


def test_receivers_and_senders_are_the_next_systems_down_and_up_the_stream() -> None:
    graph = drawn("crm -> mail", "crm -> erp", "web <-> crm").graph

    assert set(graph.receivers("crm")) == {"mail", "erp", "web"}
    assert set(graph.senders("crm")) == {"web"}


def test_data_reaches_whatever_lies_downstream() -> None:
    graph = drawn("a -> b", "b -> c", "d -> c").graph

    assert graph.reaches("a", "c")
    assert not graph.reaches("c", "a")
    assert not graph.reaches("a", "d")


def test_a_system_reaches_itself() -> None:
    assert drawn(a="").graph.reaches("a", "a")


def test_a_two_way_flow_carries_data_back() -> None:
    graph = drawn("a <-> b", "b -> c").graph

    assert graph.reaches("b", "a")
    assert not graph.reaches("c", "b")


@pytest.mark.parametrize("ended", [RETIRED, REJECTED])
def test_systems_that_are_not_in_use_carry_no_data(ended: str) -> None:
    graph = drawn("a -> b", "b -> c", "d <-> b", b=ended).graph

    assert not graph.linked("a", "b")
    assert not graph.reaches("a", "c")
    assert not graph.reaches("b", "c")
    assert not graph.reaches("b", "b")
    assert graph.path(["a"], ["c"]) == ()
    assert set(graph.islands()) == {"a", "c", "d"}


@pytest.mark.parametrize("stage", ["evaluating", "sandbox", "retiring"])
def test_systems_on_trial_or_on_their_way_out_still_carry_data(stage: str) -> None:
    assert drawn("a -> b", "b -> c", b=f"lifecycle: {stage}").graph.reaches("a", "c")


def test_the_network_keeps_the_integrations_of_retired_systems_and_is_frozen() -> None:
    graph = drawn("a -> b", b=RETIRED).graph

    assert list(graph.network.edges()) == [("a", "b")]
    with pytest.raises(nx.NetworkXError):
        graph.network.add_edge("b", "a")


def test_a_path_is_a_shortest_one_from_any_start_to_any_end() -> None:
    graph = drawn("a -> b", "b -> c", "c -> d", "a -> d", "x -> y", "y -> d").graph

    assert graph.path(["a", "x"], ["d"]) == ("a", "d")
    assert graph.path(["b"], ["d"]) == ("b", "c", "d")
    assert graph.path(["b"], ["d", "c"]) == ("b", "c")
    assert graph.path(["a"], ["a"]) == ("a",)
    assert graph.path(["d"], ["a"]) == ()


def test_reached_from_tells_where_the_data_came_from_last() -> None:
    graph = drawn("a -> b", "b -> c", "x -> c").graph

    assert graph.reached_from(["a", "x"]) == {"a": None, "x": None, "b": "a", "c": "x"}


def test_data_passes_through_carriers_and_ends_at_the_first_system_that_is_none() -> None:
    graph = drawn("form -> bus", "bus -> pipe", "pipe -> crm", "crm -> erp", "form -> chat").graph

    assert graph.reached_through(["form"], {"bus", "pipe"}) == {
        "form": None,
        "bus": "form",
        "chat": "form",
        "pipe": "bus",
        "crm": "pipe",
    }
    assert graph.reached_through(["form"], {"bus"}).keys() == {"form", "bus", "chat", "pipe"}


def test_several_starts_pass_their_own_data_on_without_being_carriers() -> None:
    graph = drawn("form -> mail", "mail -> crm", "chat -> crm", "crm -> erp").graph

    assert graph.reached_through(["form", "chat"], set()).keys() == {"form", "chat", "mail", "crm"}
    assert graph.reached_through(["form", "mail"], set()).keys() == {"form", "mail", "crm"}


def test_backwards_it_tells_whose_data_comes_in() -> None:
    graph = drawn("erp -> bus", "bus -> crm", "shop -> erp", "crm -> mail").graph

    assert graph.reached_through(["crm"], {"bus"}, backwards=True) == {"crm": None, "bus": "crm", "erp": "bus"}


def test_islands_are_systems_in_use_that_no_flow_touches() -> None:
    graph = drawn("a -> b", c="", old=RETIRED, no=REJECTED, d="lifecycle: sandbox").graph

    assert list(graph.islands()) == ["c", "d"]


def test_a_flow_to_itself_connects_a_system_with_nothing() -> None:
    graph = drawn("a -> a", "b -> c").graph

    assert list(graph.islands()) == ["a"]
    assert graph.rings() == []


def test_a_platform_is_connected_by_the_flows_that_it_carries() -> None:
    graph = drawn("a -> b {via: bus}", bus="", pipe="").graph

    assert graph.platforms == {"bus"}
    assert list(graph.islands()) == ["pipe"]
    assert ids(graph.flows("a", "b")) == ["a -> b"]


def test_a_platform_of_flows_that_carry_nothing_stands_alone() -> None:
    graph = drawn("a -> b {via: bus}", "a -> c", b=RETIRED, bus="").graph

    assert graph.platforms == frozenset()
    assert list(graph.islands()) == ["bus"]


def test_a_ring_is_three_or_more_systems_in_which_data_comes_round() -> None:
    graph = drawn("a -> b", "b -> c", "c -> a", "c -> d", "x -> y", "y -> z", "z -> x").graph

    assert graph.rings() == [["a", "b", "c"], ["x", "y", "z"]]


@pytest.mark.parametrize(
    "flows",
    [
        ("a -> b", "b -> c", "a -> c"),
        ("a <-> b", "b <-> c", "c <-> a"),
        ("a -> b", "b -> a"),
        ("a -> b", "b -> c", "c <-> a"),
        ("a -> b", "b -> c", "c -> a", "a -> c"),
    ],
)
def test_two_way_links_and_open_chains_are_no_rings(flows: tuple[str, ...]) -> None:
    assert drawn(*flows).graph.rings() == []


def test_a_retired_system_breaks_the_ring() -> None:
    assert drawn("a -> b", "b -> c", "c -> a", b=RETIRED).graph.rings() == []


def test_the_round_trip_begins_and_ends_with_the_first_system() -> None:
    graph = drawn("b -> d", "d -> c", "c -> b").graph

    assert graph.round_trip(["b", "c", "d"]) == ["b", "d", "c", "b"]


def test_the_round_trip_takes_the_shortest_way() -> None:
    graph = drawn("a -> b", "b -> c", "c -> d", "d -> a", "b -> a2", "a2 -> a").graph
    (ring,) = graph.rings()

    assert ring == ["a", "a2", "b", "c", "d"]
    assert graph.round_trip(ring) == ["a", "b", "a2", "a"]


def test_the_round_trip_does_not_turn_back_on_a_two_way_link() -> None:
    graph = drawn("a -> b", "b -> c", "c -> d", "d -> a", "a <-> c").graph
    (ring,) = graph.rings()

    assert graph.round_trip(ring) == ["a", "b", "c", "d", "a"]


def test_single_points_are_passed_by_every_way_across_in_order() -> None:
    graph = drawn("f1 -> bus", "f2 -> bus", "bus -> x", "bus -> y", "x -> crm", "y -> crm", "crm -> erp").graph

    assert graph.single_points(["f1", "f2"], ["erp"]) == ("bus", "crm")


def test_a_second_way_makes_the_first_one_no_single_point() -> None:
    graph = drawn("form -> crm", "crm -> erp", "form -> mail", "mail -> erp").graph

    assert graph.single_points(["form"], ["erp"]) == ()


def test_neither_ends_nor_starts_are_single_points() -> None:
    assert drawn("form -> erp").graph.single_points(["form"], ["erp"]) == ()
    assert drawn("f1 -> f2", "f2 -> e1", "e1 -> e2").graph.single_points(["f1", "f2"], ["e1", "e2"]) == ()


def test_where_nothing_gets_across_nothing_is_a_single_point() -> None:
    graph = drawn("form -> crm", "erp -> crm").graph

    assert graph.single_points(["form"], ["erp"]) == ()
    assert graph.single_points([], ["erp"]) == ()


def test_what_stands_at_both_ends_needs_no_way_across() -> None:
    graph = drawn("suite -> crm", "crm -> erp").graph

    assert graph.single_points(["suite"], ["suite", "erp"]) == ()


def test_retired_starts_bring_nothing() -> None:
    graph = drawn("old -> crm", "crm -> erp", old=RETIRED).graph

    assert graph.single_points(["old"], ["erp"]) == ()


def test_holders_are_systems_in_use_that_state_a_kind_of_data() -> None:
    graph = drawn(
        a="data: {categories: [contact, order]}",
        b="data: {categories: [order]}",
        c="data: {categories: [contact]}, lifecycle: retired",
        d="",
    ).graph

    assert graph.holders("contact") == ("a",)
    assert graph.holders("order") == ("a", "b")
    assert graph.holders("invoice") == ()


NODES = [f"s{number}" for number in range(7)]


@st.composite
def graphs(draw: st.DrawFn) -> tuple[IntegrationGraph, nx.DiGraph]:
    """A small graph of ours, and the same flows of systems in use for networkx to judge."""
    idle = draw(st.sets(st.sampled_from(NODES), max_size=2))
    flows = draw(
        st.lists(st.tuples(st.sampled_from(NODES), st.sampled_from(NODES), st.booleans()), max_size=14, unique=True)
    )
    systems = {node: Subject("system", node, {"in_use": node not in idle}, ()) for node in NODES}
    integrations = [
        Subject(
            "integration",
            str(number),
            {"from": start, "to": end, "direction": "two-way" if both else "one-way"},
            (),
        )
        for number, (start, end, both) in enumerate(flows)
    ]
    reference = nx.DiGraph()
    reference.add_nodes_from(node for node in NODES if node not in idle)
    for start, end, both in flows:
        if start != end and not idle & {start, end}:
            reference.add_edge(start, end)
            if both:
                reference.add_edge(end, start)
    return IntegrationGraph(systems, integrations), reference


ENDS = st.sets(st.sampled_from(NODES), min_size=1, max_size=3).map(sorted)


@given(graphs(), st.sampled_from(NODES), st.sampled_from(NODES))
def test_data_reaches_exactly_where_a_path_leads(
    both: tuple[IntegrationGraph, nx.DiGraph], start: str, end: str
) -> None:
    graph, reference = both

    known = start in reference and end in reference
    assert graph.reaches(start, end) is (known and nx.has_path(reference, start, end))


@given(graphs(), ENDS, ENDS)
def test_a_path_is_as_short_as_networkx_finds_one(
    both: tuple[IntegrationGraph, nx.DiGraph], starts: list[str], ends: list[str]
) -> None:
    graph, reference = both
    lengths = nx.multi_source_dijkstra_path_length(reference, known) if (known := set(starts) & set(reference)) else {}

    path = graph.path(starts, ends)

    assert len(path) == min((lengths[end] + 1 for end in ends if end in lengths), default=0)
    assert nx.is_path(reference, list(path))


@given(graphs(), st.sampled_from(NODES), st.sets(st.sampled_from(NODES)), st.booleans())
def test_data_passes_exactly_over_carriers(
    both: tuple[IntegrationGraph, nx.DiGraph], start: str, carriers: set[str], backwards: bool
) -> None:
    graph, reference = both
    directed = reference.reverse() if backwards else reference
    if start in directed:
        directed = nx.DiGraph((a, b) for a, b in directed.edges if a == start or a in carriers)
        directed.add_node(start)

    expected = {start} | (nx.descendants(directed, start) if start in directed else set())
    assert graph.reached_through([start], carriers, backwards=backwards).keys() == expected


@given(graphs(), ENDS, ENDS)
def test_single_points_are_the_systems_whose_removal_cuts_every_way(
    both: tuple[IntegrationGraph, nx.DiGraph], starts: list[str], ends: list[str]
) -> None:
    graph, reference = both

    def crossable(network: nx.DiGraph) -> bool:
        pairs = ((start, end) for start in starts for end in ends if start in network and end in network)
        return any(nx.has_path(network, start, end) for start, end in pairs)

    between = set(reference) - set(starts) - set(ends) if crossable(reference) else set()
    cuts = {node for node in between if not crossable(nx.restricted_view(reference, [node], []))}

    assert set(graph.single_points(starts, ends)) == cuts


@given(graphs())
def test_rings_are_the_strong_components_of_flows_that_only_run_one_way(
    both: tuple[IntegrationGraph, nx.DiGraph],
) -> None:
    graph, reference = both
    one_way = nx.DiGraph((a, b) for a, b in reference.edges if not reference.has_edge(b, a))

    rings = graph.rings()

    assert rings == sorted(sorted(ring) for ring in nx.strongly_connected_components(one_way) if len(ring) > 1)
    for ring in rings:
        trip = graph.round_trip(ring)
        assert trip[0] == trip[-1] == ring[0]
        assert nx.is_simple_path(one_way, trip[:-1])
        assert one_way.has_edge(trip[-2], trip[-1])


@settings(max_examples=50)
@given(graphs())
def test_islands_are_the_systems_without_neighbours(both: tuple[IntegrationGraph, nx.DiGraph]) -> None:
    graph, reference = both

    assert set(graph.islands()) == set(nx.isolates(reference))
