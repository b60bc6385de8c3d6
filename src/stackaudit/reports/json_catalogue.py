"""Products and categories of the catalogue as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stackaudit.model.catalogue import Category, Product


def products_json(products: Iterable[Product]) -> str:
    """A list of products, one on a line."""
    return _list({"kind": "product", **product._asdict()} for product in products)


def categories_json(categories: Iterable[Category]) -> str:
    """A list of categories, one on a line."""
    return _list({"kind": "category", **category._asdict()} for category in categories)


def entries_json(products: Iterable[Product], categories: Iterable[Category]) -> str:
    """A list of products and categories that have one name, one on a line; `kind` tells them apart."""
    both = [{"kind": "product", **product._asdict()} for product in products]
    return _list([*both, *({"kind": "category", **category._asdict()} for category in categories)])


def _list(items: Iterable[dict[str, object]]) -> str:
    rows = ",\n".join(json.dumps(item, ensure_ascii=False) for item in items)
    return f"[\n{rows}\n]\n" if rows else "[]\n"
