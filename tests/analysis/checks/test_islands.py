from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.analysis.checks import CHECKS
from stacks import drawn, said, stack_of, systems

if TYPE_CHECKING:
    from stackaudit.analysis.answers import Answer

CRM, SURVEY = "category: crm", "category: survey"


def ask(*drawings: str, **stated: str) -> list[Answer]:
    return list(CHECKS["islands"].ask(drawn(*drawings, **stated), of=frozenset({"crm", "survey"})))


def test_each_live_system_of_the_categories_is_asked() -> None:
    answers = ask("crm -> erp", crm=CRM, erp="category: erp", polls=SURVEY, alone="category: hr", thing="")

    assert said(answers) == [("passes", "crm"), ("fails", "polls")]


def test_what_is_not_live_is_not_asked() -> None:
    assert said(ask(polls=f"{SURVEY}, lifecycle: sandbox", old=f"{SURVEY}, lifecycle: retired")) == []


def test_a_link_to_a_retired_system_connects_with_nothing() -> None:
    assert said(ask("crm -> old", crm=CRM, old="lifecycle: retired")) == [("fails", "crm")]


def test_a_platform_that_carries_a_flow_is_no_island() -> None:
    stack = drawn("a -> b {via: bus}", bus="category: ipaas")

    assert said(CHECKS["islands"].ask(stack, of=frozenset({"ipaas"}))) == [("passes", "bus")]


def test_the_finding_says_what_is_missing_at_the_system() -> None:
    (answer,) = ask(polls=SURVEY)

    assert answer.note == "no flow of data from or to it"


def test_without_integrations_each_system_is_open() -> None:
    stack = stack_of(systems(crm=CRM, polls=SURVEY, erp="category: erp"))

    answers = list(CHECKS["islands"].ask(stack, of=frozenset({"crm", "survey"})))

    assert said(answers) == [("undetermined", "crm"), ("undetermined", "polls")]
    assert {answer.missing for answer in answers} == {(("inventory", "integrations"),)}
