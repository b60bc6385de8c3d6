"""The map in the page: nothing of it runs, loads or clashes, and its lines are told in words."""

from __future__ import annotations

import re

import pytest

from reports.brief.briefings import nasty_briefing
from reports.html.pages import example_page, nasty_page, read, shape, words
from reports.html.test_report import checksum
from reports.maps import nasty_network, stack_map
from reports.nasty import NASTY, TAME, unseen
from stackaudit.model.transit import TransitNetwork
from stackaudit.reports.html.report import html_report

DRAWN = {
    "circle": {"class", "cx", "cy", "r"},
    "desc": {"id"},
    "g": {"class", "data-key"},
    "path": {"class", "d"},
    "rect": {"class", "height", "rx", "width", "x", "y"},
    "style": set[str](),
    "svg": {"aria-labelledby", "class", "font-family", "height", "role", "viewBox", "width", "xmlns"},
    "text": {"class", "font-size", "font-weight", "lengthAdjust", "textLength", "x", "y"},
    "title": {"id"},
}
"""What a drawing is made of; `aria-describedby` may join."""


def around(html: str) -> str:
    """The page without its drawing."""
    tree = read(html)
    tree.css_first(".drawing").decompose()
    return str(tree.html)


def test_the_policy_lets_the_style_of_the_map_apply_and_nothing_else() -> None:
    html = example_page("tidy", with_map=True)
    page_style, map_style = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    (script,) = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)

    policy = read(html).css_first("meta[http-equiv=Content-Security-Policy]").attributes["content"]

    assert policy == (
        f"default-src 'none'; style-src {checksum(page_style)} {checksum(map_style)}; script-src {checksum(script)}; "
        "base-uri 'none'; form-action 'none'"
    )


def test_every_rule_of_the_map_applies_to_the_map_only() -> None:
    style = stack_map(nasty_network(TAME)).style

    rules = re.findall(r"([^{}]+)\{[^{}]*\}", style.replace("@media (prefers-color-scheme:dark){", ""))

    assert len(rules) > 50
    assert [rule for rule in rules if not re.match(r"\.transit \.[\w.-]+$|@media ", rule)] == []


def test_every_anchor_is_there_once_and_every_link_finds_one() -> None:
    tree = read(example_page("fjordline", with_map=True))

    anchors = [each.attributes["id"] for each in tree.css("[id]")]
    wanted = {(each.attributes["href"] or "").removeprefix("#") for each in tree.css("a[href]")}

    assert [each for each in anchors if anchors.count(each) > 1] == []
    assert wanted - set(anchors) == set()


def test_the_map_is_a_chapter_after_the_summary() -> None:
    tree = read(example_page("tidy", with_map=True))

    headings = [words(each) for each in tree.css("main > section > h2")]

    assert headings[:3] == ["Summary", "Map", "Scores"]
    assert [words(each) for each in tree.css(".contents a")] == headings


def test_the_table_tells_each_line_with_its_stops_and_what_is_out_of_order() -> None:
    tree = read(nasty_page(TAME, with_map=True))

    rows = [[words(cell) for cell in row.css("th, td")] for row in tree.css(".stops tbody tr")]

    assert rows == [
        ["tam tame tame", "tame crm , tame mail , tame", "1", "1", ""],
        ["CA Campaigns Speaking to people.", "tame crm , tame desk , tame old", "", "", "1"],
    ]
    assert [each.attributes["href"] for each in tree.css(".stops a")] == [
        "#s-crm",
        "#s-mail",
        "#s-letter",
        "#s-crm",
        "#s-desk",
        "#s-old",
    ]


def test_every_stop_in_words_is_a_station_of_the_drawing() -> None:
    tree = read(example_page("fjordline", with_map=True))

    drawn = {each.attributes["data-key"] for each in tree.css(".drawing g.system")}
    told = {each.attributes["data-stop"] for each in tree.css(".stops [data-stop]")}

    assert told <= drawn
    assert {key for key in drawn - told if not str(key).startswith("outside:")} == set()


def test_a_map_without_lines_has_no_switches() -> None:
    station = nasty_network(TAME).stations["crm"]._replace(lines=())
    network = TransitNetwork("Us", (), {"crm": station}, (), "crm", (), ())

    tree = read(html_report(nasty_briefing(TAME), stack_map(network)))

    assert words(tree.css_first("#map h2")) == "Map"
    assert tree.css("#map input, #map table, #map details") == []


@pytest.mark.parametrize("word", NASTY)
def test_a_nasty_name_changes_nothing_but_the_words(word: str) -> None:
    html = nasty_page(NASTY[word], with_map=True)

    drawing = read(html).css_first(".drawing > svg")

    assert shape(around(html)) == shape(around(nasty_page(TAME, with_map=True)))
    assert unseen(html) == []
    assert {
        (each.tag, attribute)
        for each in [drawing, *drawing.css("*")]
        for attribute in each.attributes
        if attribute.lower() not in {name.lower() for name in DRAWN.get(each.tag, ())}
    } - {("svg", "aria-describedby")} == set()
    assert {each.tag for each in drawing.css("*")} <= DRAWN.keys()


def test_a_page_of_forty_eight_systems_with_its_map_is_small_enough_for_mail() -> None:
    assert len(example_page("fjordline", with_map=True).encode()) < 600_000
