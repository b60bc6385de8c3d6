from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from stackaudit.analysis.checks import CHECKS
from stackaudit.analysis.checks.dear_seats import _middle
from stacks import catalogue, drawn, said

if TYPE_CHECKING:
    from stackaudit.analysis.answers import Answer


JOB = catalogue().categories["survey"].job


def seats(price: int, count: int = 10, more: str = "category: survey") -> str:
    return f"{more}, cost: {{annual: {price * count}, seats: {count}}}"


def ask(factor: float = 3, **stated: str) -> list[Answer]:
    return list(CHECKS["dear-seats"].ask(drawn(**stated), factor=factor))


def test_a_seat_is_held_against_the_middle_price_of_the_others() -> None:
    answers = ask(a=seats(100), b=seats(200), c=seats(300), d=seats(601))

    assert said(answers) == [("passes", "a"), ("passes", "b"), ("passes", "c"), ("fails", "d")]
    assert answers[-1].values == {"times": 3.0, "price": 601, "middle": 200, "job": JOB}
    assert dict(answers[-1].stakes) == {"d": 4010}
    assert [hint.note for hint in answers[-1].hints] == ["The a: 100 a seat", "The b: 200 a seat", "The c: 300 a seat"]


def test_categories_come_in_order_and_so_do_prices() -> None:
    crm = "category: crm"

    answers = ask(a=seats(200), b=seats(100), c=seats(50, more=crm), d=seats(50, more=crm), e=seats(40, more=crm))

    assert [system for _, system in said(answers)] == ["e", "c", "d", "b", "a"]


def test_exactly_so_many_times_as_much_is_allowed() -> None:
    assert said(ask(a=seats(100), b=seats(300))) == [("passes", "a"), ("passes", "b")]
    assert said(ask(a=seats(100), b=seats(301))) == [("passes", "a"), ("fails", "b")]


@pytest.mark.parametrize(
    ("prices", "without", "middle"),
    [([1, 2], 0, 2), ([1, 2], 1, 1), ([1, 2, 9], 2, 1.5), ([1, 2, 9], 0, 5.5), ([1, 2, 3, 9], 1, 3), ([5, 5, 5], 1, 5)],
)
def test_the_middle_leaves_one_price_out(prices: list[float], without: int, middle: float) -> None:
    assert _middle(prices, without) == middle


@pytest.mark.parametrize(
    "other",
    [
        seats(100, more="category: crm"),
        seats(100, more="brand: x"),
        seats(100, more="category: survey, environment: test"),
        seats(100, more="category: survey, lifecycle: retired"),
        seats(0),
        "category: survey, cost: {annual: 100}",
        "category: survey, cost: {seats: 0}",
    ],
)
def test_without_another_priced_seat_for_the_same_job_nobody_is_asked(other: str) -> None:
    assert ask(a=seats(900), other=other) == []


def test_seats_without_a_cost_stay_open_beside_a_known_price() -> None:
    (answer,) = ask(a=seats(900), open="category: survey, cost: {seats: 5}")

    assert said([answer]) == [("undetermined", "open")]
    assert answer.missing == (("open", "cost.annual"),)
    assert ask(open="category: survey, cost: {seats: 5}") == []


def test_figures_are_rounded_for_people_and_money_to_the_cent() -> None:
    dear = "category: survey, cost: {annual: 1000, seats: 3}"

    *_, answer = ask(a=seats(75, 7), b=dear)

    assert answer.values == {"times": 4.4, "price": 333, "middle": 75, "job": JOB}
    assert dict(answer.stakes) == {"b": 775}
    (*_, odd) = ask(
        a="category: survey, cost: {annual: 100, seats: 3}", b="category: survey, cost: {annual: 1000, seats: 7}"
    )
    assert dict(odd.stakes) == {"b": 766.67}
