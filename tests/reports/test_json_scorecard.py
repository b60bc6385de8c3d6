"""The JSON scorecard keeps the contract that its schema publishes, adds up, and agrees with the audit."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from stackaudit import __version__
from stackaudit.analysis.auditing import audit
from stackaudit.analysis.questions import compile_rules
from stackaudit.analysis.reckoning import scorecard
from stackaudit.analysis.stack import Stack, build_stack
from stackaudit.reports.json_report import audit_json
from stackaudit.reports.json_scorecard import scorecard_json
from stackaudit.reports.schemas import score_schema
from stackaudit.sources.inventory import read_inventory
from stacks import TODAY, builtin_rules, catalogue, stack_of, thresholds

if TYPE_CHECKING:
    from stackaudit.model.audit import Audit

EXAMPLES = Path(__file__).parents[2] / "examples"


def closed(schema: Any) -> Any:
    """A schema that allows no key that it does not describe, so that none is told without being published."""
    if isinstance(schema, list):
        return [closed(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    parts = {key: closed(part) for key, part in schema.items()}
    return {**parts, "additionalProperties": False} if isinstance(parts.get("properties"), dict) else parts


CONTRACT = Draft202012Validator(closed(score_schema()), format_checker=Draft202012Validator.FORMAT_CHECKER)


def audited(stack: Stack) -> Audit:
    return audit(stack, compile_rules(builtin_rules(), thresholds(), catalogue().categories, "EUR", TODAY))


def told(stack: Stack) -> Any:
    """The scorecard, read again and held against the contract."""
    report = json.loads(scorecard_json(scorecard(stack, audited(stack))))
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

    Draft202012Validator.check_schema(score_schema())

    assert silent(score_schema()) == []


def test_an_empty_inventory_keeps_the_contract() -> None:
    report = told(stack_of("organization: {name: Nobody, currency: EUR}"))

    assert report["schema"] == "stackaudit-score/1"
    assert report["stackaudit"] == __version__
    assert report["today"] == "2026-11-21"
    assert report["spending"]["total"]["systems"] == 0
    assert report["crm_links"]["links"] == report["ownership"]["teams"] == []


@pytest.mark.parametrize("name", ["minimal", "fjordline", "tidy", "meltano"])
def test_the_scorecard_of_an_example_keeps_the_contract_and_adds_up(name: str) -> None:
    inventory = read_inventory([EXAMPLES / name], catalogue().categories)
    stack = build_stack(inventory, catalogue(), thresholds(), TODAY)

    report = told(stack)

    spending, links = report["spending"], report["crm_links"]
    for parts in (spending["sides"], spending["teams"], spending["categories"]):
        for count in ("systems", "stated", "unconverted", "unstated", "free"):
            assert sum(part[count] for part in parts) == spending["total"][count]
        assert sum(part["amount"] for part in parts) == pytest.approx(spending["total"]["amount"])
    others = [side for side in spending["sides"] if side["id"] not in ("it", "")]
    assert sum(part["systems"] for part in spending["outside_it"]) == sum(side["systems"] for side in others)
    assert sum(links["grades"].values()) == len(links["links"])
    owned = [subject["id"] for team in report["ownership"]["teams"] for subject in team["business"]]
    nobody = [d["subjects"][0]["id"] for d in report["ownership"]["disputes"] if "no business" in d["says"]]
    without = [subject["id"] for subject in report["ownership"]["without_business"]]
    assert sorted(owned + without + [s for s in nobody if s in inventory.systems]) == sorted(s.id for s in stack.in_use)


@pytest.mark.parametrize("name", ["minimal", "fjordline", "tidy", "meltano"])
def test_the_scorecard_of_an_example_agrees_with_its_audit(name: str) -> None:
    stack = build_stack(read_inventory([EXAMPLES / name], catalogue().categories), catalogue(), thresholds(), TODAY)

    report, whole = told(stack), json.loads(audit_json(audited(stack)))

    assert (report["scores"], report["overall"]) == (whole["scores"], whole["overall"])
    assert report["spending"]["total"]["amount"] == pytest.approx(whole["totals"]["annual_cost"])
    assert report["spending"]["total"]["stated"] == whole["totals"]["costs_stated"]
    assert [money["currency"] for money in report["spending"]["total"]["foreign"]] == whole["totals"]["unconverted"]
    for count in ("fails", "undetermined", "passes"):
        assert report["overall"][count] == sum(score[count] for score in report["scores"])


def test_the_order_in_which_systems_stand_changes_no_byte() -> None:
    lines = [
        "  crm: {name: C, category: crm, owner: {business: it}, cost: {annual: 0.1}, bought: {by: it}}",
        "  mail: {name: M, category: email-marketing, owner: {business: it}, cost: {annual: 0.2}, bought: {by: it}}",
        "  forms: {name: F, category: form-builder, cost: {annual: 0.7}, bought: {by: it}}",
    ]
    texts = ["\n".join(["systems:", *order, "integrations: [{from: mail, to: crm}]"]) for order in (lines, lines[::-1])]

    one, other = (scorecard_json(scorecard(stack_of(text), audited(stack_of(text)))) for text in texts)

    assert one == other


def test_characters_that_no_terminal_shows_are_escaped() -> None:
    stack = stack_of('organization: {name: "S\\u00fc\\u00df\\u202e"}\nsystems: {a: {name: "A\\e"}}')

    text = scorecard_json(scorecard(stack, audited(stack)))

    assert "Süß" in text
    assert "\x1b" not in text
    assert "\u202e" not in text
