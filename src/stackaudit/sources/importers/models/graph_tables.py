"""The nodes and edges that `stackaudit export tables` writes, read back: each file by itself says its part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.model.documents import Place
from stackaudit.model.problems import one_problem
from stackaudit.sources.importers.cells.understanding import Understood
from stackaudit.sources.importers.importer import Importer
from stackaudit.sources.importers.models.own_words import (
    CONCLUDED,
    OF_INTEGRATIONS,
    OF_SYSTEMS,
    OF_TEAMS,
    cost,
    take_of,
    unguarded,
)
from stackaudit.sources.importers.models.sketches import Said, Sketches, own_id
from stackaudit.sources.importers.models.taking import text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from stackaudit.model.imports import Imported
    from stackaudit.sources.importers.importer import Content
    from stackaudit.sources.importers.models.sketches import Sketch

_NODES = frozenset("id kind name side business_owner technical_owner notice_by findings worst".split())
_EDGES = frozenset("id kind source target days_between_runs personal sensitive".split())
_READ = frozenset("id kind name source target currency".split())


def _claims(content: Content) -> bool:
    header = frozenset(content.table.header if content.table is not None else ())
    return header >= _NODES or header >= _EDGES


def _read(content: Content) -> Imported:
    if content.table is None or "kind" not in content.table.header:
        advice = "Name nodes.csv or edges.csv of `stackaudit export tables`, or leave `--as` out."
        raise one_problem("this is no table of nodes or edges", advice, Place(content.name, 1, 1))
    sketches = Sketches(GRAPH_TABLES.name, content.name)
    header = content.table.header
    for row, line in zip(content.table.rows, content.table.lines, strict=True):
        sketches.rows += 1
        cells = {name: unguarded(cell) for name, cell in zip(header, row, strict=False)}
        if cells["kind"] in {"system", "team"} and "name" in cells:
            _take_node(sketches, cells, line)
        elif cells["kind"] == "sends" and "source" in cells:
            _take_flow(sketches, cells, line)
        elif cells["kind"] == "part-of" and "source" in cells:
            part, whole = (cells[end].removeprefix("team:") for end in ("source", "target"))
            sketch = sketches.begin("team", part, line)
            sketches.state(sketch, "part_of", Understood(whole), Said("target", whole, line))
        elif cells["kind"] in {"owns", "runs"}:
            sketches.count(cells["kind"])  # nodes state their owners
        else:
            sketches.leave(None, Said("kind", cells["kind"], line), "no kind of node or edge")
    return sketches.imported()


def _take_node(sketches: Sketches, cells: Mapping[str, str], line: int) -> None:
    kind = cells["kind"]
    own = cells["id"].removeprefix(f"{kind}:")
    sketch = sketches.begin(kind, own, line, own_id(own) if kind == "system" else "")
    sketches.state(sketch, "name", text(cells["name"]), Said("name", cells["name"], line))
    _take_cells(sketches, sketch, cells, OF_SYSTEMS if kind == "system" else OF_TEAMS)


def _take_flow(sketches: Sketches, cells: Mapping[str, str], line: int) -> None:
    source, target = (cells[end].removeprefix("system:") for end in ("source", "target"))
    sketch = sketches.begin("integration", f"{source} -> {target}", line)
    for fact, end in (("from", source), ("to", target)):
        sketches.state(sketch, fact, text(end), Said(fact, end, line))
    via = {"via": cells.get("via", "").removeprefix("system:")}
    _take_cells(sketches, sketch, {**cells, **via}, OF_INTEGRATIONS)


def _take_cells(sketches: Sketches, sketch: Sketch, cells: Mapping[str, str], facts: Mapping[str, str]) -> None:
    """The facts that the columns state; what an audit concluded is counted only."""
    for name, cell in cells.items():
        said = Said(name, cell, sketch.line)
        if name in facts:
            sketches.state(sketch, facts[name], take_of(sketch.kind, facts[name])(cell), said)
        elif name == "annual_cost":
            sketches.state(sketch, "cost.annual", cost(cell, cells.get("currency", "")), said)
        elif name in CONCLUDED and cell:
            sketches.count(name)
        elif name not in _READ and name not in CONCLUDED:
            sketches.leave(sketch, said)


GRAPH_TABLES = Importer("graph-table", "the nodes or edges that our own export writes as a table", _claims, _read)
