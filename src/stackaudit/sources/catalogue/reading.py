"""The catalogue from its YAML files: the tree of categories, and chapters of products."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from stackaudit.model.catalogue import Catalogue, Category, Product, SignOnPrice, folded
from stackaudit.model.problems import one_problem
from stackaudit.sources.files import read_text
from stackaudit.sources.yaml_reading import parse_strictly

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def read_chapters(folder: Path) -> Catalogue:
    """The catalogue in a folder: `categories.yaml`, `sso_prices.yaml`, and chapters of products below `products/`.

    Raises `Problems` where two products claim one name.
    """
    categories = _categories(folder / "categories.yaml")
    products: dict[str, Product] = {}
    for chapter in sorted((folder / "products").glob("*.yaml")):
        for product_id, stated in _mapping(chapter).items():
            assert isinstance(stated, dict)
            products[product_id] = Product(
                product_id,
                stated["name"],
                stated["vendor"],
                stated["category"],
                tuple(stated.get("also", ())),
                stated.get("domain", ""),
                tuple(stated.get("capabilities", ())),
            )
    return Catalogue(products, categories, _names(products), _sso_prices(folder / "sso_prices.yaml", products))


def _categories(path: Path) -> dict[str, Category]:
    found: dict[str, Category] = {}
    for group, stated in _mapping(path).items():
        assert isinstance(stated, dict)
        for category_id, body in stated["categories"].items():
            found[category_id] = Category(
                category_id,
                body["name"],
                group,
                stated["name"],
                body.get("trade", stated["name"]),
                body["job"],
                body.get("overlap") != "normal",
            )
    return found


def _names(products: dict[str, Product]) -> dict[str, str]:
    """Every folded name with the product it means."""
    names: dict[str, str] = {}
    for product in products.values():
        for name in {folded(name) for name in (product.name, product.id, *product.also)}:
            if names.setdefault(name, product.id) != product.id:
                message = f"`{name}` names both `{names[name]}` and `{product.id}` in the catalogue"
                raise one_problem(message, "Take the name away from one of them.")
    return names


def _sso_prices(path: Path, products: Mapping[str, Product]) -> dict[str, SignOnPrice]:
    """The prices of single sign-on by product; none where a catalogue comes without such a file."""
    if not path.exists():
        return {}
    found: dict[str, SignOnPrice] = {}
    for product, stated in _mapping(path).items():
        assert isinstance(stated, dict)
        if product not in products:
            message = f"`{path.name}` names a price of `{product}`, which is no product of the catalogue"
            raise one_problem(message, "Name the product by its id, or take the price away.")
        on = date.fromisoformat(str(stated["on"]))
        found[product] = SignOnPrice(stated["base"], stated["sso"], stated["currency"], stated.get("per", ""), on)
    return found


def _mapping(path: Path) -> dict[str, object]:
    """The mapping that a packaged file holds."""
    value = parse_strictly(path.name, read_text(path, path.name)).value
    assert isinstance(value, dict)
    return value
