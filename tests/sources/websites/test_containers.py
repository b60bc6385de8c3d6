"""Containers of tag managers, by the addresses and snippets that load them."""

from __future__ import annotations

import pytest

from stackaudit.sources.websites.containers import MOST, containers_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("})(window,document,'script','dataLayer','GTM-ABC123');", ("GTM-ABC123",)),
        ("https://www.googletagmanager.com/ns.html?id=GTM-ABC123", ("GTM-ABC123",)),
        ("https://www.googletagmanager.com/gtag/js?id=G-AB12CD34EF", ("G-AB12CD34EF",)),
        ("https://www.googletagmanager.com/gtag/js?id=AW-123456789&l=x", ("AW-123456789",)),
        ("//tags.tiqcdn.com/utag/shop/main/prod/utag.js", ("tags.tiqcdn.com/utag/shop/main/prod/utag.js",)),
        (
            "https://assets.adobedtm.com/a1b2/c3d4/launch-EN0123.min.js",
            ("assets.adobedtm.com/a1b2/c3d4/launch-EN0123.min.js",),
        ),
        (
            "https://assets.adobedtm.com/a1b2/satelliteLib-0123.js?x",
            ("assets.adobedtm.com/a1b2/satelliteLib-0123.js",),
        ),
        (
            "https://cdn.matomo.cloud/shop.matomo.cloud/container_Ab12Cd34.js",
            ("cdn.matomo.cloud/shop.matomo.cloud/container_Ab12Cd34.js",),
        ),
        ("GTM-B GTM-BBBB GTM-AAAA GTM-BBBB gtm-cccc XGTM-DDDD", ("GTM-BBBB", "GTM-AAAA")),
        ("G-AB12CD34EF", ()),
        ("https://assets.adobedtm.com/a1b2/AppMeasurement.js", ()),
        ("https://assets.adobedtm.com.example/../launch-EN0123.js", ()),
    ],
)
def test_containers_are_named_as_they_are_written(text: str, found: tuple[str, ...]) -> None:
    assert containers_in(text) == found


def test_a_page_that_names_thousands_is_believed_for_the_first() -> None:
    text = " ".join(f"GTM-{number:06}" for number in range(10_000))

    assert containers_in(text) == tuple(f"GTM-{number:06}" for number in range(MOST))


@pytest.mark.parametrize("text", ["//" + "a/" * 1_000_000, "//a/" * 500_000, "GTM-" * 500_000, "//" + "a." * 1_000_000])
def test_hostile_texts_end(text: str) -> None:
    assert containers_in(text) == ()
