"""The graph in GraphML, read back by nx."""

from __future__ import annotations

import io

import networkx as nx
import pytest

from reports.exports.exported_stacks import NAMES, example, nasty_stack, small_stack
from reports.exports.rows import edges, nodes
from reports.nasty import NASTY, unseen
from stackaudit.reports.exports.graphml import graphml_text
from stackaudit.reports.exports.spelling import spelled
from stackaudit.reports.exports.stated import seen


def graph(text: str) -> nx.MultiDiGraph:
    return nx.read_graphml(io.BytesIO(text.encode()), force_multigraph=True)


def test_values_have_the_types_of_their_keys() -> None:
    inventory, audit = small_stack(
        """
        organization: {currency: EUR}
        systems:
          crm: {name: "A & <B>", cost: {annual: 12.5, renews: 2027-03-01}, security: {sso: true}, data: {records: 7}}
          mail: {name: Mail}
        integrations: [{from: crm, to: mail, runs: daily}, {from: crm, to: mail}]
        """
    )

    read = graph(graphml_text(inventory, audit))

    assert read.nodes["system:crm"] == {
        "kind": "system",
        "label": "A & <B>",
        "lifecycle": "live",
        "environment": "production",
        "annual_cost": 12.5,
        "currency": "EUR",
        "renews": "2027-03-01",
        "records": 7,
        "sso": True,
        "findings": 0,
    }
    assert {key: read.edges["system:crm", "system:mail", key]["kind"] for key in ("sends:1", "sends:2")} == {
        "sends:1": "sends",
        "sends:2": "sends",
    }
    assert read.edges["system:crm", "system:mail", "sends:1"]["days_between_runs"] == 1.0
    assert read.number_of_edges() == 2


@pytest.mark.parametrize("name", NAMES)
def test_an_example_has_all_its_nodes_and_edges(name: str) -> None:
    inventory, audit = example(name)

    read = graph(graphml_text(inventory, audit))

    assert [(node, data["label"]) for node, data in read.nodes(data=True)] == [
        (node.id, node.name) for node in nodes(inventory, audit)
    ]
    assert sorted((key, source, target) for source, target, key in read.edges(keys=True)) == sorted(
        (edge.id, edge.source, edge.target) for edge in edges(inventory)
    )


@pytest.mark.parametrize("word", NASTY)
def test_a_nasty_text_is_data_and_no_markup(word: str) -> None:
    inventory, audit = nasty_stack(NASTY[word])
    text = seen(NASTY[word])

    written = graphml_text(inventory, audit)

    read = graph(written)
    assert {node: data["label"] for node, data in read.nodes(data=True)} == {
        "system:first": text,
        "system:second": text,
        "team:it": text,
        "team:ops": text,
        f"team:{text}": text,
    }
    assert sorted(key for _, _, key in read.edges(keys=True)) == [
        "owns:first",
        "owns:second",
        "part-of:ops",
        "runs:first",
        "sends:1",
        "sends:2",
    ]
    assert read.nodes["system:first"]["vendor"] == text
    assert read.edges["system:first", "system:second", "sends:1"]["data"] == f"contact; {text}"
    assert unseen(written) == []


def test_figures_are_spelled_without_exponents_of_round_amounts() -> None:
    assert [spelled(value) for value in (1e15, 0.5, 3.0, 7, True, None)] == [
        "1000000000000000",
        "0.5",
        "3",
        "7",
        "true",
        "",
    ]
