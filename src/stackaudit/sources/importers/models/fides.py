"""Manifests of Fides: systems with what they process and why, their flows, and the datasets that they refer to.

The keys of the taxonomy are those of our language. A system holds what its declarations and its datasets name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.model.language.taxonomy import DATA_CATEGORIES
from stackaudit.sources.importers.cells.cells import understood
from stackaudit.sources.importers.cells.plain import one_line, says_nothing
from stackaudit.sources.importers.cells.understanding import NOTHING, Understood
from stackaudit.sources.importers.importer import Importer
from stackaudit.sources.importers.models.paths import Paths, To, child_of, children_of, items_of, line_of, text_at
from stackaudit.sources.importers.models.sketches import Said, Sketches, as_id
from stackaudit.sources.importers.models.taking import many, text, together, words

if TYPE_CHECKING:
    from stackaudit.model.documents import Entry
    from stackaudit.model.imports import Imported
    from stackaudit.sources.importers.importer import Content
    from stackaudit.sources.importers.models.sketches import Sketch

_BASES = {
    "consent": "consent",
    "contract": "contract",
    "legal obligations": "legal-obligation",
    "vital interests": "vital-interests",
    "public interest": "public-task",
    "legitimate interests": "legitimate-interests",
}


def _department(value: object) -> Understood:
    """The department; Fides writes `Not defined` where nobody wrote one."""
    return NOTHING if one_line(value).lower() == "not defined" else understood("owner.department", value)


def _safeguards(value: object) -> Understood:
    """The bases for transfers as one text."""
    return NOTHING if says_nothing(value) else Understood(one_line(value))


_SYSTEM = Paths(
    {
        "name": To("name"),
        "description": To("description"),
        "administrating_department": To("owner.business", _department),
        "legal_name": To("vendor"),
        "legal_basis_for_transfers": To("privacy.transfer", _safeguards),
    },
    "fides_key privacy_declarations ingress egress dataset_references",
    "data_stewards created_at updated_at",
)


def _claims(content: Content) -> bool:
    return "fides_key" in content.text and any(map(_is_manifest, content.trees))


def _is_manifest(root: Entry) -> bool:
    listed = (item for key in ("system", "dataset") for item in items_of(child_of(root, key)))
    return any(text_at(item, "fides_key") for item in listed)


def _read(content: Content) -> Imported:
    sketches = Sketches(FIDES.name, content.name)
    manifest = _Manifest(sketches)
    for root in content.trees:
        manifest.take(root)
    manifest.finish()
    return sketches.imported()


class _Manifest:
    """Turns manifests into drafts."""

    def __init__(self, sketches: Sketches) -> None:
        self._sketches = sketches
        self._systems: dict[str, tuple[Sketch, Entry]] = {}
        self._datasets: dict[str, tuple[Entry, Understood]] = {}
        self._used: set[str] = set()
        self._flows: dict[tuple[str, str], tuple[Sketch, list[Understood]]] = {}

    def take(self, root: Entry) -> None:
        """Note what a document declares."""
        for key, child in children_of(root):
            if key == "system":
                for system in items_of(child):
                    self._begin(system)
            elif key == "dataset":
                for dataset in items_of(child):
                    self._sketches.rows += 1
                    self._datasets.setdefault(text_at(dataset, "fides_key"), (dataset, _kinds_within(dataset.value)))
            elif key == "organization":
                self._take_organizations([*items_of(child)])
            else:
                self._sketches.count(key, len(child.value) if isinstance(child.value, list) else 1)

    def finish(self) -> None:
        """State what the systems say, once all of them and all datasets are known."""
        for sketch, system in self._systems.values():
            _SYSTEM.state(self._sketches, sketch, system)
            self._take_declarations(sketch, system)
            for key in ("ingress", "egress"):
                for other in items_of(child_of(system, key)):
                    self._take_flow(sketch, key, other)
        for flow, kinds in self._flows.values():
            self._sketches.state(flow, "data", together(kinds), Said("data_categories", "", flow.line))
        for key, (dataset, _) in self._datasets.items():
            if key not in self._used:
                said = Said("dataset", text_at(dataset, "name") or key, line_of(dataset))
                self._sketches.leave(None, said, "a dataset that no system refers to")

    def _begin(self, system: Entry) -> None:
        self._sketches.rows += 1
        key = text_at(system, "fides_key") or text_at(system, "name")
        if not key:
            self._sketches.leave(None, Said("system", system.value, line_of(system)), "a system without a key")
            return
        sketch = self._sketches.begin("system", key, line_of(system), as_id(key))
        self._systems.setdefault(sketch.key, (sketch, system))

    def _take_organizations(self, found: list[Entry]) -> None:
        """The organisation's name, where there is one organisation."""
        self._sketches.count("organization", len(found)) if len(found) != 1 else None
        if len(found) == 1 and (name := child_of(found[0], "name")) is not None:
            said = Said("organization.name", name.value, line_of(name))
            sketch = self._sketches.begin("organization", "organization", said.line)
            self._sketches.state(sketch, "name", text(name.value), said)

    def _take_declarations(self, sketch: Sketch, system: Entry) -> None:
        declarations = [*items_of(child_of(system, "privacy_declarations"))]
        line = line_of(child_of(system, "privacy_declarations") or system)
        categories = [_KINDS(_value(each, "data_categories")) for each in declarations]
        subjects = [_SUBJECTS(_value(each, "data_subjects")) for each in declarations]
        references = [*self._references(system), *(key for each in declarations for key in self._references(each))]
        categories += [self._datasets[key][1] for key in references if key in self._datasets]
        self._used.update(references)
        said = Said("privacy_declarations.data_categories", "", line)
        self._sketches.state(sketch, "data.categories", together(categories), said)
        said = Said("privacy_declarations.data_subjects", "", line)
        self._sketches.state(sketch, "data.subjects", together(subjects), said)
        self._agreed(sketch, "privacy.legal_basis", "legal_basis_for_processing", declarations)
        self._agreed(sketch, "data.retention", "retention_period", declarations)
        unknown = [key for key in dict.fromkeys(references) if key not in self._datasets]
        self._sketches.leave(sketch, Said("dataset_references", unknown, line), "no dataset of this file")
        for declaration in declarations:
            for key, child in children_of(declaration):
                if key not in _DECLARED:
                    self._sketches.leave(sketch, Said(f"privacy_declarations.{key}", child.value, line_of(child)))

    def _references(self, entry: Entry) -> list[str]:
        return [str(item.value) for item in items_of(child_of(entry, "dataset_references")) if item.value]

    def _agreed(self, sketch: Sketch, fact: str, key: str, declarations: list[Entry]) -> None:
        """State what all declarations that say anything say alike; what differs is left over."""
        found = [child for each in declarations if (child := child_of(each, key)) and not says_nothing(child.value)]
        if not found:
            return
        said = Said(f"privacy_declarations.{key}", found[0].value, line_of(found[0]))
        different = list(dict.fromkeys(one_line(child.value) for child in found))
        if len(different) > 1:
            self._sketches.leave(sketch, said._replace(value=different), "differs from declaration to declaration")
        else:
            self._sketches.state(sketch, fact, _DECLARED[key](said.value), said)

    def _take_flow(self, sketch: Sketch, way: str, other: Entry) -> None:
        """An integration between two systems, which both may tell."""
        key = text_at(other, "fides_key")
        said = Said(way, key or other.value, line_of(other))
        if text_at(other, "type") not in {"", "system"} or key not in self._systems:
            self._sketches.leave(sketch, said, "leads to no system of this file")
            return
        ends = (sketch.key, key) if way == "egress" else (key, sketch.key)
        if ends not in self._flows:
            flow = self._sketches.begin("integration", " -> ".join(ends), said.line)
            flow.facts.update({"from": ends[0], "to": ends[1]})
            self._flows[ends] = (flow, [])
        self._flows[ends][1].append(_KINDS(_value(other, "data_categories")))


def _value(entry: Entry, key: str) -> object:
    found = child_of(entry, key)
    return found.value if found is not None else None


def _kind(value: object) -> Understood:
    """A kind of data by its key, without `user.` where the rest says it all."""
    key = text(value)
    short = str(key.value).removeprefix("user.")
    return Understood(short) if key.value is not None and short in DATA_CATEGORIES else key


def _subject(value: object) -> Understood:
    """A group of people by its key."""
    return text(value.get("name") if isinstance(value, dict) else value)


def _retention(value: object) -> Understood:
    """How long data is kept; a bare number is one of days."""
    digits = one_line(value)
    if digits.isdecimal() and len(digits) <= 5:
        return Understood(f"{int(digits)}d", "a number, taken as days")
    return understood("data.retention", value)


def _kinds_within(value: object) -> Understood:
    """The kinds of data that a dataset and all that is in it name."""
    found: dict[str, None] = {}
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, dict):
            kinds = _KINDS(item.get("data_categories")).value
            found.update(dict.fromkeys(map(str, kinds if isinstance(kinds, list) else [])))
            waiting += reversed([part for part in item.values() if isinstance(part, dict | list)])
        elif isinstance(item, list):
            waiting += reversed([part for part in item if isinstance(part, dict | list)])
    return Understood([*found]) if found else NOTHING


_KINDS, _SUBJECTS = many(_kind), many(_subject)
_DECLARED = {
    "data_categories": _KINDS,
    "data_subjects": _SUBJECTS,
    "dataset_references": text,
    "legal_basis_for_processing": words(_BASES),
    "retention_period": _retention,
}

FIDES = Importer("fides", "manifests of Fides, YAML or JSON: systems and datasets", _claims, _read)
