"""Snapshots: what is written is read again, and what is amiss is told with its place."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stackaudit.model.documents import Document
from stackaudit.model.problems import Problems
from stackaudit.model.websites import Container, DnsRecord, DnsSnapshot, Marks, Page, WebsiteSnapshot
from stackaudit.sources.websites.snapshots import dns_text, kind_of, read_dns, read_website, website_text

names = st.lists(st.text(max_size=8), max_size=4, unique=True).map(lambda texts: tuple(sorted(texts)))
marks = st.builds(Marks, names, names, names)
pages = st.builds(Page, st.text(max_size=20), st.integers(0, 999), marks, names)
containers = st.builds(Container, st.text(max_size=12), marks)
pairs = st.lists(st.tuples(st.text(max_size=8), st.text(max_size=8)), max_size=3).map(
    lambda found: tuple(sorted(found))
)
websites = st.builds(
    WebsiteSnapshot,
    st.text(max_size=20),
    st.dates(),
    st.lists(pages, max_size=3).map(lambda found: tuple(sorted(found))),
    st.lists(containers, max_size=3).map(lambda found: tuple(sorted(found))),
    pairs,
)
records = st.builds(DnsRecord, st.text(max_size=8), st.sampled_from(["TXT", "MX"]), st.text(max_size=20))
domains = st.builds(
    DnsSnapshot, st.text(max_size=20), st.dates(), st.lists(records, max_size=4).map(lambda r: tuple(sorted(r))), pairs
)

SHOP = WebsiteSnapshot(
    "www.shop.example",
    date(2026, 11, 22),
    (
        Page("https://www.shop.example/b", 200, Marks(("z.com", "a.com"), ("_ga",), ("fbq",)), ("GTM-ABC123",)),
        Page("https://www.shop.example/a", 200, Marks()),
    ),
    (Container("GTM-ABC123", Marks(("c.com",))),),
    (("https://www.shop.example/c", "the answer was 404"),),
)


@given(websites)
def test_a_website_that_was_written_is_read_again(snapshot: WebsiteSnapshot) -> None:
    text = website_text(snapshot)

    assert read_website(json.loads(text), Document("w.json", text)) == snapshot
    assert text.isascii()
    assert text.endswith("}\n")


@given(domains)
def test_a_domain_that_was_written_is_read_again(snapshot: DnsSnapshot) -> None:
    text = dns_text(snapshot)

    assert read_dns(json.loads(text), Document("d.json", text)) == snapshot
    assert text.isascii()
    assert text.endswith("}\n")


def test_a_website_stands_sorted_one_thing_on_a_line() -> None:
    assert (
        website_text(SHOP).splitlines()
        == """\
{
  "stackaudit": "website-snapshot",
  "version": 1,
  "site": "www.shop.example",
  "collected": "2026-11-22",
  "pages": [
    {
      "url": "https://www.shop.example/a",
      "status": 200,
      "containers": [],
      "hosts": [],
      "cookies": [],
      "variables": []
    },
    {
      "url": "https://www.shop.example/b",
      "status": 200,
      "containers": [
        "GTM-ABC123"
      ],
      "hosts": [
        "a.com",
        "z.com"
      ],
      "cookies": [
        "_ga"
      ],
      "variables": [
        "fbq"
      ]
    }
  ],
  "containers": [
    {
      "id": "GTM-ABC123",
      "hosts": [
        "c.com"
      ],
      "cookies": [],
      "variables": []
    }
  ],
  "left_out": [
    {
      "address": "https://www.shop.example/c",
      "reason": "the answer was 404"
    }
  ]
}""".splitlines()
    )


def test_a_domain_stands_sorted_one_record_on_a_line() -> None:
    snapshot = DnsSnapshot(
        "shop.example",
        date(2026, 11, 22),
        (DnsRecord("shop.example", "TXT", "MS"), DnsRecord("go.shop.example", "CNAME", "x.example.net")),
    )

    assert (
        dns_text(snapshot).splitlines()
        == """\
{
  "stackaudit": "dns-snapshot",
  "version": 1,
  "domain": "shop.example",
  "collected": "2026-11-22",
  "records": [
    {"name": "go.shop.example", "type": "CNAME", "value": "x.example.net"},
    {"name": "shop.example", "type": "TXT", "value": "MS"}
  ],
  "left_out": []
}""".splitlines()
    )


@pytest.mark.parametrize(
    ("old", "new", "message", "place"),
    [
        ('"version": 1', '"version": 2', "version 2 of website-snapshots is not known", (3, 14)),
        ('"version": 1', '"version": true', "`version` is not a whole number", (3, 14)),
        ('  "version": 1,\n', "", "`version` is missing", (1, 1)),
        ('"website-snapshot"', '"dns-snapshot"', "this is no website-snapshot", (2, 17)),
        ('"www.shop.example"', "[]", "`site` is not a text", (4, 11)),
        ('"2026-11-22"', '"2026-13-22"', "`collected` is not a date such as 2026-11-22", (5, 16)),
        ('"2026-11-22"', "20261122", "`collected` is not a text", (5, 16)),
        ('"status": 200', '"status": "200"', "`status` is not a whole number", (9, 17)),
        ('"status": 200', '"status": true', "`status` is not a whole number", (9, 17)),
        ('"hosts": []', '"hosts": {}', "`hosts` is not a list", (11, 16)),
        ('"z.com"', "null", "an item of `hosts` is not a text", (23, 9)),
        ('"_ga"', '{"value": "1"}', "an item of `cookies` is not a text", (26, 9)),
        ('"id": "GTM-ABC123",', "", "`id` is missing", (34, 5)),
    ],
)
def test_what_is_amiss_is_told_with_its_place(old: str, new: str, message: str, place: tuple[int, int]) -> None:
    text = website_text(SHOP).replace(old, new, 1)

    with pytest.raises(Problems) as raised:
        read_website(json.loads(text), Document("w.json", text))

    (problem,) = raised.value.problems
    assert problem.message == message
    assert problem.place == ("w.json", *place)
    assert "stackaudit collect" in problem.help
    assert raised.value.documents["w.json"].text == text


@pytest.mark.parametrize("value", [None, [], "x", 1, {}, {"stackaudit": []}])
def test_other_values_are_no_snapshots(value: object) -> None:
    text = json.dumps(value)

    assert kind_of(value) == ""
    with pytest.raises(Problems):
        read_website(value, Document("w.json", text))
    with pytest.raises(Problems):
        read_dns(value, Document("d.json", text))
