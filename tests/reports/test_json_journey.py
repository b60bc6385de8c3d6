"""A trace in JSON keeps the contract that its schema publishes."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from stackaudit import __version__
from stackaudit.analysis.tracing import trace_of
from stackaudit.reports.json_journey import journey_json
from stackaudit.reports.schemas.journey import journey_schema
from stacks import drawn, stack_of


def closed(schema: Any) -> Any:
    """A schema that allows no key that it does not describe, so that none is told without being published."""
    if isinstance(schema, list):
        return [closed(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    parts = {key: closed(part) for key, part in schema.items()}
    return {**parts, "additionalProperties": False} if isinstance(parts.get("properties"), dict) else parts


CONTRACT = Draft202012Validator(closed(journey_schema()), format_checker=Draft202012Validator.FORMAT_CHECKER)
STACK = drawn(
    "a -> b {via: bus, data: [order], method: ipaas, runs: daily, last_ran: 2026-10-01, owner: it}",
    "c -> b {owner: nobody, method: file}",
    "c -> d",
    "a -> e",
    bus="category: ipaas",
    e="lifecycle: retired",
    f="",
)


def told(start: str, end: str, data: str = "") -> Any:
    """A trace, read again and held against the contract."""
    systems = STACK.inventory.systems
    report = json.loads(journey_json(trace_of(STACK, systems[start], systems[end], data)))
    assert [error.message for error in CONTRACT.iter_errors(report)] == []
    return report


def test_the_schema_is_a_schema_and_describes_every_key() -> None:
    def silent(schema: Any) -> list[str]:
        if isinstance(schema, list):
            return [key for part in schema for key in silent(part)]
        if not isinstance(schema, dict):
            return []
        own = schema.get("properties", {})
        return [key for key, part in own.items() if not part.get("description")] + silent(list(schema.values()))

    Draft202012Validator.check_schema(journey_schema())

    assert silent(journey_schema()) == []


@pytest.mark.parametrize(
    ("ends", "outcome", "states"),
    [
        (("a", "b"), "reaches", ["late"]),
        (("a", "d"), "breaks off", ["late", "missing", "open"]),
        (("a", "e"), "breaks off", ["closed"]),
        (("a", "f"), "breaks off", []),
        (("c", "d", "order"), "perhaps", ["open"]),
    ],
)
def test_every_outcome_keeps_the_contract(ends: tuple[str, ...], outcome: str, states: list[str]) -> None:
    report = told(*ends)

    assert (report["outcome"], [hop["state"] for hop in report["hops"]]) == (outcome, states)


def test_a_trace_tells_what_it_found() -> None:
    report = told("a", "d")

    assert (report["schema"], report["stackaudit"]) == ("stackaudit-journey/1", __version__)
    assert (report["today"], report["organization"], report["data"]) == ("2026-11-21", "", "")
    assert report["start"]["system"] == {"kind": "system", "id": "a", "name": "The a"}
    assert report["first_faulty"] == 0
    assert report["hops"][0]["flow"] == {
        "integration": {"kind": "integration", "id": "a -> b", "name": "The a to The b"},
        "via": "The bus",
        "method": "ipaas",
        "runs": 1,
        "last_ran": "2026-10-01",
        "days_late": 49,
        "data": ["order"],
        "two_way": False,
        "owner": {"team": "it", "side": ""},
        "others": 0,
    }
    assert [hop["faults"] for hop in report["hops"]] == [["broken"], ["broken"], []]
    assert [[system["id"] for system in report[which]] for which in ("reached", "senders")] == [["b"], ["c"]]


def test_an_inventory_without_integrations_keeps_the_contract() -> None:
    stack = stack_of("organization: {name: Testers}\nsystems: {a: {name: A}, b: {name: B}}")

    report = json.loads(journey_json(trace_of(stack, *stack.inventory.systems.values())))

    CONTRACT.validate(report)
    assert (report["outcome"], report["first_faulty"], report["organization"]) == ("unknown", None, "Testers")


def test_characters_that_no_terminal_shows_are_escaped() -> None:
    stack = stack_of(
        'systems: {a: {name: "S\\u00fc\\u00df\\u202e"}, b: {name: "B\\e"}}\nintegrations: [{from: a, to: b}]'
    )

    text = journey_json(trace_of(stack, *stack.inventory.systems.values()))

    assert "Süß" in text
    assert "\x1b" not in text
    assert "\u202e" not in text
