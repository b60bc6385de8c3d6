from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.analysis.checks import CHECKS
from stacks import drawn, said, stack_of

if TYPE_CHECKING:
    from stackaudit.analysis.answers import Answer

UNSAFE = "privacy: {agreement: false}"
SAFE = "privacy: {agreement: 2025-01-01}, hosting: on-premises, regions: [eu]"


def ask(*drawings: str, **stated: str) -> list[Answer]:
    return list(CHECKS["personal-data-onward"].ask(drawn(*drawings, **stated)))


def paths(answers: list[Answer]) -> dict[str, object]:
    return {answer.subjects[0].id: answer.values["path"] for answer in answers if answer.values}


def test_the_path_is_shown_from_where_the_data_arose() -> None:
    answers = ask(
        "form -> crm {data: [contact]}",
        "crm -> mail {data: [contact]}",
        "mail -> polls {data: [contact]}",
        crm=UNSAFE,
        mail=UNSAFE,
        polls=UNSAFE,
    )

    assert paths(answers) == {
        "crm": "The form → The crm",
        "mail": "The form → The crm → The mail",
        "polls": "The form → The crm → The mail → The polls",
    }
    assert [hint.subject.id for hint in answers[-1].hints] == ["form -> crm", "crm -> mail", "mail -> polls"]
    assert answers[-1].hints[0].note == "carries it: The form to The crm"


def test_of_several_ways_the_shortest_is_shown() -> None:
    answers = ask(
        "a -> b {data: [contact]}",
        "b -> polls {data: [contact]}",
        "z -> polls {data: [contact]}",
        polls=UNSAFE,
    )

    assert paths(answers) == {"polls": "The z → The polls"}


def test_every_system_that_gets_personal_data_is_asked_but_not_where_it_arises() -> None:
    answers = ask(
        "form -> crm {data: [contact]}", "crm -> feed {data: [product]}", form=UNSAFE, crm=UNSAFE, feed=UNSAFE
    )

    assert said(answers) == [("fails", "crm")]


def test_in_a_circle_every_system_is_asked() -> None:
    answers = ask("a <-> b {data: [contact]}", a=UNSAFE, b=UNSAFE)

    assert said(answers) == [("fails", "a"), ("fails", "b")]
    assert paths(answers) == {"a": "The b → The a", "b": "The a → The b"}


def test_the_way_round_a_circle_is_shown_once() -> None:
    answers = ask(
        "a -> b {data: [contact]}", "b -> c {data: [contact]}", "c -> a {data: [contact]}", a=UNSAFE, b=UNSAFE, c=UNSAFE
    )

    assert paths(answers) == {
        "a": "The b → The c → The a",
        "b": "The a → The b",
        "c": "The a → The b → The c",
    }


def test_a_circle_fed_from_outside_shows_the_way_in() -> None:
    answers = ask("z -> b {data: [contact]}", "a <-> b {data: [contact]}", a=UNSAFE, b=UNSAFE)

    assert paths(answers) == {"a": "The z → The b → The a", "b": "The z → The b"}


def test_retired_systems_pass_nothing_on() -> None:
    answers = ask(
        "form -> crm {data: [contact]}",
        "crm -> mail {data: [contact]}",
        crm=f"lifecycle: retired, {UNSAFE}",
        mail=UNSAFE,
    )

    assert said(answers) == []


def test_the_first_reason_that_holds_is_named_and_pointed_at() -> None:
    (answer,) = ask("form -> try {data: [contact]}", **{"try": f"lifecycle: sandbox, {SAFE}"})

    assert (answer.point, answer.note) == ("lifecycle", "it is a sandbox")
    assert answer.values["reason"] == "it is a sandbox"


def test_one_reason_is_enough_whatever_else_is_unknown() -> None:
    assert said(ask("form -> try {data: [contact]}", **{"try": "lifecycle: sandbox"})) == [("fails", "try")]


def test_what_is_not_stated_is_named_as_missing() -> None:
    (answer,) = ask("form -> crm {data: [contact]}")

    assert said([answer]) == [("undetermined", "crm")]
    assert answer.missing == (("crm", "privacy.agreement"), ("crm", "regions"))


def test_a_safeguard_makes_up_for_a_region() -> None:
    def verdict(privacy: str) -> list[tuple[str, ...]]:
        stack = stack_of(
            f"""
            organization: {{regions: [eu]}}
            systems:
              form: {{name: Form}}
              crm: {{name: Crm, regions: [us], privacy: {privacy}}}
            integrations: [{{from: form, to: crm, data: [contact]}}]
            """,
        )
        return said(CHECKS["personal-data-onward"].ask(stack))

    assert verdict("{agreement: 2025-01-01, transfer: standard contractual clauses}") == [("passes", "crm")]
    assert verdict("{agreement: 2025-01-01}") == [("fails", "crm")]


def test_flows_of_unknown_content_are_not_followed() -> None:
    assert said(ask("form -> crm", crm=UNSAFE)) == []


def test_the_path_goes_back_only_as_long_as_the_same_kinds_flow() -> None:
    answers = ask(
        "loyalty -> mail {data: [behavior]}",
        "mail -> shop {data: [contact]}",
        "shop -> replay {data: [contact.email]}",
        replay=UNSAFE,
    )

    assert paths(answers) == {"replay": "The mail → The shop → The replay"}
