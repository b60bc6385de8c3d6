"""What holds for the map of any stack: the examples, and stacks as the benchmarks generate them."""

from __future__ import annotations

import importlib.util
import random
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from analysis.mapping.maps import lines, mapped
from stackaudit.analysis.mapping.lines import MOST_LINES
from stackaudit.analysis.mapping.links import is_mapped
from stackaudit.analysis.stack import Stack, build_stack
from stackaudit.model.transit import MOST_NEIGHBOURS, NEIGHBOURHOODS, STATIONS, TRACKS
from stackaudit.sources.catalogue import read_marks
from stackaudit.sources.evidence.finding import evidence_folders
from stackaudit.sources.evidence.reading import read_evidence
from stackaudit.sources.inventory import read_inventory, read_inventory_text
from stacks import TODAY, catalogue, thresholds

if TYPE_CHECKING:
    from types import ModuleType

    from stackaudit.model.transit import TransitNetwork

ROOT = Path(__file__).parents[3]
EXAMPLES = ("fjordline", "meltano", "minimal", "tidy", "two-stories/cio", "two-stories/cmo")
SIZES = (3, 10, 25, 45, 80)


@cache
def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", ROOT / "benchmarks" / "generate.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def generated(size: int) -> Stack:
    module = generator()
    text = module.organization() + module.document(size, 0, size, random.Random(size))  # noqa: S311 - reproducible
    return stack(text)


def stack(text: str) -> Stack:
    return build_stack(
        read_inventory_text("inventory.yaml", text, catalogue().categories), catalogue(), thresholds(), TODAY
    )


@cache
def example(name: str) -> Stack:
    folder = ROOT / "examples" / name
    seen = evidence_folders([folder])
    evidence = read_evidence(seen, read_marks().variables) if seen else None
    return build_stack(read_inventory([folder], catalogue().categories), catalogue(), thresholds(), TODAY, evidence)


@cache
def network(of: str | int) -> TransitNetwork:
    return mapped(example(of) if isinstance(of, str) else generated(of))


ALL = [*EXAMPLES, *SIZES]


@pytest.mark.parametrize("of", ALL)
def test_stations_and_track_speak_of_each_other(of: str | int) -> None:
    drawn = network(of)
    ends = defaultdict(set)
    for track in drawn.tracks:
        ends[track.start].add(track.line)
        ends[track.end].add(track.line)

    assert {name: set(station.lines) for name, station in drawn.stations.items() if station.lines} == ends
    assert {line for station in drawn.stations.values() for line in station.lines} == {line.id for line in drawn.lines}
    assert all(name == station.id for name, station in drawn.stations.items())
    assert drawn.hub == "" or drawn.hub in drawn.stations


@pytest.mark.parametrize("of", ALL)
def test_words_are_those_of_the_model(of: str | int) -> None:
    drawn = network(of)

    assert {track.state for track in drawn.tracks} <= TRACKS.keys()
    assert {station.state for station in drawn.stations.values()} <= STATIONS.keys()
    assert {station.neighbourhood for station in drawn.stations.values()} <= NEIGHBOURHOODS.keys()
    assert [place for place, _ in drawn.elsewhere] == [p for p in NEIGHBOURHOODS if p in dict(drawn.elsewhere)]


@pytest.mark.parametrize("of", ALL)
def test_a_map_can_be_drawn(of: str | int) -> None:
    drawn = network(of)
    beside = defaultdict(set)
    for track in drawn.tracks:
        beside[track.start].add(track.end)
        beside[track.end].add(track.start)

    assert len(drawn.lines) <= MOST_LINES
    assert all(len(stations) >= 2 for stations in lines(drawn).values())
    assert all(len(others) <= MOST_NEIGHBOURS for others in beside.values())
    assert all(track.start != track.end for track in drawn.tracks)
    once = Counter((track.line, *sorted((track.start, track.end))) for track in drawn.tracks)
    assert [track for track, times in once.items() if times > 1] == []
    assert len({line.badge for line in drawn.lines}) == len(drawn.lines)


@pytest.mark.parametrize("of", ALL)
def test_a_line_of_what_flows_is_a_tree(of: str | int) -> None:
    """Track that is missing or closed may close a ring; what flows makes none."""
    for line in network(of).lines:
        part: dict[str, str] = {}

        def top(station: str, part: dict[str, str] = part) -> str:
            while part.get(station, station) != station:
                station = part[station]
            return station

        for track in network(of).tracks:
            if track.line == line.id and track.state in ("open", "late", "by hand", "unknown"):
                assert top(track.start) != top(track.end), (line.id, track)
                part[top(track.start)] = top(track.end)


@pytest.mark.parametrize("of", ALL)
def test_every_system_in_use_is_on_the_map_or_named_beside_it(of: str | int) -> None:
    stack, drawn = example(of) if isinstance(of, str) else generated(of), network(of)

    named = sorted(name for _, names in drawn.elsewhere for name in names)

    assert named == sorted(system.name for system in stack.in_use if system.id not in drawn.stations)


@pytest.mark.parametrize("of", ALL)
def test_a_linked_system_is_on_a_line(of: str | int) -> None:
    """Unless all its neighbours have track in all directions; in no stack here that is so."""
    stack, drawn = example(of) if isinstance(of, str) else generated(of), network(of)
    linked = [
        system.id
        for system in stack.in_use
        if is_mapped(system)
        and any(
            is_mapped(stack.inventory.systems[other])
            for other in {*stack.graph.receivers(system.id), *stack.graph.senders(system.id)}
        )
    ]

    assert [system for system in linked if system not in drawn.stations] == []


@pytest.mark.parametrize("of", ["fjordline", 45])
def test_the_order_of_an_inventory_changes_nothing(of: str | int) -> None:
    whole = example(of) if isinstance(of, str) else generated(of)
    systems: dict[str, object] = {}
    flows: list[object] = []
    for document in whole.inventory.documents.values():
        assert isinstance(document.value, dict)
        systems |= document.value.get("systems", {})
        flows += document.value.get("integrations", [])
    turned = {"systems": dict(reversed(systems.items())), "integrations": flows[::-1]}

    one, other = (
        mapped(stack(yaml.safe_dump(sections, sort_keys=False)))
        for sections in ({"systems": systems, "integrations": flows}, turned)
    )

    assert one == other
    assert list(one.stations) == list(other.stations)


def test_another_system_leaves_the_other_lines_as_they_are() -> None:
    module = generator()
    text = module.organization() + module.document(45, 0, 45, random.Random(45))  # noqa: S311 - reproducible
    before = lines(mapped(stack(text)))

    more = text.replace("integrations:\n", "  newcomer: {name: Newcomer, category: chat}\nintegrations:\n", 1)
    after = lines(mapped(stack(f"{more}  - {{from: newcomer, to: system-000001}}\n")))

    assert [line for line in before if before[line] != [s for s in after.get(line, []) if s != "newcomer"]] == []


def test_fjordline_shows_where_its_story_breaks() -> None:
    drawn = network("fjordline")

    missing = [(track.line, track.start, track.end) for track in drawn.tracks if track.state == "missing"]

    assert missing == [
        ("lead-to-order", "automation", "crm"),
        ("campaigns", "events", "automation"),
        ("advertising", "video-ads", "analytics"),
        ("commerce", "shop-lille", "erp"),
        ("service", "helpdesk", "crm"),
    ]
    assert [(t.line, t.start, t.end) for t in drawn.tracks if t.state == "by hand"] == [
        ("campaigns", "crm", "automation")
    ]
    assert [(t.line, t.start, t.end) for t in drawn.tracks if t.state == "late"] == [
        ("advertising", "products", "search-ads")
    ]
    assert [(t.line, t.start, t.end) for t in drawn.tracks if t.state == "closed"] == [
        ("campaigns", "old-crm", "newsletter")
    ]
    assert drawn.hub == "crm"
    assert drawn.elsewhere == (("web-ops", ("Shopify",)), ("it", ("Ordrebok",)))
    outside = [station.name for station in drawn.stations.values() if station.state == "outside"]
    assert outside == ["Adobe", "Klaviyo", "ChatGPT", "Figma", "Canva", "LinkedIn Sales Navigator"]


def test_a_stack_in_order_has_no_track_but_open_one() -> None:
    assert {track.state for track in network("tidy").tracks} == {"open"}
    assert network("tidy").elsewhere == ()
