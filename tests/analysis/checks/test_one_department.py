from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from stackaudit.analysis.checks import CHECKS
from stacks import drawn, said, stack_of

if TYPE_CHECKING:
    from stackaudit.analysis.answers import Answer

MASTER = "data: {master_of: [customer]}"


def owned(by: str, more: str = "brand: x") -> str:
    return f"owner: {{business: {by}}}, {more}"


OURS = owned("sales")


def ask(*drawings: str, **stated: str) -> list[Answer]:
    return list(CHECKS["one-department"].ask(drawn(*drawings, **stated)))


def test_the_systems_of_one_side_are_named_nearest_first() -> None:
    (answer,) = ask("crm -> b", "b -> a", crm=owned("sales", MASTER), a=owned("sales"), b=owned("sales"))

    assert said([answer]) == [("fails", "customer")]
    assert answer.values == {"side": "sales", "systems": ("The crm", "The b", "The a")}
    assert [hint.note for hint in answer.hints] == ["The crm: sales", "The b: sales", "The a: sales"]


def test_another_side_counts_over_any_number_of_hops() -> None:
    stated = {"crm": owned("sales", MASTER), "a": owned("nobody"), "b": owned("sales"), "c": owned("service")}

    assert said(ask("crm -> a", "a -> b", "b -> c", **stated)) == [("passes", "customer")]
    assert said(ask("crm -> a", "a -> b", "c -> b", **stated)) == [("fails", "customer")]


def test_in_a_circle_everybody_reaches_everything() -> None:
    answers = ask("crm -> a", "a -> b", "b -> crm", crm=owned("sales", MASTER), a=owned("sales"), b=owned("it"))

    assert said(answers) == [("passes", "customer")]


def test_in_a_circle_each_system_is_named_once() -> None:
    (answer,) = ask("crm -> a", "a -> b", "b -> crm", "b -> a", crm=owned("sales", MASTER), a=OURS, b=OURS)

    assert answer.values["systems"] == ("The crm", "The a", "The b")


def test_twelve_systems_are_named_and_five_pointed_at() -> None:
    names = [f"a{number:02}" for number in range(20)]

    (answer,) = ask(*(f"crm -> {name}" for name in names), crm=owned("sales", MASTER), **dict.fromkeys(names, OURS))

    assert answer.values["systems"] == ("The crm", *(f"The {name}" for name in names[:11]))
    assert [hint.subject.id for hint in answer.hints] == ["crm", "a00", "a01", "a02", "a03"]


def test_twelve_owners_that_are_not_stated_are_asked_for() -> None:
    names = [f"a{number:02}" for number in range(20)]

    (answer,) = ask(*(f"crm -> {name}" for name in names), crm=owned("sales", MASTER))

    assert answer.missing == tuple((name, "owner.business") for name in names[:12])


def test_two_sides_that_keep_it_are_two_sides() -> None:
    assert said(ask(crm=owned("sales", MASTER), shop=owned("marketing", MASTER))) == [("passes", "customer")]


def test_an_owner_that_is_not_stated_leaves_it_open_unless_two_sides_are_known() -> None:
    stated = {"crm": owned("sales", MASTER), "a": "brand: x", "b": owned("it")}

    (answer,) = ask("crm -> a", **stated)

    assert said([answer]) == [("undetermined", "customer")]
    assert answer.missing == (("a", "owner.business"),)
    assert said(ask("crm -> a", "crm -> b", **stated)) == [("passes", "customer")]


def test_a_team_whose_side_is_not_stated_leaves_it_open() -> None:
    stack = stack_of("""
        teams: {odd: {lead: somebody}}
        systems: {crm: {name: Our CRM, owner: {business: odd}, data: {master_of: [customer]}}}
        integrations: []
    """)

    (answer,) = CHECKS["one-department"].ask(stack)

    assert answer.missing == (("odd", "side"),)


def test_what_belongs_to_nobody_is_not_asked_here() -> None:
    assert ask(crm=owned("nobody", MASTER)) == []


@pytest.mark.parametrize("kind", ["shared: false", "definition: x"])
def test_data_that_must_stay_and_data_without_a_master_are_not_asked(kind: str) -> None:
    master = MASTER if kind == "shared: false" else "brand: x"
    stack = stack_of(f"""
        data: {{customer: {{{kind}}}}}
        systems: {{crm: {{name: Our CRM, owner: {{business: sales}}, {master}}}}}
        integrations: []
    """)

    assert list(CHECKS["one-department"].ask(stack)) == []


def test_what_flows_to_a_retired_system_reaches_nobody() -> None:
    answers = ask("crm -> old", crm=owned("sales", MASTER), old=owned("it", "lifecycle: retired"))

    assert said(answers) == [("fails", "customer")]


def test_without_a_word_on_links_it_stays_open() -> None:
    stack = stack_of("systems: {crm: {name: Our CRM, owner: {business: sales}, data: {master_of: [customer]}}}")

    assert said(CHECKS["one-department"].ask(stack)) == [("undetermined", "customer")]


def test_neighbours_at_the_same_distance_come_in_order_of_their_ids() -> None:
    near = {name: owned("sales") for name in ("z", "a", "m")}

    (answer,) = ask("crm -> z", "crm -> a", "crm -> m", crm=owned("sales", MASTER), **near)

    assert answer.values["systems"] == ("The crm", "The a", "The m", "The z")
