from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from stackaudit.analysis.vocabulary import OPERATORS
from stackaudit.model.money import Money
from stacks import TODAY

if TYPE_CHECKING:
    from stackaudit.analysis.kleene import Truth

UNSTATED = object()
NEVER = False
"""What `security.reviewed: false` or `owner: nobody` state."""

CASES: dict[str, list[tuple[object, object, Truth]]] = {
    "equals": [
        ("live", "live", True),
        ("live", "retired", False),
        (True, True, True),
        (NEVER, False, True),
        (NEVER, "it", False),
        (0, 0, True),
        (UNSTATED, "live", None),
    ],
    "not": [
        ("live", "retired", True),
        ("live", "live", False),
        (NEVER, "it", True),
        (NEVER, False, False),
        (date(2026, 1, 1), False, True),
        (UNSTATED, False, None),
    ],
    "in": [
        ("live", ["live", "sandbox"], True),
        ("retired", ["live", "sandbox"], False),
        (NEVER, ["it"], False),
        (NEVER, ["it", False], True),
        (UNSTATED, ["live"], None),
    ],
    "not-in": [
        ("retired", ["live", "sandbox"], True),
        ("live", ["live", "sandbox"], False),
        (NEVER, ["it"], True),
        (UNSTATED, ["live"], None),
    ],
    "present": [
        ("live", True, True),
        ("live", False, False),
        (NEVER, True, True),
        (0, True, True),
        ((), True, True),
        (UNSTATED, True, False),
        (UNSTATED, False, True),
    ],
    "includes": [
        (("it", "sales"), "it", True),
        (("sales",), "it", False),
        ((), "it", False),
        (("it", None), "it", True),
        (("sales", None), "it", None),
        (UNSTATED, "it", None),
    ],
    "includes-any": [
        (("it", "sales"), ["it", "service"], True),
        (("sales",), ["it", "service"], False),
        ((), ["it"], False),
        (("it", None), ["it"], True),
        (("sales", None), ["it"], None),
        (UNSTATED, ["it"], None),
    ],
    "excludes": [
        (("sales",), "it", True),
        ((), "it", True),
        (("it", "sales"), "it", False),
        (("it", None), "it", False),
        (("sales", None), "it", None),
        (UNSTATED, "it", None),
    ],
    "empty": [
        ((), True, True),
        (("it",), True, False),
        ((None,), True, False),
        ((), False, False),
        (("it",), False, True),
        (UNSTATED, True, None),
    ],
    "at-least": [
        (3, 3, True),
        (2.9, 3, False),
        (0, 0, True),
        (Money(5_000, "USD"), 3, None),
        (NEVER, 0, False),
        (UNSTATED, 3, None),
    ],
    "at-most": [
        (3, 3, True),
        (3.1, 3, False),
        (Money(1, "USD"), 3, None),
        (NEVER, 3, False),
        (UNSTATED, 3, None),
    ],
    "matches": [
        ("Salesforce Sales Cloud", "salesforce*", True),
        ("Salesforce", "S?lesforce", True),
        ("Mailchimp", "salesforce*", False),
        (NEVER, "*", False),
        (UNSTATED, "*", None),
    ],
    "within": [
        (date(2026, 8, 23), 90, True),
        (date(2026, 8, 22), 90, False),
        (date(2027, 1, 1), 90, True),
        (date(1, 1, 1), 10**7, True),
        (NEVER, 90, False),
        (UNSTATED, 90, None),
    ],
    "older-than": [
        (date(2026, 8, 23), 90, False),
        (date(2026, 8, 22), 90, True),
        (date(2027, 1, 1), 90, False),
        (date(1, 1, 1), 10**7, False),
        (NEVER, 90, False),
        (UNSTATED, 90, None),
    ],
    "due-within": [
        (TODAY, 30, True),
        (date(2026, 12, 21), 30, True),
        (date(2026, 12, 22), 30, False),
        (date(2026, 11, 20), 30, False),
        (date(9999, 12, 31), 10**7, True),
        (NEVER, 30, False),
        (UNSTATED, 30, None),
    ],
    "past": [
        (date(2026, 11, 20), True, True),
        (TODAY, True, False),
        (TODAY, False, True),
        (date(2026, 11, 20), False, False),
        (NEVER, True, False),
        (NEVER, False, False),
        (UNSTATED, True, None),
    ],
}


@pytest.mark.parametrize(
    ("name", "value", "operand", "truth"),
    [(name, *case) for name, cases in CASES.items() for case in cases],
)
def test_a_test_of_one_fact(name: str, value: object, operand: object, truth: Truth) -> None:
    holds = OPERATORS[name].make("fact", operand, TODAY)

    assert holds({} if value is UNSTATED else {"fact": value}) is truth


def test_every_operator_has_cases_that_hold_that_do_not_and_that_are_open() -> None:
    outcomes = {name: {truth for _, _, truth in cases} for name, cases in CASES.items()}

    assert outcomes == {name: {True, False} if name == "present" else {True, False, None} for name in OPERATORS}


def test_every_operator_says_what_it_asks() -> None:
    assert [name for name, operator in OPERATORS.items() if not operator.about.startswith("is ")] == []
