"""The published schema of a rule's file takes our rulebook and refuses what the reader refuses."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

from stackaudit.analysis.checks import CHECKS
from stackaudit.analysis.facts import facts_of
from stackaudit.analysis.questions import compile_rules
from stackaudit.analysis.vocabulary import OPERATORS
from stackaudit.model.language import SUBJECTS
from stackaudit.model.problems import Problems
from stackaudit.reports.schemas import Vocabulary, rule_schema
from stackaudit.sources.catalogue import read_catalogue
from stackaudit.sources.rulebook import builtin_folder, read_rules
from stackaudit.sources.settings import read_settings
from stackaudit.sources.yaml_reading import parse

if TYPE_CHECKING:
    from pathlib import Path

CATEGORIES = read_catalogue().categories
VOCABULARY = Vocabulary(
    {kind: facts_of(kind) for kind in SUBJECTS},
    OPERATORS,
    {name: check.options for name, check in CHECKS.items()},
)
SCHEMA = rule_schema(CATEGORIES, VOCABULARY)
VALIDATOR = Draft202012Validator(SCHEMA)

HEAD = """
id: no-plan
title: There is a plan
severity: low
why: Without one nobody knows.
fix: Make one.
message: "{name} has no plan."
"""

GOOD = {
    "a value": "for: system\nexpect: {lifecycle: live}",
    "a list of values": "for: system\nexpect: {category: [crm, cdp]}",
    "tests by name": "for: system\nwhere: {cost.annual: {at-least: 100}}\nexpect: {security.reviewed: {within: 2y}}",
    "a threshold": "for: system\nexpect: {security.admins: {at-most: {setting: most-admins}}}",
    "alternatives": "for: system\nexpect: {any: [{lifecycle: live}, {security.sso: true}]}",
    "another kind of subject": "for: roadmap item\nexpect: {cost: {present: true}}",
    "a stated absence": "for: system\nexpect: {owner.business: {not: false}}",
    "a check": "check: islands\nwith: {of: [cdp, bi]}",
}

BAD = {
    "no question": "point: name",
    "two questions": "for: system\nexpect: {lifecycle: live}\ncheck: rings",
    "a check and a subject": "check: rings\nfor: system",
    "an unknown key": "for: system\nexpect: {lifecycle: live}\nwher: {}",
    "an unknown kind": "for: sytem\nexpect: {lifecycle: live}",
    "an unknown fact": "for: system\nexpect: {securty.sso: true}",
    "a fact of another kind": "for: team\nexpect: {security.sso: true}",
    "an unknown test": "for: system\nexpect: {cost.annual: {atleast: 100}}",
    "a word that is never there": "for: system\nexpect: {lifecycle: alive}",
    "a category that is not known": "for: system\nexpect: {category: [crm, horoscopes]}",
    "a number that is text": "for: system\nexpect: {cost.annual: {at-least: dear}}",
    "days that are none": "for: system\nexpect: {security.reviewed: {within: long}}",
    "an empty list": "for: system\nexpect: {category: []}",
    "alternatives in alternatives": "for: system\nexpect: {any: [{any: [{lifecycle: live}]}]}",
    "an unknown threshold": "for: system\nexpect: {security.admins: {at-most: {setting: many}}}",
    "an unknown check": "check: moons",
    "an unknown option": "check: islands\nwith: {groups: [data], colour: red}",
    "a missing option": "check: islands",
}


def accepted_by_program(folder: Path, text: str) -> bool:
    """Whether a rule can be read and asked."""
    file = folder / "theme" / "no-plan.yaml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(text)
    try:
        compile_rules(read_rules([folder]), read_settings(None, {}).facts(), CATEGORIES, "EUR", date(2026, 11, 21))
    except Problems:
        return False
    return True


def accepted_by_schema(text: str) -> bool:
    return VALIDATOR.is_valid(parse("no-plan.yaml", text).document.value)


@pytest.mark.parametrize("question", GOOD.values(), ids=GOOD)
def test_a_rule_that_can_be_asked_is_valid(question: str, tmp_path: Path) -> None:
    assert accepted_by_program(tmp_path, HEAD + question)
    assert accepted_by_schema(HEAD + question)


@pytest.mark.parametrize("question", BAD.values(), ids=BAD)
def test_a_rule_that_is_refused_is_invalid(question: str, tmp_path: Path) -> None:
    assert not accepted_by_program(tmp_path, HEAD + question)
    assert not accepted_by_schema(HEAD + question)


@pytest.mark.parametrize("key", ["id", "title", "severity", "why", "fix", "message"])
def test_a_rule_without_its_words_is_invalid(key: str, tmp_path: Path) -> None:
    text = "\n".join(line for line in HEAD.splitlines() if not line.startswith(f"{key}:")) + "\ncheck: rings"

    assert not accepted_by_program(tmp_path, text)
    assert not accepted_by_schema(text)


@pytest.mark.parametrize(
    ("weights", "good"),
    [
        ("{owner.business: 2, category: 0.5}", True),
        ("{owner.busines: 2}", False),
        ("{owner.business: 0}", False),
        ("{owner.business: much}", False),
        ("{}", False),
        ("[owner.business]", False),
    ],
)
def test_weights_are_numbers_of_facts_of_systems(weights: str, good: bool, tmp_path: Path) -> None:
    text = HEAD.replace("{name}", "It") + f"check: facts-missing\nwith: {{least: 50, facts: {weights}}}"

    assert accepted_by_program(tmp_path, text) is good
    assert accepted_by_schema(text) is good


def rule_files() -> list[Path]:
    return sorted(builtin_folder().glob("*/*.yaml"))


@pytest.mark.parametrize("path", rule_files(), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_our_own_rules_are_valid(path: Path) -> None:
    value = parse(path.name, path.read_text(encoding="utf-8")).document.value

    errors = [(list(error.absolute_path), error.message) for error in VALIDATOR.iter_errors(value)]

    assert errors == []


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)

    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
