from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.analysis.checks import CHECKS
from stackaudit.analysis.options import Station
from stacks import integrations, said, stack_of, systems

if TYPE_CHECKING:
    from stackaudit.analysis.answers import Answer

CRM, DESK, MAIL, BUS = "category: crm", "category: service-desk", "category: marketing-automation", "category: ipaas"
NAMED = "governance: {customer: {master: crm}}\n"
CLAIMED = "data: {master_of: [customer]}"


def ask(text: str) -> list[Answer]:
    stations = (
        Station("sales", frozenset({"crm"})),
        Station("service", frozenset({"service-desk"})),
        Station("marketing", frozenset({"marketing-automation"})),
    )
    answers = CHECKS["customer-not-reached"].ask(stack_of(text), each=stations, carriers=frozenset({"ipaas"}))
    return list(answers)


def test_the_sides_that_do_not_reach_the_record_are_named_with_their_systems() -> None:
    (answer,) = ask(NAMED + systems(crm=CRM, desk=DESK, mail=MAIL) + integrations("crm -> mail"))

    assert said([answer]) == [("fails", "organization")]
    assert answer.values == {"missed": ("service (The desk)",), "masters": ("The crm",)}
    assert [(hint.subject.id, hint.note) for hint in answer.hints] == [("desk", "The desk, not joined")]


def test_five_systems_that_are_not_joined_are_pointed_at() -> None:
    desks = {f"desk{number}": DESK for number in range(4)} | {f"mail{number}": MAIL for number in range(4)}

    (answer,) = ask(NAMED + systems(crm=CRM, **desks) + integrations())

    assert [hint.subject.id for hint in answer.hints] == ["desk0", "desk1", "desk2", "desk3", "mail0"]


def test_all_reach_it_in_either_direction_and_over_carriers() -> None:
    flows = integrations("desk -> bus", "bus -> crm", "crm -> mail")

    assert said(ask(NAMED + systems(crm=CRM, desk=DESK, mail=MAIL, bus=BUS) + flows)) == [("passes", "organization")]


def test_a_way_over_systems_that_carry_nothing_on_does_not_count() -> None:
    flows = integrations("desk -> mail", "mail -> crm")

    (answer,) = ask(NAMED + systems(crm=CRM, desk=DESK, mail=MAIL) + flows)

    assert answer.values["missed"] == ("service (The desk)",)


def test_one_system_of_a_side_is_enough() -> None:
    text = NAMED + systems(crm=CRM, desk=DESK, hotline=DESK) + integrations("crm <-> desk")

    assert said(ask(text)) == [("passes", "organization")]


def test_the_named_master_counts_and_not_the_one_that_claims_to_be_it() -> None:
    text = NAMED + systems(crm=CRM, desk=f"{DESK}, {CLAIMED}") + integrations()

    (answer,) = ask(text)

    assert answer.values == {"missed": ("service (The desk)",), "masters": ("The crm",)}


def test_without_a_named_master_those_that_claim_to_be_it_count() -> None:
    text = systems(crm=CRM, erp=f"category: erp, {CLAIMED}") + integrations("crm -> erp")

    assert said(ask(text)) == [("passes", "organization")]


def test_nobody_knows_what_to_reach_without_any_master() -> None:
    (answer,) = ask(systems(crm=CRM, desk=DESK) + integrations("crm -> desk"))

    assert said([answer]) == [("undetermined", "organization")]
    assert answer.missing == (("organization", "governance.customer.master"),)


def test_there_is_nothing_to_reach_where_no_record_wins_or_the_master_is_switched_off() -> None:
    nobody = "governance: {customer: {master: nobody}}\n" + systems(crm=CRM) + integrations()
    retired = NAMED + systems(crm=f"{CRM}, lifecycle: retired", desk=DESK) + integrations()

    assert said(ask(nobody) + ask(retired)) == []


def test_without_integrations_nothing_is_known() -> None:
    (answer,) = ask(NAMED + systems(crm=CRM, desk=DESK))

    assert answer.missing == (("inventory", "integrations"),)


def test_a_joined_system_without_category_may_be_the_one_that_is_missed() -> None:
    (answer,) = ask(NAMED + systems("thing", crm=CRM, desk=DESK) + integrations("thing -> crm"))

    assert said([answer]) == [("undetermined", "organization")]
    assert answer.missing == (("thing", "category"),)


def test_a_system_without_category_that_stands_apart_may_be_of_a_side_that_has_none() -> None:
    open_ = ask(NAMED + systems("thing", crm=CRM, desk=DESK) + integrations("desk -> crm"))
    joined = ask(NAMED + systems("thing", crm=CRM, desk=DESK) + integrations("desk -> crm", "thing -> crm"))
    whole = ask(NAMED + systems("thing", crm=CRM, desk=DESK, mail=MAIL) + integrations("desk -> crm", "mail -> crm"))

    assert said(open_) == [("undetermined", "organization")]
    assert open_[0].missing == (("thing", "category"),)
    assert said(joined) == said(whole) == [("passes", "organization")]


def test_copies_for_tests_need_no_customers() -> None:
    text = NAMED + systems(crm=CRM, desk=f"{DESK}, environment: test") + integrations()

    assert said(ask(text)) == [("passes", "organization")]


def test_nobody_is_asked_where_no_system_talks_to_customers() -> None:
    assert ask("governance: {customer: {master: erp}}\n" + systems(erp="category: erp") + integrations()) == []
