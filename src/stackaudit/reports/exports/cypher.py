"""The stack as openCypher statements that fill a graph database and may be run again."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from stackaudit.reports.exports.network import edges, nodes
from stackaudit.reports.exports.spelling import spelled

if TYPE_CHECKING:
    from collections.abc import Mapping

    from stackaudit.model.audit import Audit
    from stackaudit.model.inventory import Inventory
    from stackaudit.reports.exports.network import Edge, Node, Property

_LABELS = {"system": "System", "team": "Team"}
_TYPES = {"sends": "SENDS_TO", "owns": "OWNS", "runs": "RUNS", "part-of": "PART_OF"}


def cypher_text(inventory: Inventory, audit: Audit) -> str:
    """A statement on each line, ended by a semicolon: `MERGE` for each node, then for each edge.

    Running it again updates what is there and removes nothing. What is unknown is set to null.
    """
    lines = [_node(node) for node in nodes(inventory, audit)]
    lines += [_edge(edge) for edge in edges(inventory)]
    return "\n".join([*lines, ""])


def _node(node: Node) -> str:
    properties = {"name": node.name, **node.properties}
    return f"MERGE (n:{_LABELS[node.kind]} {{id: {_literal(node.id)}}}){_set('n', properties)};"


def _edge(edge: Edge) -> str:
    ends = [f"({name}:{_label(end)} {{id: {_literal(end)}}})" for name, end in (("a", edge.source), ("b", edge.target))]
    relation = f"[r:{_TYPES[edge.kind]} {{id: {_literal(edge.id)}}}]"
    return f"MATCH {', '.join(ends)} MERGE (a)-{relation}->(b){_set('r', edge.properties)};"


def _label(end: str) -> str:
    return _LABELS[end.partition(":")[0]]


def _set(name: str, properties: Mapping[str, Property]) -> str:
    stated = [f"{name}.{key} = {_literal(value)}" for key, value in properties.items()]
    return f" SET {', '.join(stated)}" if stated else ""


def _literal(value: Property) -> str:
    if value is None or value == "":
        return "null"
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, float):
        return repr(value)  # with its point, so that a property is a float wherever it stands
    return f"date('{value.isoformat()}')" if isinstance(value, date) else spelled(value)


def _quoted(text: str) -> str:
    r"""A string literal. A backslash before a `u` ends it, for some servers read `\\u0027` as an escape as well."""
    text = text.replace("\\", "\\\\").replace("'", "\\'")
    return "'" + text.replace("\\u", "\\' + 'u") + "'"
