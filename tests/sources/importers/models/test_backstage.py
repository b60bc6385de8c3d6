"""Catalogs of Backstage, as people keep them."""

from __future__ import annotations

import pytest

from sources.importers.drafted import draft, facts, read, sample, told
from stackaudit.sources.importers.models.backstage import BACKSTAGE

CATALOG = BACKSTAGE.read(sample("backstage--catalog.yaml"))
NO_WAY = "a dependency does not say which way data flows"


def entity(kind: str, name: str, spec: str = "", metadata: str = "") -> str:
    """A document of a catalog."""
    head = f"apiVersion: backstage.io/v1alpha1\nkind: {kind}"
    return f"---\n{head}\nmetadata: {{name: {name}, {metadata}}}\nspec: {{{spec}}}\n"


def test_groups_are_teams_with_the_whole_that_either_side_names() -> None:
    assert facts(CATALOG, "team") == {
        "shop-operations": {},
        "digital-marketing": {"name": "Digital Marketing", "part_of": "commerce"},
        "commerce": {},
        "platform": {"name": "Platform Engineering", "part_of": "commerce"},
    }


def test_components_systems_and_resources_are_systems() -> None:
    assert facts(CATALOG) == {
        "system:default/loyalty": {
            "name": "Loyalty Club",
            "description": "Bread for points",
            "vendor": "Kornblume",
            "lifecycle": "evaluating",
            "owner.technical": "digital-marketing",
            "security.sso": True,
        },
        "component:default/order-desk": {"name": "order-desk", "lifecycle": "live", "owner.technical": "platform"},
        "component:shops/till": {"name": "till", "lifecycle": "retiring"},
        "resource:default/points-db": {"name": "points-db", "owner.technical": "shop-operations"},
    }
    assert {each.key: each.doubts for each in CATALOG.drafts if each.doubts} == {
        "system:default/loyalty": {"lifecycle": "experimental in the catalog"},
        "resource:default/points-db": {"name": "a resource of the type database"},
    }


def test_what_has_no_place_is_told_with_its_line() -> None:
    assert told(draft(CATALOG, "system:default/loyalty").remarks) == [
        ("github.com/project-slug", "kornblume/loyalty", 39, ""),
        ("stackaudit/security.magic", "true", 42, "no fact of the language"),
        ("metadata.tags", "java; crm", 37, ""),
        ("spec.type", "service", 50, ""),
        ("spec.dependsOn", "resource:points-db", 54, NO_WAY),
        ("spec.providesApis", "points-api", 55, NO_WAY),
    ]
    assert told(draft(CATALOG, "component:shops/till").remarks) == [
        ("spec.type", "service", 75, ""),
        ("spec.owner", "user:default/jdoe", 75, "a person, not a team"),
    ]


def test_entities_that_are_no_systems_are_remarks_and_people_are_only_counted() -> None:
    assert told(CATALOG.remarks) == [
        ("(no kind)", "just: a note", 100, "no entity of Backstage"),
        ("Component", "oven-client", 67, "a library, no system"),
        ("System", "ordering", 57, "told by its components"),
        ("API", "points-api", 82, "an interface does not say which way data flows"),
        ("Location", "more", 95, "no system"),
    ]
    assert CATALOG.rows == 15
    assert CATALOG.left == {
        "User": 1,
        "backstage.io/managed-by-location": 1,
        "github.com/project-slug": 1,
        "metadata.tags": 1,
        "spec.members": 1,
        "spec.type": 4,
    }


def test_an_interface_is_an_integration_where_annotations_say_from_where_to_where() -> None:
    assert facts(CATALOG, "integration") == {
        "system:default/loyalty -> component:shops/till": {
            "from": "system:default/loyalty",
            "to": "component:shops/till",
            "name": "Points at the till",
            "data": ["contact", "order"],
        }
    }


def test_what_the_catalogs_interface_answers_is_read_as_well() -> None:
    imported = BACKSTAGE.read(sample("backstage--entities.json"))

    assert facts(imported) == {
        "component:default/ticket-shop": {
            "name": "ticket-shop",
            "description": "Sells tickets for the ferry",
            "lifecycle": "live",
            "owner.technical": "web",
        }
    }
    assert facts(imported, "team") == {"web": {"name": "web-team", "side": "marketing"}}
    assert imported.left == {"metadata.uid": 1, "metadata.etag": 1, "relations": 1, "spec.type": 1}


def test_a_system_without_components_is_a_system() -> None:
    imported = read(
        BACKSTAGE, entity("System", "mail", "owner: ops") + entity("Component", "lib", "type: library, system: mail")
    )

    assert facts(imported) == {"system:default/mail": {"name": "mail", "owner.technical": "ops"}}


def test_merge_keys_bring_what_an_entity_has_not_itself() -> None:
    imported = read(
        BACKSTAGE,
        """
        - &first
          {apiVersion: backstage.io/v1alpha1, kind: Component, metadata: {name: a}, spec: &s {lifecycle: production}}
        - {<<: *first, metadata: {name: b}, spec: {<<: *s, type: service}}
        """,
    )

    assert facts(imported) == {
        "component:default/a": {"name": "a", "lifecycle": "live"},
        "component:default/b": {"name": "b", "lifecycle": "live"},
    }


def test_groups_of_one_name_in_two_namespaces_are_two_teams() -> None:
    imported = read(
        BACKSTAGE,
        entity("Group", "ops")
        + entity("Group", "ops", metadata="namespace: eu")
        + entity("Component", "a", "owner: eu/ops")
        + entity("Component", "b", "owner: ops"),
    )

    assert facts(imported, "team") == {"ops": {}, "eu-ops": {}}
    assert [each["owner.technical"] for each in facts(imported).values()] == ["eu-ops", "ops"]


@pytest.mark.parametrize(
    "text",
    [
        "apiVersion: v1\nkind: Service\nmetadata: {name: backstage.io/x}\n",
        "note: apiVersion backstage.io/v1alpha1\n",
        "apiVersion: backstage.io/v1alpha1\nmetadata: {name: kindless}\n",
        "apiVersion: [backstage.io/v1alpha1\n",
    ],
)
def test_other_manifests_are_not_claimed(text: str) -> None:
    from sources.importers.drafted import content

    assert not BACKSTAGE.claims(content(text))


@pytest.mark.parametrize("wrong", ["[]", "1", "null", "{}", "[1, {}]", "true", "'x'"])
@pytest.mark.parametrize("key", ["metadata", "spec", "kind"])
def test_values_of_wrong_types_are_no_facts(key: str, wrong: str) -> None:
    text = f"{entity('Component', 'a')}---\n{{apiVersion: backstage.io/v1alpha1, kind: Component, {key}: {wrong}}}\n"

    imported = read(BACKSTAGE, text)

    assert facts(imported)["component:default/a"] == {"name": "a"}


def test_groups_whose_names_mean_one_team_are_told_apart_and_their_ids_are_ids() -> None:
    imported = read(
        BACKSTAGE,
        entity("Group", "web")
        + entity("Group", "web-team")
        + entity("Group", "'{}'")
        + entity("Group", "x", metadata='annotations: {stackaudit/id: "a/b: c"}'),
    )

    assert [*facts(imported, "team")] == ["web", "web-2", "team", "a-b-c"]
