"""The stack as a graph in GraphML, for yEd, Gephi, Cytoscape, networkx and others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.reports.exports.columns import written
from stackaudit.reports.exports.network import EDGE_PROPERTIES, NODE_PROPERTIES, edges, nodes
from stackaudit.reports.exports.spelling import spelled
from stackaudit.reports.exports.xml_text import escaped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from stackaudit.model.audit import Audit
    from stackaudit.model.inventory import Inventory
    from stackaudit.reports.exports.network import Columns, Property

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
    for group in nodes(inventory, audit):
        data = _data("node", group.kind, {"label": group.names, **group.columns}, len(group.ids))
        for node, stated in zip(group.ids, data, strict=True):
            yield f'<node id="{escaped(node)}">{stated}</node>'
    for kind, *ends, columns in edges(inventory):
        data = _data("edge", kind, columns, len(ends[0]))
        for edge, source, target, stated in zip(*ends, data, strict=True):
            joins = f'source="{escaped(source)}" target="{escaped(target)}"'
            yield f'<edge id="{escaped(edge)}" {joins}>{stated}</edge>'
    yield "</graph>"


def _keys(owner: str, properties: Mapping[str, type]) -> Iterator[str]:
    for name, kind in properties.items():
        word = _TYPES.get(kind, "string")
        yield f'<key id="{owner}-{name}" for="{owner}" attr.name="{name}" attr.type="{word}"/>'


def _data(owner: str, kind: str, columns: Columns, size: int) -> Iterator[str]:
    """What is known of each of `size` nodes or edges of a kind."""

    def datum(name: str, value: Property) -> str:
        text = spelled(value)
        return f'<data key="{owner}-{name}">{escaped(text)}</data>' if text else ""

    same = datum("kind", kind)
    return (f"{same}{stated}" for stated in written(columns, size, datum))
