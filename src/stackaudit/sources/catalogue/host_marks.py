"""Whose hosts are: what the marks say, what was carried over, and where the vendors of the products live."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from stackaudit.model.catalogue import Catalogue, Product


def host_targets(
    catalogue: Catalogue, tags: Mapping[str, str], companies: Mapping[str, str], shared: Collection[str]
) -> dict[str, str]:
    """All hosts with their targets.

    Our own marks win over the products of carried companies, these over the domains of the chapters, and all over
    companies that are no products; such a company's host gives way also where it lies below one of our own marks.
    Domains below which other people's things lie are `shared`: they mark no product unless our own marks say so.
    """
    carried = {host: target for host, target in companies.items() if not target.startswith("company:")}
    others = {host: target for host, target in companies.items() if host not in carried and not _is_below(host, tags)}
    products = {host: target for host, target in (_domains(catalogue) | carried).items() if host not in shared}
    return others | products | dict(tags)


def _domains(catalogue: Catalogue) -> dict[str, str]:
    """The products' domains with the product that lives there, or the vendor where several of one vendor's do."""
    living: dict[str, list[Product]] = {}
    for product in catalogue.products.values():
        if product.domain:
            living.setdefault(product.domain, []).append(product)
    return {domain: target for domain, products in living.items() if (target := _target(products))}


def _target(products: list[Product]) -> str:
    """The one product, the one vendor of them all, or nothing."""
    if len(products) == 1:
        return products[0].id
    vendors = {product.vendor for product in products}
    return f"vendor:{vendors.pop()}" if len(vendors) == 1 else ""


def _is_below(host: str, tags: Mapping[str, str]) -> bool:
    labels = host.split(".")
    return any(".".join(labels[start:]) in tags for start in range(1, len(labels)))
