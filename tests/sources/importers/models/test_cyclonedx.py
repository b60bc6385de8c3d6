"""Bills of materials of services that other tools wrote."""

from __future__ import annotations

import json

import pytest

from sources.importers.drafted import content, draft, facts, read, sample, told
from stackaudit.sources.importers.models.cyclonedx import CYCLONEDX

BILL = CYCLONEDX.read(sample("cyclonedx--services.json"))


def bill(*services: object, **keys: object) -> str:
    return json.dumps({"bomFormat": "CycloneDX", "specVersion": "1.5", "services": services, **keys})


def test_services_are_systems_also_those_within_others() -> None:
    assert facts(BILL) == {
        "newsletter": {
            "name": "Briefpost Campaigns",
            "vendor": "Briefpost GmbH",
            "description": "Sends the newsletter",
            "url": "https://kornblume.briefpost.example/login",
            "owner.business": "brand",
            "cost.renews": "2027-05-31",
            "data.categories": ["behavior"],
        },
        "desk": {"name": "Order Desk"},
        "example.kornblume/Till gateway": {"name": "Till gateway", "hosting": "on-premises"},
    }
    assert draft(BILL, "newsletter").host == "kornblume.briefpost.example"


def test_data_that_two_services_tell_is_one_integration() -> None:
    assert facts(BILL, "integration") == {
        "desk -> newsletter": {"from": "desk", "to": "newsletter", "direction": "one-way", "data": ["contact"]}
    }


def test_what_has_no_place_is_told_and_secrets_are_only_counted() -> None:
    assert told(draft(BILL, "newsletter").remarks) == [
        ("provider.url", "https://briefpost.example", 11, ""),
        ("group", "example.kornblume", 12, ""),
        ("version", "2026-1", 14, ""),
        ("authenticated", "true", 17, ""),
        ("x-trust-boundary", "true", 18, ""),
        ("trustZone", "public internet", 19, "not known here"),
        ("endpoints", "https://api.briefpost.example", 16, ""),
        ("colour", "green", 28, ""),
        ("licenses.name", "Main contract", 25, ""),
        ("licenses.licensing.purchaser", "organization: name: Kornblume KG", 25, ""),
        ("data.destination", "https://elsewhere.example/sink", 22, "leads to no service of this bill"),
        ("data.classification", "secret sauce", 23, "not words that are known here"),
    ]
    assert BILL.left["api key"] == 1
    assert "k-123456" not in str(BILL)


def test_what_is_no_service_is_a_remark_of_the_file() -> None:
    assert told(BILL.remarks) == [
        ("services", "not a service", 40, "no service"),
        ("name", "", 41, "names no system"),
    ]
    assert BILL.rows == 5
    assert {key: BILL.left[key] for key in ("metadata", "components", "dependencies")} == {
        "metadata": 1,
        "components": 1,
        "dependencies": 1,
    }


def test_a_dependency_says_nothing_of_the_way_of_data() -> None:
    assert told(draft(BILL, "desk").remarks) == [
        ("dependsOn", "newsletter", 43, "a dependency does not say which way data flows")
    ]


def test_data_that_flows_both_ways_is_one_integration_in_both_directions() -> None:
    both = {"flow": "bi-directional", "name": "order"}
    text = bill(
        {"bom-ref": "a", "name": "A", "data": [{**both, "source": ["b"], "destination": ["b"]}]},
        {"bom-ref": "b", "name": "B", "data": [{**both, "source": ["a"], "destination": ["a"]}]},
    )

    imported = read(CYCLONEDX, text, ".json")

    assert facts(imported, "integration") == {
        "a -> b": {"from": "a", "to": "b", "direction": "two-way", "data": ["order"]}
    }


def test_flows_that_one_end_tells_twice_are_two() -> None:
    flow = {"flow": "outbound", "name": "order", "destination": ["b"]}
    back = {"flow": "inbound", "name": "order", "source": ["a"]}
    text = bill(
        {"bom-ref": "a", "name": "A", "data": [flow, flow]}, {"bom-ref": "b", "name": "B", "data": [back, back]}
    )

    imported = read(CYCLONEDX, text, ".json")

    assert [*facts(imported, "integration")] == ["a -> b", "a -> b (2)"]


def test_one_name_twice_is_two_systems() -> None:
    imported = read(CYCLONEDX, bill({"name": "Wiki"}, {"name": "Wiki"}), ".json")

    assert facts(imported) == {"Wiki": {"name": "Wiki"}, "Wiki (2)": {"name": "Wiki"}}


def test_a_bill_without_services_has_no_drafts() -> None:
    imported = read(CYCLONEDX, bill(components=[{"type": "library", "name": "x"}]), ".json")

    assert (imported.drafts, imported.rows, imported.left) == ((), 0, {"components": 1})


@pytest.mark.parametrize("wrong", [[], 1, None, {}, [1, {}], True, "x", [[["deep"]]]])
@pytest.mark.parametrize(
    "key", ["name", "provider", "endpoints", "data", "services", "licenses", "properties", "bom-ref", "trustZone"]
)
def test_values_of_wrong_types_are_no_facts(key: str, wrong: object) -> None:
    imported = read(CYCLONEDX, bill({"bom-ref": "a", "name": "A"}, {"bom-ref": "b", "name": "B", key: wrong}), ".json")

    assert facts(imported)["a"] == {"name": "A"}


@pytest.mark.parametrize(
    "text", ['{"bomFormat": "SPDX"}', '[{"bomFormat": 1}]', '{"note": "\\"bomFormat\\": CycloneDX"}', '{"bomFormat": ']
)
def test_other_json_is_not_claimed(text: str) -> None:
    assert not CYCLONEDX.claims(content(text, ".json"))
