"""The entities for Backstage, held against its schemas and against its rules for names and references."""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT7

from reports.exports.exported_stacks import NAMES, example, nasty_stack, small_stack
from reports.nasty import NASTY, unseen
from stackaudit.reports.exports.backstage import backstage_yaml
from stackaudit.reports.exports.backstage_names import unique
from stackaudit.reports.exports.stated import seen

SCHEMAS = Path(__file__).parents[2] / "official" / "backstage"
NAME = re.compile(r"(?:[A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]")
TAG = re.compile(r"[a-z0-9:+#]+(?:-[a-z0-9:+#]+)*")


@cache
def registry() -> Registry[Any]:
    schemas = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(SCHEMAS.glob("*.schema.json"))]
    return Registry().with_resources([(schema["$id"], Resource(schema, DRAFT7)) for schema in schemas])


@cache
def validator(kind: str) -> Draft7Validator:
    schema = json.loads((SCHEMAS / f"{kind}.schema.json").read_text(encoding="utf-8"))
    return Draft7Validator({**schema, "$schema": "http://json-schema.org/draft-07/schema#"}, registry=registry())


def entities(text: str) -> dict[str, Any]:
    """The entities by reference, once the schemas, the rules for names and those for references hold."""
    found: dict[str, Any] = {}
    for entity in yaml.safe_load_all(text):
        validator(entity["kind"]).validate(entity)
        metadata = entity["metadata"]
        for name in (metadata["name"], *[key.partition("/")[2] for key in metadata.get("annotations", {})]):
            assert NAME.fullmatch(name)
            assert len(name) <= 63
        assert all(TAG.fullmatch(tag) and len(tag) <= 63 for tag in metadata.get("tags", []))
        reference = f"{entity['kind']}:{metadata['name']}".lower()
        assert reference not in found
        found[reference] = entity
    assert [ref for entity in found.values() for ref in references(entity) if ref not in found] == []
    return found


def references(entity: dict[str, Any]) -> list[str]:
    spec = entity["spec"]
    single = {"owner": "group", "parent": "group", "system": "system"}
    many = {"providesApis": "api", "consumesApis": "api", "children": "group"}
    found = [f"{kind}:{spec[key]}" for key, kind in single.items() if key in spec]
    found += [f"{kind}:{name}" for key, kind in many.items() for name in spec.get(key, [])]
    return [reference.lower() for reference in (*found, *spec.get("dependsOn", []))]


STACK = """
teams: {it: {name: "Yes", side: it}, web: {side: marketing, part_of: it}}
systems:
  crm:
    name: CRM
    vendor: Acme
    category: crm
    url: https://crm.example.com
    description: "Offers: open and closed"
    hosting: saas
    owner: {business: web, technical: it}
    data: {master_of: [customer]}
  mail: {name: "123", lifecycle: retiring, owner: {business: nobody}}
  bus: {name: Bus}
integrations:
  - {from: crm, to: mail, via: bus, data: [contact], method: ipaas, owner: it}
  - {from: crm, to: mail, direction: two-way}
"""


def test_a_team_is_a_group_and_owners_that_there_are_none_of_are_groups_as_well() -> None:
    groups = [each for each in entities(backstage_yaml(*small_stack(STACK))).values() if each["kind"] == "Group"]

    assert [(each["metadata"]["name"], each["metadata"]["title"], each["spec"].get("parent")) for each in groups] == [
        ("it", "Yes", None),
        ("web", "web", "it"),
        ("nobody", "nobody", None),
        ("not-stated", "not-stated", None),
    ]


def test_a_system_is_a_system_with_a_component_and_a_resource() -> None:
    found = entities(backstage_yaml(*small_stack(STACK)))

    assert found["system:crm"] == {
        "apiVersion": "backstage.io/v1alpha1",
        "kind": "System",
        "metadata": {
            "name": "crm",
            "title": "CRM",
            "description": "Offers: open and closed",
            "annotations": {
                "stackaudit/id": "crm",
                "stackaudit/vendor": "Acme",
                "stackaudit/category": "crm",
                "stackaudit/lifecycle": "live",
                "stackaudit/owner.business": "web",
                "stackaudit/owner.technical": "it",
            },
            "tags": ["crm"],
            "links": [{"url": "https://crm.example.com"}],
        },
        "spec": {"owner": "web"},
    }
    assert found["component:crm"]["spec"] == {
        "type": "saas",
        "lifecycle": "production",
        "owner": "it",
        "system": "crm",
        "providesApis": ["crm-to-mail", "crm-to-mail-2"],
        "consumesApis": ["crm-to-mail-2"],
        "dependsOn": ["resource:crm-customer"],
    }
    assert found["resource:crm-customer"]["spec"] == {"type": "data", "owner": "web", "system": "crm"}


def test_an_integration_is_an_api_of_its_sender() -> None:
    found = entities(backstage_yaml(*small_stack(STACK)))

    assert found["api:crm-to-mail"]["spec"] == {
        "type": "ipaas",
        "lifecycle": "production",
        "owner": "it",
        "system": "crm",
        "definition": "data: contact\nmethod: ipaas\ndirection: one-way\nvia: bus",
    }
    assert found["component:bus"]["spec"]["consumesApis"] == ["crm-to-mail"]
    assert found["component:mail"]["spec"]["consumesApis"] == ["crm-to-mail", "crm-to-mail-2"]


def test_who_owns_nothing_is_told_from_what_is_not_stated() -> None:
    found = entities(backstage_yaml(*small_stack(STACK)))

    assert [found[f"system:{name}"]["spec"]["owner"] for name in ("mail", "bus")] == ["nobody", "not-stated"]
    assert [found[f"component:{name}"]["spec"]["lifecycle"] for name in ("mail", "bus")] == ["deprecated", "production"]


def test_texts_that_look_like_other_values_stay_texts() -> None:
    found = entities(backstage_yaml(*small_stack(STACK)))

    assert found["group:it"]["metadata"]["title"] == "Yes"
    assert found["system:mail"]["metadata"]["title"] == "123"


def test_names_are_of_the_signs_that_backstage_allows_and_unique_in_any_case() -> None:
    long = "x" * 70

    names = unique(
        ["CRM", "crm", "Crm", "crm-2", "a b/ø", "-_.", "漢字", "a_b.c-", long, f"{long}y", "x" * 61 + "-_" + "y"]
    )

    assert names == [
        "CRM",
        "crm-2",
        "Crm-3",
        "crm-2-2",
        "a-b",
        "unnamed",
        "unnamed-2",
        "a_b.c",
        "x" * 63,
        "x" * 61 + "-2",
        "x" * 61,
    ]
    assert all(NAME.fullmatch(name) and len(name) <= 63 for name in names)


@pytest.mark.parametrize("name", NAMES)
def test_an_example_has_an_entity_for_all_that_it_holds(name: str) -> None:
    inventory, audit = example(name)

    found = entities(backstage_yaml(inventory, audit))

    kinds = Counter(entity["kind"] for entity in found.values())
    assert kinds["System"] == kinds["Component"] == len(inventory.systems)
    assert kinds["API"] == len(inventory.integrations)
    assert [
        each["metadata"]["annotations"]["stackaudit/id"] for each in found.values() if each["kind"] == "System"
    ] == [*inventory.systems]


@pytest.mark.parametrize("word", NASTY)
def test_a_nasty_text_is_a_title_and_no_entity(word: str) -> None:
    written = backstage_yaml(*nasty_stack(NASTY[word]))

    text = seen(NASTY[word])
    found = entities(written)
    assert Counter(entity["kind"] for entity in found.values()) == {
        "Group": 5,
        "System": 2,
        "Component": 2,
        "Resource": 2,
        "API": 2,
    }
    assert [found[f"system:{name}"]["metadata"]["title"] for name in ("first", "second")] == [text, text]
    assert found["system:first"]["metadata"]["description"] == text
    assert found["api:first-to-second"]["spec"]["definition"].startswith(f"data: contact; {text}\n")
    assert unseen(written) == []
