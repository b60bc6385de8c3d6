from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stackaudit.model.catalogue import Catalogue, Product, folded
from stacks import catalogue


def product(identity: str, name: str, *also: str, domain: str = "") -> Product:
    return Product(identity, name, "Acme", "crm", also, domain, ())


PRODUCTS = [
    product("hubspot-marketing-hub", "HubSpot Marketing Hub", "HubSpot", domain="hubspot.com"),
    product("monday", "monday.com", "monday", domain="monday.com"),
    product("bamboo", "Bamboo", domain="atlassian.com"),
    product("pro-tools", "Pro Tools"),
    product("kuerbis", "Kürbis Büro"),
    product("one-and-one", "1&1"),
]
SMALL = Catalogue(
    {each.id: each for each in PRODUCTS},
    {},
    {folded(name): each.id for each in PRODUCTS for name in (each.name, each.id, *each.also)},
)


def meant(name: str) -> str | None:
    found = SMALL.resolve(name)
    return found.id if found else None


@pytest.mark.parametrize(
    "name",
    [
        "HubSpot",
        "Hubspot",
        "HUBSPOT",
        "hub-spot",
        "Hub Spot",
        "HubSpot, Inc.",
        "HubSpot Inc",
        "HubSpot GmbH",
        "HubSpot Marketing Hub",
        "hubspot marketing hub",
        "hubspot-marketing-hub",
        "HubSpot Marketing Hub Enterprise",
        "HubSpot (Marketing)",
        "HubSpot [old]",
        "HubSpot - US account",
        "HubSpot \u2013 the German one",
        "HubSpot Professional Plan",
        "HubSpot / blog",
        "hubspot.com",
        "www.hubspot.com",
        "  HubSpot  ",
        "(HubSpot)",
    ],
)
def test_case_punctuation_suffix_edition_and_brackets_do_not_matter(name: str) -> None:
    assert meant(name) == "hubspot-marketing-hub"


@pytest.mark.parametrize(
    "name",
    [
        "",
        " ",
        "Hub",
        "HubSpott",
        "HubSpot Sales Hub",
        "My HubSpot",
        "Inc",
        "Pro",
        "Enterprise Plan",
        "hubspot.example.com",
        "???",
    ],
)
def test_nothing_is_guessed(name: str) -> None:
    assert meant(name) is None


def test_accents_do_not_matter_either_way() -> None:
    assert meant("Kurbis Buro") == meant("KÜRBIS BÜRO") == meant("Ku\u0308rbis Bu\u0308ro") == "kuerbis"


def test_a_name_that_ends_like_an_edition_is_itself_first() -> None:
    assert meant("Pro Tools") == "pro-tools"
    assert meant("1&1") == "one-and-one"


def test_a_domain_means_a_product_only_where_the_product_lives() -> None:
    assert meant("monday.com") == "monday"
    assert meant("bamboo.com") is None
    assert meant("bamboo.atlassian.com") is None
    assert meant("hubspot.de") == "hubspot-marketing-hub"


@given(st.text(max_size=60))
def test_no_text_breaks_the_looking_up(name: str) -> None:
    found = catalogue().resolve(name)

    assert found is None or folded(name) != ""


@given(st.sampled_from(sorted(catalogue().products)), st.data())
def test_every_name_of_every_product_means_it_however_it_is_written(identity: str, data: st.DataObject) -> None:
    known = catalogue().products[identity]
    name = data.draw(st.sampled_from([known.name, known.id, *known.also]))
    write = data.draw(
        st.sampled_from([str, str.upper, str.lower, lambda text: f" {text} ", lambda text: f"{text} (EU)"])
    )

    assert catalogue().resolve(write(name)) == known


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing(name: str) -> None:
    assert folded(folded(name)) == folded(name)
