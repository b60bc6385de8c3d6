"""Short ways to what many tests begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from stackaudit.model.problems import Problem, Problems
from stackaudit.sources.inventory import read_inventory_text

if TYPE_CHECKING:
    from stackaudit.model.inventory import Inventory

CATEGORIES = ("crm", "email-marketing", "marketing-automation", "web-analytics")
"""A few categories that a `category:` in a test may name."""


def inventory(text: str) -> Inventory:
    """The inventory that a text declares."""
    return read_inventory_text("inventory.yaml", text, CATEGORIES)


def problems_of(text: str) -> tuple[Problem, ...]:
    """What is wrong with an inventory in a text; a test fails where nothing is."""
    with pytest.raises(Problems) as raised:
        inventory(text)
    return raised.value.problems
