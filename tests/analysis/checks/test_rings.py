from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.analysis.checks import CHECKS
from stacks import drawn, said, stack_of, systems

if TYPE_CHECKING:
    from stackaudit.analysis.answers import Answer


def ask(*drawings: str, **stated: str) -> list[Answer]:
    return list(CHECKS["rings"].ask(drawn(*drawings, **stated)))


def test_each_ring_is_one_finding_with_all_its_systems() -> None:
    answers = ask("a -> b", "b -> c", "c -> a", "x -> y", "y -> z", "z -> x", "c -> x")

    assert said(answers) == [("fails", "a", "b", "c"), ("fails", "x", "y", "z")]
    assert [answer.values["ring"] for answer in answers] == [
        "The a → The b → The c → The a",
        "The x → The y → The z → The x",
    ]


def test_the_flows_of_the_ring_are_pointed_at_and_no_others() -> None:
    (answer,) = ask("a -> b", "b -> c", "c -> d", "d -> a", "a <-> c", "d -> e", "e -> f")

    assert said([answer]) == [("fails", "a", "b", "c", "d")]
    assert [hint.subject.id for hint in answer.hints] == ["a -> b", "b -> c", "c -> d", "d -> a"]
    assert answer.hints[0].note == "The a to The b"


def test_rings_that_share_a_system_are_one_finding() -> None:
    assert said(ask("a -> b", "b -> c", "c -> a", "c -> d", "d -> e", "e -> c")) == [("fails", "a", "b", "c", "d", "e")]


def test_a_large_knot_is_one_finding_with_a_short_round_trip() -> None:
    names = [f"s{number:03}" for number in range(60)]
    drawings = [
        f"{one} -> {other}" for one in names for other in names if (names.index(other) - names.index(one)) % 60 < 30
    ]

    (answer,) = ask(*(drawing for drawing in drawings if drawing.partition(" -> ")[0] != drawing.partition(" -> ")[2]))

    assert said([answer]) == [("fails", *names)]
    assert str(answer.values["ring"]).count("→") == 3


def test_where_nothing_comes_round_there_is_one_pass() -> None:
    assert said(ask("a -> b", "b <-> c")) == [("passes", "organization")]


def test_without_integrations_it_is_open() -> None:
    assert said(CHECKS["rings"].ask(stack_of(systems("a", "b")))) == [("undetermined", "organization")]
