"""The map of small stacks: which lines there are, where they stop, and in what state their track is."""

from __future__ import annotations

from itertools import pairwise

import pytest

from analysis.mapping.maps import lines, map_of, mapped, tracks
from stackaudit.analysis.mapping.lines import MOST_LINES, PURPOSES
from stackaudit.model.transit import MOST_NEIGHBOURS, Track
from stacks import drawn, rules_of, stack_of

LEAD = {
    "forms": "category: form-builder",
    "automation": "category: marketing-automation",
    "crm": "category: crm",
    "erp": "category: erp",
}


def test_a_line_runs_along_what_flows_between_its_stages() -> None:
    network = mapped(drawn("forms -> automation", "automation <-> crm", "crm -> erp", **LEAD))

    assert tracks(network, "lead-to-order") == ["automation <-> crm", "forms -> automation", "crm -> erp"]
    assert lines(network)["lead-to-order"] == ["automation", "crm", "erp", "forms"]


def test_a_line_is_a_tree_that_goes_by_the_nearest_stages() -> None:
    network = mapped(drawn("forms -> automation", "forms -> crm", "automation <-> crm", **LEAD), rules=[])

    assert tracks(network, "lead-to-order") == ["automation <-> crm", "forms -> automation"]


def test_a_system_of_another_line_is_a_stop_where_what_it_exchanges_concerns_the_line() -> None:
    stated = {"shop": "category: storefront", "desk": "category: service-desk"}

    with_orders = mapped(drawn("shop -> desk {data: [order]}", **stated))
    with_prices = mapped(drawn("shop -> desk {data: [price]}", **stated))
    unstated = mapped(drawn("shop -> desk", **stated))

    assert lines(with_orders) == {"service": ["desk", "shop"]}
    assert lines(unstated) == {"service": ["desk", "shop"]}
    assert lines(with_prices) == {}


def test_a_line_passes_over_systems_that_only_pass_data_on() -> None:
    network = mapped(drawn("automation -> hub", "hub -> crm", hub="category: ipaas", **LEAD), rules=[])

    assert tracks(network, "lead-to-order") == ["automation -> hub", "hub -> crm"]


def test_a_flow_over_a_platform_stops_at_the_platform() -> None:
    network = mapped(drawn("automation -> crm {via: hub}", hub="category: ipaas", **LEAD), rules=[])

    assert tracks(network, "lead-to-order") == ["automation -> hub", "hub -> crm"]


@pytest.mark.parametrize(
    ("stated", "state", "note"),
    [
        ("method: native, runs: daily, last_ran: 2026-11-21, owner: it", "open", ""),
        ("method: native, runs: daily, last_ran: 2026-10-01, owner: it", "late", "49 days late"),
        ("method: manual", "by hand", "by hand"),
        ("method: file, runs: monthly, owner: nobody", "by hand", "by file, every 31 days, nobody answers for it"),
        ("owner: nobody", "open", "nobody answers for it"),
        ("data: [contact, name]", "open", ""),
    ],
)
def test_track_is_in_the_state_of_its_flow(stated: str, state: str, note: str) -> None:
    network = mapped(drawn(f"automation -> crm {{{stated}}}", **LEAD), rules=[])

    data = ("contact", "name") if "data" in stated else ()
    assert network.tracks[0] == Track("lead-to-order", "automation", "crm", state, False, data, note)


def test_track_is_in_the_state_of_the_best_flow_and_carries_what_all_carry() -> None:
    network = mapped(
        drawn(
            "automation -> crm {method: manual, data: [contact]}",
            "crm -> automation {method: api, data: [sales]}",
            **LEAD,
        )
    )

    track = network.tracks[0]

    assert (track.state, track.two_way, sorted(track.data)) == ("open", True, ["contact", "sales"])
    assert track.note == "another flow is by hand"


def test_a_link_that_a_rule_misses_is_missing_track() -> None:
    network = mapped(drawn(erp="category: erp", crm=LEAD["crm"], automation=LEAD["automation"]))

    assert "automation -> crm (missing)" in tracks(network, "lead-to-order")


def test_where_data_flows_the_other_way_only_the_track_is_missing_and_says_so() -> None:
    network = mapped(drawn("forms -> automation", "crm -> automation", "crm -> erp", **LEAD))

    broken = next(track for track in network.tracks if track.state == "missing")

    assert (broken.line, broken.start, broken.end) == ("lead-to-order", "automation", "crm")
    assert broken.note == "A lead gets from the form to the order: data flows the other way only"


def test_rules_that_were_not_asked_leave_no_track_missing() -> None:
    stack = drawn(automation=LEAD["automation"], crm=LEAD["crm"])

    assert lines(mapped(stack, rules=[])) == {}


def test_a_rule_of_ones_own_makes_missing_track_as_ours_do() -> None:
    rule = """
        id: desk-without-shop
        title: The desk hears of orders
        severity: low
        why: Why.
        fix: Join them.
        check: not-joined
        with: {of: service-desk, each: {the shop: [storefront]}, way: from}
        message: "{name} hears nothing."
        """
    stack = drawn("desk -> shop {data: [price]}", desk="category: service-desk", shop="category: storefront")

    network = mapped(stack, rules_of(rule))

    assert [track.note for track in network.tracks] == ["The desk hears of orders: data flows the other way only"]
    assert tracks(network) == ["shop -> desk (missing)"]


def test_an_island_is_joined_to_the_heart_of_its_line_by_missing_track() -> None:
    network = mapped(drawn("crm <-> automation", tickets="category: event-ticketing", **LEAD))

    assert tracks(network, "campaigns") == ["automation <-> crm", "tickets -> automation (missing)"]


def test_without_integrations_nothing_is_missing_and_stops_stand_in_a_row() -> None:
    network = map_of("systems: {crm: {name: C, category: crm}, forms: {name: F, category: form-builder}}")

    assert network.tracks == (Track("lead-to-order", "forms", "crm", "unknown"),)


def test_a_system_without_a_line_of_its_own_joins_one_that_it_is_linked_with() -> None:
    network = mapped(drawn("forms -> automation", "thing -> automation {data: [contact]}", **LEAD, thing=""))

    assert network.stations["thing"].lines == ("lead-to-order",)
    assert network.stations["thing"].neighbourhood == "it"


def test_a_retired_system_whose_flows_are_still_listed_is_a_closed_station() -> None:
    network = mapped(
        drawn("forms -> automation", "old -> automation {data: [contact]}", old="lifecycle: retired", **LEAD)
    )

    assert network.stations["old"].state == "closed"
    assert [track for track in network.tracks if "old" in track] == [
        Track("lead-to-order", "old", "automation", "closed", False, ("contact",), "The old is retired")
    ]


def test_a_flow_over_a_platform_that_is_switched_off_is_closed_track() -> None:
    stack = drawn(
        "forms -> crm", "automation -> crm", "forms -> automation {via: hub}", hub="lifecycle: retired", **LEAD
    )

    network = mapped(stack, rules=[])

    assert "forms -> automation (closed)" in tracks(network, "lead-to-order")
    assert "hub" not in network.stations


@pytest.mark.parametrize(
    ("lifecycle", "state"),
    [("live", "open"), ("evaluating", "planned"), ("sandbox", "planned"), ("retiring", "closing")],
)
def test_a_station_is_in_the_state_of_its_system(lifecycle: str, state: str) -> None:
    stated = {**LEAD, "crm": f"category: crm, lifecycle: {lifecycle}"}

    assert mapped(drawn("automation -> crm", **stated)).stations["crm"].state == state


def test_copies_for_tests_stand_elsewhere() -> None:
    stated = {**LEAD, "copy": "category: crm, environment: staging"}

    network = mapped(drawn("forms -> automation", "automation -> copy", "automation -> crm", **stated))

    assert "copy" not in network.stations
    assert dict(network.elsewhere)["sales"] == ("The copy",)


def test_systems_in_use_that_nothing_joins_stand_elsewhere_by_their_part_of_town() -> None:
    stated = {
        "wiki": "category: knowledge-base",
        "bank": "category: banking",
        "gone": "category: crm, lifecycle: retired",
    }

    network = mapped(drawn(**stated))

    assert network.elsewhere == (("it", ("The wiki",)), ("finance", ("The bank",)))


@pytest.mark.parametrize(
    ("governance", "claims", "hub"),
    [
        ("governance: {customer: {master: erp}}", "crm", "erp"),
        ("", "crm", "crm"),
        ("governance: {customer: {master: nobody}}", "crm", ""),
        ("", "", ""),
    ],
)
def test_the_hub_is_the_master_of_the_customer(governance: str, claims: str, hub: str) -> None:
    claim = ", data: {master_of: [customer]}" if claims else ""

    network = map_of(f"""
        {governance}
        systems:
          crm: {{name: C, category: crm{claim}}}
          erp: {{name: E, category: erp}}
        integrations: [{{from: crm, to: erp}}]
    """)

    assert network.hub == hub


def test_two_that_claim_to_be_the_master_make_no_hub() -> None:
    claim = "data: {master_of: [customer]}"

    assert mapped(drawn("crm -> erp", crm=f"category: crm, {claim}", erp=f"category: erp, {claim}")).hub == ""


def test_a_hub_at_which_no_line_stops_is_a_station_all_the_same() -> None:
    network = map_of("""
        governance: {customer: {master: list}}
        systems: {list: {name: The list}}
    """)

    assert (network.hub, network.stations["list"].lines, network.elsewhere) == ("list", (), ())


def test_tools_that_only_evidence_shows_are_stations_outside() -> None:
    network = map_of(
        """
        organization: {currency: EUR}
        systems: {crm: {name: Pipedrive}, erp: {name: Odoo}}
        integrations: [{from: crm, to: erp}]
        """,
        """
        - {paid: Canva, on: 2026-10-01, amount: 120}
        - {paid: Figma, on: 2026-10-02, amount: 900}
        - {signed_in: Notion, users: 3}
        - {listed: Miro}
        """,
    )

    outside = [station for station in network.stations.values() if station.state == "outside"]

    assert [(each.id, each.neighbourhood, each.lines, each.notices) for each in outside] == [
        ("outside:figma", "design", (), ("not in the inventory", "EUR\u00a0900 a year")),
        ("outside:canva", "design", (), ("not in the inventory", "EUR\u00a0120 a year")),
        ("outside:notion", "it", (), ("not in the inventory", "people sign in: 3")),
    ]


def test_notices_are_findings_about_links_and_stations_have_their_own() -> None:
    network = mapped(drawn("forms -> automation", "crm -> automation", "crm -> erp", **LEAD))

    assert network.notices[0].startswith("A lead never reaches the CRM (The crm).")
    assert any("The automation" in notice for notice in network.stations["automation"].notices)


def test_no_station_has_track_to_more_others_than_a_map_has_directions() -> None:
    around = {f"form-{number:02}": "category: form-builder" for number in range(20)}

    network = mapped(drawn(*(f"{form} -> automation" for form in around), automation=LEAD["automation"], **around))

    assert len(network.tracks) == MOST_NEIGHBOURS
    assert len(network.stations) == MOST_NEIGHBOURS + 1
    assert len(dict(network.elsewhere)["web-ops"]) == 20 - MOST_NEIGHBOURS


def test_missing_track_finds_room_at_a_station_that_is_full() -> None:
    around = {f"form-{number:02}": "category: form-builder" for number in range(20)}
    stated = {"automation": LEAD["automation"], "crm": LEAD["crm"], **around}

    network = mapped(drawn(*(f"{form} -> automation" for form in around), **stated))

    assert "automation -> crm (missing)" in tracks(network)


def test_a_map_has_twelve_lines_at_most_and_journeys_come_first() -> None:
    ring = [f"s{number:02}" for number in range(14)]
    declared = "\n".join(
        f"  j{number:02}: {{systems: [{one}, {two}]}}" for number, (one, two) in enumerate(pairwise(ring))
    )
    named = "\n".join(f"  {system}: {{name: {system}}}" for system in ring)
    text = f"systems:\n{named}\n  c: {{name: C, category: crm}}\n  f: {{name: F, category: form-builder}}\n"

    network = mapped(stack_of(f"{text}journeys:\n{declared}\nintegrations: [{{from: f, to: c}}]\n"))

    assert [line.id for line in network.lines] == [f"j{number:02}" for number in range(MOST_LINES)]
    assert network.notices[0] == "j12 is not drawn: a line needs two systems, and a map has 12 lines at most."


def test_lines_stand_in_the_order_of_the_table() -> None:
    network = mapped(
        drawn(
            "ads -> analytics",
            "automation -> crm",
            ads="category: search-advertising",
            analytics="category: web-analytics",
            **LEAD,
        )
    )

    order = [purpose.id for purpose in PURPOSES]

    assert [line.id for line in network.lines] == sorted((line.id for line in network.lines), key=order.index)


def test_an_empty_inventory_has_an_empty_map() -> None:
    network = map_of("organization: {name: Nobody}")

    assert (network.title, network.lines, dict(network.stations), network.tracks, network.hub) == (
        "Nobody",
        (),
        {},
        (),
        "",
    )
