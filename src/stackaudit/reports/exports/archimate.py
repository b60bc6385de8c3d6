"""The stack as a model in the ArchiMate Model Exchange File Format of The Open Group."""

from __future__ import annotations

from hashlib import sha256
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.reports.exports.columns import told, written
from stackaudit.reports.exports.network import edges, nodes
from stackaudit.reports.exports.spelling import spelled
from stackaudit.reports.exports.stated import seen, texts_of
from stackaudit.reports.exports.xml_text import escaped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from stackaudit.model.audit import Audit
    from stackaudit.model.inventory import Inventory
    from stackaudit.reports.exports.network import Columns, Edges, Nodes, Property

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>',
    (
        '<model xmlns="http://www.opengroup.org/xsd/archimate/3.0/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
        'xsi:schemaLocation="http://www.opengroup.org/xsd/archimate/3.0/ '
        'http://www.opengroup.org/xsd/archimate/3.1/archimate3_Model.xsd" identifier="id-stack">'
    ),
)
_ELEMENTS = {"system": "ApplicationComponent", "team": "BusinessActor"}
_RELATIONS = {"sends": "Flow", "owns": "Association", "runs": "Association", "part-of": "Aggregation"}
_NAMES = {"owns": "owns", "runs": "runs"}
_APART = ("name", "description")


class _Concept(NamedTuple):
    """An element or a relationship: type with attributes, what it says, and its properties as written."""

    id: str
    type: str
    name: str
    about: str
    properties: str


def archimate_xml(inventory: Inventory, audit: Audit) -> str:
    """The model: systems are application components, teams business actors, and kinds of data are data objects.

    An integration is a flow, two where data flows both ways; holding data is access to it. ArchiMate lets no actor be
    assigned to an application, so owners are associated. Identifiers are made of ids, so that a tool which has the
    model already knows its parts again.
    """
    actors, joins = [*nodes(inventory, audit)], [*edges(inventory)]
    elements = chain(chain.from_iterable(map(_elements, actors)), _data_objects(inventory))
    relations = chain(chain.from_iterable(map(_relations, joins)), _accesses(inventory))
    groups: list[Nodes | Edges] = [*actors, *joins]
    stated = dict.fromkeys(name for group in groups if group.ids for name in _columns(group))
    name = seen(audit.organization) or "(not stated)"
    lines = [
        *_HEAD,
        f"<name>Technology of {escaped(name)}</name>",
        f"<documentation>As of {audit.today}</documentation>",
        *_section("elements", "element", elements),
        *_section("relationships", "relationship", relations),
        *_definitions(stated),
        "</model>",
    ]
    return "\n".join([*lines, ""])


def _elements(group: Nodes) -> Iterator[_Concept]:
    kind, nothing = f'xsi:type="{_ELEMENTS[group.kind]}"', [""] * len(group.ids)
    about = told(group.columns.get("description", nothing), spelled)
    for node, name, description, stated in zip(group.ids, group.names, about, _properties(group), strict=True):
        yield _Concept(_id(node), kind, name, description, stated)


def _data_objects(inventory: Inventory) -> Iterator[_Concept]:
    kinds = dict.fromkeys(kind for system in inventory.systems.values() for kind in _kinds(system.facts))
    for kind in kinds:
        yield _Concept(_id(f"data:{kind}"), 'xsi:type="DataObject"', kind, "", "")


def _relations(group: Edges) -> Iterator[_Concept]:
    """A relationship for each edge, two where data flows both ways."""
    sources, targets = told(group.sources, _id), told(group.targets, _id)
    if group.kind == "part-of":  # ArchiMate's wholes aggregate their parts
        sources, targets = targets, sources
    kind, same = f'xsi:type="{_RELATIONS[group.kind]}"', [_NAMES.get(group.kind, "")] * len(group.ids)
    names, ways = told(group.columns.get("name", same), spelled), group.columns.get("direction", same)
    rows = zip(group.ids, sources, targets, ways, names, _properties(group), strict=True)
    for edge, source, target, way, name, stated in rows:
        there = _Concept(_id(edge), f'source="{source}" target="{target}" {kind}', name, "", stated)
        yield there
        if way == "two-way":
            yield there._replace(id=_id(f"{edge}:back"), type=f'source="{target}" target="{source}" {kind}')


def _accesses(inventory: Inventory) -> Iterator[_Concept]:
    """Each system's access to the kinds of data that it holds; it writes those that it is master of."""
    for system in inventory.systems.values():
        mastered = texts_of(system.facts, "data.mastered") or ()
        source = _id(f"system:{system.id}")
        for kind in _kinds(system.facts):
            access = "ReadWrite" if kind in mastered else "Access"
            ends = f'source="{source}" target="{_id(f"data:{kind}")}"'
            type_of_it = f'{ends} xsi:type="Access" accessType="{access}"'
            yield _Concept(_id(f"access:{system.id}:{kind}"), type_of_it, "", "", "")


def _kinds(facts: Mapping[str, object]) -> tuple[str, ...]:
    """The kinds of data that a system holds or is master of, each once."""
    names = ("data.categories", "data.mastered")
    return tuple(dict.fromkeys(kind for name in names for kind in texts_of(facts, name) or ()))


def _section(name: str, item: str, concepts: Iterable[_Concept]) -> Iterator[str]:
    """The concepts in their element, which may not be empty."""
    items = [_written(item, concept) for concept in concepts]
    if items:
        yield from (f"<{name}>", *items, f"</{name}>")


def _written(item: str, concept: _Concept) -> str:
    name = f"<name>{escaped(concept.name)}</name>" if concept.name else ""
    about = f"<documentation>{escaped(concept.about)}</documentation>" if concept.about else ""
    return f'<{item} identifier="{concept.id}" {concept.type}>{name}{about}{concept.properties}</{item}>'


def _properties(group: Nodes | Edges) -> list[str]:
    """The properties of each node or edge; empty where it has none."""
    stated = written(_columns(group), len(group.ids), _property)
    return [f"<properties>{each}</properties>" if each else "" for each in stated]


def _columns(group: Nodes | Edges) -> Columns:
    """What is stated of each node or edge; nodes have their ids besides, as identifiers do not show them."""
    if group.kind not in _ELEMENTS:
        return group.columns
    return {"id": [node.partition(":")[2] for node in group.ids], **group.columns}


def _property(key: str, value: Property) -> str:
    """The property; empty where it says nothing or stands elsewhere."""
    text = spelled(value) if key not in _APART else ""
    return f'<property propertyDefinitionRef="property-{key}"><value>{escaped(text)}</value></property>' if text else ""


def _definitions(names: Iterable[str]) -> Iterator[str]:
    """What the properties are called; all of them are text."""
    apart = [name for name in names if name not in _APART]
    if apart:
        yield "<propertyDefinitions>"
        for name in apart:
            opening = f'<propertyDefinition identifier="property-{name}" type="string">'
            yield f"{opening}<name>{name.replace('_', ' ')}</name></propertyDefinition>"
        yield "</propertyDefinitions>"


def _id(text: str) -> str:
    """An identifier as XML allows it, the same for the same text."""
    return f"id-{sha256(text.encode()).hexdigest()[:32]}"
