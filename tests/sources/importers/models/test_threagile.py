"""Threat models of Threagile."""

from __future__ import annotations

from pathlib import Path

import pytest

from sources.importers.drafted import content, draft, facts, read, sample, told
from stackaudit.sources.importers.models.threagile import THREAGILE

MODEL = THREAGILE.read(sample("threagile--ticket-shop.yaml"))
PUBLISHED = Path(__file__).parents[5] / "shared" / "data" / "models" / "example.threagile.yaml"


def links(first: str, second: str = "") -> str:
    """A model of two assets with links of the first."""
    return f"""
threagile_version: 1.0.0
data_assets: {{Orders: {{id: orders}}}}
technical_assets:
  A:
    {{id: a, encryption: transparent, data_assets_stored: [orders],
      communication_links: {{To B: {{target: b, {first}}}}}}}
  B: {{id: b, encryption: none, {second}}}
"""


def test_assets_are_systems_but_not_what_people_work_with() -> None:
    owner, availability = "the owner in the threat model", "availability: critical"
    assert facts(MODEL) == {
        "shop": {
            "name": "Ticket Shop",
            "description": "Where tickets are sold",
            "owner.business": "web",
            "service.criticality": "high",
        },
        "database": {
            "name": "Order Database",
            "description": "PostgreSQL",
            "owner.business": "web",
            "data.categories": ["order"],
        },
        "timetable-server": {
            "name": "Timetable Server",
            "owner.business": "Harbour authority",
            "security.encrypted": ["in-transit"],
        },
    }
    assert draft(MODEL, "shop").doubts == {"owner.business": owner, "service.criticality": availability}
    assert told(MODEL.remarks) == [("technical_assets", "Passenger's Phone", 14, "what a person works with, no system")]
    assert MODEL.rows == 4


def test_what_is_merged_stands_where_it_is_written() -> None:
    assert told(draft(MODEL, "database").remarks) == [
        ("type", "datastore", 52, ""),
        ("internet", "false", 53, ""),
        ("availability", "sometimes", 55, "not known here"),
        ("usage", "business", 24, ""),
        ("out_of_scope", "false", 25, ""),
        ("technology", "web-application", 26, ""),
        ("data_assets_stored", "Timetable", 56, "no kinds of data that are known here"),
        ("data_assets_processed", "Contact", 31, "processed, not stored"),
        ("encryption", "transparent", 54, ""),
    ]


def test_links_are_integrations_where_they_say_which_way_data_flows() -> None:
    assert facts(MODEL, "integration") == {
        "shop -> database: Storing": {
            "from": "shop",
            "to": "database",
            "direction": "two-way",
            "name": "Storing",
            "notes": "Keeps the orders",
            "data": ["order", "contact"],
            "encrypted": True,
        },
        "timetable-server -> shop: Timetables": {
            "from": "timetable-server",
            "to": "shop",
            "direction": "one-way",
            "name": "Timetables",
            "method": "file",
            "encrypted": True,
        },
    }
    assert [each for each in told(draft(MODEL, "shop").remarks) if each[0] == "communication_links"] == [
        ("communication_links", "Ping to database", 46, "does not say which way data flows"),
        ("communication_links", "Lost to nowhere", 47, "leads to no system"),
    ]


def test_persons_and_what_a_model_says_of_itself_are_only_counted() -> None:
    assert "person-001" not in str(MODEL)
    assert {key: MODEL.left[key] for key in ("title", "author", "trust_boundaries", "communication_links")} == {
        "title": 1,
        "author": 1,
        "trust_boundaries": 1,
        "communication_links": 1,
    }


@pytest.mark.parametrize(
    ("protocol", "found"),
    [
        ("https", ["at-rest", "in-transit"]),
        ("jdbc-encrypted", ["at-rest", "in-transit"]),
        ("http", ["at-rest"]),
        ("http, vpn: true", None),
        ("in-process-library-call", None),
    ],
)
def test_where_data_is_encrypted_is_told_only_where_both_places_are(protocol: str, found: list[str] | None) -> None:
    imported = read(THREAGILE, links(f"protocol: {protocol}, data_assets_sent: [orders]"))

    assert facts(imported)["a"].get("security.encrypted") == found
    assert "security.encrypted" not in facts(imported)["b"]  # nothing is stored there that could be encrypted


def test_a_link_of_a_persons_browser_counts_for_encryption() -> None:
    client = "C: {used_as_client_by_human: true, communication_links: {L: {target: a, protocol: http}}}"
    text = links("protocol: https, data_assets_sent: [orders]") + f"  {client}\n"

    imported = read(THREAGILE, text)

    assert facts(imported)["a"]["security.encrypted"] == ["at-rest"]


@pytest.mark.skipif(not PUBLISHED.exists(), reason="the published model is not here")
def test_the_published_example_is_read_to_its_end() -> None:
    imported = read(THREAGILE, PUBLISHED.read_text(encoding="utf-8"))

    assert imported.rows == 14
    assert [*facts(imported)] == [
        "load-balancer",
        "apache-webserver",
        "identity-provider",
        "ldap-auth-server",
        "marketing-cms",
        "erp-system",
        "contract-file-server",
        "sql-database",
        "git-repo",
        "jenkins-build-server",
    ]
    assert len(facts(imported, "integration")) == 11


@pytest.mark.parametrize(
    "text",
    [
        "technical_assets: {}\n",
        "technical_assets: [a]\nthreagile_version: 1\n",
        "systems: {technical_assets: {name: x}}\n",
    ],
)
def test_other_yaml_is_not_claimed(text: str) -> None:
    assert not THREAGILE.claims(content(text))


@pytest.mark.parametrize("wrong", ["[]", "1", "null", "{}", "[1, {}]", "true", "x"])
@pytest.mark.parametrize(
    "key", ["id", "owner", "encryption", "data_assets_stored", "communication_links", "availability"]
)
def test_values_of_wrong_types_are_no_facts(key: str, wrong: str) -> None:
    imported = read(THREAGILE, f"threagile_version: 1.0.0\ntechnical_assets: {{A: {{id: a}}, B: {{{key}: {wrong}}}}}\n")

    assert facts(imported)["a"] == {"name": "A"}
