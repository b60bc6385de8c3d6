from __future__ import annotations

import pytest

from stackaudit.analysis.checks import CHECKS
from stacks import said, stack_of


def ask(systems: str) -> list[tuple[str, ...]]:
    return said(CHECKS["no-master"].ask(stack_of(f"data: {{customer: {{}}}}\nsystems: {{{systems}}}")))


@pytest.mark.parametrize(
    ("silent", "verdict"),
    [
        ("category: crm", "undetermined"),
        ("brand: x", "undetermined"),
        ("category: survey", "fails"),
        ("category: crm, environment: test", "fails"),
        ("category: crm, lifecycle: retired", "fails"),
        ("category: crm, data: {master_of: []}", "fails"),
        ("category: crm, data: {master_of: [order]}", "fails"),
    ],
)
def test_only_a_silent_system_that_may_keep_central_records_leaves_it_open(silent: str, verdict: str) -> None:
    answers = dict(reversed(answer) for answer in ask(f"a: {{name: A, {silent}}}"))

    assert answers["customer"] == verdict


def test_a_known_master_settles_it_whoever_is_silent() -> None:
    assert ask("a: {name: A, data: {master_of: [customer]}}, b: {name: B, category: erp}") == [("passes", "customer")]


def test_all_that_are_silent_are_asked() -> None:
    stack = stack_of(
        "data: {customer: {}}\nsystems: {a: {name: A}, b: {name: B, category: erp}, c: {name: SurveyMonkey}}"
    )

    (answer,) = CHECKS["no-master"].ask(stack)

    assert answer.missing == (("a", "data.master_of"), ("b", "data.master_of"))
