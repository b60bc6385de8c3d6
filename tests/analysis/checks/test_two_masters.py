from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.analysis.checks import CHECKS
from stacks import drawn, said, stack_of

if TYPE_CHECKING:
    from stackaudit.analysis.answers import Answer

CUSTOMER = "data: {master_of: [customer]}"


def ask(**stated: str) -> list[Answer]:
    return list(CHECKS["two-masters"].ask(drawn(**stated)))


def test_all_masters_of_one_kind_are_one_finding() -> None:
    (answer,) = ask(a=CUSTOMER, b=CUSTOMER, c=CUSTOMER)

    assert said([answer]) == [("fails", "a", "b", "c")]
    assert answer.values == {"kind": "customer", "systems": ("The a", "The b", "The c")}
    assert [(hint.subject.id, hint.fact, hint.note) for hint in answer.hints] == [
        ("b", "data.master_of", "The b too"),
        ("c", "data.master_of", "The c too"),
    ]


def test_each_kind_has_an_answer_of_its_own() -> None:
    both = "data: {master_of: [order, customer]}"

    assert said(ask(a=both, b=CUSTOMER)) == [("fails", "a", "b"), ("passes", "a")]


def test_a_retired_master_is_none() -> None:
    assert said(ask(a=CUSTOMER, b=f"{CUSTOMER}, lifecycle: retired")) == [("passes", "a")]


def test_the_customer_is_left_to_governance_where_that_names_its_master() -> None:
    stack = stack_of(
        """
        governance: {customer: {master: crm}}
        data: {customer: {name: Customers}}
        systems: {crm: {name: Crm}, erp: {name: Erp, data: {master_of: [customer]}}}
        """,
    )

    answers = CHECKS["two-masters"].ask(stack)

    assert said(answers) == []


def test_a_kind_without_master_is_not_asked_about() -> None:
    stack = stack_of("data: {customer: {}}\nsystems: {crm: {name: Crm}}")

    assert said(CHECKS["two-masters"].ask(stack)) == []
