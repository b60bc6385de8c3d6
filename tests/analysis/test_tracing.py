"""Traces of small stacks: what they find, who answers for each hop, and what is at fault."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from stackaudit.analysis.tracing import carries, trace_of
from stackaudit.model.audit import SubjectName
from stackaudit.model.journey import Carriage, Holder, Hop, Journey, Stop
from stacks import drawn, stack_of

if TYPE_CHECKING:
    from stackaudit.analysis.stack import Stack


def traced(stack: Stack, start: str, end: str, data: str = "") -> Journey:
    systems = stack.inventory.systems
    return trace_of(stack, systems[start], systems[end], data)


def told(journey: Journey) -> tuple[str, list[str]]:
    """The outcome, and each hop with its state."""
    return journey.outcome, [f"{hop.start.system.id} {hop.state} {hop.end.system.id}" for hop in journey.hops]


STACK = stack_of("""
organization: {name: Testers}
teams: {web: {name: Web team, side: marketing}, it: {side: it}}
systems:
  shop: {name: Shop, owner: {business: web, technical: nobody}}
  hub: {name: Hub, lifecycle: retiring}
  crm: {name: CRM, owner: {business: strangers, technical: it}}
integrations:
  - {from: shop, to: crm, via: hub, name: Customers, data: [contact, unknown], method: ipaas, direction: two-way,
     runs: daily, last_ran: 2026-10-01, owner: it}
""")


def test_a_hop_tells_everything_that_is_stated_of_it() -> None:
    journey = traced(STACK, "shop", "crm")

    shop = Stop(SubjectName("system", "shop", "Shop"), Holder("Web team", "marketing"), Holder("nobody", ""))
    crm = Stop(SubjectName("system", "crm", "CRM"), Holder("strangers", ""), Holder("it", "it"))
    carriage = Carriage(
        flow=SubjectName("integration", "shop -> crm", "Customers"),
        via="Hub",
        method="ipaas",
        runs=1,
        last_ran=date(2026, 10, 1),
        days_late=49,
        data=("contact",),
        two_way=True,
        owner=Holder("it", "it"),
    )
    hop = Hop(shop, crm, "late", carriage, "over an integration platform, 49 days late")
    assert journey == Journey("Testers", date(2026, 11, 21), shop, crm, "", "reaches", (hop,))


def test_what_is_not_stated_stays_unknown() -> None:
    journey = traced(drawn("a -> b"), "a", "b")

    carriage = journey.hops[0].carriage

    assert carriage is not None
    assert carriage == Carriage(
        SubjectName("integration", "a -> b", "The a to The b"), "", "", None, None, None, None, False, Holder("", "")
    )
    assert journey.hops[0].faults == ()


def test_a_stop_that_is_not_live_says_so() -> None:
    assert traced(STACK, "crm", "hub").end.note == "retiring"


@pytest.mark.parametrize(
    ("stated", "faults"),
    [
        ("method: api, owner: it", ()),
        ("owner: nobody", ("unowned",)),
        ("method: manual", ("by hand",)),
        ("method: manual, owner: nobody", ("by hand", "unowned")),
        ("runs: daily, last_ran: 2026-01-01, method: api", ("broken",)),
    ],
)
def test_a_hop_is_broken_by_hand_or_unowned(stated: str, faults: tuple[str, ...]) -> None:
    journey = traced(drawn("a -> b", f"b -> c {{{stated}}}", "c -> d {method: manual}"), "a", "c")

    assert [hop.faults for hop in journey.hops] == [(), faults]
    assert journey.first_faulty == (journey.hops[1] if faults else None)


def test_where_data_flows_the_other_way_the_journey_breaks_off_there() -> None:
    journey = traced(drawn("a -> b", "c -> b {method: file}", "c -> d", "e -> d"), "a", "d")

    assert told(journey) == ("breaks off", ["a open b", "b missing c", "c open d"])
    assert journey.first_faulty == journey.hops[1]
    assert journey.hops[1].note == "data flows the other way only"
    assert journey.hops[1].faults == ("broken",)
    assert [system.id for system in journey.reached] == ["b"]
    assert [system.id for system in journey.senders] == ["c", "e"]


def test_where_nothing_leads_on_there_are_no_hops() -> None:
    journey = traced(drawn("a -> b", "c -> d"), "a", "d")

    assert told(journey) == ("breaks off", [])
    assert ([s.id for s in journey.reached], [s.id for s in journey.senders]) == (["b"], ["c"])


def test_a_retired_system_closes_the_way() -> None:
    journey = traced(drawn("a -> b", "b -> c", b="lifecycle: retired"), "a", "c")

    assert told(journey) == ("breaks off", ["a closed b", "b closed c"])
    assert journey.hops[0].note == "The b is retired"
    assert journey.hops[0].start.note == ""
    assert journey.hops[0].end.note == "retired"


def test_without_integrations_nobody_can_tell() -> None:
    journey = traced(stack_of("systems: {a: {name: A}, b: {name: B}}"), "a", "b")

    assert told(journey) == ("unknown", [])


def test_one_kind_of_data_is_followed_over_flows_that_carry_it() -> None:
    stack = drawn(
        "a -> d {data: [order]}",
        "a -> b {data: [contact.email]}",
        "b -> c {data: [user.contact, order]}",
        "c -> d {data: [name, contact]}",
    )

    assert told(traced(stack, "a", "d", "contact")) == ("reaches", ["a open b", "b open c", "c open d"])
    assert told(traced(stack, "a", "d", "order")) == ("reaches", ["a open d"])
    assert told(traced(stack, "a", "d", "invoice"))[0] == "breaks off"


def test_flows_of_which_nothing_is_stated_may_carry_it() -> None:
    journey = traced(drawn("a -> b {data: [order]}", "b -> c"), "a", "c", "order")

    assert told(journey) == ("perhaps", ["a open b", "b open c"])


def test_a_flow_that_carries_something_else_is_where_it_breaks_off() -> None:
    journey = traced(drawn("a -> b {data: [order]}", "b -> c {data: [price]}"), "a", "c", "order")

    assert told(journey) == ("breaks off", ["a open b", "b missing c"])
    assert journey.hops[1].note == "what flows there is something else"


@pytest.mark.parametrize(
    ("stated", "wanted", "answer"),
    [
        ("[contact]", "", True),
        ("[contact]", "contact", True),
        ("[contact]", "user.contact", True),
        ("[contact.email]", "contact", True),
        ("[contact]", "contact.email", False),
        ("[contact]", "user", True),
        ("[contact, unknown]", "order", None),
        ("[order, unknown]", "order", True),
        ("unknown", "order", None),
        ("[]", "order", False),
    ],
)
def test_whether_a_flow_carries_a_kind_has_three_answers(stated: str, wanted: str, answer: bool | None) -> None:
    flow = drawn(f"a -> b {{data: {stated}}}").inventory.integrations[0]

    assert carries(flow, wanted) is answer
