"""Every category of the catalogue has a line on which it is at home."""

from __future__ import annotations

import pytest

from stackaudit.analysis.mapping import homes
from stackaudit.analysis.mapping.homes import home_of
from stackaudit.analysis.mapping.lines import PURPOSES
from stacks import catalogue

CATEGORIES = catalogue().categories


def test_every_category_is_at_home_on_a_line_that_there_is() -> None:
    lines = {purpose.id for purpose in PURPOSES}

    lost = [category.id for category in CATEGORIES.values() if home_of(category) not in lines]

    assert lost == []


def test_every_line_has_categories_at_home_on_it() -> None:
    assert {home_of(category) for category in CATEGORIES.values()} == {purpose.id for purpose in PURPOSES}


def test_the_tables_name_nothing_that_the_catalogue_does_not_have() -> None:
    trades = {category.trade for category in CATEGORIES.values()}

    assert homes._NAMED.keys() - CATEGORIES.keys() == set()
    assert homes._TRADES.keys() - trades == set()


def test_an_exception_says_something_else_than_its_heading() -> None:
    def heading(category: str) -> str:
        each = CATEGORIES[category]
        return homes._TRADES.get(each.trade) or homes._GROUPS[each.group]

    assert [category for category, line in homes._NAMED.items() if heading(category) == line] == []


@pytest.mark.parametrize(
    ("category", "line"),
    [
        ("crm", "lead-to-order"),
        ("form-builder", "lead-to-order"),
        ("email-marketing", "campaigns"),
        ("search-advertising", "advertising"),
        ("dam", "content"),
        ("consent", "analytics"),
        ("web-analytics", "analytics"),
        ("storefront", "commerce"),
        ("payments", "commerce"),
        ("community", "social"),
        ("service-desk", "service"),
        ("cdp", "customer-data"),
        ("bi", "customer-data"),
        ("erp", "finance"),
        ("hr", "workplace"),
        ("identity", "workplace"),
        ("monitoring", "technology"),
    ],
)
def test_a_category_is_at_home_where_one_would_look_for_it(category: str, line: str) -> None:
    assert home_of(CATEGORIES[category]) == line
