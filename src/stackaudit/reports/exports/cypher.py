"""The stack as openCypher statements that fill a graph database and may be run again."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from stackaudit.reports.exports.columns import told, written
from stackaudit.reports.exports.network import edges, nodes
from stackaudit.reports.exports.spelling import spelled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.model.audit import Audit
    from stackaudit.model.inventory import Inventory
    from stackaudit.reports.exports.network import Columns, Edges, Nodes, Property

_LABELS = {"system": "System", "team": "Team"}
_TYPES = {"sends": "SENDS_TO", "owns": "OWNS", "runs": "RUNS", "part-of": "PART_OF"}


def cypher_text(inventory: Inventory, audit: Audit) -> str:
    """A statement on each line, ended by a semicolon: `MERGE` for each node, then for each edge.

    Running it again updates what is there and removes nothing. What is unknown is set to null.
    """
    lines = [line for group in nodes(inventory, audit) for line in _nodes(group)]
    lines += [line for group in edges(inventory) for line in _edges(group)]
    return "\n".join([*lines, ""])


def _nodes(group: Nodes) -> Iterator[str]:
    stated = _set("n", {"name": group.names, **group.columns}, len(group.ids))
    for node, properties in zip(group.ids, stated, strict=True):
        yield f"MERGE (n:{_LABELS[group.kind]} {{id: {_literal(node)}}}){properties};"


def _edges(group: Edges) -> Iterator[str]:
    sources, targets = told(group.sources, _end), told(group.targets, _end)
    stated = _set("r", group.columns, len(group.ids))
    for edge, source, target, properties in zip(group.ids, sources, targets, stated, strict=True):
        relation = f"[r:{_TYPES[group.kind]} {{id: {_literal(edge)}}}]"
        yield f"MATCH (a{source}), (b{target}) MERGE (a)-{relation}->(b){properties};"


def _end(node: str) -> str:
    return f":{_LABELS[node.partition(':')[0]]} {{id: {_literal(node)}}}"


def _set(name: str, columns: Columns, size: int) -> list[str]:
    """What sets the properties of each of `size` nodes or edges; empty where there are none to set."""
    stated = written(columns, size, lambda key, value: f"{name}.{key} = {_literal(value)}", ", ")
    return [f" SET {each}" if each else "" for each in stated]


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
