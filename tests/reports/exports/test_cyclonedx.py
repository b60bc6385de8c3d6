"""The bill of materials, held against the schema of CycloneDX 1.7."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator, FormatChecker

from reports.exports.exported_stacks import NAMES, example, nasty_stack, small_stack
from reports.nasty import NASTY, unseen
from stackaudit import __version__
from stackaudit.reports.exports.cyclonedx import cyclonedx_json
from stackaudit.reports.exports.stated import seen

SCHEMA = Path(__file__).parents[2] / "official" / "cyclonedx-1.7.schema.json"
STACK = """
organization: {name: Us, currency: EUR}
teams: {it: {name: IT, side: it}, web: {side: marketing}}
data: {lead: {owner: {business: web}}}
systems:
  crm:
    name: CRM
    vendor: Acme
    description: Offers
    url: https://crm.example.com/a?b=c
    hosting: saas
    owner: {business: web, technical: it}
    bought: {by: it, how: contract}
    cost: {annual: 12, renews: 2027-03-01, auto_renews: true}
    data: {categories: [contact], master_of: [lead]}
    security: {sso: true}
  mail: {name: Mail, hosting: on-premises, url: "javascript:alert(1)"}
integrations:
  - {from: crm, to: mail, data: [contact], owner: it}
  - {from: mail, to: crm, via: bus, direction: two-way}
  - {from: bus, to: bus, data: [product]}
"""
BUS = STACK.replace("integrations:", "  bus: {name: Bus}\nintegrations:")


@cache
def validator() -> Draft7Validator:
    return Draft7Validator(json.loads(SCHEMA.read_text(encoding="utf-8")), format_checker=FormatChecker())


def bill(text: str) -> Any:
    """The bill, once the schema and the rule of unique references hold."""
    read = json.loads(text)
    validator().validate(read)
    refs = [service["bom-ref"] for service in read["services"]]
    known = {*refs, read["metadata"]["component"]["bom-ref"]}
    assert len(known) == 1 + len(refs)
    assert {ref for each in read["dependencies"] for ref in (each["ref"], *each["dependsOn"])} <= known
    return read


def test_a_system_is_a_service_with_all_that_is_known() -> None:
    crm = bill(cyclonedx_json(*small_stack(BUS)))["services"][1]

    team = {name: {"organization": {"name": name}} for name in ("IT", "web")}
    governance = {"custodians": [team["IT"]], "owners": [team["web"]]}
    assert crm.pop("data")[0] == {
        "flow": "unknown",
        "classification": "personal data",
        "name": "contact",
        "description": "Held in the system.",
        "governance": {**governance, "stewards": [team["web"]]},
    }
    assert crm == {
        "bom-ref": "system:crm",
        "provider": {"name": "Acme"},
        "name": "CRM",
        "description": "Offers",
        "endpoints": ["https://crm.example.com/a?b=c"],
        "authenticated": True,
        "x-trust-boundary": True,
        "trustZone": "saas",
        "licenses": [
            {
                "license": {
                    "name": "Contract for CRM",
                    "licensing": {
                        "licensor": {"organization": {"name": "Acme"}},
                        "licensee": {"organization": {"name": "Us"}},
                        "purchaser": {"organization": {"name": "IT"}},
                        "licenseTypes": ["subscription"],
                        "expiration": "2027-03-01T00:00:00Z",
                    },
                    "properties": [
                        {"name": "stackaudit:bought", "value": "contract"},
                        {"name": "stackaudit:bought-by", "value": "it"},
                        {"name": "stackaudit:renews-itself", "value": "true"},
                    ],
                }
            }
        ],
        "properties": [
            {"name": "stackaudit:lifecycle", "value": "live"},
            {"name": "stackaudit:environment", "value": "production"},
            {"name": "stackaudit:business_owner", "value": "web"},
            {"name": "stackaudit:technical_owner", "value": "it"},
            {"name": "stackaudit:annual_cost", "value": "12"},
            {"name": "stackaudit:currency", "value": "EUR"},
            {"name": "stackaudit:sso", "value": "true"},
            {"name": "stackaudit:findings", "value": "0"},
        ],
    }


def test_each_flow_is_told_at_both_ends_with_a_link_to_the_other() -> None:
    read = bill(cyclonedx_json(*small_stack(BUS)))

    link = read["serialNumber"].replace("urn:uuid", "urn:cdx") + "/1#system%3A"
    told = {
        service["bom-ref"]: [
            (each["flow"], each["classification"], each.get("source"), each.get("destination"))
            for each in service["data"]
            if each["description"] != "Held in the system."
        ]
        for service in read["services"]
        if "data" in service
    }
    assert told == {
        "system:crm": [
            ("outbound", "personal data", None, [f"{link}mail"]),
            ("bi-directional", "unknown", [f"{link}mail"], [f"{link}mail"]),
        ],
        "system:mail": [
            ("inbound", "personal data", [f"{link}crm"], None),
            ("bi-directional", "unknown", [f"{link}crm"], [f"{link}crm"]),
        ],
        "system:bus": [("outbound", "no personal data", None, [f"{link}bus"])],
    }


def test_what_is_unknown_of_a_system_is_left_out() -> None:
    bus, _, mail = bill(cyclonedx_json(*small_stack(BUS)))["services"]

    assert {"endpoints", "authenticated", "provider", "licenses"}.isdisjoint(mail)
    assert (mail["x-trust-boundary"], mail["trustZone"]) == (False, "on-premises")
    assert [*bus] == ["bom-ref", "name", "data", "properties"]


def test_a_system_depends_on_those_that_send_to_it() -> None:
    assert bill(cyclonedx_json(*small_stack(BUS)))["dependencies"] == [
        {"ref": "stack", "dependsOn": ["system:bus", "system:crm", "system:mail"]},
        {"ref": "system:bus", "dependsOn": []},
        {"ref": "system:crm", "dependsOn": ["system:mail", "system:bus"]},
        {"ref": "system:mail", "dependsOn": ["system:crm", "system:bus"]},
    ]


def test_without_integrations_nothing_is_said_of_what_depends_on_what() -> None:
    assert bill(cyclonedx_json(*small_stack("systems: {a: {name: A}}")))["dependencies"] == [
        {"ref": "stack", "dependsOn": ["system:a"]}
    ]


def test_the_bill_says_what_made_it_when_and_of_what() -> None:
    assert bill(cyclonedx_json(*small_stack(BUS)))["metadata"] == {
        "timestamp": "2026-11-21T00:00:00Z",
        "lifecycles": [{"phase": "operations"}],
        "tools": {"components": [{"type": "application", "name": "stackaudit", "version": __version__}]},
        "component": {"type": "platform", "bom-ref": "stack", "name": "Technology of Us"},
        "manufacturer": {"name": "Us"},
    }


def test_another_inventory_has_another_serial_number() -> None:
    numbers = [
        bill(cyclonedx_json(*small_stack(text)))["serialNumber"] for text in (BUS, BUS, BUS.replace("Offers", "Orders"))
    ]

    assert numbers[0] == numbers[1] != numbers[2]
    assert re.fullmatch(r"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", numbers[0])


@pytest.mark.parametrize("name", NAMES)
def test_the_bill_of_an_example_is_valid_and_whole(name: str) -> None:
    inventory, audit = example(name)

    read = bill(cyclonedx_json(inventory, audit))

    assert [service["bom-ref"] for service in read["services"]] == [f"system:{each}" for each in inventory.systems]


@pytest.mark.parametrize("word", NASTY)
def test_a_nasty_text_is_data(word: str) -> None:
    written = cyclonedx_json(*nasty_stack(NASTY[word]))

    text = seen(NASTY[word])
    read = bill(written)
    first, second = read["services"]
    assert (first["name"], second["name"], first["description"], first["provider"]) == (
        text,
        text,
        text,
        {"name": text},
    )
    assert first["data"][1]["description"] == text
    assert read["metadata"]["manufacturer"] == {"name": text}
    assert "endpoints" not in first
    assert unseen(written) == []
