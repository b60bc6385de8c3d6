"""The drawing for Graphviz, read back by pydot."""

from __future__ import annotations

import pydot
import pytest

from reports.exports.exported_stacks import example, nasty_stack, small_stack
from reports.nasty import NASTY, unseen
from stackaudit.reports.exports.dot import dot_text
from stackaudit.reports.exports.names import told_apart
from stackaudit.reports.exports.stated import seen

pytestmark = pytest.mark.filterwarnings("ignore:.*deprecated:DeprecationWarning")  # pydot's, of pyparsing


def graph(text: str) -> pydot.Dot:
    (read,) = pydot.graph_from_dot_data(text)
    return read


def plain(label: str) -> str:
    """The text that Graphviz shows for a quoted label."""
    assert (label[0], label[-1]) == ('"', '"')
    return label[1:-1].replace('\\"', '"').replace("\\\\", "\\").replace("&amp;", "&")


def test_systems_stand_in_clusters_and_their_flows_outside() -> None:
    stack = small_stack(
        """
        organization: {name: Us}
        teams: {it: {side: it}}
        systems:
          a: {name: A, owner: {technical: it}}
          b: {name: B, lifecycle: retired}
        integrations:
          - {from: a, to: b, data: [contact], direction: two-way, method: file}
          - {from: b, to: a}
        """
    )

    assert dot_text(*stack) == (
        "digraph stack {\n"
        '  graph [label="Us", rankdir=LR, charset=utf8];\n'
        "  node [shape=box, style=rounded];\n"
        "  subgraph cluster_1 {\n"
        '    label="it";\n'
        '    s1 [label="A"];\n'
        "  }\n"
        "  subgraph cluster_2 {\n"
        '    label="no known side";\n'
        '    s2 [label="B", style="rounded,dashed"];\n'
        "  }\n"
        '  s1 -> s2 [label="contact", dir=both, style=dashed];\n'
        "  s2 -> s1;\n"
        "}\n"
    )


def test_the_example_is_read_with_every_system_and_flow() -> None:
    inventory, audit = example("fjordline")

    read = graph(dot_text(inventory, audit))

    labels = [plain(node.get_label()) for cluster in read.get_subgraphs() for node in cluster.get_nodes()]
    assert sorted(labels) == sorted(told_apart(inventory).values())
    assert len(read.get_edges()) == len(inventory.integrations)


@pytest.mark.parametrize("word", NASTY)
def test_a_nasty_text_is_a_label_and_nothing_else(word: str) -> None:
    written = dot_text(*nasty_stack(NASTY[word]))

    read = graph(written)
    text = seen(NASTY[word])
    labels = [plain(node.get_label()) for cluster in read.get_subgraphs() for node in cluster.get_nodes()]
    assert labels == [f"{text} (first)", f"{text} (second)"]
    assert [(edge.get_source(), edge.get_destination()) for edge in read.get_edges()] == [("s1", "s2"), ("s2", "s1")]
    assert [plain(edge.get_label()) for edge in read.get_edges()] == [
        f"contact; {text}",
        f"contact via {text} (second)",
    ]
    assert {node.get_name() for node in read.get_nodes()} <= {"graph", "node"}
    assert unseen(written) == []
