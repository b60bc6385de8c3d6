"""The page is one file that stands alone, and holds all that the briefing says."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

import pytest

from reports.html.pages import NAMES, example_page, nasty_page, page, read, shape, words
from reports.nasty import NASTY, TAME, unseen
from stackaudit.reports.ci.wording import shown


def checksum(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


@pytest.mark.parametrize("name", NAMES)
def test_a_page_lets_only_its_own_style_and_script_run(name: str) -> None:
    html = example_page(name)
    style, script = re.findall(r"<(?:style|script)>(.*?)</(?:style|script)>", html, re.DOTALL)

    policy = read(html).css_first("meta[http-equiv=Content-Security-Policy]").attributes["content"]

    assert policy == (
        f"default-src 'none'; style-src {checksum(style)}; script-src {checksum(script)}; "
        "base-uri 'none'; form-action 'none'"
    )


@pytest.mark.parametrize("name", NAMES)
def test_a_page_loads_nothing_and_leads_nowhere_else(name: str) -> None:
    tree = read(example_page(name))

    outward = [
        (each.tag, attribute, value)
        for each in tree.css("*")
        for attribute, value in each.attributes.items()
        if attribute in ("src", "srcset", "action", "style", "data", "poster", "background", "formaction", "ping")
        or attribute.startswith("on")
        or (attribute in ("href", "xlink:href") and not re.fullmatch(r"#[a-z0-9-]+", value or ""))
    ]

    assert outward == []
    assert {each.tag for each in tree.css("link, img, iframe, object, embed, form, base, image, use")} == set()


@pytest.mark.parametrize("name", [*NAMES, TAME])
def test_every_anchor_is_there_once_and_every_link_finds_one(name: str) -> None:
    tree = read(nasty_page(TAME) if name == TAME else example_page(name))

    anchors = [each.attributes["id"] for each in tree.css("[id]")]
    wanted = {(each.attributes["href"] or "").removeprefix("#") for each in tree.css("a[href]")}

    assert [each for each in anchors if anchors.count(each) > 1] == []
    assert wanted - set(anchors) == set()


def test_the_same_briefing_gives_the_same_bytes() -> None:
    first = example_page("fjordline")

    example_page.cache_clear()

    assert example_page("fjordline") == first


def test_a_page_of_forty_eight_systems_is_small_enough_for_mail() -> None:
    assert len(example_page("fjordline").encode()) < 450_000


def test_the_chapters_stand_in_the_order_in_which_they_are_told() -> None:
    tree = read(example_page("fjordline"))

    headings = [words(each) for each in tree.css("main > section > h2")]
    contents = [words(each) for each in tree.css(".contents a")]

    assert headings == [
        "Summary",
        "Scores",
        "Findings",
        "Spend",
        "Renewals",
        "Ownership",
        "Links to the CRM",
        "Systems",
        "Evidence",
        "Exceptions",
        "Open questions",
        "Method",
    ]
    assert contents == headings


def test_chapters_with_nothing_to_say_are_left_out() -> None:
    tree = read(page("organization: {name: Us}\nsystems: {}"))

    assert [words(each) for each in tree.css("main > section > h2")] == [
        "Summary",
        "Scores",
        "Findings",
        "Spend",
        "Ownership",
        "Systems",
        "Open questions",
        "Method",
    ]


def test_a_finding_says_what_to_do_where_and_for_whom() -> None:
    tree = read(example_page("fjordline"))

    row = tree.css_first("#finding-rows tr:nth-child(2)")

    assert [words(cell) for cell in row.css("td")] == [
        "high",
        (
            "HubSpot Marketing Hub was bought by marketing and IT has not agreed to it. "
            "Ask IT to review it, then name them under bought.approved_by ; or retire it. "
            "HubSpot Marketing Hub · shadow-it/bought-without-it · systems/marketing.yaml:8:15 "
            "no approved_by from a team on the IT side"
        ),
        "shadow-it",
        "marketing",
        "48 000",
    ]


def test_a_system_tells_its_facts_with_their_lines_and_what_follows_from_them() -> None:
    tree = read(
        page("""
            organization: {currency: EUR}
            systems:
              mailer:
                name: Our mailer
                hosting: saas
                cost:
                  annual: 1200
                  seats: 12
                  seats_used: 9
                security: {sso: false, reviewed: false, encrypted: []}
        """)
    )

    told = words(tree.css_first(".sheet .facts"))

    assert told == (
        "General lifecycle live assumed hosting saas :6 "
        "Cost :7\N{EN DASH}10 annual EUR 1 200 seats 12 seats used 9 seats unused = 3 "
        "unused a year = EUR 300 "
        "Security :11 sso no encrypted none reviewed never"
    )


def test_a_sheet_tells_its_findings_by_severity_without_its_own_name() -> None:
    sheet = next(each for each in read(example_page("fjordline")).css(".sheet") if each.css_first("#s-automation"))

    (found, *_) = sheet.css("dl")
    told = [(each.tag, words(each)) for each in found.css("dt, dd")][:5]

    assert told == [
        ("dt", "critical"),
        (
            "dd",
            "A lead never reaches the CRM (Salesforce Sales Cloud). The last station that it reaches is automati…",
        ),
        ("dt", "high"),
        ("dd", "… was bought by marketing and IT has not agreed to it."),
        ("dd", "… is paid outside purchasing (card)."),
    ]


def test_rules_that_wait_for_a_fact_stand_once_and_again_where_fewer_wait() -> None:
    tree = read(
        page("""
            systems:
              mailer: {name: Our mailer, lifecycle: live, category: email-marketing, data: {categories: [contact]}}
              wiki: {name: Our wiki, lifecycle: live, category: billing}
        """)
    )

    rules = {words(row.css_first("th")): words(row.css_first("td:last-child")) for row in tree.css(".wanted tbody tr")}
    told = {words(each.css_first("h3")): [words(li) for li in each.css(".wants li")] for each in tree.css(".sheet")}

    assert rules["integrations"] == (
        "integration/island, integration/lead-path-broken, integration/ring-of-syncs, privacy/personal-data-flows-on"
    )
    assert told["Our wiki"][:3] == ["data.categories", "data.subjects", "bought.by"]
    assert "inventory: integrations integration/island" in told["Our wiki"]


@pytest.mark.parametrize("word", NASTY)
def test_a_nasty_name_changes_nothing_but_the_words(word: str) -> None:
    html = nasty_page(NASTY[word])

    assert shape(html) == shape(nasty_page(TAME))
    assert unseen(html) == []


@pytest.mark.parametrize("word", NASTY)
def test_a_nasty_name_shows_as_it_is(word: str) -> None:
    name = shown(NASTY[word])

    tree = read(nasty_page(NASTY[word]))

    assert tree.css_first("h1").text() == name
    assert shown(f"{NASTY[word]} crm") in {each.text() for each in tree.css("summary h3")}


def test_ids_that_only_differ_in_signs_have_anchors_of_their_own() -> None:
    tree = read(page("systems: {a_b: {name: One}, a-b: {name: Two}, a.b: {name: Three}}"))

    assert {words(each.css_first("h3")): each.css_first("div[id]").id for each in tree.css(".sheet")} == {
        "One": "s-a-b-3",
        "Three": "s-a-b-2",
        "Two": "s-a-b",
    }
