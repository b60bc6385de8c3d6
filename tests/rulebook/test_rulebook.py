"""Every rule on its own examples, and what holds of the rulebook as a whole."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

import pytest

from stackaudit.analysis.auditing import audit
from stackaudit.analysis.checks import CHECKS
from stackaudit.analysis.questions import compile_rules
from stackaudit.analysis.stack import build_stack
from stackaudit.analysis.trying import try_example
from stackaudit.model.audit import Verdict
from stackaudit.model.rules import THEMES, Rule
from stackaudit.sources.rulebook import builtin_folder, read_examples
from stackaudit.sources.settings import read_settings
from stacks import catalogue, stack_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from stackaudit.model.examples import Example

SETTINGS = read_settings(None, {}).facts()
_ALWAYS_DECIDED = frozenset({"two-masters", "defined-twice", "facts-missing", "unknown-product"})
"""Checks whose answers wait for no fact: what is not stated is what they ask about, or makes no difference."""


@cache
def rulebook() -> list[tuple[Rule, tuple[Example, ...]]]:
    return read_examples([builtin_folder()], catalogue().categories)


def examples() -> list[object]:
    return [
        pytest.param(rule, example, id=f"{rule.id}: {example.verdict.value}: {example.why}")
        for rule, examples in rulebook()
        for example in examples
    ]


@pytest.mark.parametrize(("rule", "example"), examples())
def test_a_rule_finds_exactly_whom_its_example_names(rule: Rule, example: Example) -> None:
    trial = try_example(rule, example, catalogue(), SETTINGS)

    assert trial.found == example.finds


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.id) for rule, _ in rulebook()])
def test_some_passing_example_is_a_pass_and_not_merely_out_of_scope(rule: Rule) -> None:
    passing = [e for r, es in rulebook() if r.id == rule.id for e in es if e.verdict is Verdict.PASSES]

    results = [_audited(rule, example) for example in passing]

    assert any(score.passes for result in results for score in result.scores)


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.id) for rule, _ in rulebook()])
def test_a_rule_shows_each_verdict_that_it_can_give(rule: Rule) -> None:
    shown = {example.verdict for r, es in rulebook() if r.id == rule.id for example in es}

    assert {Verdict.PASSES, Verdict.FAILS} <= shown
    assert Verdict.UNDETERMINED in shown or not _can_be_undetermined(rule)


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.id) for rule, _ in rulebook()])
def test_a_rule_is_worded_well(rule: Rule) -> None:
    sentences = (rule.why, rule.fix)

    assert all(sentence.endswith(".") and sentence[0].isupper() for sentence in sentences)
    assert rule.message.rstrip('"').endswith((".", "}."))
    assert not rule.title.endswith(".")
    assert rule.title[0].isupper()
    assert rule.references, "a rule names the requirement that it comes from"
    assert all(re.fullmatch(r"R\d{1,2}", reference) for reference in rule.references)


def test_there_are_at_least_a_hundred_rules_over_every_theme() -> None:
    themes = Counter(rule.theme for rule, _ in rulebook())

    assert set(themes) == set(THEMES)
    assert sum(themes.values()) >= 100


def test_no_two_rules_say_the_same() -> None:
    for attribute in ("title", "why", "fix", "message"):
        texts = Counter(getattr(rule, attribute) for rule, _ in rulebook())
        assert [text for text, count in texts.items() if count > 1] == [], attribute


def test_every_check_is_asked_by_some_rule() -> None:
    asked = {rule.check for rule, _ in rulebook()}

    assert set(CHECKS) <= asked


def _audited(rule: Rule, example: Example) -> object:
    settings = {**SETTINGS, **example.settings}
    questions = compile_rules([rule], settings, catalogue().categories, "", example.today)
    return audit(build_stack(example.inventory, catalogue(), settings, example.today, example.evidence), questions)


def _can_be_undetermined(rule: Rule) -> bool:
    """Whether some fact that the rule asks for may be unknown without a test for its presence beside it."""
    if rule.check:
        return rule.check not in _ALWAYS_DECIDED and rule.id != "duplicates/capability-bought-again"
    asked = [*_tests(rule.where or {}), *_tests(rule.expect or {})]
    guarded = {name for name, test in asked if isinstance(test, dict) and "present" in test}
    return any(name not in guarded | _always_known(rule.asks_for) for name, _ in asked)


def _tests(tests: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    """The tests of a mapping with those of its alternatives."""
    for name, test in tests.items():
        if name == "any":
            assert isinstance(test, list)
            for choice in test:
                yield from _tests(choice)
        else:
            yield name, test


@cache
def _always_known(kind: str) -> set[str]:
    """The facts that a subject has of which nothing is stated but what the language requires."""
    bare = """
        systems: {a: {name: A}, b: {name: B}}
        integrations: [{from: a, to: b}]
        data: {customer: {}}
        teams: {it: {}}
        governance: {roadmap: {items: [{name: One customer}]}}
    """
    traces = "[{listed: Mailchimp}]" if kind in ("evidence", "system") else ""
    return {fact for subject in stack_of(bare, traces).inventory.subjects(kind) for fact in subject.facts}
