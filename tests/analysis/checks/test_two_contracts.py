from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.analysis.checks import CHECKS
from stacks import drawn, said

if TYPE_CHECKING:
    from stackaudit.analysis.answers import Answer


def desk(cost: int | None = None, payer: str = "service", **more: str) -> str:
    facts = {"product": "Zendesk", "bought": f"{{by: {payer}}}" if payer else "", **more}
    if cost is not None:
        facts["cost"] = f"{{annual: {cost}}}"
    return ", ".join(f"{fact}: {value}" for fact, value in facts.items() if value)


def ask(**stated: str) -> list[Answer]:
    return list(CHECKS["two-contracts"].ask(drawn(**stated)))


def test_the_money_is_that_of_all_but_the_dearest_contract_which_comes_first() -> None:
    (answer,) = ask(a=desk(100), b=desk(900), c=desk(300))

    assert said([answer]) == [("fails", "b", "c", "a")]
    assert dict(answer.stakes) == {"c": 300, "a": 100}
    assert answer.values == {"systems": ("The b", "The c", "The a"), "payer": "service"}
    assert [(hint.subject.id, hint.note) for hint in answer.hints] == [
        ("c", "The c, paid again"),
        ("a", "The a, paid again"),
    ]


def test_each_team_that_pays_twice_is_a_finding_of_its_own() -> None:
    answers = ask(a=desk(100), b=desk(200), x=desk(300, "sales"), y=desk(400, "sales"), z=desk(500, "it"))

    assert said(answers) == [("fails", "b", "a"), ("fails", "y", "x")]


def test_who_pays_counts_more_than_who_bought() -> None:
    one = "product: Zendesk, bought: {by: service}, cost: {annual: 100, paid_by: sales}"
    other = "product: Zendesk, bought: {by: it}, cost: {annual: 200, paid_by: sales}"

    (answer,) = ask(a=one, b=other)

    assert said([answer]) == [("fails", "b", "a")]
    assert answer.values["payer"] == "sales"


def test_other_regions_and_brands_are_other_purposes() -> None:
    assert said(ask(a=desk(100, regions="[eu]"), b=desk(200, regions="[us]"))) == [("passes", "a", "b")]
    assert said(ask(a=desk(100, brand="north"), b=desk(200, brand="south"))) == [("passes", "a", "b")]


def test_a_free_copy_is_no_second_contract() -> None:
    assert said(ask(a=desk(100), b=desk(0))) == [("passes", "a", "b")]


def test_what_nobody_wrote_down_leaves_it_open() -> None:
    (answer,) = ask(a=desk(100), b=desk(None, ""))

    assert said([answer]) == [("undetermined", "a", "b")]
    assert answer.missing == (("b", "bought.by"), ("b", "cost.annual"))


def test_one_copy_of_a_product_is_not_asked_about() -> None:
    assert said(ask(a=desk(100), b=desk(200, environment="test"), c=desk(300, lifecycle="retired"))) == []


def test_products_that_the_catalogue_does_not_know_are_not_compared() -> None:
    assert said(ask(a="bought: {by: it}, cost: {annual: 1}", b="bought: {by: it}, cost: {annual: 1}")) == []
