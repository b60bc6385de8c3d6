"""Chooses rules by theme, id or glob."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from stackaudit.model.problems import Problem, Problems
from stackaudit.model.suggesting import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stackaudit.model.rules import Rule


def selected(rules: Iterable[Rule], select: Iterable[str], ignore: Iterable[str]) -> list[Rule]:
    """The rules that some pattern of `select` names and none of `ignore`.

    Raises `Problems` with every pattern that names no rule at all.
    """
    rules = list(rules)
    problems = [
        _nothing(pattern, rules) for pattern in (*select, *ignore) if not any(_names(pattern, r) for r in rules)
    ]
    if problems and rules:
        raise Problems(tuple(problems))
    return [
        rule
        for rule in rules
        if any(_names(pattern, rule) for pattern in select) and not any(_names(pattern, rule) for pattern in ignore)
    ]


def _names(pattern: str, rule: Rule) -> bool:
    """Whether a pattern means a rule: its theme, its id with or without the theme, or a glob of these."""
    name = rule.id.partition("/")[2]
    return fnmatchcase(rule.id, pattern) or pattern == rule.theme or fnmatchcase(name, pattern)


def _nothing(pattern: str, rules: list[Rule]) -> Problem:
    known = {rule.theme for rule in rules} | {rule.id for rule in rules} | {rule.id.partition("/")[2] for rule in rules}
    near = did_you_mean(pattern, sorted(known))
    advice = f"Did you mean `{near}`?" if near else "See `stackaudit rules list`."
    return Problem(f"no rule is named by `{pattern}`", advice)
