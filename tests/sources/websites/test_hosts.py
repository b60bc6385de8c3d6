"""Hosts: valid ones are written one way, others are nothing, and the public suffix list says whose they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stackaudit.sources.websites.hosts import cleaned, is_public_name, is_same_site, registrable


@pytest.mark.parametrize(
    ("written", "host"),
    [
        ("WWW.Shop.Example", "www.shop.example"),
        ("shop.example.", "shop.example"),
        ("straße.example", "xn--strae-oqa.example"),
        ("xn--strae-oqa.example", "xn--strae-oqa.example"),
        ("shop%2Eexample", "shop.example"),
        ("_dmarc.shop.example", "_dmarc.shop.example"),
        ("localhost", "localhost"),
        ("192.0.2.7", "192.0.2.7"),
        ("[2001:DB8:0:0::1]", "2001:db8::1"),
    ],
)
def test_a_host_is_written_one_way(written: str, host: str) -> None:
    assert cleaned(written) == host
    assert cleaned(host) in {host, ""}  # an address of six groups is written in brackets only


@pytest.mark.parametrize(
    "written",
    [
        "",
        ".",
        "a..b",
        "-a.example",
        "a b.example",
        "a\x1b[31m.example",
        "a\u202eb.example",
        "\ud800.example",
        "a" * 64 + ".example",
        "a." * 127 + "example",
        "a" * 100_000,
        "256.1.1.1",
        "2130706433",
        "0x7f.1",
        "127.1",
        "[::1",
        "[fe80::1%25eth0]",
        "[shop.example]",
        "a%00b.example",
        "%%%",
        "a/b",
    ],
)
def test_what_is_no_host_is_nothing(written: str) -> None:
    assert cleaned(written) == ""


@given(st.text(max_size=80))
def test_any_text_is_a_plain_host_or_nothing(text: str) -> None:
    host = cleaned(text)

    assert host == host.lower()
    assert set(host) <= set("abcdefghijklmnopqrstuvwxyz0123456789-._:")


@pytest.mark.parametrize(
    ("host", "domain"),
    [
        ("www.shop.example.co.uk", "example.co.uk"),
        ("WWW.EXAMPLE.COM.", "example.com"),
        ("example.com", "example.com"),
        ("co.uk", "co.uk"),
        ("me.github.io", "me.github.io"),
        ("a.b.unheard-of", "b.unheard-of"),
        ("www.xn--strae-oqa.de", "xn--strae-oqa.de"),
        ("192.0.2.7", "192.0.2.7"),
        ("[2001:db8::1]", "2001:db8::1"),
        ("localhost", "localhost"),
        ("no host", "no host"),
    ],
)
def test_the_registered_domain_of_a_host(host: str, domain: str) -> None:
    assert registrable(host) == domain


def test_two_customers_of_one_host_are_not_one_site() -> None:
    assert is_same_site("cdn.shop.example", "www.shop.example")
    assert not is_same_site("one.github.io", "other.github.io")
    assert not is_same_site("192.0.2.7", "192.0.2.8")


@pytest.mark.parametrize(
    ("host", "is_public"),
    [("a.example.com", True), ("com", False), ("window.location", False), ("192.0.2.7", False), ("localhost", False)],
)
def test_a_public_name_stands_below_a_known_suffix(host: str, is_public: bool) -> None:
    assert is_public_name(host) is is_public
