"""Builds the stack of an inventory that a test writes down as text."""

from __future__ import annotations

from datetime import date
from functools import cache
from textwrap import dedent
from typing import TYPE_CHECKING

from stackaudit.analysis.stack import Stack, build_stack
from stackaudit.sources.catalogue import read_catalogue
from stackaudit.sources.inventory import read_inventory_text
from stackaudit.sources.settings import read_settings

if TYPE_CHECKING:
    from stackaudit.model.catalogue import Catalogue

TODAY = date(2026, 11, 21)


def stack_of(text: str) -> Stack:
    """The stack that an inventory in YAML describes, with the default settings, on `TODAY`."""
    inventory = read_inventory_text("inventory.yaml", dedent(text), catalogue().categories)
    return build_stack(inventory, catalogue(), read_settings(None, {}).facts(), TODAY)


def facts_of_system(stated: str, around: str = "") -> dict[str, object]:
    """The facts of the system `it`, of which `stated` is written in YAML's flow style; `around` is further sections."""
    stack = stack_of(f"{dedent(around)}\nsystems: {{it: {{name: It, {stated}}}}}")
    return dict(stack.inventory.systems["it"].facts)


@cache
def catalogue() -> Catalogue:
    """The catalogue that the package carries, read once."""
    return read_catalogue()
