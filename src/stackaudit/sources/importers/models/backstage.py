"""Catalogs of Backstage: what entities say of systems and teams, and of integrations where they say which way it goes.

A Component is a system, and so is a Resource, which is doubted. A System is one where no Component belongs to it, or
one of its own name, which is then the same; any other is told by its components. Whoever owns an entity has the
authority and the capability to develop and maintain it, as Backstage defines it: the technical owner. Annotations
`stackaudit/…` state facts in the words of the language, and so our own export is read as what it was.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from stackaudit.model.language.words import HOSTINGS
from stackaudit.sources.importers.cells.understanding import Understood
from stackaudit.sources.importers.importer import Importer
from stackaudit.sources.importers.models.backstage_entities import (
    COUNTED,
    OURS,
    entities_of,
    entity_of,
    is_entity,
    state_annotations,
)
from stackaudit.sources.importers.models.backstage_teams import Teams
from stackaudit.sources.importers.models.paths import Paths, To, child_of, items_of, line_of, text_at
from stackaudit.sources.importers.models.sketches import Said, Sketches, as_id, own_id
from stackaudit.sources.importers.models.taking import text, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from stackaudit.model.imports import Imported
    from stackaudit.sources.importers.importer import Content
    from stackaudit.sources.importers.models.backstage_entities import Entity
    from stackaudit.sources.importers.models.sketches import Sketch

_NO_WAY = "a dependency does not say which way data flows"
_LINKS = ("dependsOn", "dependencyOf", "consumesApis", "providesApis")
_READ = f"""
apiVersion kind metadata.name metadata.namespace metadata.annotations spec.owner spec.system
{" ".join(f"spec.{key}" for key in _LINKS)}
"""
_LIFECYCLE = To(
    "lifecycle",
    words(
        {
            "production": "live",
            "deprecated": "retiring",
            "experimental": Understood("evaluating", "experimental in the catalog"),
        }
    ),
)


def _hosting(value: object) -> Understood:
    """The hosting that our own export writes as the type of a component."""
    return Understood(value) if isinstance(value, str) and value in HOSTINGS else Understood()


_THEIRS = Paths(
    {
        "metadata.title": To("name"),
        "metadata.description": To("description"),
        "spec.lifecycle": _LIFECYCLE,
    },
    _READ,
    COUNTED,
)
_OURS = Paths(
    {
        "metadata.title": To("name"),
        "metadata.description": To("description"),
        "spec.type": To("hosting", _hosting),
    },
    f"{_READ} metadata.tags metadata.links spec.lifecycle",
    COUNTED,
)
_APIS = Paths(
    {"metadata.title": To("name")}, f"{_READ} metadata.description spec.type spec.lifecycle spec.definition", COUNTED
)


def _claims(content: Content) -> bool:
    return "backstage.io/" in content.text and any(is_entity(entry) for entry in entities_of(content.trees))


def _read(content: Content) -> Imported:
    sketches = Sketches(BACKSTAGE.name, content.name)
    found: dict[str, list[Entity]] = defaultdict(list)
    for entry in entities_of(content.trees):
        sketches.rows += 1
        if is_entity(entry):
            entity = entity_of(entry)
            found[entity.kind].append(entity)
        else:
            sketches.leave(None, Said("(no kind)", entry.value, line_of(entry)), "no entity of Backstage")
    teams = Teams(sketches)
    teams.take(found.pop("group", []))
    catalog = _Catalog(sketches, teams)
    catalog.take_systems(found.pop("system", []), found.pop("component", []))
    catalog.take_resources(found.pop("resource", []))
    catalog.take_apis(found.pop("api", []))
    if users := found.pop("user", []):
        sketches.count("User", len(users))
    for entity in (entity for entities in found.values() for entity in entities):
        sketches.leave(None, Said(text_at(entity.entry, "kind"), entity.name, entity.line), "no system")
    return sketches.imported()


class _Catalog:
    """Turns entities into drafts, kind by kind."""

    def __init__(self, sketches: Sketches, teams: Teams) -> None:
        self._sketches = sketches
        self._teams = teams
        self._systems: dict[str, Sketch] = {}

    def take_systems(self, systems: Iterable[Entity], components: Iterable[Entity]) -> None:
        """A system for each component, and for each System that has none of other names."""
        parts: dict[str, list[Entity]] = defaultdict(list)
        for component in components:
            if text_at(component.entry, "spec", "type").lower() == "library":
                self._sketches.leave(None, Said("Component", component.name, component.line), "a library, no system")
            else:
                parts[component.refers("system", "system")].append(component)
        taken: set[str] = set()
        for system in systems:
            inside = parts.get(system.reference, [])
            twin = next((part for part in inside if part.name.lower() == system.name.lower()), None)
            if inside and twin is None:
                self._sketches.leave(None, Said("System", system.name, system.line), "told by its components")
                continue
            same = [system] if twin is None else [system, twin]
            self._take(same, is_ours=system.annotation("id") != "")
            taken.update(each.reference for each in same)
        for component in (component for inside in parts.values() for component in inside):
            if component.reference not in taken:
                self._take([component], is_ours=component.annotation("id") != "")

    def take_resources(self, resources: Iterable[Entity]) -> None:
        """A system for each resource; one that has annotations of ours states facts of its own system."""
        mastered: dict[str, list[str]] = defaultdict(list)
        for resource in resources:
            system = resource.refers("system", "system")
            kind = resource.annotation("data.master_of")
            if kind and system in self._systems:
                mastered[system].append(kind)
                continue
            sketch = self._take([resource], is_ours=False)
            said = text_at(resource.entry, "spec", "type")
            sketch.doubts["name"] = f"a resource of the type {said}" if said else "a resource"
        for system, kinds in mastered.items():
            sketch = self._systems[system]
            said_kinds = Said(f"{OURS}data.master_of", kinds, sketch.line)
            self._sketches.state(sketch, "data.master_of", Understood(kinds), said_kinds)

    def take_apis(self, apis: Iterable[Entity]) -> None:
        """An integration for each API whose annotations say from where to where data flows."""
        for api in apis:
            if not (api.annotation("from") and api.annotation("to")):
                said = Said("API", api.name, api.line)
                self._sketches.leave(None, said, "an interface does not say which way data flows")
                continue
            key = f"{api.annotation('from')} -> {api.annotation('to')}"
            sketch = self._sketches.begin("integration", key, api.line)
            state_annotations(self._sketches, sketch, api)
            _APIS.state(self._sketches, sketch, api.entry)

    def _take(self, entities: Sequence[Entity], *, is_ours: bool) -> Sketch:
        """A system, and all that one or two entities say of it; what is annotated counts before all else."""
        first = entities[0]
        own = own_id(first.annotation("id"))
        sketch = self._sketches.begin("system", own or first.reference, first.line, own or as_id(first.name))
        for entity in entities:
            self._systems[entity.reference] = sketch
            state_annotations(self._sketches, sketch, entity)
            (_OURS if is_ours else _THEIRS).state(self._sketches, sketch, entity.entry)
            if is_ours:
                self._link(entity, sketch)
            else:
                self._owner_and_needs(entity, sketch)
        if "name" not in sketch.facts:
            self._sketches.state(sketch, "name", text(first.name), Said("metadata.name", first.name, first.line))
        return sketch

    def _owner_and_needs(self, entity: Entity, sketch: Sketch) -> None:
        owner = child_of(entity.entry, "spec", "owner")
        if owner is not None:
            said = Said("spec.owner", owner.value, line_of(owner))
            self._sketches.state(sketch, "owner.technical", self._teams.owner(entity.refers("owner", "group")), said)
        for key in _LINKS:
            if (links := child_of(entity.entry, "spec", key)) is not None:
                self._sketches.leave(sketch, Said(f"spec.{key}", links.value, line_of(links)), _NO_WAY)

    def _link(self, entity: Entity, sketch: Sketch) -> None:
        """The one address that our export gives."""
        for link in items_of(child_of(entity.entry, "metadata", "links")):
            said = Said("metadata.links", text_at(link, "url"), line_of(link))
            self._sketches.state(sketch, "url", text(said.value), said)


BACKSTAGE = Importer("backstage", "a catalog of Backstage, as YAML or as its interface answers it", _claims, _read)
