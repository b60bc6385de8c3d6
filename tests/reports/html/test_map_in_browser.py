"""The map in a real browser: lines are switched off, stations lead to their sheets, for everybody and on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from reports.html.opening import opened
from reports.html.pages import example_page, nasty_page
from reports.html.test_in_browser import AXE, MARKUP
from reports.nasty import NASTY, TAME

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("map")


@pytest.fixture
def page(browser: Browser, folder: Path) -> Iterator[Page]:
    """The page of the largest example with its map; a test that makes it do anything unasked fails."""
    with opened(browser, example_page("fjordline", with_map=True), folder) as (shown, did):
        yield shown
        assert did == []


def switch(page: Page, name: str) -> Any:
    return page.get_by_role("group", name="Lines of the map").get_by_role("checkbox", name=name)


def hidden(page: Page) -> list[str]:
    """The stations that the map does not show, by their ids."""
    keys: list[str] = page.evaluate("""[...document.querySelectorAll('#map g.system')]
        .filter((each) => !each.getClientRects().length).map((each) => each.dataset.key).sort()""")
    return keys


def drawn(page: Page) -> dict[str, int]:
    """How much of each line's own the map shows: track, badges and signs, without the lists below it."""
    counts: dict[str, int] = page.evaluate("""Object.fromEntries(
        [...document.querySelectorAll('#map [data-lines] input')].map(({value}) => [value,
            [...document.querySelectorAll(`#map g.town :is(g.line-${value}, .sign.line-${value})`)]
                .filter((each) => each.getClientRects().length).length]))""")
    return counts


def served_by(page: Page, *lines: str) -> list[str]:
    """The stations at which no line stops but these, by the table in words."""
    keys: list[str] = page.evaluate(
        """(lines) => {
        const stops = [...document.querySelectorAll('#map [data-stop]')];
        const names = (stop) => stop.closest('tr').querySelector('th').textContent;
        const other = new Set(stops.filter((stop) => !lines.some((line) => names(stop).includes(line)))
            .map((stop) => stop.dataset.stop));
        return [...new Set(stops.map((stop) => stop.dataset.stop))].filter((key) => !other.has(key)).sort();
    }""",
        list(lines),
    )
    return keys


def test_a_line_that_is_switched_off_takes_its_track_and_its_own_stations_with_it(page: Page) -> None:
    before = drawn(page)

    switch(page, "Campaigns").uncheck()

    assert drawn(page) == {**before, "1": 0}
    assert before["1"] > 2
    assert hidden(page) == served_by(page, "Campaigns")
    assert page.locator("[data-status=map-lines]").inner_text() == "11 of 12 lines shown"


def test_a_line_comes_back_as_it_was(page: Page) -> None:
    before = drawn(page)

    switch(page, "Campaigns").uncheck()
    switch(page, "Campaigns").check()

    assert (drawn(page), hidden(page)) == (before, [])
    assert page.locator("[data-status=map-lines]").inner_text() == "12 lines"


def test_an_interchange_goes_with_the_last_of_its_lines(page: Page) -> None:
    switch(page, "Campaigns").uncheck()
    first = hidden(page)
    switch(page, "Social").uncheck()

    assert set(served_by(page, "Campaigns", "Social")) - set(first)
    assert hidden(page) == served_by(page, "Campaigns", "Social")


def test_all_lines_go_and_come_with_a_button(page: Page) -> None:
    panel = page.get_by_role("group", name="Lines of the map")

    panel.get_by_role("button", name="No line").click()
    none = drawn(page)
    switch(page, "Service").check()
    one = [number for number, count in drawn(page).items() if count]
    panel.get_by_role("button", name="All lines").click()

    assert set(none.values()) == {0}
    assert one == ["7"]
    assert hidden(page) == []


def test_lines_are_switched_from_the_keyboard(page: Page) -> None:
    switch(page, "Lead to order").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")

    assert [number for number, count in drawn(page).items() if not count] == ["0", "1"]


def test_what_is_off_stays_off_while_findings_are_filtered_and_sheets_are_read(page: Page) -> None:
    switch(page, "Campaigns").uncheck()
    off = hidden(page)

    page.get_by_role("search", name="Findings").get_by_label("Severity").select_option("critical")
    page.locator("#map g.system[data-key=crm] .name").first.click()

    assert hidden(page) == off
    assert not switch(page, "Campaigns").is_checked()


def test_a_station_leads_to_its_sheet_and_back_leads_to_the_map(page: Page) -> None:
    page.locator("#map g.system[data-key=automation] .name").first.click()
    sheet = page.locator("#s-automation")
    there = sheet.evaluate("(sheet) => sheet.getBoundingClientRect().top < innerHeight")
    page.go_back()

    assert sheet.is_visible()
    assert there
    assert page.locator("#map g.system[data-key=automation]").evaluate(
        "(station) => { const {top, bottom} = station.getBoundingClientRect(); return 0 < bottom && top < innerHeight }"
    )


def test_a_station_finds_a_sheet_that_a_filter_hid(page: Page) -> None:
    page.get_by_role("search", name="Systems").get_by_label("Show").select_option("switched off")

    page.locator("#map g.system[data-key=automation] .name").first.click()

    assert page.locator("#s-automation").is_visible()


def test_a_tool_that_no_file_declares_leads_nowhere(page: Page) -> None:
    outside = page.locator("#map g.system[data-key^='outside:']").first

    outside.locator(".station").click()

    assert page.evaluate("location.hash") == ""
    assert outside.evaluate("(each) => getComputedStyle(each).cursor") == "auto"


def test_a_station_tells_its_name_lines_and_faults_to_those_who_point_at_it(page: Page) -> None:
    title = page.locator("#map g.system[data-key=automation] > title").text_content() or ""

    assert title.startswith("HubSpot Marketing Hub\nMarketing Ops. Lines: Lead to order, Campaigns, Social.")


def test_the_stops_in_words_lead_to_the_same_sheets(page: Page) -> None:
    page.get_by_text("The lines and their stops in words").click()

    page.locator("#map .stops a", has_text="HubSpot Marketing Hub").first.click()

    assert page.locator("#s-automation").is_visible()


def test_the_map_can_be_read_in_full_size(page: Page) -> None:
    button = page.get_by_role("button", name="Full size")
    fitted = scale(page)

    button.click()

    assert fitted < 1
    assert scale(page) == pytest.approx(1, abs=0.001)
    assert button.get_attribute("aria-pressed") == "true"
    assert page.evaluate("document.documentElement.scrollWidth") == 1400


def scale(page: Page) -> float:
    """How many pixels of the screen a pixel of the drawing takes."""
    ratio: float = page.locator("#map .drawing > svg").evaluate(
        "(svg) => svg.getBoundingClientRect().width / svg.viewBox.baseVal.width"
    )
    return ratio


def test_the_map_is_there_without_script_and_its_stops_are_links(browser: Browser, folder: Path) -> None:
    html = example_page("fjordline", with_map=True)
    with opened(browser, html, folder, java_script_enabled=False) as (page, did):
        page.get_by_text("The lines and their stops in words").click()
        page.locator("#map .stops a", has_text="HubSpot Marketing Hub").first.click()

        assert page.locator("#s-automation").is_visible()
        assert page.locator("#map .drawing > svg").is_visible()
        assert page.locator("#map button:visible, #map input:visible").count() == 0
        assert did == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_changes_nothing_of_the_drawing(browser: Browser, folder: Path, scheme: Any) -> None:
    html = example_page("fjordline", with_map=True)
    svg = html[html.index('<svg xmlns="http://www.w3.org/2000/svg" class="transit"') :]
    alone = f"<!doctype html><meta charset=utf-8>{svg[: svg.index('</svg>') + 6]}"
    with opened(browser, alone, folder, color_scheme=scheme) as (page, _):
        wanted = page.evaluate(_STYLES, "body > svg")
    with opened(browser, html, folder, color_scheme=scheme) as (page, _):
        found = page.evaluate(_STYLES, "#map .drawing > svg")

    assert len(wanted) > 200
    assert [pair for pair in zip(found, wanted, strict=True) if pair[0] != pair[1]] == []


_STYLES = """(root) => [...document.querySelectorAll(`${root} :is(path, circle, rect, text)`)].map((each) => {
  const {fill, stroke, strokeWidth, strokeDasharray, display, visibility, opacity, transform} = getComputedStyle(each);
  const {fontSize, fontWeight, fontFamily, letterSpacing, fontStyle, textAnchor} = getComputedStyle(each);
  return [each.localName, each.getAttribute("class"), fill, stroke, strokeWidth, strokeDasharray, display, visibility,
    opacity, transform, ...(each.localName === "text" ?
      [fontSize, fontWeight, fontFamily, letterSpacing, fontStyle, textAnchor] : [])].join(" | ");
})"""


@pytest.mark.parametrize(("scheme", "width"), [("light", 390), ("dark", 1400)])
def test_the_map_keeps_nobody_out(browser: Browser, folder: Path, scheme: Any, width: int) -> None:
    html = example_page("fjordline", with_map=True)
    size = {"width": width, "height": 900}
    with opened(browser, html, folder, color_scheme=scheme, viewport=size) as (page, did):
        switch(page, "Campaigns").uncheck()
        page.get_by_text("The lines and their stops in words").click()
        page.evaluate(AXE.read_text(encoding="utf-8"))

        found = page.evaluate("axe.run('#map', {resultTypes: ['violations']})")

        assert [
            (each["id"], each["impact"], [node["target"] for node in each["nodes"][:3]]) for each in found["violations"]
        ] == []
        assert page.evaluate("document.documentElement.scrollWidth") == width
        assert did == []


def test_paper_shows_the_map_whole_and_no_switches(page: Page) -> None:
    page.emulate_media(media="print")

    assert page.locator("#map [data-lines]:visible").count() == 0
    assert page.locator("#map .drawing").evaluate("(each) => each.scrollWidth <= each.clientWidth")


@pytest.mark.parametrize("name", [*(NASTY[word] for word in ("close-script", "attribute")), MARKUP])
def test_names_that_are_markup_do_nothing(browser: Browser, folder: Path, name: str) -> None:
    assert _shape(browser, folder, name) == _shape(browser, folder, TAME)


def _shape(browser: Browser, folder: Path, name: str) -> tuple[list[str], list[str]]:
    """The kinds of elements on the page without the drawing, whose text breaks into lines, and the kinds in that."""
    with opened(browser, nasty_page(name, with_map=True), folder) as (page, did):
        for box in page.locator("#map input").all():
            box.uncheck()
        page.get_by_role("button", name="All lines").click()
        page.locator("#map g.system[data-key=crm] .name").first.click()

        assert did == []
        found: tuple[list[str], list[str]] = page.evaluate("""[
            [...document.querySelectorAll("*:not(code, .drawing *)")].map((each) => each.localName + "." +
                each.className + " " + each.getAttributeNames().filter((name) =>
                !["open", "hidden", "aria-current", "aria-sort"].includes(name))),
            [...new Set([...document.querySelectorAll(".drawing *")].map((each) => each.localName + " " +
                each.getAttributeNames().filter((name) => name !== "textLength" && name !== "lengthAdjust")))].sort(),
        ]""")
        return found
