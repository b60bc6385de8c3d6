from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from stackaudit.analysis.checks import CHECKS
from stacks import said, stack_of

if TYPE_CHECKING:
    from stackaudit.analysis.answers import Answer


def ask(data: str, governance: str = "{}") -> list[Answer]:
    return list(CHECKS["defined-twice"].ask(stack_of(f"data: {{{data}}}\ngovernance: {governance}")))


@pytest.mark.parametrize(
    "second",
    ["Customers: {}", "CUSTOMER: {}", "c2: {name: Customer}", "c2: {also: [lead, customer s]}", "cus-tomer: {}"],
)
def test_one_word_in_any_spelling_is_one_term(second: str) -> None:
    (answer,) = ask(f"customer: {{}}, {second}")

    assert answer.verdict.value == "fails"
    assert len(answer.subjects) == 2
    assert answer.values["count"] == 2
    assert len(answer.hints) == 1


@pytest.mark.parametrize(
    "second", ["customer-group: {}", "custom: {}", "lead: {also: [prospect]}", "c: {name: Client}"]
)
def test_other_words_are_other_terms(second: str) -> None:
    assert [answer.verdict.value for answer in ask(f"customer: {{}}, {second}")] == ["passes", "passes"]


def test_a_short_word_keeps_its_s() -> None:
    assert said(ask("gas: {}, ga: {}")) == [("passes", "ga"), ("passes", "gas")]
    assert said(ask("tags: {}, tag: {}")) == [("fails", "tag", "tags")]


def test_kinds_that_share_words_in_a_chain_are_one_group_told_once() -> None:
    (answer,) = ask("a: {also: [x]}, b: {also: [x, y]}, c: {also: [y]}")

    assert said([answer]) == [("fails", "a", "b", "c")]
    assert answer.values == {"word": "y", "count": 3}


@pytest.mark.parametrize(
    ("here", "there", "verdict"),
    [
        ("Somebody with an order.", "somebody with an order", "passes"),
        ("Somebody with an order.", "A household", "fails"),
        ("Somebody with an order.", "unknown", "passes"),
        ("unknown", "A household", "passes"),
    ],
)
def test_governance_may_say_the_same_of_the_customer(here: str, there: str, verdict: str) -> None:
    governance = f"{{customer: {{definition: {there}}}}}"

    (answer,) = ask(f"customer: {{definition: {here}}}", governance)

    assert said([answer]) == [(verdict, "customer")]
    assert [hint.subject.id for hint in answer.hints] == (["organization"] if verdict == "fails" else [])


def test_governance_says_nothing_of_other_kinds() -> None:
    assert said(ask("order: {definition: A basket}", "{customer: {definition: A household}}")) == [("passes", "order")]


def test_governance_is_one_more_place() -> None:
    (answer,) = ask("customer: {definition: A}, c2: {name: Customer}", "{customer: {definition: B}}")

    assert answer.values["count"] == 3
    assert len(answer.hints) == 2
