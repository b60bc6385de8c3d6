"""The nodes and edges of the stack as comma-separated values with one type a column, for data frames and Parquet."""

from __future__ import annotations

from itertools import repeat
from typing import TYPE_CHECKING

from stackaudit.reports.exports.columns import told
from stackaudit.reports.exports.network import EDGE_PROPERTIES, NODE_PROPERTIES, edges, nodes
from stackaudit.reports.exports.separated import separated
from stackaudit.reports.exports.spelling import spelled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from stackaudit.model.audit import Audit
    from stackaudit.model.inventory import Inventory
    from stackaudit.reports.exports.network import Columns


def nodes_csv(inventory: Inventory, audit: Audit) -> str:
    """A line for each system and team; an empty cell is unknown."""
    groups = nodes(inventory, audit)
    rows = (row for kind, *firsts, columns in groups for row in _rows(kind, firsts, columns, NODE_PROPERTIES))
    return separated(("id", "kind", "name", *NODE_PROPERTIES), rows)


def edges_csv(inventory: Inventory, audit: Audit) -> str:  # noqa: ARG001 - every export takes both
    """A line for each integration, ownership and team that is part of another; an empty cell is unknown."""
    groups = edges(inventory)
    rows = (row for kind, *firsts, columns in groups for row in _rows(kind, firsts, columns, EDGE_PROPERTIES))
    return separated(("id", "kind", "source", "target", *EDGE_PROPERTIES), rows)


def _rows(
    kind: str, firsts: Sequence[Sequence[str]], columns: Columns, names: Iterable[str]
) -> Iterator[tuple[str, ...]]:
    """The cells of each node or edge of a kind: its id, its kind, what else stands first, and the named properties."""
    ids, *others = firsts
    stated = [told(columns[name], spelled) if name in columns else repeat("", len(ids)) for name in names]
    return zip(ids, repeat(kind, len(ids)), *others, *stated, strict=True)
