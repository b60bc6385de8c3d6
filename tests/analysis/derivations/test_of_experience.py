from __future__ import annotations

import pytest

from stacks import facts_of_system


@pytest.mark.parametrize(
    ("stated", "seen"),
    [
        ("public: true", True),
        ("public: false", False),
        ("category: storefront", True),
        ("category: landing-pages", True),
        ("category: storefront, public: false", False),
        ("category: storefront, environment: staging", False),
        ("public: true, environment: test", False),
        ("category: crm", None),
        ("lifecycle: live", None),
    ],
)
def test_customers_see_what_is_stated_to_be_public_or_is_so_by_its_nature(stated: str, seen: bool | None) -> None:
    assert facts_of_system(stated).get("customer_facing") is seen
