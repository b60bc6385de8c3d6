"""Bills of materials of services (SaaSBOM) in CycloneDX's JSON, of any version from 1.2 on.

Each service is a system, also one within another. Data with a link to another service of the same bill is an
integration; that one service depends on another says nothing about the way of data. Bills of our own are read as what
they were.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.model.language.words import HOSTINGS
from stackaudit.sources.evidence.sign_on.texts import host_of
from stackaudit.sources.importers.cells.cells import understood
from stackaudit.sources.importers.cells.understanding import NOTHING, Understood
from stackaudit.sources.importers.importer import Importer
from stackaudit.sources.importers.models.bom_flows import Flows
from stackaudit.sources.importers.models.free_properties import state_property
from stackaudit.sources.importers.models.own_words import CONCLUDED, OF_SYSTEMS, cost, take_of
from stackaudit.sources.importers.models.paths import Paths, To, child_of, children_of, items_of, line_of, text_at
from stackaudit.sources.importers.models.sketches import Said, Sketches, as_id
from stackaudit.sources.importers.models.taking import day, many, text, together, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.model.documents import Entry
    from stackaudit.model.imports import Imported
    from stackaudit.sources.importers.importer import Content
    from stackaudit.sources.importers.models.sketches import Sketch

_OURS = "stackaudit:"
_STATED = {
    "name": To("name"),
    "description": To("description"),
    "provider.name": To("vendor"),
    "trustZone": To("hosting", words({word: word for word in HOSTINGS})),
}
_READ = "bom-ref endpoints data services properties licenses"
_SERVICE = Paths(_STATED, _READ)
_OUR_SERVICE = Paths(_STATED, f"{_READ} authenticated x-trust-boundary")
_LICENCE = Paths({"licenses.licensing.expiration": To("cost.renews", day)}, "licenses.properties")
_OUR_LICENCE = Paths(
    {"licenses.licensing.expiration": To("cost.renews", day)},
    """
    licenses.name licenses.properties licenses.licensing.licensor licenses.licensing.licensee
    licenses.licensing.purchaser licenses.licensing.licenseTypes
    """,
)
_TERMS = {"bought": "bought.how", "bought-by": "bought.by", "renews-itself": "cost.auto_renews"}
_ROOT = frozenset("$schema bomFormat specVersion serialNumber version services dependencies".split())


def _claims(content: Content) -> bool:
    return '"bomFormat"' in content.text and any(text_at(root, "bomFormat") == "CycloneDX" for root in content.trees)


def _read(content: Content) -> Imported:
    sketches = Sketches(CYCLONEDX.name, content.name)
    for root in content.trees:
        if text_at(root, "bomFormat") == "CycloneDX":
            _Bill(sketches, root).take()
    return sketches.imported()


class _Bill:
    """Turns one bill into drafts."""

    def __init__(self, sketches: Sketches, root: Entry) -> None:
        self._sketches = sketches
        self._root = root
        tools = items_of(child_of(root, "metadata", "tools", "components"))
        self._is_ours = any(text_at(tool, "name") == "stackaudit" for tool in tools)
        self._systems: dict[str, Sketch] = {}
        self._data: list[tuple[Sketch, Entry]] = []

    def take(self) -> None:
        """All that the bill says: systems first, as flows refer to them."""
        for key, child in children_of(self._root):
            if key == "metadata" and self._is_ours:
                self._take_organization(child)
            elif key not in _ROOT:
                self._sketches.count(key, len(child.value) if isinstance(child.value, list) else 1)
        self._take_services(self._root, "")
        flows = Flows(self._sketches, self._systems, is_ours=self._is_ours)
        for sketch, data in self._data:
            self._take_data(sketch, data, flows)
        if not self._is_ours:
            self._leave_dependencies()

    def _take_organization(self, metadata: Entry) -> None:
        name = child_of(metadata, "manufacturer", "name")
        if name is not None and text(name.value).value is not None:
            sketch = self._sketches.begin("organization", "organization", line_of(name))
            said = Said("metadata.manufacturer.name", name.value, line_of(name))
            self._sketches.state(sketch, "name", text(name.value), said)

    def _take_services(self, above: Entry, around: str) -> None:
        for service in items_of(child_of(above, "services")):
            self._sketches.rows += 1
            if not isinstance(service.value, dict):
                self._sketches.leave(None, Said("services", service.value, line_of(service)), "no service")
                continue
            sketch = self._take_service(service)
            self._sketches.leave(sketch, Said("services", f"within {around}" if around else "", sketch.line))
            self._take_services(service, text_at(service, "name") or sketch.key)

    def _take_service(self, service: Entry) -> Sketch:
        reference = text_at(service, "bom-ref")
        named = "/".join(filter(None, (text_at(service, "group"), text_at(service, "name"))))
        key = (reference.removeprefix("system:") if self._is_ours else reference) or named
        sketch = self._sketches.begin("system", key, line_of(service), as_id(key))
        self._systems.setdefault(reference, sketch)
        (_OUR_SERVICE if self._is_ours else _SERVICE).state(self._sketches, sketch, service)
        self._take_endpoints(sketch, service)
        self._take_properties(sketch, child_of(service, "properties"))
        for licence in items_of(child_of(service, "licenses")):
            self._take_licence(sketch, licence)
        if (data := child_of(service, "data")) is not None:
            self._data.append((sketch, data))
        return sketch

    def _take_endpoints(self, sketch: Sketch, service: Entry) -> None:
        """The first web address is where people find it; others are left over."""
        for endpoint in items_of(child_of(service, "endpoints")):
            said = Said("endpoints", endpoint.value, line_of(endpoint))
            if "url" in sketch.facts or not host_of(endpoint.value):
                self._sketches.leave(sketch, said, "" if "url" in sketch.facts else "no web address")
            else:
                self._sketches.state(sketch, "url", text(endpoint.value), said)

    def _take_properties(self, sketch: Sketch, properties: Entry | None, terms: str = "") -> None:
        found = {text_at(item, "name"): item for item in items_of(properties)}
        for name, item in found.items():
            value = child_of(item, "value")
            said = Said(f"{terms}{name}", value.value if value is not None else None, line_of(item))
            own = name.removeprefix(_OURS)
            fact = _TERMS.get(own, "") if terms else OF_SYSTEMS.get(own, "")
            if own == name:
                state_property(self._sketches, sketch, said)
            elif fact:
                self._sketches.state(sketch, fact, take_of("system", fact)(said.value), said)
            elif own == "annual_cost":
                currency = text_at(found[f"{_OURS}currency"], "value") if f"{_OURS}currency" in found else ""
                self._sketches.state(sketch, "cost.annual", cost(said.value, currency), said)
            elif own in CONCLUDED:
                self._sketches.count(name)
            elif own != "currency":
                self._sketches.leave(sketch, said, "no fact of the language")

    def _take_licence(self, sketch: Sketch, choice: Entry) -> None:
        licence = child_of(choice, "license")
        if licence is None:
            self._sketches.leave(sketch, Said("licenses", choice.value, line_of(choice)))
            return
        paths = _OUR_LICENCE if self._is_ours else _LICENCE
        paths.state(self._sketches, sketch, licence, "licenses.")
        self._take_properties(sketch, child_of(licence, "properties"), "licenses.")

    def _take_data(self, sketch: Sketch, data: Entry, flows: Flows) -> None:
        """What a system holds, and what flows to or from another system."""
        held = [kinds for item in items_of(data) if not flows.take(sketch, item) for kinds in self._held(sketch, item)]
        self._sketches.state(sketch, "data.categories", together(held), Said("data", data.value, line_of(data)))

    def _held(self, sketch: Sketch, item: Entry) -> Iterator[Understood]:
        """The kinds of data that an item names; what names none is left over."""
        if self._is_ours:
            yield many(text, ";")(text_at(item, "name"))
            return
        for key, child in children_of(item):
            meant = understood("data.categories", child.value) if key in {"name", "classification"} else NOTHING
            yield meant
            if meant.value is None and key not in {"flow", "source", "destination"}:
                self._sketches.leave(sketch, Said(f"data.{key}", child.value, line_of(child)), meant.why)

    def _leave_dependencies(self) -> None:
        for dependency in items_of(child_of(self._root, "dependencies")):
            sketch, needs = self._systems.get(text_at(dependency, "ref")), child_of(dependency, "dependsOn")
            if sketch is not None and needs is not None:
                said = Said("dependsOn", needs.value, line_of(dependency))
                self._sketches.leave(sketch, said, "a dependency does not say which way data flows")
            elif needs is not None and needs.value:
                self._sketches.count("dependencies")


CYCLONEDX = Importer("cyclonedx", "a bill of materials of services (SaaSBOM), CycloneDX JSON", _claims, _read)
