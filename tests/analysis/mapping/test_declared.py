"""Journeys that an inventory declares, as lines."""

from __future__ import annotations

import pytest

from analysis.mapping.maps import map_of, tracks
from stackaudit.analysis.mapping.declared import badge_of
from stackaudit.model.transit import MapLine

SYSTEMS = """
systems:
  web: {name: Web, category: cms}
  automation: {name: Automation, category: marketing-automation}
  crm: {name: CRM, category: crm}
  erp: {name: ERP, category: erp}
"""
FLOWS = """
integrations:
  - {from: web, to: automation, method: api, data: [contact]}
  - {from: crm, to: automation, method: file}
  - {from: crm, to: erp, method: manual}
"""


def test_a_journey_is_a_line_in_its_order_with_what_is_missing_in_that_direction() -> None:
    network = map_of(f"""{SYSTEMS}{FLOWS}
journeys:
  lead-to-order: {{name: From click to cash, description: How we sell., systems: [web, automation, crm, erp]}}
""")

    assert network.lines[0] == MapLine("lead-to-order", "FC", "From click to cash", "How we sell.", declared=True)
    assert tracks(network, "lead-to-order") == [
        "automation -> crm (missing)",
        "web -> automation",
        "crm -> erp (by hand)",
    ]
    assert [track.note for track in network.tracks if track.state == "missing"] == ["data flows the other way only"]


def test_a_journey_wins_over_the_derived_line_of_the_same_purpose() -> None:
    network = map_of(f"{SYSTEMS}{FLOWS}journeys: {{lead-to-order: {{systems: [crm, erp]}}}}")

    assert [line.id for line in network.lines] == ["lead-to-order"]
    assert "crm -> erp (by hand)" in tracks(network)


def test_a_system_that_is_linked_with_a_journey_alone_is_a_branch_of_it() -> None:
    network = map_of(f"{SYSTEMS}{FLOWS}journeys: {{lead-to-order: {{systems: [crm, erp]}}}}")

    assert tracks(network, "lead-to-order") == [
        "crm -> automation (by hand)",
        "web -> automation",
        "crm -> erp (by hand)",
    ]


def test_a_journey_wins_over_a_derived_line_that_serves_no_other_system() -> None:
    flows = "integrations: [{from: automation, to: crm}, {from: crm, to: erp}]"

    network = map_of(f"{SYSTEMS}{flows}\njourneys: {{sale: {{name: Sale, systems: [web, automation, crm, erp]}}}}")

    assert [line.id for line in network.lines] == ["sale"]


def test_a_journey_passes_over_a_platform_that_is_no_stop_of_it() -> None:
    network = map_of("""
systems:
  web: {name: Web}
  hub: {name: Hub, category: ipaas}
  crm: {name: CRM}
integrations: [{from: web, to: crm, via: hub}]
journeys: {lead: {systems: [web, crm]}}
""")

    assert tracks(network, "lead") == ["hub -> crm", "web -> hub"]


def test_without_integrations_nothing_is_known_of_its_track() -> None:
    network = map_of(f"{SYSTEMS}\njourneys: {{sale: {{systems: [web, crm]}}}}")

    assert tracks(network, "sale") == ["web -> crm (unknown)"]


def test_a_retired_system_on_a_journey_is_a_closed_station() -> None:
    network = map_of("""
systems: {web: {name: Web}, old: {name: Old, lifecycle: retired}}
integrations: [{from: web, to: old}]
journeys: {lead: {systems: [web, old]}}
""")

    assert tracks(network, "lead") == ["web -> old (closed)"]
    assert network.tracks[0].note == "Old is retired"
    assert network.stations["old"].state == "closed"


def test_a_copy_for_tests_is_a_stop_where_a_journey_names_it() -> None:
    network = map_of("""
systems: {web: {name: Web, environment: staging}, crm: {name: CRM}}
integrations: [{from: web, to: crm}]
journeys: {lead: {systems: [web, crm]}}
""")

    assert tracks(network, "lead") == ["web -> crm"]


@pytest.mark.parametrize("systems", ["[]", "[web]", "[web, web]", "unknown", "[web, nobody, TBD]"])
def test_a_journey_of_less_than_two_systems_is_told_and_not_drawn(systems: str) -> None:
    network = map_of(f"{SYSTEMS}\nintegrations: []\njourneys: {{walk: {{name: A walk, systems: {systems}}}}}")

    assert [line.id for line in network.lines if line.declared] == []
    assert network.notices[0] == "A walk is not drawn: a line needs two systems, and a map has 12 lines at most."


@pytest.mark.parametrize(
    ("name", "taken", "badge"),
    [
        ("Lead to order", (), "LT"),
        ("Sale", (), "S"),
        ("Sale", ("S",), "SA"),
        ("Sale", ("S", "SA", "SL", "SE"), "J1"),
        ("Übersee (neu)", (), "ÜN"),
        ("漢字", (), "漢"),
        ("ßeta", (), "S"),
        ("<script>", (), "S"),
        ("!!!", (), "J1"),
        ("\u0301\u202e", (), "J1"),
    ],
)
def test_a_badge_is_made_of_the_name_and_no_other_line_has_it(name: str, taken: tuple[str, ...], badge: str) -> None:
    assert badge_of(name, taken) == badge
