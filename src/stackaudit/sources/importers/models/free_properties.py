"""Properties that people add in other tools, under names of their own: understood as columns of tables are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.sources.importers.cells.cells import understood
from stackaudit.sources.importers.cells.secrets import is_secret
from stackaudit.sources.importers.columns.headings import readings
from stackaudit.sources.importers.columns.ways import FIELDS, FLOW_WAYS, WAYS

if TYPE_CHECKING:
    from stackaudit.sources.importers.models.sketches import Said, Sketch, Sketches

_NEVER = frozenset({"name", "from", "to"})
"""Facts that the format itself states; a property of such a name is about something else."""


def state_property(sketches: Sketches, sketch: Sketch, said: Said) -> None:
    """State the fact that the name of a property means; what nobody understands is left over."""
    of_flows = sketch.kind == "integration"
    ways = FLOW_WAYS if of_flows else WAYS
    for reading in () if is_secret(said.heading) else readings(said.heading, of_flows=of_flows):
        way = ways.get(reading.way)
        if way is None or way.beside or way.fact in _NEVER or not (of_flows or way.fact in FIELDS):
            continue
        sketches.state(sketch, way.fact, understood(way.name, said.value), said)
        return
    sketches.leave(sketch, said)
