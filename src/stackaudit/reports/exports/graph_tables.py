"""The nodes and edges of the stack as comma-separated values with one type a column, for data frames and Parquet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.reports.exports.network import EDGE_PROPERTIES, NODE_PROPERTIES, edges, nodes
from stackaudit.reports.exports.separated import separated
from stackaudit.reports.exports.spelling import spelled

if TYPE_CHECKING:
    from stackaudit.model.audit import Audit
    from stackaudit.model.inventory import Inventory


def nodes_csv(inventory: Inventory, audit: Audit) -> str:
    """A line for each system and team; an empty cell is unknown."""
    rows = (
        (node.id, node.kind, node.name, *[spelled(node.properties.get(name)) for name in NODE_PROPERTIES])
        for node in nodes(inventory, audit)
    )
    return separated(("id", "kind", "name", *NODE_PROPERTIES), rows)


def edges_csv(inventory: Inventory, audit: Audit) -> str:  # noqa: ARG001 - every export takes both
    """A line for each integration, ownership and team that is part of another; an empty cell is unknown."""
    rows = (
        (
            edge.id,
            edge.kind,
            edge.source,
            edge.target,
            *[spelled(edge.properties.get(name)) for name in EDGE_PROPERTIES],
        )
        for edge in edges(inventory)
    )
    return separated(("id", "kind", "source", "target", *EDGE_PROPERTIES), rows)
