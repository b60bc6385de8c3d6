"""Derived facts of systems."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.analysis.derivations.context import Context, Derived
from stackaudit.analysis.derivations.of_contracts import OF_CONTRACTS
from stackaudit.analysis.derivations.of_evidence import OF_EVIDENCE
from stackaudit.analysis.derivations.of_experience import OF_EXPERIENCE
from stackaudit.analysis.derivations.of_fit import OF_FIT
from stackaudit.analysis.derivations.of_holdings import OF_HOLDINGS
from stackaudit.analysis.derivations.of_owners import OF_OWNERS, undeclared_owners
from stackaudit.analysis.derivations.of_purchases import OF_PURCHASES
from stackaudit.model.language.fields import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from stackaudit.model.catalogue import Catalogue, Product

IN_USE = frozenset({"evaluating", "sandbox", "live", "retiring"})
"""The states of life in which a system is in use."""

_CENTRAL = """
crm cdp mdm marketing-automation service-desk storefront order-management data-warehouse erp accounting billing payments
hr payroll identity password-manager productivity-suite
"""
CENTRAL = frozenset(_CENTRAL.split())
"""Categories whose systems keep central records: customers, orders, money, staff or passwords."""


def product_of(facts: Mapping[str, object], catalogue: Catalogue) -> Product | None:
    """The catalogue's product that a system is, by what it states."""
    for name in (facts.get("product"), facts.get("name")):
        if isinstance(name, str):
            product = catalogue.products.get(name) or catalogue.resolve(name)
            if product is not None:
                return product
    return None


def _product(facts: dict[str, object], context: Context) -> object:
    """The catalogue's product, under its id; False where the catalogue has none."""
    product = product_of(facts, context.catalogue)
    if product is None:
        return False
    facts.setdefault("vendor", product.vendor)
    facts.setdefault("category", product.category)
    facts.setdefault("capabilities", product.capabilities)
    return product.id


def _known(facts: dict[str, object], _: Context) -> object:
    return facts["product.id"] is not False


def _group(facts: dict[str, object], context: Context) -> object:
    category = context.catalogue.categories.get(str(facts.get("category")))
    return category.group if category else None


def _jobs(facts: dict[str, object], _: Context) -> object:
    """The category and the further capabilities; unknown without a category."""
    category = facts.get("category")
    further = facts.get("capabilities", ())
    return None if category is None else (category, *further)  # type: ignore[misc]


def _central(facts: dict[str, object], _: Context) -> object:
    category = facts.get("category")
    return None if category is None else category in CENTRAL


def _run_by_us(facts: dict[str, object], _: Context) -> object:
    """Whether we run it; what nobody built and no hosting is stated of is taken to be run by its vendor."""
    hosting = facts.get("hosting")
    return facts.get("bought.how") == "built" if hosting is None else hosting == "on-premises"


DERIVED: tuple[Derived, ...] = (
    Derived(
        "product.id", Kind.TEXT, "The product's id in the catalogue; false where it has none.", ("name",), _product
    ),
    Derived("product.known", Kind.FLAG, "Whether the catalogue knows the product.", ("name",), _known),
    Derived("group", Kind.TEXT, "The group of the category, such as social or business.", ("category",), _group),
    Derived("jobs", Kind.MANY, "The category and the other jobs that it does.", ("category",), _jobs, Kind.CATEGORY),
    Derived(
        "in_use",
        Kind.FLAG,
        "Whether it is evaluating, sandbox, live or retiring.",
        ("lifecycle",),
        lambda facts, _: facts["lifecycle"] in IN_USE,
    ),
    Derived(
        "central",
        Kind.FLAG,
        "Whether systems of its category keep central records: customers, orders, money, staff or passwords.",
        ("category",),
        _central,
    ),
    Derived(
        "run_by_us",
        Kind.FLAG,
        "Whether we run it ourselves; taken as no where neither `hosting` nor `bought.how` says so.",
        ("hosting",),
        _run_by_us,
    ),
    *OF_OWNERS,
    undeclared_owners("owner.business", "owner.technical"),
    *OF_PURCHASES,
    *OF_CONTRACTS,
    *OF_FIT,
    *OF_HOLDINGS,
    *OF_EXPERIENCE,
    *OF_EVIDENCE,
)
"""All of them; each may look at those above it."""
