"""The nodes and edges of a stack one by one, each with its properties."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from stackaudit.reports.exports import network

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.model.audit import Audit
    from stackaudit.model.inventory import Inventory
    from stackaudit.reports.exports.network import Columns, Property


class Node(NamedTuple):
    """A system or a team."""

    id: str
    kind: str
    name: str
    properties: dict[str, Property]


class Edge(NamedTuple):
    """An integration, an ownership, or a team that is part of another."""

    id: str
    kind: str
    source: str
    target: str
    properties: dict[str, Property]


def nodes(inventory: Inventory, audit: Audit) -> Iterator[Node]:
    """Every node."""
    for kind, ids, names, columns in network.nodes(inventory, audit):
        for each, name, properties in zip(ids, names, _rows(columns, len(ids)), strict=True):
            yield Node(each, kind, name, properties)


def edges(inventory: Inventory) -> Iterator[Edge]:
    """Every edge."""
    for kind, ids, sources, targets, columns in network.edges(inventory):
        for each, source, target, properties in zip(ids, sources, targets, _rows(columns, len(ids)), strict=True):
            yield Edge(each, kind, source, target, properties)


def _rows(columns: Columns, size: int) -> Iterator[dict[str, Property]]:
    for index in range(size):
        yield {name: column[index] for name, column in columns.items()}
