"""The systems of a stack as Systems, Components, Resources and APIs of a Backstage catalog."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from stackaudit.reports.exports.addresses import web_address
from stackaudit.reports.exports.backstage_names import NOBODY, NOT_STATED
from stackaudit.reports.exports.columns import read
from stackaudit.reports.exports.stated import joined, seen, text_of, texts_of
from stackaudit.reports.exports.ways import ways_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from stackaudit.model.inventory import Inventory, Subject
    from stackaudit.reports.exports.backstage_names import Names

Entity = dict[str, object]

_API = "backstage.io/v1alpha1"
_LIFECYCLES = {"evaluating": "experimental", "sandbox": "experimental", "live": "production"}
_TAG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_MOST_OF_A_TAG = 63


def entities_of_systems(inventory: Inventory, names: Names) -> Iterator[Entity]:
    """For each system its entities; then the APIs, one for each integration."""
    uses = _uses(inventory, names)
    for system in inventory.systems.values():
        name = names.systems[system.id]
        kinds = texts_of(system.facts, "data.mastered") or ()
        resources = {names.resources[system.id, kind]: kind for kind in kinds}
        yield _system(system, name, names)
        yield _component(system, name, names, [f"resource:{each}" for each in resources], uses[system.id])
        for resource, kind in resources.items():
            spec = {"type": "data", "owner": _owner(system.facts, names), "system": name}
            title, says = f"{kind} in {seen(system.name)}", annotated({"data.master_of": kind})
            yield _entity("Resource", {"name": resource, "title": title, "annotations": says}, spec)
    yield from _apis(inventory, names)


def _uses(inventory: Inventory, names: Names) -> Mapping[str, dict[str, list[str]]]:
    """For each system the APIs that it provides and consumes; a platform between the two consumes as well."""
    found: defaultdict[str, dict[str, list[str]]] = defaultdict(lambda: {"providesApis": [], "consumesApis": []})
    for integration, name in zip(inventory.integrations, names.apis, strict=True):
        found[text_of(integration.facts, "from")]["providesApis"].append(name)
    for way in ways_of(inventory):
        for receiver in way.receivers:
            consumed, name = found[receiver]["consumesApis"], names.apis[way.number]
            if name not in consumed[-1:]:  # the two ways of one integration come one after the other
                consumed.append(name)
    return found


def _system(system: Subject, name: str, names: Names) -> Entity:
    facts = system.facts
    tags = [tag for tag in (text_of(facts, "category"),) if _TAG.fullmatch(tag) and len(tag) <= _MOST_OF_A_TAG]
    address = web_address(facts, "url")
    metadata = {
        "name": name,
        "title": seen(system.name),
        "description": text_of(facts, "description"),
        "annotations": _annotations(system),
        "tags": tags,
        "links": [{"url": address}] if address else [],
    }
    return _entity("System", metadata, {"owner": _owner(facts, names)})


def _component(system: Subject, name: str, names: Names, needs: list[str], uses: Mapping[str, list[str]]) -> Entity:
    facts = system.facts
    technical = "owner.technical" if text_of(facts, "owner.technical") else "owner.business"
    spec = {
        "type": text_of(facts, "hosting") or "service",
        "lifecycle": _lifecycle(facts),
        "owner": _owner(facts, names, technical),
        "system": name,
        **{key: each for key, each in {**uses, "dependsOn": needs}.items() if each},
    }
    return _entity("Component", {"name": name, "title": seen(system.name)}, spec)


def _apis(inventory: Inventory, names: Names) -> Iterator[Entity]:
    facts = [integration.facts for integration in inventory.integrations]
    columns = {name: read(facts, name, text_of) for name in ("from", "to", "method", "direction", "via")}
    columns |= {"data": read(facts, "data", _listed), "owner": read(facts, "owner", _team)}
    owners = read(facts, "owner", lambda each, name: _owner(each, names, name))
    lifecycles = {system.id: _lifecycle(system.facts) for system in inventory.systems.values()}
    rows = zip(inventory.integrations, names.apis, owners, zip(*columns.values(), strict=True), strict=True)
    for integration, name, owner, row in rows:
        stated = dict(zip(columns, row, strict=True))
        spec = {
            "type": stated["method"] or "integration",
            "lifecycle": lifecycles[stated["from"]],
            "owner": owner,
            "system": names.systems[stated["from"]],
            "definition": _definition(stated),
        }
        metadata = {"name": name, "title": seen(integration.name), "annotations": annotated(stated)}
        yield _entity("API", metadata, spec)


def _listed(facts: Mapping[str, object], name: str) -> str:
    return joined(facts, name) or ""


def _definition(stated: Mapping[str, str]) -> str:
    """What flows how, as lines of words."""
    words = {key: stated[key] for key in ("data", "method", "direction", "via")}
    words |= {key: "(not stated)" for key in ("data", "method") if not words[key]}
    return "\n".join(f"{key}: {value}" for key, value in words.items() if value)


def _entity(kind: str, metadata: Mapping[str, object], spec: Mapping[str, object]) -> Entity:
    stated = {key: value for key, value in metadata.items() if value}
    return {"apiVersion": _API, "kind": kind, "metadata": stated, "spec": spec}


def annotated(stated: Mapping[str, str]) -> dict[str, str]:
    """Facts as annotations, without those that are empty."""
    return {f"stackaudit/{fact}": value for fact, value in stated.items() if value}


def _annotations(system: Subject) -> dict[str, str]:
    facts = system.facts
    texts = {name: text_of(facts, name) for name in ("vendor", "category", "lifecycle")}
    teams = {name: _team(facts, name) for name in ("owner.business", "owner.technical")}
    return annotated({"id": system.id, **texts, **teams})


def _lifecycle(facts: Mapping[str, object]) -> str:
    """Backstage's word for where a system stands in its life; what is leaving or gone is deprecated."""
    return _LIFECYCLES.get(text_of(facts, "lifecycle"), "deprecated")


def _team(facts: Mapping[str, object], fact: str) -> str:
    """The id of the team that a fact names, or `nobody`; empty where it is not stated."""
    return "nobody" if facts.get(fact) is False else text_of(facts, fact)


def _owner(facts: Mapping[str, object], names: Names, fact: str = "owner.business") -> str:
    """The group of the owner; a team that only an integration names has none."""
    if facts.get(fact) is False:
        return names.groups[NOBODY]
    return names.groups.get(text_of(facts, fact), names.groups[NOT_STATED])
