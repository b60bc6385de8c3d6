"""Addresses as pages write them, careless and hostile ones too."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stackaudit.sources.websites.addresses import LONGEST, absolute, called_host, host_of

BASE = "https://www.shop.example/a/b?c"


@pytest.mark.parametrize(
    ("written", "host"),
    [
        ("https://Cdn.Example.COM:8443/x", "cdn.example.com"),
        ("//cdn.example.com/x", "cdn.example.com"),
        (" \n\thttp://cdn.example.com ", "cdn.example.com"),
        ("ht\ntps://cdn.exa\tmple.com", "cdn.example.com"),
        (r"\\cdn.example.com\x", "cdn.example.com"),
        ("https:////cdn.example.com", "cdn.example.com"),
        ("https://user:secret@cdn.example.com/", "cdn.example.com"),
        ("https://[2001:db8::1]:8080/", "2001:db8::1"),
        ("https://ex%61mple.com", "example.com"),
        ("/x.js", "www.shop.example"),
        ("x.js", "www.shop.example"),
        ("?q=https://other.example", "www.shop.example"),
        ("", ""),
        ("javascript:alert(1)", ""),
        ("JaVaScRiPt://example.com/%0aalert(1)", ""),
        ("data:text/html,<script src=//example.com>", ""),
        ("mailto:a@example.com", ""),
        ("blob:https://example.com/1", ""),
        ("ftp://example.com/", ""),
        ("https://exa\x1b[2Jmple.com/", ""),
        ("https://" + "a" * 300 + ".com/", ""),
        ("https://", ""),
    ],
)
def test_the_host_that_an_address_calls(written: str, host: str) -> None:
    assert called_host(written, "www.shop.example") == host


@pytest.mark.parametrize(
    ("written", "whole"),
    [
        ("../c#part", "https://www.shop.example/c"),
        ("?d=1&e", "https://www.shop.example/a/b?d=1&e"),
        ("//Other.Example", "https://other.example/"),
        ("http://other.example:80/x", "http://other.example/x"),
        ("http://other.example:8080/x", "http://other.example:8080/x"),
        ("https://[2001:db8::1]/x", "https://[2001:db8::1]/x"),
        (r"https:\\other.example\x?\y", r"https://other.example/x?\y"),
        ('/a b"<>`', "https://www.shop.example/a%20b%22%3C%3E%60"),
        ("/\x1b[31mred", "https://www.shop.example/%1B[31mred"),
        ("https://user:secret@other.example/", ""),
        ("https://other.example:99999/", ""),
        ("https://other.example:x/", ""),
        ("https://[::1/", ""),
        ("https://a b/", ""),
        ("javascript:void(0)", ""),
        ("tel:+49", ""),
        ("/" + "a" * LONGEST, ""),
    ],
)
def test_an_address_is_whole_and_plain_or_nothing(written: str, whole: str) -> None:
    assert absolute(written, BASE) == whole


@given(
    st.text(max_size=60) | st.text("htps:/\\.@?#[]% ax1", max_size=30),
    st.sampled_from([BASE, "", "x", "https://[::1]/"]),
)
def test_any_text_is_a_plain_address_or_nothing(text: str, base: str) -> None:
    whole = absolute(text, base)

    assert whole == "" or re.fullmatch(r"https?://[a-z0-9_.:\[\]-]+/[^\x00-\x20\x7f-\x9f\"<>`#]*", whole)
    assert not whole or host_of(whole)
    assert absolute(whole, "") == whole
