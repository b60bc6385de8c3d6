from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from stackaudit.analysis.checks import CHECKS
from stacks import drawn, said, stack_of, systems

if TYPE_CHECKING:
    from stackaudit.analysis.answers import Answer
    from stackaudit.analysis.stack import Stack

MAIL, CRM, BUS = "category: marketing-automation", "category: crm", "category: ipaas"


def ask(stack: Stack) -> list[Answer]:
    answers = CHECKS["one-way"].ask(
        stack, of=frozenset({"marketing-automation"}), to=frozenset({"crm"}), carriers=frozenset({"ipaas"})
    )
    return list(answers)


def test_sender_and_receiver_are_named_whichever_is_which() -> None:
    (there,) = ask(drawn("mail -> crm", mail=MAIL, crm=CRM))
    (back,) = ask(drawn("crm -> mail", mail=MAIL, crm=CRM))

    assert said([there, back]) == [("fails", "mail"), ("fails", "mail")]
    assert there.values == {"sender": "The mail", "receiver": "The crm"}
    assert back.values == {"sender": "The crm", "receiver": "The mail"}


@pytest.mark.parametrize("way", ["crm -> mail", "mail -> crm"])
def test_the_flows_that_run_one_way_are_pointed_at(way: str) -> None:
    (answer,) = ask(drawn(way, f"{way} {{name: at night}}", mail=MAIL, crm=CRM))

    assert [(hint.subject.id, hint.fact, hint.note) for hint in answer.hints] == [
        (way, "direction", "the only direction"),
        (f"{way} #2", "direction", "the only direction"),
    ]


def test_two_flows_or_one_both_ways_pass() -> None:
    assert said(ask(drawn("mail <-> crm", mail=MAIL, crm=CRM))) == [("passes", "mail")]
    assert said(ask(drawn("mail -> crm", "crm -> mail", mail=MAIL, crm=CRM))) == [("passes", "mail")]


def test_the_way_back_may_lead_over_a_carrier() -> None:
    stack = drawn("mail -> crm", "crm -> bus", "bus -> mail", mail=MAIL, crm=CRM, bus=BUS)

    assert said(ask(stack)) == [("passes", "mail")]


def test_a_way_over_a_carrier_has_no_flow_of_its_own_to_point_at() -> None:
    (answer,) = ask(drawn("mail -> bus", "bus -> crm", mail=MAIL, crm=CRM, bus=BUS))

    assert said([answer]) == [("fails", "mail")]
    assert answer.hints == ()


def test_systems_that_are_not_linked_at_all_are_another_rules_business() -> None:
    assert said(ask(drawn(mail=MAIL, crm=CRM))) == []


def test_one_system_for_both_jobs_needs_no_sync() -> None:
    assert said(ask(drawn("suite -> x", suite="category: crm, capabilities: [marketing-automation]"))) == []


def test_without_integrations_it_is_open() -> None:
    assert said(ask(stack_of(systems(mail=MAIL, crm=CRM)))) == [("undetermined", "mail")]
    assert said(ask(stack_of(systems(mail=MAIL)))) == []
