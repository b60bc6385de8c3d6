"""The catalogue in one JSON file beside its chapters, so that a run need not parse thirty thousand lines of YAML.

The pack is written when the package is built. It is used only while it was made from exactly the chapters that lie
beside it; in a checkout whose chapters were edited since, the chapters themselves are read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from stackaudit.model.catalogue import Catalogue, Category, Product, SignOnPrice
from stackaudit.sources.catalogue.packs import FOLDER, catalogue_chapters, current_pack, save_pack
from stackaudit.sources.catalogue.reading import read_chapters

if TYPE_CHECKING:
    from pathlib import Path

PACK = "packed.json"


def read_catalogue(folder: Path = FOLDER) -> Catalogue:
    """The catalogue in a folder, from its pack where that is current."""
    pack = current_pack(folder / PACK, catalogue_chapters(folder))
    if pack is None:
        return read_chapters(folder)
    categories = {key: Category(*row) for key, row in pack["categories"].items()}
    return Catalogue(_Products(pack["products"]), categories, pack["names"], _SignOnPrices(pack["sso_prices"]))


def write_pack(folder: Path = FOLDER) -> Path:
    """Write the pack of a folder's chapters; the path of the written file."""
    catalogue = read_chapters(folder)
    value = {
        "categories": catalogue.categories,
        "names": catalogue.names,
        "products": catalogue.products,
        "sso_prices": {key: (*price[:-1], price.on.isoformat()) for key, price in catalogue.sso_prices.items()},
    }
    return save_pack(folder / PACK, catalogue_chapters(folder), value)


class _Products(Mapping[str, Product]):
    """Products by id, each made when it is asked for."""

    def __init__(self, rows: dict[str, list[object]]) -> None:
        self._rows = rows

    def __getitem__(self, key: str) -> Product:
        name, vendor, category, also, domain, capabilities = self._rows[key][1:]
        return Product(key, str(name), str(vendor), str(category), tuple(also), str(domain), tuple(capabilities))  # type: ignore[arg-type]

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


class _SignOnPrices(Mapping[str, SignOnPrice]):
    """Prices of single sign-on by product, each made when it is asked for."""

    def __init__(self, rows: dict[str, list[object]]) -> None:
        self._rows = rows

    def __getitem__(self, key: str) -> SignOnPrice:
        base, with_sso, currency, per, on = self._rows[key]
        return SignOnPrice(base, with_sso, str(currency), str(per), date.fromisoformat(str(on)))  # type: ignore[arg-type]

    def __contains__(self, key: object) -> bool:
        return key in self._rows

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)
