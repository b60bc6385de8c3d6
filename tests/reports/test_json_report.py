"""The JSON report keeps the contract that its schema publishes, and its figures add up."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from stackaudit import __version__
from stackaudit.analysis.auditing import audit
from stackaudit.analysis.baselining import baseline_of, new_since
from stackaudit.analysis.questions import compile_rules
from stackaudit.analysis.stack import build_stack
from stackaudit.model.audit import Audit, Finding, Related, SubjectName, Totals
from stackaudit.model.documents import Place
from stackaudit.model.rules import Severity
from stackaudit.reports.json_report import audit_json
from stackaudit.reports.schemas import audit_schema
from stackaudit.sources.catalogue import read_catalogue
from stackaudit.sources.exceptions import read_exceptions
from stackaudit.sources.inventory import read_inventory, read_inventory_text
from stackaudit.sources.rulebook import builtin_folder, read_rules
from stackaudit.sources.settings import read_settings

if TYPE_CHECKING:
    from stackaudit.model.inventory import Inventory

TODAY = date(2026, 11, 21)
EXAMPLES = Path(__file__).parents[2] / "examples"
CATALOGUE = read_catalogue()

STACK = """
organization: {name: Süß & Söhne, currency: EUR}
teams: {marketing: {side: marketing}, it: {side: it}}
systems:
  crm: {name: Salesforce Sales Cloud, bought: {by: marketing, approved_by: [], how: card}, cost: {annual: 24000.50}}
  mail: {name: HubSpot Marketing Hub, bought: {by: marketing}, cost: {annual: 1200}}
  survey: {name: Typeform, cost: {annual: {amount: 300, currency: USD}}, security: {sso: TBD}}
  polls: {name: SurveyMonkey, bought: {by: marketing, approved_by: [], how: expense}, cost: {annual: 600}}
integrations: []
"""


def audited(inventory: Inventory) -> Audit:
    settings = read_settings(None, {}).facts()
    rules = read_rules([builtin_folder()])
    questions = compile_rules(rules, settings, CATALOGUE.categories, "EUR", TODAY)
    return audit(build_stack(inventory, CATALOGUE, settings, TODAY), questions)


def audited_text(text: str) -> Audit:
    return audited(read_inventory_text("inventory.yaml", text, CATALOGUE.categories))


def bare_audit(*findings: Finding) -> Audit:
    nothing = Totals(0, 0, 0, 0.0, 0, (), 0.0, 0, 0, 0)
    return Audit("", "", TODAY, findings, (), (), (), nothing, {}, {})


def finding(message: str = "Something is wrong.", **changes: Any) -> Finding:
    stated = {
        "rule": "security/no-sso",
        "theme": "security",
        "severity": Severity.HIGH,
        "subjects": (SubjectName("system", "crm", "CRM"),),
        "message": message,
        "fix": "Mend it.",
        "place": Place("inventory.yaml", 3, 5),
        "note": "here",
        "related": (Related(Place("teams.yaml", 1, 1), "and here"),),
        "stakes": (("crm", 1200.0), ("mail", 99.5)),
        "fingerprint": "0123456789abcdef",
    }
    return Finding(**{**stated, **changes})


def closed(schema: Any) -> Any:
    """A schema that allows no key that it does not describe, so that none is told without being published."""
    if isinstance(schema, list):
        return [closed(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    parts = {key: closed(part) for key, part in schema.items()}
    return {**parts, "additionalProperties": False} if isinstance(parts.get("properties"), dict) else parts


CONTRACT = Draft202012Validator(closed(audit_schema()), format_checker=Draft202012Validator.FORMAT_CHECKER)


def told(audit: Audit) -> Any:
    """The report, read again and held against the contract."""
    text = audit_json(audit)
    report = json.loads(text)
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

    Draft202012Validator.check_schema(audit_schema())

    assert silent(audit_schema()) == []


def test_an_empty_audit_keeps_the_contract() -> None:
    report = told(bare_audit())

    assert report["schema"] == "stackaudit-audit/1"
    assert report["stackaudit"] == __version__
    assert report["findings"] == report["undetermined"] == report["missing"] == report["scores"] == []
    assert report["rules"] == {}


def test_a_finding_is_told_whole() -> None:
    report = told(bare_audit(finding()))

    assert report["findings"] == [
        {
            "rule": "security/no-sso",
            "theme": "security",
            "severity": "high",
            "subjects": [{"kind": "system", "id": "crm", "name": "CRM"}],
            "message": "Something is wrong.",
            "fix": "Mend it.",
            "place": {"file": "inventory.yaml", "line": 3, "column": 5},
            "note": "here",
            "related": [{"place": {"file": "teams.yaml", "line": 1, "column": 1}, "note": "and here"}],
            "money": 1299.5,
            "stakes": [{"subject": "crm", "amount": 1200}, {"subject": "mail", "amount": 99.5}],
            "fingerprint": "0123456789abcdef",
            "fails_from": None,
        },
    ]


def test_money_that_is_not_known_is_null() -> None:
    report = told(bare_audit(finding(stakes=())))

    assert report["findings"][0]["money"] is None


def test_a_real_audit_keeps_the_contract_and_adds_up() -> None:
    result = audited_text(STACK)

    report = told(result)

    assert_adds_up(report)
    assert report["organization"] == "Süß & Söhne"
    assert report["currency"] == "EUR"
    assert report["today"] == "2026-11-21"
    assert report["totals"]["annual_cost"] == 25800.5
    assert report["totals"]["unconverted"] == ["USD"]
    assert report["totals"]["unstated"] == 1
    assert len(report["findings"]) == len(result.findings) > 0
    assert len(report["undetermined"]) == len(result.undetermined) > 0
    assert {"shadow-it/bought-without-it"} <= {item["rule"] for item in report["findings"]}


def example_folders() -> list[Path]:
    folders = [*EXAMPLES.glob("*"), *EXAMPLES.glob("two-stories/*")]
    return sorted(path for path in folders if any(path.glob("*.yaml")))


@pytest.mark.parametrize("folder", example_folders(), ids=lambda folder: folder.name)
def test_the_audit_of_an_example_keeps_the_contract_and_adds_up(folder: Path) -> None:
    report = told(audited(read_inventory([folder], CATALOGUE.categories)))

    assert_adds_up(report)


EXCEPTIONS = """
- {rule: shadow-it/bought-without-it, subject: crm, reason: Soon., approvers: [marketing, it], until: 2027-01-31}
- {rule: shadow-it/paid-by-card, subjects: "*", reason: Soon., approvers: it, until: 2026-01-31, ticket: T-1}
- {rule: shadow-it/bought-without-it, subject: survey, reason: Soon., approvers: it, until: 2027-01-31}
"""


def audited_with_exceptions(text: str, folder: Path) -> Audit:
    inventory = read_inventory_text("inventory.yaml", text, CATALOGUE.categories)
    settings, rules = read_settings(None, {}).facts(), read_rules([builtin_folder()])
    (folder / "exceptions.yaml").write_text(EXCEPTIONS)
    files = [("exceptions.yaml", folder / "exceptions.yaml")]
    exceptions = read_exceptions(files, [], {rule.id for rule in rules}, inventory)
    questions = compile_rules(rules, settings, CATALOGUE.categories, "EUR", TODAY)
    return audit(build_stack(inventory, CATALOGUE, settings, TODAY), questions, exceptions)


def test_an_audit_with_exceptions_keeps_the_contract_and_adds_up(tmp_path: Path) -> None:
    without, report = told(audited_text(STACK)), told(audited_with_exceptions(STACK, tmp_path))

    assert_adds_up(report)
    assert [(item["rule"], item["subjects"][0]["id"]) for item in report["excepted"]] == [
        ("shadow-it/bought-without-it", "crm"),
    ]
    assert len(report["findings"]) + len(report["excepted"]) == len(without["findings"])
    assert [(item["findings"], item["fault"], bool(item["help"])) for item in report["exceptions"]] == [
        (1, "", False),
        (2, "it ended on 2026-01-31", False),
        (0, "nobody known to be from marketing approved it", True),
    ]


def test_an_audit_since_a_baseline_keeps_the_contract_and_adds_up(tmp_path: Path) -> None:
    before = audited_text(STACK.replace("approved_by: [], how: expense", "how: contract"))
    baseline = baseline_of(before, "known.json", undetermined=True)
    rules = {rule.id for rule in read_rules([builtin_folder()])}

    report = told(new_since(audited_with_exceptions(STACK, tmp_path), baseline, rules))

    assert_adds_up(report)
    assert report["baseline"]["known"]
    assert report["baseline"]["known_undetermined"] > 0
    assert ["shadow-it/bought-without-it", ["Salesforce Sales Cloud"]] in [
        [item["rule"], item["subjects"]] for item in report["baseline"]["gone"]
    ]
    assert {item["fingerprint"] for item in report["findings"]}.isdisjoint(report["baseline"]["known"])
    assert [item["subjects"][0]["id"] for item in report["findings"] if item["theme"] == "shadow-it"] == [
        "polls",
        "polls",
    ]


def assert_adds_up(report: Any) -> None:
    """Every sum in a report is the sum of its parts; a baseline's part of the scores is what it knows."""
    known = report["baseline"] or {"known": [], "known_undetermined": 0}
    severities = Counter(item["severity"] for item in report["findings"])
    largest: dict[str, float] = {}
    for item in report["findings"]:
        for stake in item["stakes"]:
            largest[stake["subject"]] = max(stake["amount"], largest.get(stake["subject"], 0))
    waiting = Counter(missing["fact"] for item in report["undetermined"] for missing in item["missing"])

    assert {word: count for word, count in report["totals"]["findings"].items() if count} == severities
    assert report["totals"]["undetermined"] == len(report["undetermined"])
    assert report["totals"]["excepted"] == len(report["excepted"])
    assert len(report["excepted"]) <= sum(item["findings"] for item in report["exceptions"] if not item["fault"])
    assert sum(score["fails"] for score in report["scores"]) == len(report["findings"]) + len(known["known"])
    open_questions = len(report["undetermined"]) + known["known_undetermined"]
    assert sum(score["undetermined"] for score in report["scores"]) == open_questions
    assert report["totals"]["at_stake"] == pytest.approx(sum(largest.values()))
    assert {fact["fact"]: fact["questions"] for fact in report["missing"]} == waiting
    assert all(
        item["money"] == pytest.approx(sum(stake["amount"] for stake in item["stakes"]))
        for item in report["findings"]
        if item["money"] is not None
    )
    assert {item["rule"] for item in report["findings"] + report["undetermined"]} <= report["rules"].keys()


def test_the_same_audit_is_told_in_the_same_bytes() -> None:
    backwards = dict(reversed(list(audited_text(STACK).rules.items())))
    result = audited_text(STACK)
    other = Audit(**{name: getattr(result, name) for name in Audit.__slots__} | {"rules": backwards})

    assert audit_json(other) == audit_json(result)


def test_each_finding_stands_on_a_line_of_its_own() -> None:
    lines = audit_json(bare_audit(finding("One."), finding("Two."))).splitlines()

    assert [json.loads(line.rstrip(","))["message"] for line in lines if line.startswith('{"rule"')] == ["One.", "Two."]


def test_the_report_ends_with_one_line_feed() -> None:
    text = audit_json(bare_audit())

    assert text.endswith("}\n")
    assert not text.endswith("\n\n")


HOSTILE = "\x1b[2J \x7f \u202e \u2028 \ufeff \U000e0041 \udc80 end"


def test_text_from_strangers_moves_no_cursor_and_loses_nothing() -> None:
    text = audit_json(bare_audit(finding(HOSTILE, place=Place(f"{HOSTILE}.yaml", 1, 1))))

    assert all(character.isprintable() or character == "\n" for character in text)
    text.encode()
    lone = json.loads(text)["findings"][0]
    assert lone["message"] == HOSTILE
    assert lone["place"]["file"] == f"{HOSTILE}.yaml"


def test_letters_of_all_scripts_stand_as_they_are() -> None:
    text = audit_json(bare_audit(finding("Süß, 顧客, EUR\u00a048, 🚲")))

    assert "Süß, 顧客, EUR\u00a048, 🚲" in text
