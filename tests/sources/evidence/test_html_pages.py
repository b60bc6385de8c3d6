"""Saved pages as evidence."""

from __future__ import annotations

import pytest

from stackaudit.sources.evidence.har import HAR
from stackaudit.sources.evidence.html_pages import HTML_PAGE
from stackaudit.sources.evidence.reader import Content, Table

BODY = """<body><img src="//cdn.shop.example/a.png">
<script src="https://JS.Vendor.com/1.js"></script>
<script>window.fbq('init'); document.cookie = "seen=1"; a = "\\u002F\\u002Fpx.vendor.com";</script>
"""


def content(text: str, suffix: str = ".html", variables: object = frozenset({"fbq"})) -> Content:
    return Content(f"page{suffix}", suffix, text, None, {"variables": variables})


@pytest.mark.parametrize(
    ("head", "site"),
    [
        ("<!DOCTYPE html>\n<!-- saved from url=(0033)https://www.shop.example/sale?x=1 -->\n", "www.shop.example"),
        ("<!doctype html>\n<link rel=canonical href='https://www.shop.example/sale'>\n", "www.shop.example"),
        ("<!doctype html>\n<meta property=og:url content=https://www.shop.example/>\n", "www.shop.example"),
    ],
)
def test_marks_of_others_are_traces_on_the_page_s_site(head: str, site: str) -> None:
    reading = HTML_PAGE.read(content(head + BODY))

    assert [(t.kind, t.mark, t.text, t.site, t.on, t.times) for t in reading.traces] == [
        ("tag", "host", "px.vendor.com", site, None, 1),
        ("tag", "host", "js.vendor.com", site, None, 1),
        ("tag", "variable", "fbq", site, None, 1),
        ("tag", "cookie", "seen", site, None, 1),
    ]
    assert [t.place.line for t in reading.traces] == [1, 4, 5, 5]  # what is written otherwise is told at the top
    assert (reading.rows, reading.skipped) == (5, 1)


def test_without_an_address_every_host_is_a_trace() -> None:
    reading = HTML_PAGE.read(content(f"<html><link rel=canonical href=/sale>{BODY}"))

    assert sorted((t.text, t.site) for t in reading.traces if t.mark == "host") == [
        ("cdn.shop.example", ""),
        ("js.vendor.com", ""),
        ("px.vendor.com", ""),
    ]


def test_variables_are_those_that_the_door_names() -> None:
    found = [
        HTML_PAGE.read(content(f"<html>{BODY}", variables=names)).traces for names in (frozenset({"x"}), None, "fbq")
    ]

    assert [[t.text for t in traces if t.mark == "variable"] for traces in found] == [[], [], []]


@pytest.mark.parametrize(
    ("text", "suffix", "is_claimed"),
    [
        ("<!DOCTYPE html><p>", ".html", True),
        ("\n<!doctype HTML PUBLIC '-//W3C//DTD XHTML 1.0'>", ".htm", True),
        ("<?xml version='1.0'?>\n<!-- a - b --><!---->\n<html xmlns=x>", ".xhtml", True),
        ("<HTML>", ".txt", True),
        ("<htmlx>", ".html", False),
        ("<svg/>", ".html", False),
        ("<!-- " * 2000, ".html", False),
        ("<?xml " * 2000, ".html", False),
        ('{"log": {"entries": []}}', ".html", False),
        ("", ".html", False),
    ],
)
def test_pages_are_claimed_by_how_they_begin(text: str, suffix: str, is_claimed: bool) -> None:
    assert HTML_PAGE.claims(content(text, suffix)) is is_claimed
    assert not HAR.claims(content(text, suffix))


def test_a_table_is_no_page() -> None:
    assert not HTML_PAGE.claims(
        Content("x.csv", ".csv", "<html>,a\n1,2\n", Table(("<html>", "a"), (("1", "2"),), (2,)))
    )


@pytest.mark.parametrize(
    "text",
    [
        "<!doctype html>" + "<div>" * 100_000,
        "<!doctype html><!-- saved from url=" + "a" * 1_000_000,
        "<html>" + "a." * 500_000,
    ],
    ids=["deep", "long", "dots"],
)
def test_hostile_pages_end(text: str) -> None:
    assert HTML_PAGE.read(content(text)).traces == ()
