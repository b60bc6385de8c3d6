"""The stack as a model in the ArchiMate Model Exchange File Format of The Open Group."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.reports.exports.network import edges, nodes
from stackaudit.reports.exports.spelling import spelled
from stackaudit.reports.exports.stated import seen, texts_of
from stackaudit.reports.exports.xml_text import escaped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from stackaudit.model.audit import Audit
    from stackaudit.model.inventory import Inventory
    from stackaudit.reports.exports.network import Edge, Property

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
    """An element or a relationship: its type with its attributes, and what it says."""

    id: str
    type: str
    name: str
    about: str
    properties: Mapping[str, Property]


def archimate_xml(inventory: Inventory, audit: Audit) -> str:
    """The model: systems are application components, teams business actors, and kinds of data are data objects.

    An integration is a flow, two where data flows both ways; holding data is access to it. ArchiMate lets no actor be
    assigned to an application, so owners are associated. Identifiers are made of ids, so that a tool which has the
    model already knows its parts again.
    """
    elements = [*_elements(inventory, audit), *_data_objects(inventory)]
    relations = [*_relations(inventory), *_accesses(inventory)]
    stated = dict.fromkeys(name for each in (*elements, *relations) for name in each.properties)
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


def _elements(inventory: Inventory, audit: Audit) -> Iterator[_Concept]:
    for node in nodes(inventory, audit):
        about = spelled(node.properties.get("description"))
        yield _Concept(_id(node.id), f'xsi:type="{_ELEMENTS[node.kind]}"', node.name, about, node.properties)


def _data_objects(inventory: Inventory) -> Iterator[_Concept]:
    kinds = dict.fromkeys(kind for system in inventory.systems.values() for kind in _kinds(system.facts))
    for kind in kinds:
        yield _Concept(_id(f"data:{kind}"), 'xsi:type="DataObject"', kind, "", {})


def _relations(inventory: Inventory) -> Iterator[_Concept]:
    for edge in edges(inventory):
        back = edge._replace(source=edge.target, target=edge.source)
        yield _relation(back if edge.kind == "part-of" else edge, edge.id)  # ArchiMate's wholes aggregate their parts
        if edge.properties.get("direction") == "two-way":
            yield _relation(back, f"{edge.id}:back")


def _relation(edge: Edge, name_of_id: str) -> _Concept:
    kind = f'source="{_id(edge.source)}" target="{_id(edge.target)}" xsi:type="{_RELATIONS[edge.kind]}"'
    name = _NAMES.get(edge.kind) or spelled(edge.properties.get("name"))
    return _Concept(_id(name_of_id), kind, name, "", edge.properties)


def _accesses(inventory: Inventory) -> Iterator[_Concept]:
    """Each system's access to the kinds of data that it holds; it writes those that it is master of."""
    for system in inventory.systems.values():
        mastered = texts_of(system.facts, "data.mastered") or ()
        for kind in _kinds(system.facts):
            access = "ReadWrite" if kind in mastered else "Access"
            ends = f'source="{_id(f"system:{system.id}")}" target="{_id(f"data:{kind}")}"'
            type_of_it = f'{ends} xsi:type="Access" accessType="{access}"'
            yield _Concept(_id(f"access:{system.id}:{kind}"), type_of_it, "", "", {})


def _kinds(facts: Mapping[str, object]) -> tuple[str, ...]:
    """The kinds of data that a system holds or is master of, each once."""
    names = ("data.categories", "data.mastered")
    return tuple(dict.fromkeys(kind for name in names for kind in texts_of(facts, name) or ()))


def _section(name: str, item: str, concepts: list[_Concept]) -> Iterator[str]:
    """The concepts in their element, which may not be empty."""
    if concepts:
        yield f"<{name}>"
        yield from (_written(item, concept) for concept in concepts)
        yield f"</{name}>"


def _written(item: str, concept: _Concept) -> str:
    name = f"<name>{escaped(concept.name)}</name>" if concept.name else ""
    about = f"<documentation>{escaped(concept.about)}</documentation>" if concept.about else ""
    stated = [
        f'<property propertyDefinitionRef="property-{key}"><value>{escaped(text)}</value></property>'
        for key, value in concept.properties.items()
        if key not in _APART and (text := spelled(value))
    ]
    properties = f"<properties>{''.join(stated)}</properties>" if stated else ""
    return f'<{item} identifier="{concept.id}" {concept.type}>{name}{about}{properties}</{item}>'


def _definitions(names: Iterable[str]) -> Iterator[str]:
    """What the properties are called; all of them are text."""
    told = [name for name in names if name not in _APART]
    if told:
        yield "<propertyDefinitions>"
        for name in told:
            opening = f'<propertyDefinition identifier="property-{name}" type="string">'
            yield f"{opening}<name>{name.replace('_', ' ')}</name></propertyDefinition>"
        yield "</propertyDefinitions>"


def _id(text: str) -> str:
    """An identifier as XML allows it, the same for the same text."""
    return f"id-{sha256(text.encode()).hexdigest()[:32]}"
