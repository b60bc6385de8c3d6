"""Website snapshots as evidence: one trace for each mark, with its pages, its container and its line."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stackaudit.model.problems import Problems
from stackaudit.model.websites import Container, DnsRecord, DnsSnapshot, Marks, Page, WebsiteSnapshot
from stackaudit.sources.evidence.dns_snapshots import DNS_SNAPSHOT
from stackaudit.sources.evidence.har import HAR
from stackaudit.sources.evidence.html_pages import HTML_PAGE
from stackaudit.sources.evidence.reader import Content
from stackaudit.sources.evidence.website_snapshots import WEBSITE_SNAPSHOT
from stackaudit.sources.websites.snapshots import dns_text, website_text

if TYPE_CHECKING:
    from stackaudit.sources.evidence.reader import Reader

NAME = "evidence/website-www.shop.example.json"
GTM = "www.googletagmanager.com"
SHOP = WebsiteSnapshot(
    "www.shop.example",
    date(2026, 11, 22),
    (
        Page("https://www.shop.example/", 200, Marks(("cdn.shop.example", GTM), ("_ga",)), ("GTM-AAAA", "GTM-BBBB")),
        Page("https://www.shop.example/b", 200, Marks((GTM, "js.vendor.com"), ("_ga",), ("fbq",)), ("GTM-BBBB",)),
    ),
    (
        Container("GTM-AAAA", Marks(("js.vendor.com", "px.vendor.com"), (), ("fbq", "uetq"))),
        Container("GTM-BBBB", Marks(("px.vendor.com", "snap.licdn.com"))),
    ),
    (("https://www.shop.example/c", "the answer was 404"),),
)


def content(text: str) -> Content:
    return Content(NAME, ".json", text)


def test_each_mark_is_one_trace_with_its_pages_and_what_brings_it() -> None:
    text = website_text(SHOP)
    lines = text.splitlines()

    reading = WEBSITE_SNAPSHOT.read(content(text))

    assert [(t.mark, t.text, t.times, t.via) for t in reading.traces] == [
        ("host", GTM, 2, ""),
        ("cookie", "_ga", 2, ""),
        ("host", "js.vendor.com", 1, ""),
        ("variable", "fbq", 1, ""),
        ("host", "px.vendor.com", 1, "GTM-AAAA"),
        ("variable", "uetq", 1, "GTM-AAAA"),
        ("host", "snap.licdn.com", 2, "GTM-BBBB"),
    ]
    assert {(t.kind, t.site, t.on) for t in reading.traces} == {("tag", "www.shop.example", date(2026, 11, 22))}
    assert [lines[t.place.line - 1].strip(' ",') for t in reading.traces] == [t.text for t in reading.traces]
    assert (reading.rows, reading.skipped) == (8, 1)
    assert reading.notes == ("addresses that the collector left out: 1",)


def test_names_that_are_no_names_are_left_aside() -> None:
    marks = Marks(("EVIL\x1b[2J.com", "a b", "", "Upper.com"), ("\x1b[31m", "a=b"), ("x" * 101,))
    text = website_text(SHOP._replace(pages=(Page("https://www.shop.example/", 200, marks),), containers=()))

    reading = WEBSITE_SNAPSHOT.read(content(text))

    assert reading.traces == ()
    assert (reading.rows, reading.skipped) == (7, 7)


def test_a_name_that_is_written_otherwise_is_pointed_at_by_its_page() -> None:
    text = website_text(SHOP).replace('"js.vendor.com"', '"js.vendor\\u002ecom"')

    reading = WEBSITE_SNAPSHOT.read(content(text))

    places = {trace.text: trace.place.line for trace in reading.traces}
    pages = [number for number, line in enumerate(text.splitlines(), 1) if line == "    {"]
    assert places["js.vendor.com"] == places["fbq"] == pages[1]


def test_another_version_is_claimed_and_told() -> None:
    later = content(website_text(SHOP).replace('"version": 1', '"version": 2'))

    assert WEBSITE_SNAPSHOT.claims(later)
    with pytest.raises(Problems, match="version 2 of website-snapshots is not known"):
        WEBSITE_SNAPSHOT.read(later)


def test_only_its_own_reader_claims_it() -> None:
    shop = content(website_text(SHOP))

    assert [reader.claims(shop) for reader in (WEBSITE_SNAPSHOT, DNS_SNAPSHOT, HAR, HTML_PAGE)] == [
        True,
        False,
        False,
        False,
    ]


@pytest.mark.parametrize("depth", range(900, 1000, 5))
def test_deep_nesting_beside_the_marks_is_read_or_refused(depth: int) -> None:
    deep = json.dumps("x").replace('"x"', "[" * depth + "]" * depth)
    text = website_text(SHOP).replace('"status": 200', f'"status": 200, "x": {deep}', 1)

    try:
        found = [trace.text for trace in WEBSITE_SNAPSHOT.read(content(text)).traces]
    except Problems as refused:
        found = [problem.message for problem in refused.problems]

    assert "px.vendor.com" in found or found == ["JSON that is nested too deeply"]


WHOLE = {
    WEBSITE_SNAPSHOT: website_text(SHOP),
    DNS_SNAPSHOT: dns_text(
        DnsSnapshot(
            "shop.example",
            date(2026, 11, 22),
            (
                DnsRecord("shop.example", "MX", "10 mx.vendor.com"),
                DnsRecord("shop.example", "TXT", "v=spf1 include:a.b"),
            ),
            (("go.shop.example", "no answer in time"),),
        ),
    ),
}
STRANGERS = st.sampled_from(
    [
        "null",
        "true",
        "-1",
        "1e308",
        "[]",
        "{}",
        '""',
        '"\\ud800"',
        '"\\u001b[2J"',
        '"9999-99-99"',
        "[[1]]",
        '{"a": {}}',
        "",
        "]",
    ]
)


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(list(WHOLE)), st.lists(st.tuples(st.integers(0, 60), STRANGERS), min_size=1, max_size=3))
def test_a_damaged_snapshot_is_read_or_refused(reader: Reader, damages: list[tuple[int, str]]) -> None:
    text = WHOLE[reader]
    for index, stranger in damages:
        values = [match.span() for match in re.finditer(r'(?<=: )("[^"]*"|\d+)|"[^"]*"|\[\]', text)]
        start, end = values[index % len(values)]
        text = text[:start] + stranger + text[end:]

    try:
        told = [trace.text for trace in reader.read(content(text)).traces]
    except Problems as refused:
        told = [problem.message for problem in refused.problems if problem.help and problem.place]
        assert told

    assert all(words.isprintable() for words in told)
