from __future__ import annotations

import pytest

from stackaudit.analysis.selecting import selected
from stackaudit.model.problems import Problem, Problems
from stacks import builtin_rules


def chosen(select: list[str], ignore: list[str] | None = None) -> list[str]:
    return [rule.id for rule in selected(builtin_rules(), select, ignore or [])]


OF_DUPLICATES = [
    "duplicates/capability-bought-again",
    "duplicates/same-job-twice",
    "duplicates/two-contracts",
    "duplicates/two-masters",
]


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("duplicates", OF_DUPLICATES),
        ("duplicates/*", OF_DUPLICATES),
        ("duplicates/two-masters", ["duplicates/two-masters"]),
        ("two-masters", ["duplicates/two-masters"]),
        ("two-*", ["duplicates/two-contracts", "duplicates/two-masters"]),
        ("*/same-job-?wice", ["duplicates/same-job-twice"]),
    ],
)
def test_a_rule_is_named_by_its_theme_its_id_or_a_glob(pattern: str, found: list[str]) -> None:
    assert chosen([pattern]) == found


def test_what_is_ignored_is_left_out() -> None:
    assert chosen(["duplicates"], ["two-*"]) == OF_DUPLICATES[:2]
    assert chosen(["duplicates"], ["duplicates"]) == []


def test_a_star_asks_every_rule() -> None:
    assert chosen(["*"]) == [rule.id for rule in builtin_rules()]


def test_the_order_is_that_of_the_rules() -> None:
    assert chosen(["two-masters", "same-job-twice"]) == ["duplicates/same-job-twice", "duplicates/two-masters"]


def test_every_pattern_that_names_no_rule_is_a_problem_of_its_own() -> None:
    with pytest.raises(Problems) as raised:
        chosen(["duplicate", "two-masters", "qqq"], ["two-mastres"])

    assert raised.value.problems == (
        Problem("no rule is named by `duplicate`", "Did you mean `duplicates`?"),
        Problem("no rule is named by `qqq`", "See `stackaudit rules list`."),
        Problem("no rule is named by `two-mastres`", "Did you mean `two-masters`?"),
    )


def test_without_any_rules_nothing_is_missed() -> None:
    assert selected([], ["*"], ["x"]) == []
