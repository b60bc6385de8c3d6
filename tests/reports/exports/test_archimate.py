"""The ArchiMate model, held against the rules of its schema and its metamodel.

The schema of The Open Group names no licence under which we could carry it here, so these rules are written down: the
order of the parts, which attributes and children each has, what identifies what, and which relationships are allowed.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

import pytest
from defusedxml import ElementTree

from reports.exports.exported_stacks import NAMES, example, nasty_stack, small_stack
from reports.nasty import NASTY, unseen
from stackaudit.reports.exports.archimate import archimate_xml
from stackaudit.reports.exports.stated import seen

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

NAMESPACE = "{http://www.opengroup.org/xsd/archimate/3.0/}"
TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"
CHILDREN = {
    "model": ("name", "documentation", "elements", "relationships", "propertyDefinitions"),
    "elements": ("element",),
    "relationships": ("relationship",),
    "propertyDefinitions": ("propertyDefinition",),
    "element": ("name", "documentation", "properties"),
    "relationship": ("name", "documentation", "properties"),
    "properties": ("property",),
    "property": ("value",),
    "propertyDefinition": ("name",),
}
"""What may stand in what, in this order; what is not here holds text."""
ATTRIBUTES = {
    "model": {"identifier", "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"},
    "element": {"identifier", TYPE},
    "property": {"propertyDefinitionRef"},
    "propertyDefinition": {"identifier", "type"},
}
ALLOWED = {
    ("Flow", "ApplicationComponent", "ApplicationComponent"),
    ("Access", "ApplicationComponent", "DataObject"),
    ("Association", "BusinessActor", "ApplicationComponent"),
    ("Aggregation", "BusinessActor", "BusinessActor"),
}
IDENTIFIER = re.compile(r"[A-Za-z_][A-Za-z0-9._-]*", re.ASCII)


def model(text: str) -> Element:
    """The model, once all rules hold."""
    tree = ElementTree.fromstring(text.encode())
    _keeps_order(tree)
    ids = [each.get("identifier") for each in tree.iter() if each.get("identifier") is not None]
    assert all(IDENTIFIER.fullmatch(each) for each in ids if each is not None)
    assert len(ids) == len(set(ids))
    types = {each.get("identifier"): each.get(TYPE) for each in of(tree, "element")}
    relations = {
        (each.get(TYPE), types[each.get("source")], types[each.get("target")]) for each in of(tree, "relationship")
    }
    assert relations <= ALLOWED
    defined = {each.get("identifier") for each in of(tree, "propertyDefinition")}
    assert {each.get("propertyDefinitionRef") for each in of(tree, "property")} <= defined
    return tree


def _keeps_order(node: Element) -> None:
    assert node.tag.startswith(NAMESPACE)
    tag = node.tag.removeprefix(NAMESPACE)
    children = [child.tag.removeprefix(NAMESPACE) for child in node]
    runs = [name for name, _ in groupby(children)]
    order = CHILDREN.get(tag, ())
    assert runs == [name for name in order if name in runs], f"{children} in {tag}"
    assert tag not in {"elements", "relationships", "properties", "propertyDefinitions", "property"} or children
    assert not (children and (node.text or "").strip())
    if tag == "relationship":
        extra = {"accessType"} if node.get(TYPE) == "Access" else set()
        assert {*node.attrib} == {"identifier", "source", "target", TYPE} | extra
        assert node.get("accessType", "Access") in {"Access", "Read", "Write", "ReadWrite"}
    else:
        assert {*node.attrib} == ATTRIBUTES.get(tag, set())
    for child in node:
        _keeps_order(child)


def of(tree: Element, tag: str) -> list[Element]:
    return list(tree.iter(f"{NAMESPACE}{tag}"))


def names(tree: Element) -> list[tuple[str | None, str | None]]:
    return [(each.get(TYPE), each.findtext(f"{NAMESPACE}name")) for each in of(tree, "element")]


def relations(tree: Element) -> list[tuple[str | None, ...]]:
    named = {each.get("identifier"): each.findtext(f"{NAMESPACE}name") for each in of(tree, "element")}
    return [
        (each.get(TYPE), each.findtext(f"{NAMESPACE}name"), named[each.get("source")], named[each.get("target")])
        for each in of(tree, "relationship")
    ]


STACK = """
organization: {name: Us & <Them>}
teams: {it: {name: IT, side: it}, web: {name: Web, side: marketing, part_of: it}}
systems:
  crm:
    name: CRM
    description: Offers
    owner: {business: web, technical: it}
    data: {categories: [contact], master_of: [customer]}
  mail: {name: Mail, data: {categories: [contact]}}
integrations:
  - {from: crm, to: mail, direction: two-way, data: [contact]}
"""


def test_systems_teams_and_data_are_elements() -> None:
    tree = model(archimate_xml(*small_stack(STACK)))

    assert tree.findtext(f"{NAMESPACE}name") == "Technology of Us & <Them>"
    assert names(tree) == [
        ("ApplicationComponent", "CRM"),
        ("ApplicationComponent", "Mail"),
        ("BusinessActor", "IT"),
        ("BusinessActor", "Web"),
        ("DataObject", "contact"),
        ("DataObject", "customer"),
    ]


def test_flows_owners_and_access_are_relationships() -> None:
    tree = model(archimate_xml(*small_stack(STACK)))

    assert relations(tree) == [
        ("Flow", "CRM to Mail", "CRM", "Mail"),
        ("Flow", "CRM to Mail", "Mail", "CRM"),
        ("Association", "owns", "Web", "CRM"),
        ("Association", "runs", "IT", "CRM"),
        ("Aggregation", None, "IT", "Web"),
        ("Access", None, "CRM", "contact"),
        ("Access", None, "CRM", "customer"),
        ("Access", None, "Mail", "contact"),
    ]
    assert [each.get("accessType") for each in of(tree, "relationship")[-3:]] == ["Access", "ReadWrite", "Access"]


def test_a_system_says_what_is_known_of_it() -> None:
    tree = model(archimate_xml(*small_stack(STACK)))

    crm = of(tree, "element")[0]
    defined = {each.get("identifier"): each.findtext(f"{NAMESPACE}name") for each in of(tree, "propertyDefinition")}
    assert crm.findtext(f"{NAMESPACE}documentation") == "Offers"
    assert {
        defined[each.get("propertyDefinitionRef")]: each.findtext(f"{NAMESPACE}value") for each in of(crm, "property")
    } == {
        "id": "crm",
        "lifecycle": "live",
        "environment": "production",
        "side": "marketing",
        "business owner": "web",
        "technical owner": "it",
        "data": "contact",
        "personal": "true",
        "sensitive": "false",
        "findings": "0",
    }


def test_a_part_keeps_its_identifier_when_others_come_before_it() -> None:
    before = model(archimate_xml(*small_stack(STACK)))

    after = model(archimate_xml(*small_stack(STACK.replace("systems:", "systems:\n  aaa: {name: New}"))))

    ids = {each.get("identifier") for each in of(before, "element")}
    assert {each.get("identifier") for each in of(after, "element")} > ids


def test_a_stack_of_nothing_has_no_empty_parts() -> None:
    tree = model(archimate_xml(*small_stack("organization: {name: Us}")))

    assert [child.tag.removeprefix(NAMESPACE) for child in tree] == ["name", "documentation"]


@pytest.mark.parametrize("name", NAMES)
def test_the_model_of_an_example_is_whole(name: str) -> None:
    inventory, audit = example(name)

    tree = model(archimate_xml(inventory, audit))

    components = [found for kind, found in names(tree) if kind == "ApplicationComponent"]
    assert components == [system.name for system in inventory.systems.values()]
    flows = Counter(str(kind) for kind, *_ in relations(tree))["Flow"]
    both = [each for each in inventory.integrations if each.facts["direction"] == "two-way"]
    assert flows == len(inventory.integrations) + len(both)


@pytest.mark.parametrize("word", NASTY)
def test_a_nasty_text_is_data_and_no_markup(word: str) -> None:
    written = archimate_xml(*nasty_stack(NASTY[word]))

    text = seen(NASTY[word])
    tree = model(written)
    assert names(tree)[:5] == [
        ("ApplicationComponent", text),
        ("ApplicationComponent", text),
        *[("BusinessActor", text)] * 3,
    ]
    assert ("DataObject", text) in names(tree)
    assert relations(tree)[:2] == [("Flow", text, text, text)] * 2
    assert unseen(written) == []
