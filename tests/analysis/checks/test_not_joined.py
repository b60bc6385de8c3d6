from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.analysis.checks import CHECKS
from stackaudit.analysis.options import Station
from stacks import drawn, said, stack_of, systems

if TYPE_CHECKING:
    from stackaudit.analysis.answers import Answer
    from stackaudit.analysis.stack import Stack

SHOP, ERP, PAY, BUS = "category: storefront", "category: erp", "category: payments", "category: ipaas"


def ask(stack: Stack, way: str = "either") -> list[Answer]:
    answers = CHECKS["not-joined"].ask(
        stack,
        of=frozenset({"storefront"}),
        each=(Station("orders", frozenset({"erp"})), Station("billing", frozenset({"payments", "billing"}))),
        way=way,
        carriers=frozenset({"ipaas"}),
    )
    return list(answers)


def test_the_stations_that_are_missed_are_named_with_their_systems() -> None:
    (answer,) = ask(drawn("shop -> erp", shop=SHOP, erp=ERP, pay=PAY, bills="category: billing"))

    assert said([answer]) == [("fails", "shop")]
    assert answer.values == {"missed": ("billing",), "systems": ("The bills", "The pay")}
    assert [(hint.subject.id, hint.note) for hint in answer.hints] == [
        ("bills", "The bills, not joined"),
        ("pay", "The pay, not joined"),
    ]


def test_the_systems_of_all_missed_stations_are_named_once_each() -> None:
    both = "category: erp, capabilities: [billing]"

    (answer,) = ask(drawn(shop=SHOP, erp=both, pay="category: payments, capabilities: [erp]"))
    (suite,) = ask(drawn(shop=SHOP, erp=both))

    assert answer.values == {"missed": ("orders", "billing"), "systems": ("The erp", "The pay")}
    assert suite.values == {"missed": ("orders", "billing"), "systems": ("The erp",)}
    assert [hint.subject.id for hint in suite.hints] == ["erp"]


def test_one_system_of_each_station_is_enough() -> None:
    stack = drawn("shop -> erp", "pay -> shop", shop=SHOP, erp=ERP, pay=PAY, bills="category: billing")

    assert said(ask(stack)) == [("passes", "shop")]


def test_the_direction_counts_where_it_is_asked_for() -> None:
    stack = drawn("shop -> erp", "pay -> shop", shop=SHOP, erp=ERP, pay=PAY)

    assert [
        (answer.verdict.value, answer.values.get("missed")) for answer in (*ask(stack, "to"), *ask(stack, "from"))
    ] == [
        ("fails", ("billing",)),
        ("fails", ("orders",)),
    ]


def test_carriers_pass_it_on_and_others_do_not() -> None:
    over_bus = drawn("shop -> bus", "bus -> erp", shop=SHOP, erp=ERP, bus=BUS)
    over_crm = drawn("shop -> crm", "crm -> erp", shop=SHOP, erp=ERP, crm="category: crm")

    assert said(ask(over_bus)) == [("passes", "shop")]
    assert said(ask(over_crm)) == [("fails", "shop")]


def test_a_retired_carrier_passes_nothing_on() -> None:
    stack = drawn("shop -> bus", "bus -> erp", shop=SHOP, erp=ERP, bus=f"{BUS}, lifecycle: retired")

    assert said(ask(stack)) == [("fails", "shop")]


def test_a_neighbour_of_unknown_purpose_may_be_the_one() -> None:
    (answer,) = ask(drawn("shop -> thing", shop=SHOP, erp=ERP))

    assert said([answer]) == [("undetermined", "shop")]
    assert answer.missing == (("thing", "category"),)


def test_a_system_of_unknown_purpose_elsewhere_does_not_matter() -> None:
    assert said(ask(drawn("a -> thing", shop=SHOP, erp=ERP, a="category: crm"))) == [("fails", "shop")]


def test_a_job_that_nobody_does_is_not_asked_for() -> None:
    assert said(ask(drawn("shop -> erp", shop=SHOP, erp=ERP))) == [("passes", "shop")]
    assert said(ask(drawn(shop=SHOP))) == []


def test_a_system_bought_for_the_job_counts_more_than_one_that_does_it_on_the_side() -> None:
    stack = drawn("shop -> suite", shop=SHOP, erp=ERP, suite="category: crm, capabilities: [erp]")

    assert said(ask(stack)) == [("fails", "shop")]


def test_each_storefront_is_a_finding_of_its_own() -> None:
    stack = drawn("south -> erp", north=SHOP, south=SHOP, test=f"{SHOP}, lifecycle: sandbox", erp=ERP)

    assert said(ask(stack)) == [("fails", "north"), ("passes", "south")]


def test_many_systems_to_join_are_pointed_at_five_times_at_most() -> None:
    stack = drawn(shop=SHOP, **{f"e{number:02}": ERP for number in range(30)})

    (answer,) = ask(stack)

    assert [hint.subject.id for hint in answer.hints] == ["e00", "e01", "e02", "e03", "e04"]


def test_without_integrations_it_is_open() -> None:
    (answer,) = ask(stack_of(systems(shop=SHOP, erp=ERP)))

    assert said([answer]) == [("undetermined", "shop")]
    assert answer.missing == (("inventory", "integrations"),)


def test_copies_for_tests_are_not_asked() -> None:
    copy = f"{SHOP}, environment: staging"

    answers = ask(drawn("shop -> erp", "shop -> pay", shop=SHOP, copy=copy, erp=ERP, pay=PAY))

    assert said(answers) == [("passes", "shop")]
