from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.analysis.checks import CHECKS
from stacks import drawn, said

if TYPE_CHECKING:
    from stackaudit.analysis.answers import Answer

SURVEY = "category: survey"


def ask(by: str = "category", **stated: str) -> list[Answer]:
    return list(CHECKS["same-job"].ask(drawn(**stated), by=by))


def test_all_products_for_one_job_are_one_finding() -> None:
    (answer,) = ask(a=SURVEY, b=SURVEY, c=SURVEY)

    assert said([answer]) == [("fails", "a", "b", "c")]
    assert answer.values == {
        "job": "surveys",
        "category": "Surveys",
        "systems": ("The a", "The b", "The c"),
        "count": 3,
    }
    assert [(hint.subject.id, hint.note) for hint in answer.hints] == [("b", "The b too"), ("c", "The c too")]


def test_the_money_is_that_of_all_but_the_dearest_which_comes_first() -> None:
    (answer,) = ask(
        a=f"{SURVEY}, cost: {{annual: 100}}", b=f"{SURVEY}, cost: {{annual: 900}}", c=f"{SURVEY}, cost: {{annual: 300}}"
    )

    assert said([answer]) == [("fails", "b", "a", "c")]
    assert dict(answer.stakes) == {"a": 100, "c": 300}


def test_a_cost_that_is_not_known_stakes_nothing() -> None:
    (some,) = ask(a=SURVEY, b=f"{SURVEY}, cost: {{annual: 900}}", c=f"{SURVEY}, cost: {{annual: 300}}")
    (none,) = ask(a=SURVEY, b=SURVEY)

    assert dict(some.stakes) == {"c": 300}
    assert none.stakes == ()


def test_copies_of_one_product_are_weighed_together() -> None:
    (answer,) = ask(
        a=f"{SURVEY}, cost: {{annual: 500}}",
        b1=f"{SURVEY}, product: Qualtrics, cost: {{annual: 300}}",
        b2=f"{SURVEY}, product: Qualtrics, cost: {{annual: 400}}",
    )

    assert said([answer]) == [("fails", "b1", "b2", "a")]
    assert dict(answer.stakes) == {"a": 500}
    assert answer.values["count"] == 2


def test_copies_for_other_environments_and_systems_that_are_not_live_do_not_count() -> None:
    answers = ask(
        a=SURVEY, b=f"{SURVEY}, environment: test", c=f"{SURVEY}, lifecycle: sandbox", d=f"{SURVEY}, lifecycle: retired"
    )

    assert said(answers) == [("passes", "a")]


def test_each_job_has_an_answer_of_its_own() -> None:
    answers = ask(a=SURVEY, b=SURVEY, crm="category: crm", ads="category: search-advertising")

    assert said(answers) == [("passes", "crm"), ("fails", "a", "b")]


def test_each_system_of_unknown_purpose_is_open() -> None:
    answers = ask(a=SURVEY, x="", y="")

    assert said(answers) == [("passes", "a"), ("undetermined", "x"), ("undetermined", "y")]
    assert answers[1].missing == (("x", "category"),)


def test_by_capability_a_suite_that_does_the_job_on_the_side_counts() -> None:
    (answer,) = [
        a for a in ask("capability", suite="category: crm, capabilities: [survey]", polls=SURVEY) if len(a.subjects) > 1
    ]

    assert said([answer]) == [("fails", "polls", "suite")]


def test_by_capability_two_suites_that_could_do_it_are_no_fault() -> None:
    suite = "category: crm, capabilities: [survey]"

    assert [a for a in said(ask("capability", one=suite, other=suite)) if a[0] != "passes"] == []


def test_two_hundred_tools_for_one_job_are_one_finding_with_as_many_places() -> None:
    (answer,) = ask(**{f"s{number:03}": SURVEY for number in range(200)})

    assert len(answer.subjects) == len(answer.hints) + 1 == 200
    assert answer.values["count"] == 200
