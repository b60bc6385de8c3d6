"""Web addresses that other tools can be given."""

from __future__ import annotations

import pytest

from reports.nasty import NASTY
from stackaudit.reports.exports.addresses import web_address


@pytest.mark.parametrize(
    "address",
    [
        "https://example.com",
        "HTTP://Example.com:8080/a/b.c?d=e&f=%20#g",
        "https://x.example/~a(b)!*'",
        "https://10.0.0.1/",
    ],
)
def test_a_web_address_is_taken_as_it_is(address: str) -> None:
    assert web_address({"url": address}, "url") == address


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "ftp://example.com",
        "example.com",
        "https://",
        "https://-a.example",
        "https://user:word@example.com",
        "https://example.com/a b",
        "https://example.com/%zz",
        'https://example.com/"><script>',
        "https://bøk.example",
        "https://example.com/a\nb",
        *NASTY.values(),
    ],
)
def test_anything_else_is_none(text: str) -> None:
    assert web_address({"url": text}, "url") == ""


def test_a_long_address_is_judged_at_once() -> None:
    text = "https://" + "a." * 490 + "!"

    assert web_address({"url": text}, "url") == ""
