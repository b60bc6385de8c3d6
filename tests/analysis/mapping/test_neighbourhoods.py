"""Every category stands in one part of town."""

from __future__ import annotations

import pytest

from stackaudit.analysis.mapping import neighbourhoods
from stackaudit.analysis.mapping.neighbourhoods import neighbourhood_for, neighbourhood_of
from stackaudit.model.transit import BUSINESS_DISTRICT, NEIGHBOURHOODS
from stacks import catalogue, stack_of

CATEGORIES = catalogue().categories


def test_every_category_stands_in_a_part_of_town_and_every_part_has_some() -> None:
    assert {neighbourhood_of(category) for category in CATEGORIES.values()} == NEIGHBOURHOODS.keys()


def test_the_tables_name_nothing_that_the_catalogue_does_not_have() -> None:
    trades = {category.trade for category in CATEGORIES.values()}

    assert neighbourhoods._NAMED.keys() - CATEGORIES.keys() == set()
    assert neighbourhoods._TRADES.keys() - trades == set()


def test_no_category_is_an_exception_twice() -> None:
    named = [category for text in neighbourhoods._EXCEPTIONS.values() for category in text.split()]

    assert sorted(named) == sorted(set(named))


def test_an_exception_says_something_else_than_its_heading() -> None:
    def heading(category: str) -> str:
        each = CATEGORIES[category]
        return neighbourhoods._TRADES.get(each.trade) or neighbourhoods._GROUPS[each.group]

    assert [category for category, place in neighbourhoods._NAMED.items() if heading(category) == place] == []


@pytest.mark.parametrize(
    ("category", "place"),
    [
        ("search-advertising", "ad-ops"),
        ("cdp", "data-ops"),
        ("dam", "design"),
        ("marketing-automation", "marketing-ops"),
        ("mobile-attribution", "mobility"),
        ("social-media-management", "social-ops"),
        ("cms", "web-ops"),
        ("storefront", "web-ops"),
        ("crm", "sales"),
        ("service-desk", "service"),
        ("identity", "it"),
        ("data-warehouse", "bi"),
        ("erp", "finance"),
    ],
)
def test_a_category_stands_where_one_would_look_for_it(category: str, place: str) -> None:
    assert neighbourhood_of(CATEGORIES[category]) == place


def test_the_business_district_is_made_of_parts_of_town() -> None:
    assert set(BUSINESS_DISTRICT) <= NEIGHBOURHOODS.keys()


def test_without_a_category_a_system_stands_with_its_owner_and_without_one_with_it() -> None:
    stack = stack_of("""
        teams: {brand: {side: marketing}}
        systems:
          known: {name: Known, category: crm, owner: {business: brand}}
          owned: {name: Owned, owner: {business: brand}}
          plain: {name: Our own}
    """)

    places = {system.id: neighbourhood_for(system, CATEGORIES) for system in stack.inventory.systems.values()}

    assert places == {"known": "sales", "owned": "marketing-ops", "plain": "it"}
