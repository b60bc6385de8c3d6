"""Integrations out of the data of services in a CycloneDX bill, each of which both of its ends may tell."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from stackaudit.sources.importers.cells.cells import understood
from stackaudit.sources.importers.models.paths import child_of, children_of, items_of, line_of, text_at
from stackaudit.sources.importers.models.sketches import Said
from stackaudit.sources.importers.models.taking import many, text, together

if TYPE_CHECKING:
    from collections.abc import Mapping

    from stackaudit.model.documents import Entry
    from stackaudit.sources.importers.cells.understanding import Understood
    from stackaudit.sources.importers.models.sketches import Sketch, Sketches

_LINK = re.compile(r"urn:cdx:[^#\s]+#(?P<reference>\S+)")
_READ = frozenset({"flow", "source", "destination"})


class _Flow(NamedTuple):
    """Data on its way, by the keys of its ends; of one that flows both ways the ends are in the order of the alphabet.

    What two services tell alike is the same flow.
    """

    ends: tuple[str, str]
    is_two_way: bool
    name: str
    description: str


class Flows:
    """The integrations of one bill."""

    def __init__(self, sketches: Sketches, systems: Mapping[str, Sketch], *, is_ours: bool) -> None:
        self._sketches = sketches
        self._systems = systems
        self._is_ours = is_ours
        self._told: Counter[tuple[_Flow, str]] = Counter()
        self._taken: Counter[_Flow] = Counter()

    def take(self, system: Sketch, data: Entry) -> bool:
        """State the integrations that an item of a service's data tells; false where it leads to no other service."""
        senders, receivers = self._ends(system, data, "source"), self._ends(system, data, "destination")
        if text_at(data, "flow") == "bi-directional":
            for other in dict.fromkeys([*senders, *receivers]):
                self._tell(system, data, (system.key, other), is_two_way=True)
        else:
            for sender in senders:
                self._tell(system, data, (sender, system.key), is_two_way=False)
            for receiver in receivers:
                self._tell(system, data, (system.key, receiver), is_two_way=False)
        return bool(senders or receivers)

    def _ends(self, system: Sketch, data: Entry, key: str) -> list[str]:
        """The keys of the systems that a list of links leads to; links to anything else are left over."""
        found: list[str] = []
        for link in items_of(child_of(data, key)):
            match = _LINK.fullmatch(link.value) if isinstance(link.value, str) else None
            other = self._systems.get(unquote(match["reference"]) if match else str(link.value))
            if other is not None:
                found.append(other.key)
            else:
                said = Said(f"data.{key}", link.value, line_of(link))
                self._sketches.leave(system, said, "leads to no service of this bill")
        return list(dict.fromkeys(found))

    def _tell(self, system: Sketch, data: Entry, ends: tuple[str, str], *, is_two_way: bool) -> None:
        """State an integration, unless its other end told it before."""
        sorted_ends = (min(ends), max(ends)) if is_two_way else ends
        flow = _Flow(sorted_ends, is_two_way, text_at(data, "name"), text_at(data, "description"))
        self._told[flow, system.key] += 1
        if self._told[flow, system.key] <= self._taken[flow]:
            return
        self._taken[flow] += 1
        sketch = self._sketches.begin("integration", " -> ".join(ends), line_of(data))
        sketch.facts.update({"from": ends[0], "to": ends[1], "direction": "two-way" if is_two_way else "one-way"})
        kinds: list[Understood] = []
        for key, child in children_of(data):
            said = Said(f"data.{key}", child.value, line_of(child))
            if key == "description":
                self._sketches.state(sketch, "name" if self._is_ours else "notes", text(child.value), said)
            elif key == "name" and self._is_ours:
                kinds.append(many(text, ";")(child.value))
            elif key in {"name", "classification"} and not self._is_ours:
                kinds.append(understood("data", child.value))
                if kinds[-1].value is None:
                    self._sketches.leave(sketch, said, kinds[-1].why)
            elif key not in _READ and not self._is_ours:
                self._sketches.leave(sketch, said)
        self._sketches.state(sketch, "data", together(kinds), Said("data", data.value, line_of(data)))
