"""The stack as a graph in GraphML, for yEd, Gephi, Cytoscape, networkx and others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.reports.exports.network import EDGE_PROPERTIES, NODE_PROPERTIES, edges, nodes
from stackaudit.reports.exports.spelling import spelled
from stackaudit.reports.exports.xml_text import escaped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from stackaudit.model.audit import Audit
    from stackaudit.model.inventory import Inventory
    from stackaudit.reports.exports.network import Property

_TYPES = {str: "string", int: "int", float: "double", bool: "boolean"}
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>',
    (
        '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
        'xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns '
        'http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">'
    ),
)
_NODES = {"kind": str, "label": str, **NODE_PROPERTIES}
_EDGES = {"kind": str, **EDGE_PROPERTIES}


def graphml_text(inventory: Inventory, audit: Audit) -> str:
    """A directed graph: systems and teams, and between them integrations and who owns what.

    GraphML has no type for days, so these are text. What is unknown has no `data`.
    """
    return "\n".join([*_HEAD, *_lines(inventory, audit), "</graphml>", ""])


def _lines(inventory: Inventory, audit: Audit) -> Iterator[str]:
    yield from _keys("node", _NODES)
    yield from _keys("edge", _EDGES)
    yield '<graph id="stack" edgedefault="directed">'
    for node in nodes(inventory, audit):
        data = _data("node", {"kind": node.kind, "label": node.name, **node.properties})
        yield f'<node id="{escaped(node.id)}">{data}</node>'
    for edge in edges(inventory):
        ends = f'source="{escaped(edge.source)}" target="{escaped(edge.target)}"'
        data = _data("edge", {"kind": edge.kind, **edge.properties})
        yield f'<edge id="{escaped(edge.id)}" {ends}>{data}</edge>'
    yield "</graph>"


def _keys(owner: str, properties: Mapping[str, type]) -> Iterator[str]:
    for name, kind in properties.items():
        word = _TYPES.get(kind, "string")
        yield f'<key id="{owner}-{name}" for="{owner}" attr.name="{name}" attr.type="{word}"/>'


def _data(owner: str, properties: Mapping[str, Property]) -> str:
    return "".join(
        [
            f'<data key="{owner}-{name}">{escaped(text)}</data>'
            for name, value in properties.items()
            if (text := spelled(value))
        ]
    )
