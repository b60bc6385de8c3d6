"""Models of ArchiMate, as the Open Group's model exchange files hold them.

Application components are systems, and so are application services that no component brings. Flows between them are
integrations; no other relationship says which way data flows. Actors own what they are associated with by a name that
says so, and likely what they are assigned to. Models of our own are read as what they were.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from stackaudit.sources.importers.cells.cells import understood
from stackaudit.sources.importers.cells.plain import words
from stackaudit.sources.importers.cells.teams import team_id
from stackaudit.sources.importers.cells.understanding import Understood
from stackaudit.sources.importers.importer import Importer
from stackaudit.sources.importers.models.archimate_file import read_model
from stackaudit.sources.importers.models.free_properties import state_property
from stackaudit.sources.importers.models.own_words import (
    CONCLUDED,
    OF_INTEGRATIONS,
    OF_SYSTEMS,
    OF_TEAMS,
    cost,
    take_of,
)
from stackaudit.sources.importers.models.sketches import Said, Sketches, own_id
from stackaudit.sources.importers.models.taking import text, together

if TYPE_CHECKING:
    from stackaudit.model.imports import Imported
    from stackaudit.sources.importers.importer import Content
    from stackaudit.sources.importers.models.archimate_file import Concept, Model
    from stackaudit.sources.importers.models.sketches import Sketch

_NAMESPACE = re.compile(r"""<(?:\w+:)?model\s[^<>]*opengroup\.org/xsd/archimate/3""")
_LOOKED_AT = 20_000  # characters
_OUR_MODEL = "id-stack"
_OUR_TITLE = "Technology of "
_BRINGING = frozenset({"Realization", "Assignment", "Composition", "Aggregation"})
_OWNING = {
    **dict.fromkeys(("owns", "owner", "business owner", "is owner of", "owned by", "is owned by"), "owner.business"),
    **dict.fromkeys(("runs", "operates", "maintains", "technical owner"), "owner.technical"),
    **dict.fromkeys(("run by", "operated by", "maintained by"), "owner.technical"),
}
_FACTS = {"system": OF_SYSTEMS, "team": OF_TEAMS, "integration": OF_INTEGRATIONS}


def _claims(content: Content) -> bool:
    return _NAMESPACE.search(content.text[:_LOOKED_AT]) is not None


def _read(content: Content) -> Imported:
    sketches = Sketches(ARCHIMATE.name, content.name)
    _Reading(sketches, read_model(content.name, content.text)).take()
    return sketches.imported()


class _Reading:
    """Turns one model into drafts."""

    def __init__(self, sketches: Sketches, model: Model) -> None:
        self._sketches = sketches
        self._model = model
        self._is_ours = model.whole.id == _OUR_MODEL
        self._systems: dict[str, Sketch] = {}
        self._teams: dict[str, Sketch] = {}
        self._both_ways: Counter[tuple[object, ...]] = Counter()
        self._kinds: dict[str, list[tuple[Concept, Concept]]] = defaultdict(list)

    def take(self) -> None:
        """All that the model says: elements first, as relationships refer to them."""
        if self._is_ours and self._model.whole.name.startswith(_OUR_TITLE):
            name = self._model.whole.name.removeprefix(_OUR_TITLE)
            sketch = self._sketches.begin("organization", "organization", self._model.whole.line)
            self._sketches.state(sketch, "name", text(name), Said("model.name", name, sketch.line))
        brought = {each.target for each in self._model.relationships if self._brings(each)}
        for element in self._model.elements.values():
            self._take_element(element, is_brought=element.id in brought)
        for relationship in self._model.relationships:
            self._take_relationship(relationship)
        for system, accesses in self._kinds.items():
            self._take_kinds(self._systems[system], accesses)

    def _brings(self, relationship: Concept) -> bool:
        """Whether a relationship says that one part of the application layer brings another."""
        source = self._model.elements.get(relationship.source)
        return relationship.type in _BRINGING and source is not None and source.type.startswith("Application")

    def _take_element(self, element: Concept, *, is_brought: bool) -> None:
        is_service = element.type == "ApplicationService"
        if element.type == "ApplicationComponent" or (is_service and not is_brought):
            self._sketches.rows += 1
            self._systems[element.id] = self._begin("system", element)
        elif is_service:
            self._sketches.rows += 1
            said = Said(element.type, element.name, element.line)
            self._sketches.leave(None, said, "a service that another element brings")
        elif element.type == "BusinessActor" and self._is_ours:
            self._sketches.rows += 1
            self._teams[element.id] = self._begin("team", element)
        elif element.type not in {"DataObject", "BusinessActor"}:
            self._sketches.count(element.type)

    def _begin(self, kind: str, element: Concept) -> Sketch:
        own = next((each.value for each in element.properties if each.name == "id"), "") if self._is_ours else ""
        sketch = self._sketches.begin(kind, own or element.id, element.line, own_id(own) if kind == "system" else "")
        self._sketches.state(sketch, "name", text(element.name), Said("name", element.name, element.line))
        if kind == "system":
            about = element.texts.get("documentation", "")
            self._sketches.state(sketch, "description", text(about), Said("documentation", about, element.line))
        self._take_properties(sketch, element)
        return sketch

    def _take_properties(self, sketch: Sketch, concept: Concept) -> None:
        values = {each.name: each.value for each in concept.properties}
        for each in concept.properties:
            said = Said(each.name, each.value, each.line)
            own = each.name.replace(" ", "_")
            fact = _FACTS[sketch.kind].get(own, "")
            if not self._is_ours:
                state_property(self._sketches, sketch, said)
            elif own == "via":
                self._sketches.state(sketch, "via", text(each.value.removeprefix("system:")), said)
            elif fact:
                self._sketches.state(sketch, fact, take_of(sketch.kind, fact)(each.value), said)
            elif own == "annual_cost":
                self._sketches.state(sketch, "cost.annual", cost(each.value, values.get("currency", "")), said)
            elif own in CONCLUDED:
                self._sketches.count(each.name)
            elif own not in {"id", "currency"}:
                self._sketches.leave(sketch, said)

    def _take_relationship(self, relationship: Concept) -> None:
        source, target = self._systems.get(relationship.source), self._systems.get(relationship.target)
        other = self._model.elements.get(relationship.target if source is not None else relationship.source)
        if source is not None and target is not None:
            self._take_link(relationship, source, target)
        elif source is not None and relationship.type == "Access" and other is not None and other.type == "DataObject":
            self._kinds[relationship.source].append((relationship, other))
        elif (system := source or target) is not None and other is not None and other.type.startswith("Business"):
            self._take_owner(relationship, system, other)
        elif relationship.source in self._teams and relationship.target in self._teams:
            said = Said(relationship.type, relationship.name, relationship.line)
            whole, part = self._teams[relationship.source], self._teams[relationship.target]
            self._sketches.state(part, "part_of", Understood(whole.key), said)
        else:
            self._sketches.count(relationship.type)

    def _take_link(self, relationship: Concept, source: Sketch, target: Sketch) -> None:
        if relationship.type != "Flow":
            words_of_it = f"{relationship.name} {target.facts.get('name', target.key)}"
            said = Said(relationship.type, words_of_it, relationship.line)
            why = "" if relationship.type in _BRINGING else "does not say which way data flows"
            self._sketches.leave(source, said, why)
            return
        if self._is_ours and self._is_the_way_back(relationship):
            return
        sketch = self._sketches.begin("integration", f"{source.key} -> {target.key}", relationship.line)
        sketch.facts.update({"from": source.key, "to": target.key})
        self._sketches.state(sketch, "name", text(relationship.name), Said("name", relationship.name, sketch.line))
        about = relationship.texts.get("documentation", "")
        self._sketches.state(sketch, "notes", text(about), Said("documentation", about, sketch.line))
        self._take_properties(sketch, relationship)

    def _is_the_way_back(self, relationship: Concept) -> bool:
        """Whether a flow is the second of the two that our export makes of an integration in both directions."""
        said = {each.name: each.value for each in relationship.properties}
        if said.get("direction") != "two-way":
            return False
        ends = sorted((relationship.source, relationship.target))
        same = (*ends, relationship.name, *sorted(said.items()))
        self._both_ways[same] += 1
        return self._both_ways[same] % 2 == 0

    def _take_owner(self, relationship: Concept, system: Sketch, actor: Concept) -> None:
        said = Said(relationship.type, f"{actor.name} {relationship.name}".strip(), relationship.line)
        fact = _OWNING.get(words(relationship.name))
        if self._is_ours:
            return  # owners are properties as well
        if fact is None and relationship.type == "Assignment":
            named = self._owner(actor)._replace(doubt=f"assigned in the model: {actor.name}")
            self._sketches.state(system, "owner.business", named, said)
        elif fact is None:
            self._sketches.leave(system, said)
        else:
            self._sketches.state(system, fact, self._owner(actor), said)

    def _owner(self, actor: Concept) -> Understood:
        name = text(actor.name)
        return name if name.value is None else Understood(team_id(actor.name) or None, teams=(actor.name,))

    def _take_kinds(self, system: Sketch, accesses: list[tuple[Concept, Concept]]) -> None:
        """The kinds of data that a system has access to; in our own models it is master of those that it writes."""
        line = accesses[0][0].line
        names = [data.name for _, data in accesses]
        if self._is_ours:
            mastered = [data.name for access, data in accesses if access.access == "ReadWrite"]
            said = Said("Access", mastered, line)
            self._sketches.state(system, "data.master_of", Understood(mastered or None), said)
            return
        meant = [(name, understood("data.categories", name)) for name in names]
        said = Said("Access", names, line)
        self._sketches.state(system, "data.categories", together(answer for _, answer in meant), said)
        unknown = [name for name, answer in meant if answer.value is None]
        self._sketches.leave(system, said._replace(value=unknown), "no kinds of data that are known here")


ARCHIMATE = Importer("archimate", "a model of ArchiMate, as a model exchange file", _claims, _read)
