from __future__ import annotations

from stackaudit.analysis.checks import CHECKS
from stackaudit.model.audit import Verdict
from stacks import said, stack_of


def notes(text: str) -> dict[str, str]:
    answers = CHECKS["unknown-product"].ask(stack_of(text))
    return {answer.subjects[0].id: answer.note for answer in answers if answer.verdict is Verdict.FAILS}


def test_a_system_passes_or_fails_and_never_both() -> None:
    stack = stack_of("systems: {a: {name: Our own golden book}, b: {name: Golden desk, category: crm}, c: Mailchimp}")

    assert said(CHECKS["unknown-product"].ask(stack)) == [("passes", "b"), ("passes", "c"), ("fails", "a")]


def test_near_names_are_offered_and_not_assumed() -> None:
    found = notes("systems: {a: {name: Salesforc Sales Cloud}, b: {name: Our own golden book}, c: {name: Mailchimp}}")

    assert found == {
        "a": "the catalogue has Salesforce Sales Cloud",
        "b": "not in the catalogue, and no `category`",
    }


def test_a_near_name_has_its_first_two_letters_in_common() -> None:
    found = notes("systems: {a: {name: Sapesforce}, b: {name: Zalesforce}}")

    assert found == {
        "a": "the catalogue has Salesforce Sales Cloud",
        "b": "not in the catalogue, and no `category`",
    }


def test_what_we_built_or_switched_off_or_placed_ourselves_is_not_asked_for() -> None:
    found = notes(
        """
        systems:
          a: {name: Golden book, bought: {how: built}}
          b: {name: Silver book, lifecycle: retired}
          c: {name: Bronze book, category: crm}
        """
    )

    assert found == {}
