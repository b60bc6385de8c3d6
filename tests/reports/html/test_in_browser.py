"""The page in a real browser: reading, searching, sorting, printing, with and without script, for everybody."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from reports.html.opening import opened
from reports.html.pages import example_page, nasty_page
from reports.nasty import NASTY, TAME

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

AXE = Path(__file__).parents[2] / "official" / "axe.min.js"
ROWS = "#finding-rows > tr"
FINDINGS = '[data-filters="finding-rows"]'
MARKUP = " ".join(
    NASTY[word] for word in "script image attribute-single comment cdata entity svg style link scheme details".split()
)
WORST = ["info", "low", "medium", "high", "critical"]
STATUS = '[data-status="finding-rows"]'


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("page")


@pytest.fixture
def page(browser: Browser, folder: Path) -> Iterator[Page]:
    """The page of the largest example; a test that makes it do anything unasked fails."""
    with opened(browser, example_page("fjordline"), folder) as (shown, did):
        yield shown
        assert did == []


def shown_rows(page: Page) -> list[str]:
    return page.locator(f"{ROWS}:visible > td p:first-child").all_text_contents()


def settled(page: Page, says: str) -> None:
    """Waits until the count of shown rows says something, which is when a search is done."""
    page.wait_for_function(
        "([status, says]) => document.querySelector(status).textContent.startsWith(says)", arg=[STATUS, says]
    )


def column(page: Page, number: int) -> list[str]:
    """The cells of a column of the findings, as they sort."""
    cells: list[str] = page.evaluate(
        "([rows, at]) => [...document.querySelectorAll(rows)].map("
        "(row) => row.cells[at].dataset.value ?? row.cells[at].textContent.trim().toLowerCase())",
        [ROWS, number],
    )
    return cells


def test_a_search_shows_the_rows_with_all_of_its_words(page: Page) -> None:
    page.get_by_role("search", name="Findings").get_by_label("Search").fill("typeform EXPENSE")
    settled(page, "1 of 129")

    assert shown_rows(page) == ["Typeform is paid outside purchasing (expense)."]


def test_a_search_says_how_many_it_found_to_those_who_do_not_see(page: Page) -> None:
    page.get_by_role("search", name="Findings").get_by_label("Search").fill("nothing like this")
    settled(page, "0 of 129")

    assert page.locator(STATUS).get_attribute("role") == "status"
    assert page.locator(STATUS).inner_text() == "0 of 129 findings shown"


@pytest.mark.parametrize(
    ("facet", "choice", "column_number", "expected"),
    [
        ("Severity", "critical", 0, {"critical"}),
        ("Theme", "duplicates", 2, {"duplicates"}),
        ("Side or team", "stores", 3, None),
    ],
)
def test_a_filter_shows_what_was_chosen(
    page: Page, facet: str, choice: str, column_number: int, expected: set[str] | None
) -> None:
    page.get_by_role("search", name="Findings").get_by_label(facet).select_option(choice)

    cells = page.locator(f"{ROWS}:visible > :nth-child({column_number + 1})").all_inner_texts()
    assert cells
    assert all(cell in expected if expected else choice in cell for cell in cells)
    assert page.locator(STATUS).inner_text() == f"{len(cells)} of 129 findings shown"


def test_filters_hold_together_and_clear_at_once(page: Page) -> None:
    panel = page.get_by_role("search", name="Findings")
    panel.get_by_label("Severity").select_option("high")
    panel.get_by_label("Theme").select_option("security")
    both = page.locator(f"{ROWS}:visible > :first-child").all_inner_texts()

    panel.get_by_role("button", name="Clear").click()

    assert set(both) == {"high"}
    assert len(shown_rows(page)) == 129
    assert page.locator(STATUS).inner_text() == "129 findings"


@pytest.mark.parametrize(
    ("number", "heading", "first", "figures"),
    [
        (0, "Severity", "ascending", True),
        (1, "Finding", "ascending", False),
        (2, "Theme", "ascending", False),
        (3, "Team", "ascending", False),
        (4, "EUR a year", "descending", True),
    ],
)
def test_each_column_sorts_both_ways(page: Page, number: int, heading: str, first: str, figures: bool) -> None:
    table = page.locator("table.findings")
    before = sorted(column(page, number))
    other = {"ascending": "descending", "descending": "ascending"}[first]

    for way in (first, other):
        table.get_by_role("button", name=heading, exact=True).click()
        cells = column(page, number)

        assert sorted(cells) == before
        assert table.locator("th[aria-sort]").all_inner_texts() == [heading]
        assert table.locator("th[aria-sort]").get_attribute("aria-sort") == way
        assert page.locator(STATUS).inner_text() == f"129 findings, sorted by {heading.lower()}, {way}"
        if figures:
            values = [WORST.index(cell) if cell in WORST else float(cell.replace("\u00a0", "") or -1) for cell in cells]
            assert values == sorted(values, reverse=way == "descending")
        else:
            assert cells == in_order(page, cells, way)


def in_order(page: Page, cells: list[str], way: str) -> list[str]:
    """The cells as the language orders them, those without text last."""
    full = [cell for cell in cells if cell]
    ordered: list[str] = page.evaluate(
        "(cells) => cells.sort(new Intl.Collator('en', {numeric: true}).compare)", sorted(full)
    )
    return (ordered if way == "ascending" else ordered[::-1]) + [""] * (len(cells) - len(full))


def test_sorting_keeps_what_a_filter_hid_hidden(page: Page) -> None:
    page.get_by_role("search", name="Findings").get_by_label("Severity").select_option("low")
    count = len(shown_rows(page))

    page.locator("table.findings").get_by_role("button", name="Team", exact=True).click()

    assert len(shown_rows(page)) == count
    assert page.locator(STATUS).inner_text() == f"{count} of 129 findings shown, sorted by team, ascending"


def test_everything_works_from_the_keyboard(page: Page) -> None:
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    in_main = page.evaluate("document.activeElement.id")
    page.locator(FINDINGS).get_by_label("Search").focus()
    page.keyboard.type("consent")
    settled(page, "")
    page.wait_for_function("(rows) => document.querySelector(rows + '[hidden]')", arg=ROWS)
    page.keyboard.press("Escape")
    all_back = len(shown_rows(page))
    page.locator("table.findings").get_by_role("button", name="Theme", exact=True).focus()
    page.keyboard.press("Enter")
    page.locator("details.sheet > summary").first.focus()
    page.keyboard.press("Enter")

    assert in_main == "main"
    assert all_back == 129
    assert page.locator("table.findings th[aria-sort]").all_inner_texts() == ["Theme"]
    assert page.locator("details.sheet").first.get_attribute("open") == ""


def test_a_link_opens_the_sheet_that_it_leads_to(page: Page) -> None:
    page.locator(f"{ROWS} a[href='#s-automation']").first.click()

    assert page.locator("#s-automation").is_visible()
    assert page.locator("#s-automation").evaluate("(sheet) => sheet.getBoundingClientRect().top < innerHeight")


def test_a_link_finds_a_row_that_a_filter_hid(page: Page) -> None:
    page.goto(f"{page.url}#s-automation")
    page.get_by_role("search", name="Findings").get_by_label("Theme").select_option("governance")
    link = page.locator("#s-automation a[href^='#f-']").first
    row = page.locator(link.get_attribute("href") or "")
    hidden = row.is_hidden()

    link.click()

    assert hidden
    assert row.is_visible()
    assert page.locator(STATUS).inner_text() == "129 findings"


def test_systems_can_be_searched_ordered_and_opened(page: Page) -> None:
    panel = page.get_by_role("search", name="Systems")
    panel.get_by_label("Order").select_option("most findings")
    most = page.locator("details.sheet h3").first.text_content()
    panel.get_by_label("Show").select_option("switched off")
    panel.get_by_role("button", name="Open all").click()

    shown = page.locator("details.sheet:visible")
    assert most == "HubSpot Marketing Hub"
    assert sorted(shown.locator("h3").all_text_contents()) == ["Brandwatch", "Pipedrive"]
    assert page.locator("details.sheet[open]").count() == 2


def test_evidence_can_be_filtered_by_standing(page: Page) -> None:
    options = page.get_by_role("search", name="Evidence").get_by_label("Standing")

    options.select_option("unseen: declared, and shown by nothing that should show it")

    assert set(page.locator("#tool-rows > tr:visible > td:nth-child(2)").all_inner_texts()) == {"unseen"}


def test_all_is_there_to_read_without_script(browser: Browser, folder: Path) -> None:
    with opened(browser, example_page("fjordline"), folder, java_script_enabled=False) as (page, did):
        page.locator("details.sheet summary", has_text="HubSpot Marketing Hub").click()

        assert len(page.locator(f"{ROWS}:visible").all()) == 129
        assert page.locator("#s-automation").is_visible()
        assert page.locator("button:visible, input:visible, select:visible").count() == 0
        assert did == []


def test_a_link_opens_the_sheet_without_script(browser: Browser, folder: Path) -> None:
    with opened(browser, example_page("fjordline"), folder, java_script_enabled=False) as (page, _):
        page.locator(f"{ROWS} a[href='#s-automation']").first.click()

        assert page.locator("#s-automation").is_visible()


@pytest.mark.parametrize("script", [True, False])
def test_paper_shows_every_sheet_and_no_controls(browser: Browser, folder: Path, script: bool) -> None:
    with opened(browser, example_page("minimal"), folder, java_script_enabled=script) as (page, did):
        printed = page.pdf(prefer_css_page_size=True)
        page.emulate_media(media="print")

        sheets = page.locator("details.sheet > div").all()
        assert printed.startswith(b"%PDF")
        assert sheets
        assert [sheet.bounding_box() is not None for sheet in sheets] == [True] * len(sheets)
        assert page.locator("nav:visible, [role=search]:visible, button:focus").count() == 0
        assert did == []


def test_after_printing_the_sheets_are_closed_again(page: Page) -> None:
    page.pdf()

    assert page.locator("details[open]").count() == 0


@pytest.mark.parametrize(("scheme", "width"), [("light", 390), ("dark", 1400)])
def test_nothing_keeps_anybody_out(browser: Browser, folder: Path, scheme: Any, width: int) -> None:
    size = {"width": width, "height": 900}
    with opened(browser, example_page("fjordline"), folder, color_scheme=scheme, viewport=size) as (page, did):
        page.locator('[data-filters="system-sheets"] [data-words]').fill("hubspot")
        page.wait_for_function("() => document.querySelector('details.sheet[hidden]')")
        page.locator("[data-open=open]").click()
        page.evaluate(AXE.read_text(encoding="utf-8"))

        found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")

        assert [
            (each["id"], each["impact"], [node["target"] for node in each["nodes"][:3]]) for each in found["violations"]
        ] == []
        assert did == []


def test_a_telephone_scrolls_up_and_down_only(browser: Browser, folder: Path) -> None:
    with opened(browser, example_page("fjordline"), folder, viewport={"width": 390, "height": 844}) as (page, _):
        page.locator("[data-open=open]").click()

        assert page.evaluate("document.documentElement.scrollWidth") == 390


@pytest.mark.parametrize("name", [*(NASTY[word] for word in ("close-script", "attribute")), MARKUP])
def test_names_that_are_markup_do_nothing(browser: Browser, folder: Path, name: str) -> None:
    with opened(browser, nasty_page(TAME), folder) as (page, _):
        tame = page.evaluate(_SHAPE)
    with opened(browser, nasty_page(name), folder) as (page, did):
        page.locator("[data-open=open]").click()
        page.locator(FINDINGS).get_by_label("Search").fill(name[:20])
        page.wait_for_timeout(120)

        assert page.evaluate(_SHAPE) == tame
        assert did == []


_SHAPE = """[...document.querySelectorAll("*:not(code)")].map((each) =>
  each.localName + "." + each.className + " " + each.getAttributeNames().filter((name) =>
  !["open", "hidden", "aria-current", "aria-sort"].includes(name)))"""
