from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.analysis.checks import CHECKS
from stackaudit.analysis.options import Station
from stacks import drawn, said, stack_of, systems

if TYPE_CHECKING:
    from stackaudit.analysis.answers import Answer
    from stackaudit.analysis.stack import Stack

FORM, CRM, ERP, BUS = "category: form-builder", "category: crm", "category: erp", "category: ipaas"
STATIONS = (
    Station("capture", frozenset({"form-builder", "chat"})),
    Station("the CRM", frozenset({"crm"})),
    Station("orders", frozenset({"erp"})),
)


def ask(stack: Stack) -> list[Answer]:
    return list(CHECKS["path-broken"].ask(stack, stations=STATIONS, carriers=frozenset({"ipaas"})))


def test_the_last_station_that_is_reached_and_the_next_one_are_named() -> None:
    (answer,) = ask(drawn("form -> crm", form=FORM, crm=CRM, erp=ERP))

    assert said([answer]) == [("fails", "crm")]
    assert answer.values == {"last": "the CRM (The crm)", "next": "orders", "next_systems": ("The erp",)}
    assert (answer.point, answer.note) == ("name", "the last station: the CRM")
    assert [(hint.subject.id, hint.note) for hint in answer.hints] == [("erp", "orders: The erp")]


def test_only_the_systems_that_data_reached_count_as_the_last_station() -> None:
    (answer,) = ask(drawn("form -> crm1", "crm2 -> erp", form=FORM, crm1=CRM, crm2=CRM, erp=ERP))

    assert said([answer]) == [("fails", "crm1")]
    assert answer.values["last"] == "the CRM (The crm1)"


def test_one_unbroken_way_is_enough() -> None:
    stack = drawn("form -> crm2", "crm2 -> erp", form=FORM, chat="category: chat", crm1=CRM, crm2=CRM, erp=ERP)

    assert said(ask(stack)) == [("passes", "organization")]


def test_carriers_pass_it_on_and_others_do_not() -> None:
    over_bus = drawn("form -> bus", "bus -> crm", "crm -> erp", form=FORM, crm=CRM, erp=ERP, bus=BUS)
    over_mail = drawn("form -> mail", "mail -> crm", "crm -> erp", form=FORM, crm=CRM, erp=ERP, mail="category: survey")

    assert said(ask(over_bus)) == [("passes", "organization")]
    assert said(ask(over_mail)) == [("fails", "form")]


def test_data_does_not_flow_backwards() -> None:
    assert said(ask(drawn("crm -> form", "crm -> erp", form=FORM, crm=CRM, erp=ERP))) == [("fails", "form")]


def test_a_retired_system_on_the_way_breaks_it() -> None:
    stack = drawn(
        "form -> bus", "bus -> crm", "crm -> erp", form=FORM, crm=CRM, erp=ERP, bus=f"{BUS}, lifecycle: retired"
    )

    assert said(ask(stack)) == [("fails", "form")]


def test_a_station_without_any_system_is_named() -> None:
    (answer,) = ask(drawn("form -> erp", form=FORM, erp=ERP))

    assert said([answer]) == [("fails", "form")]
    assert answer.values == {"last": "capture (The form)", "next": "the CRM", "next_systems": "no system does that"}
    assert answer.note == "no system for it: the CRM"


def test_a_path_without_beginning_points_at_the_first_system_that_there_is() -> None:
    (answer,) = ask(drawn("crm -> erp", crm=CRM, erp=ERP))

    assert said([answer]) == [("fails", "crm")]
    assert answer.values == {"last": "its source", "next": "capture", "next_systems": "no system does that"}


def test_a_system_of_unknown_purpose_may_fill_the_gap() -> None:
    (empty,) = ask(drawn("form -> erp", form=FORM, erp=ERP, thing=""))
    (between,) = ask(drawn("form -> thing", "crm -> erp", form=FORM, crm=CRM, erp=ERP))

    assert said([empty, between]) == [("undetermined", "organization"), ("undetermined", "organization")]
    assert empty.missing == between.missing == (("thing", "category"),)


def test_where_only_the_last_station_stands_nothing_is_asked() -> None:
    assert said(ask(drawn(erp=ERP))) == []
    assert said(ask(drawn(a="category: hr"))) == []


def test_without_integrations_it_is_open() -> None:
    (answer,) = ask(stack_of(systems(form=FORM, crm=CRM, erp=ERP)))

    assert said([answer]) == [("undetermined", "organization")]
    assert answer.missing == (("inventory", "integrations"),)


def test_many_forms_on_one_platform_are_walked_once() -> None:
    forms = {f"form{number:03}": FORM for number in range(300)}
    stack = drawn(
        *(f"{form} -> bus" for form in forms), *(f"bus -> {form}" for form in forms), crm=CRM, erp=ERP, bus=BUS, **forms
    )

    (answer,) = ask(stack)

    assert said([answer]) == [("fails", "form000")]
    assert (
        answer.values["last"]
        == "capture (The form000, The form001, The form002, The form003, The form004 and 295 more)"
    )
    assert [hint.subject.id for hint in answer.hints] == ["crm"]
