"""The JSON of a comparison keeps the contract that its schema publishes, and its figures add up."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from stackaudit.analysis.comparing import compare
from stackaudit.model.comparison import Account
from stackaudit.reports.json_comparison import comparison_json
from stackaudit.reports.schemas import comparison_schema
from stackaudit.sources.inventory import read_inventory, read_inventory_text
from stacks import catalogue

STORIES = Path(__file__).parents[2] / "examples" / "two-stories"

ONE = """
organization: {name: Süß, currency: EUR, exchange_rates: {USD: 0.9}}
systems:
  crm: {name: Salesforce, owner: {business: nobody}, cost: {annual: 10.5, renews: 2027-01-01}, regions: [eu, TBD]}
  mail: {name: Mailchimp, cost: {annual: {amount: 9, currency: CHF}}}
  forms: {name: Typeform, cost: {annual: {amount: 5, currency: GBP}}}
integrations: [{from: crm, to: mail}]
"""
TWO = """
organization: {currency: EUR, exchange_rates: {USD: 0.5, GBP: 1.2}}
systems:
  sfdc: {name: Salesforce, owner: {business: it}, cost: {annual: 20, renews: 2027-02-01}, regions: [eu, us]}
  mail: {name: Mailchimp, cost: {annual: 9}}
integrations: []
"""


def closed(schema: Any) -> Any:
    """A schema that allows no key that it does not describe, so that none is told without being published."""
    if isinstance(schema, list):
        return [closed(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    parts = {key: closed(part) for key, part in schema.items()}
    return {**parts, "additionalProperties": False} if isinstance(parts.get("properties"), dict) else parts


CONTRACT = Draft202012Validator(closed(comparison_schema()))


def told(one: Account, two: Account) -> Any:
    """The report, read again and held against the contract."""
    report = json.loads(comparison_json(compare(one, two, catalogue(), tolerance=0.05)))
    assert [error.message for error in CONTRACT.iter_errors(report)] == []
    return report


def account(name: str, text: str) -> Account:
    return Account(name, read_inventory_text(f"{name}.yaml", text, catalogue().categories))


def test_the_schema_is_a_schema_and_describes_every_key() -> None:
    def silent(schema: Any) -> list[str]:
        if isinstance(schema, list):
            return [key for part in schema for key in silent(part)]
        if not isinstance(schema, dict):
            return []
        own = schema.get("properties", {})
        return [key for key, part in own.items() if not part.get("description")] + silent(list(schema.values()))

    Draft202012Validator.check_schema(comparison_schema())

    assert silent(comparison_schema()) == []


def test_empty_stories_keep_the_contract() -> None:
    report = told(account("one", "x-a: 1"), account("two", "x-a: 1"))

    assert report["schema"] == "stackaudit-comparison/1"
    assert report["contradictions"] == report["told"] == report["agreed"] == report["unclear"] == []
    assert [match["kind"] for match in report["matches"]] == ["organization"]


def test_values_are_plain_and_say_where_they_stand() -> None:
    report = told(account("one", ONE), account("two", TWO))

    by_fact = {item["fact"]: item for item in report["contradictions"]}
    assert by_fact["owner.business"]["says"] == [
        {"value": False, "text": "nobody", "place": {"file": "one.yaml", "line": 4, "column": 45}},
        {"value": "it", "text": "it", "place": {"file": "two.yaml", "line": 4, "column": 46}},
    ]
    assert by_fact["owner.business"]["subjects"] == [
        {"id": "crm", "name": "Salesforce"},
        {"id": "sfdc", "name": "Salesforce"},
    ]
    assert by_fact["owner.business"]["reason"] == "same product"
    assert by_fact["cost.annual"]["money"] == {"amount": 9.5, "currency": "EUR"}
    assert [says["value"] for says in by_fact["cost.renews"]["says"]] == ["2027-01-01", "2027-02-01"]
    assert by_fact[""]["subjects"] == [{"id": "crm -> mail", "name": "Salesforce to Mailchimp"}, None]
    assert by_fact[""]["says"][1]["value"] is None
    assert [(item["reason"], item["fact"]) for item in report["unclear"]] == [("no exchange rate", "cost.annual")]
    assert {(item["story"], item["subject"]["id"], item["fact"]) for item in report["told"]} == {
        (0, "organization", "organization.name"),
        (0, "forms", ""),
        (1, "sfdc", "regions"),
    }
    assert [item["money"] for item in report["told"] if item["subject"]["id"] == "forms"] == [
        {"amount": 5, "currency": "GBP"}
    ]


@pytest.mark.parametrize("turned", [False, True])
def test_the_example_keeps_the_contract_and_adds_up(turned: bool) -> None:
    accounts = [Account(name, read_inventory([STORIES / name], catalogue().categories)) for name in ("cmo", "cio")]

    report = told(*(accounts[::-1] if turned else accounts))

    told_by = Counter(item["story"] for item in report["told"])
    alone = Counter(item["story"] for item in report["told"] if item["kind"] == "system" and not item["fact"])
    assert report["counts"] == {
        "contradictions": len(report["contradictions"]),
        "told": [told_by[0], told_by[1]],
        "agreed": len(report["agreed"]),
        "unclear": len(report["unclear"]),
        "systems_in_both": sum(match["kind"] == "system" for match in report["matches"]),
        "systems_in_one": [alone[0], alone[1]],
    }
    for story in (0, 1):
        amounts = [item["money"]["amount"] for item in report["told"] if item["story"] == story and item["money"]]
        assert report["money"]["alone"][story] == [{"amount": sum(amounts), "currency": "EUR"}]
    apart = [item["money"]["amount"] for item in report["contradictions"] if item["fact"] == "cost.annual"]
    assert report["money"]["apart"] == [{"amount": sum(apart), "currency": "EUR"}]
    unclear = sum(len(item["subjects"][0]) for item in report["unclear"])
    assert report["stories"][0]["systems"] == report["counts"]["systems_in_both"] + alone[0] + unclear
