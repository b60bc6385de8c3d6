"""The drawing as SVG: what readers, browsers and scripts find in it."""

from __future__ import annotations

import re

import pytest
from defusedxml.ElementTree import fromstring

from drawing.measuring import measured, overlaps
from drawing.nasty_maps import nasty_map
from drawing.networks import network
from reports.nasty import NASTY
from stackaudit.drawing.composing import compose
from stackaudit.drawing.svg import map_svg
from stackaudit.model.transit import TransitNetwork

SVG = "{http://www.w3.org/2000/svg}"


def drawn(town: TransitNetwork, theme: str = "light") -> str:
    return map_svg(compose(town).drawing, theme)


def titles(svg: str, kind: str) -> list[str]:
    groups = (group for group in fromstring(svg).iter(f"{SVG}g") if kind in group.get("class", "").split())
    return [group.findtext(f"{SVG}title", "") for group in groups]


@pytest.mark.parametrize("word", NASTY)
def test_text_from_strangers_stays_text(word: str) -> None:
    svg = map_svg(nasty_map(word).drawing)

    root = fromstring(svg)
    tags = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert tags <= {"svg", "title", "desc", "style", "rect", "g", "path", "circle", "text"}
    assert {
        name for element in root.iter() for name in element.attrib if name.startswith("on") or "href" in name
    } == set()
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]", svg)
    assert overlaps(measured(svg)) == []


def test_each_line_can_be_switched_off_by_its_class() -> None:
    svg = drawn(network("A: web - crm", "B: crm - erp"))

    groups = [group for group in fromstring(svg).iter(f"{SVG}g") if group.get("class", "").startswith("line ")]
    assert [(group.get("class"), group.get("data-key")) for group in groups] == [
        ("line line-0", "a"),
        ("line line-1", "b"),
    ]


def test_stations_and_track_say_what_they_are() -> None:
    town = network("A: web =by hand= crm", hub="crm", crm="sales closing")

    svg = drawn(town)

    assert titles(svg, "system") == [
        "Web\nWeb Ops. Lines: Line A.",
        "Crm, the master record of the customer\nSales. Lines: Line A. Being retired.",
    ]
    assert titles(svg, "link") == ["Line A: Web → Crm\nSomebody carries the data: a bus replaces the train."]


def test_a_screen_reader_hears_every_line_with_its_stops() -> None:
    root = fromstring(drawn(network("A: web - crm", "B: crm - erp", hub="crm")))

    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "transit-title transit-about"
    assert root.findtext(f"{SVG}title") == "A small town"
    assert root.findtext(f"{SVG}desc") == (
        "A transit map of 3 systems on 2 lines. The hub is Crm. Line A, Line A: Web, Crm. Line B, Line B: Crm, Erp."
    )


@pytest.mark.parametrize(
    ("state", "role"),
    [("missing", "missing"), ("unknown", "unknown"), ("closed", "closed"), ("by hand", "by-hand"), ("late", "late")],
)
def test_track_has_the_class_of_its_state(state: str, role: str) -> None:
    svg = drawn(network(f"A: web ={state}= crm"))

    assert f'class="track line-0 {role}"' in svg


def test_what_is_outside_stands_in_the_south_of_a_dashed_border() -> None:
    svg = drawn(network("A: web - crm", dropbox="it outside"))

    border = next(each for each in fromstring(svg).iter(f"{SVG}rect") if each.get("class") == "fare-zone")
    south = float(border.get("y")) + float(border.get("height"))
    stations = measured(svg).stations
    assert stations["dropbox"][1] > south
    assert max(stations["web"][3], stations["crm"][3]) < south
    assert ">Outside the fare zone</text>" in svg
    assert ">shown by evidence, not declared</text>" in svg


def test_where_nothing_is_outside_there_is_no_border() -> None:
    assert 'class="fare-zone"' not in drawn(network("A: web - crm"))


def test_the_dark_theme_differs_in_its_style_sheet_only() -> None:
    style = re.compile("<style>.*</style>")
    light, dark = (drawn(network("A: web - crm"), theme) for theme in ("light", "dark"))

    assert light != dark
    assert style.sub("", light) == style.sub("", dark)


def test_the_reader_s_own_theme_has_both() -> None:
    light, dark, both = (drawn(network("A: web - crm"), theme) for theme in ("light", "dark", "auto"))

    rules = [re.search("<style>(.*)</style>", svg)[1] for svg in (light, dark, both)]
    assert rules[2] == f"{rules[0]}@media (prefers-color-scheme:dark){{{rules[1]}}}"


def test_a_network_without_stations_is_an_empty_page() -> None:
    svg = drawn(TransitNetwork("Nothing yet", (), {}, (), "", (), ()))

    assert measured(svg).stations == {}
    assert ">Nothing yet</text>" in svg
