"""DNS snapshots as evidence: records as marks, without secrets, and without what points home."""

from __future__ import annotations

from datetime import date

import pytest

from stackaudit.model.problems import Problems
from stackaudit.model.websites import DnsRecord, DnsSnapshot
from stackaudit.sources.evidence.dns_snapshots import DNS_SNAPSHOT
from stackaudit.sources.evidence.har import HAR
from stackaudit.sources.evidence.html_pages import HTML_PAGE
from stackaudit.sources.evidence.reader import Content
from stackaudit.sources.evidence.website_snapshots import WEBSITE_SNAPSHOT
from stackaudit.sources.websites.snapshots import dns_text


def content(*records: tuple[str, str, str]) -> Content:
    snapshot = DnsSnapshot("shop.example", date(2026, 11, 22), tuple(DnsRecord(*record) for record in records))
    return Content("evidence/dns-shop.example.json", ".json", dns_text(snapshot))


@pytest.mark.parametrize(
    ("kind", "value", "marks"),
    [
        ("MX", "10 ASPMX.L.Google.com.", [("mx", "aspmx.l.google.com")]),
        ("MX", "0 .", []),
        ("NS", "ns1.vendor.net.", [("ns", "ns1.vendor.net")]),
        ("NS", "ns1.shop.example", []),
        ("CNAME", "shops.myshopify.com", [("cname", "shops.myshopify.com")]),
        ("cname", "shops.myshopify.com", [("cname", "shops.myshopify.com")]),
        ("CNAME", "evil\x1b[2J.com", []),
        ("A", "192.0.2.1", []),
        ("TXT", "google-site-verification=abc=", [("txt", "google-site-verification")]),
        ("TXT", '"MS=ms12345"', [("txt", "MS")]),
        ("TXT", "facebook-domain-verification", [("txt", "facebook-domain-verification")]),
        ("TXT", "x" * 300, [("txt", "x" * 100)]),
        ("TXT", "", []),
        ("TXT", "\x1b[31mred=1", []),
        ("TXT", "v=DKIM1; k=rsa; p=MIGf", []),
        ("TXT", "k=rsa; p=MIGf", []),
        (
            "TXT",
            "v=spf1 +include:_spf.google.com ~include:%{ir}._spf.vendor.com include:_spf.shop.example a ip4:192.0.2.9",
            [("spf", "_spf.google.com"), ("spf", "_spf.vendor.com")],
        ),
        (
            "TXT",
            "V=SPF1 INCLUDE:_spf.google.com include:_spf.google.com redirect=spf.vendor.net include: -all",
            [("spf", "_spf.google.com"), ("spf", "spf.vendor.net")],
        ),
    ],
)
def test_a_record_tells_its_marks(kind: str, value: str, marks: list[tuple[str, str]]) -> None:
    reading = DNS_SNAPSHOT.read(content(("shop.example", kind, value)))

    assert [(trace.mark, trace.text) for trace in reading.traces] == marks
    assert (reading.rows, reading.skipped) == (1, 0 if marks else 1)


def test_one_value_of_several_records_is_one_trace_at_the_first() -> None:
    records = content(
        ("blog.shop.example", "CNAME", "sites.vendor.net"),
        ("go.shop.example", "CNAME", "sites.vendor.net."),
        ("shop.example", "NS", "sites.vendor.net"),
    )

    reading = DNS_SNAPSHOT.read(records)

    assert [(t.kind, t.mark, t.text, t.times, t.on, t.site, str(t.place)) for t in reading.traces] == [
        (
            "record",
            "cname",
            "sites.vendor.net",
            2,
            date(2026, 11, 22),
            "shop.example",
            "evidence/dns-shop.example.json:7:5",
        ),
        (
            "record",
            "ns",
            "sites.vendor.net",
            1,
            date(2026, 11, 22),
            "shop.example",
            "evidence/dns-shop.example.json:9:5",
        ),
    ]


def test_only_its_own_reader_claims_it() -> None:
    readers = (DNS_SNAPSHOT, WEBSITE_SNAPSHOT, HAR, HTML_PAGE)

    assert [reader.claims(content()) for reader in readers] == [True, False, False, False]


def test_what_is_amiss_is_told() -> None:
    broken = Content("d.json", ".json", content(("a", "MX", "b.com")).text.replace('"MX"', "5"))

    with pytest.raises(Problems, match=r"d\.json:7:27: `type` is not a text"):
        DNS_SNAPSHOT.read(broken)
