from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.analysis.checks import CHECKS
from stacks import drawn, said

if TYPE_CHECKING:
    from stackaudit.analysis.answers import Answer


def bought(cost: int, agreed: str | None, by: str = "marketing") -> str:
    """A purchase; `agreed` are the teams that agreed, None where nobody wrote it down."""
    approved = "" if agreed is None else f", approved_by: [{agreed}]"
    return f"bought: {{by: {by}{approved}}}, cost: {{annual: {cost}}}"


def ask(most: float = 20, **stated: str) -> list[Answer]:
    return list(CHECKS["unagreed-spend"].ask(drawn(**stated), side="marketing", most=most))


def test_the_share_is_of_the_known_cost_of_that_side() -> None:
    (answer,) = ask(a=bought(600, "it"), b=bought(400, ""), other=bought(9_000, "", "sales"))

    assert said([answer]) == [("fails", "organization")]
    assert answer.values == {"share": 40, "most": 20, "systems": ("The b",)}
    assert dict(answer.stakes) == {"b": 400}


def test_exactly_the_limit_passes() -> None:
    assert said(ask(a=bought(800, "it"), b=bought(200, ""))) == [("passes", "organization")]
    assert said(ask(a=bought(799, "it"), b=bought(201, ""))) == [("fails", "organization")]


def test_the_five_dearest_are_named_and_all_are_at_stake() -> None:
    (answer,) = ask(**{f"s{cost}": bought(cost * 10, "") for cost in range(1, 8)})

    assert answer.values["systems"] == ("The s7", "The s6", "The s5", "The s4", "The s3")
    assert [(hint.subject.id, hint.note) for hint in answer.hints][:1] == [("s7", "The s7, without IT")]
    assert len(answer.hints) == 5
    assert dict(answer.stakes) == {f"s{cost}": cost * 10 for cost in range(1, 8)}


def test_silent_purchases_leave_it_open_only_where_they_could_tip_the_balance() -> None:
    (heavy,) = ask(a=bought(700, "it"), b=bought(100, ""), c=bought(200, None))
    (light,) = ask(a=bought(800, "it"), b=bought(100, ""), c=bought(100, None))

    assert said([heavy, light]) == [("undetermined", "organization"), ("passes", "organization")]
    assert heavy.missing == (("c", "bought.approved_by"),)


def test_what_is_too_much_already_fails_whatever_the_silent_ones_say() -> None:
    assert said(ask(a=bought(500, ""), b=bought(500, None))) == [("fails", "organization")]


def test_retired_systems_and_amounts_that_cannot_be_converted_do_not_count() -> None:
    foreign = "bought: {by: marketing, approved_by: []}, cost: {annual: {amount: 9000, currency: USD}}"

    answers = ask(a=bought(100, "it"), b=f"{bought(900, '')}, lifecycle: retired", c=foreign)

    assert said(answers) == [("passes", "organization")]


def test_where_that_side_spends_nothing_nothing_is_asked() -> None:
    assert said(ask(a=bought(100, "", "sales"))) == []
    assert said(ask(a=bought(0, ""))) == []
