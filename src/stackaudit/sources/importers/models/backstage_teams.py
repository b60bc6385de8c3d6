"""Groups of a Backstage catalog as teams, and the references to them by which entities name their owners."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.sources.importers.cells.teams import team_id
from stackaudit.sources.importers.cells.understanding import Understood, unclear
from stackaudit.sources.importers.models.backstage_entities import COUNTED, state_annotations
from stackaudit.sources.importers.models.paths import Paths, To, child_of, line_of
from stackaudit.sources.importers.models.sketches import Said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stackaudit.sources.importers.models.backstage_entities import Entity
    from stackaudit.sources.importers.models.sketches import Sketch, Sketches

_GROUP = Paths(
    {"metadata.title": To("name"), "spec.profile.displayName": To("name")},
    "apiVersion kind metadata.name metadata.namespace metadata.annotations spec.type spec.parent spec.children",
    f"{COUNTED} spec.members",
)


class Teams:
    """The teams of one catalog."""

    def __init__(self, sketches: Sketches) -> None:
        self._sketches = sketches
        self._ids: dict[str, str] = {}

    def take(self, groups: Iterable[Entity]) -> None:
        """A team for each group, but not for those that stand for nobody in our own export."""
        taken: dict[str, tuple[Entity, Sketch]] = {}
        for group in groups:
            stands_for = group.annotation("stands-for")
            if stands_for:
                self._ids[group.reference] = "nobody" if stands_for == "nobody" else ""
                continue
            own = group.annotation("id")
            sketch = self._sketches.begin("team", own or _id_of(group.reference), group.line)
            self._ids[group.reference] = sketch.key
            taken[group.reference] = (group, sketch)
        for group, sketch in taken.values():
            state_annotations(self._sketches, sketch, group)
            _GROUP.state(self._sketches, sketch, group.entry)
            self._part_of(sketch, group, group.refers("parent", "group"))
        for group, _ in taken.values():
            for child in group.refers_to_all("children", "group"):
                if child in taken and "part_of" not in taken[child][1].facts:
                    self._part_of(taken[child][1], group, group.reference)

    def owner(self, reference: str) -> Understood:
        """The team that a whole reference names; people are none."""
        if reference in self._ids:
            return Understood(self._ids[reference] or None)
        if reference.startswith("user:"):
            return unclear("a person, not a team")
        return Understood(_id_of(reference), teams=(reference.rpartition("/")[2],)) if reference else Understood()

    def _part_of(self, sketch: Sketch, group: Entity, reference: str) -> None:
        if reference:
            said = Said("spec.parent", reference, line_of(child_of(group.entry, "spec") or group.entry))
            self._sketches.state(sketch, "part_of", self.owner(reference), said)


def _id_of(reference: str) -> str:
    """The id of a team by the reference to its group."""
    space, _, name = reference.partition(":")[2].partition("/")
    return team_id(name if space == "default" else f"{space} {name}")
