"""Derived facts of what customers see."""

from __future__ import annotations

from stackaudit.analysis.derivations.context import Context, Derived
from stackaudit.model.language.fields import Kind

_FACING = "storefront marketplace landing-pages blogging frontend-hosting commerce-frontend help-center"
FACING = frozenset(_FACING.split())
"""Categories whose systems customers and visitors see by their nature."""


def _customer_facing(facts: dict[str, object], _: Context) -> object:
    """What is stated, else yes for what is public by its nature; a system that is no copy for tests.

    Unknown for all others: most systems are not public, and nobody should have to say so of each of them.
    """
    if facts["environment"] != "production":
        return False
    stated = facts.get("public")
    return stated if stated is not None else (facts.get("category") in FACING or None)


OF_EXPERIENCE: tuple[Derived, ...] = (
    Derived(
        "customer_facing",
        Kind.FLAG,
        "Whether customers and visitors see it: as `public` states, or by its category, such as a storefront.",
        ("public",),
        _customer_facing,
    ),
)
