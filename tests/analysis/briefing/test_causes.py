"""The table of causes fits the rulebook."""

from __future__ import annotations

from collections import Counter

from stackaudit.analysis.briefing.causes import CAUSES, EFFORT_OF_THEMES
from stackaudit.analysis.briefing.saving import SAVING
from stackaudit.model.briefing import EFFORTS
from stackaudit.model.language.words import SIDES
from stackaudit.model.rules import THEMES
from stacks import builtin_rules


def test_causes_and_savings_name_rules_that_exist() -> None:
    known = {rule.id for rule in builtin_rules()}

    named = {rule for cause in CAUSES for rule in (*cause.rules, *cause.follows)} | SAVING

    assert sorted(named - known) == []


def test_no_rule_belongs_to_two_causes() -> None:
    times = Counter(rule for cause in CAUSES for rule in cause.rules)
    following = Counter(rule for cause in CAUSES for rule in cause.follows)

    assert [rule for rule, count in (times + Counter()).items() if count > 1] == []
    assert [rule for rule, count in following.items() if count > 1] == []


def test_no_cause_follows_itself() -> None:
    assert [cause.title for cause in CAUSES if set(cause.rules) & set(cause.follows)] == []


def test_rules_that_save_money_say_how_much() -> None:
    silent = {rule.id for rule in builtin_rules() if rule.id in SAVING and not rule.money and not rule.check}

    assert silent == set()


def test_efforts_and_sides_are_known_words() -> None:
    assert {cause.effort for cause in CAUSES} | set(EFFORT_OF_THEMES.values()) == set(EFFORTS)
    assert {side for cause in CAUSES for side in cause.sides} <= set(SIDES)
    assert set(EFFORT_OF_THEMES) == set(THEMES)


def test_each_fix_is_whole_sentences() -> None:
    assert [cause.title for cause in CAUSES if not cause.fix.endswith(".") or "  " in cause.fix] == []
