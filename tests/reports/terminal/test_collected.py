"""What was collected, as it is told in a terminal."""

from __future__ import annotations

from datetime import date

from stackaudit.model.websites import Container, DnsRecord, DnsSnapshot, Marks, Page, WebsiteSnapshot
from stackaudit.reports.terminal.collected import domains_lines, websites_lines
from stackaudit.reports.terminal.painting import plain

DAY = date(2026, 11, 22)


def test_hosts_are_counted_once_over_pages_and_containers() -> None:
    pages = (
        Page("https://shop.test/", 200, Marks(("a.test", "b.test"), ("sid",)), ("GTM-A",)),
        Page("https://shop.test/x", 200, Marks(("a.test",), ("sid", "_ga")), ("GTM-A", "GTM-B")),
    )
    snapshot = WebsiteSnapshot("shop.test", DAY, pages, (Container("GTM-A", Marks(("b.test", "c.test"))),))

    assert plain(websites_lines([("website-shop.test.json", snapshot)], 100)) == (
        "  file                    pages  hosts  cookies  containers  left out\n"
        "  website-shop.test.json      2      3        2           2         0\n"
    )


def test_what_was_left_out_is_named_up_to_twenty_and_made_safe() -> None:
    left_out = tuple((f"\x1b[3{number:02}m.shop.test", "no answer in time") for number in range(22))
    snapshot = DnsSnapshot("shop.test", DAY, (DnsRecord("shop.test", "TXT", "MS"),), left_out)

    told = plain(domains_lines([("dns-shop.test.json", snapshot)], 100)).splitlines()

    assert told[:5] == [
        "  file                TXT  MX  CNAME  NS  left out",
        "  dns-shop.test.json    1   0      0   0        22",
        "",
        "left out of dns-shop.test.json",
        "  <U+001B>[300m.shop.test: no answer in time",
    ]
    assert told[-1] == "  … and 2 more, which the file names"
    assert len(told) == 25


def test_nothing_written_is_nothing_told() -> None:
    assert websites_lines([], 100) == domains_lines([], 100) == []
