"""The catalogue in one JSON file beside its chapters, so that a run need not parse thirty thousand lines of YAML.

The pack is written when the package is built. It is used only while it was made from exactly the chapters that lie
beside it; in a checkout whose chapters were edited since, the chapters themselves are read.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from stackaudit.model.catalogue import Catalogue, Category, Product, SignOnPrice
from stackaudit.sources.catalogue.reading import read_chapters

FOLDER = Path(__file__).parents[2] / "catalogue"
PACK = "packed.json"


def read_catalogue(folder: Path = FOLDER) -> Catalogue:
    """The catalogue in a folder, from its pack where that is current."""
    pack = _pack(folder)
    if pack is None:
        return read_chapters(folder)
    rows = pack["products"]
    assert isinstance(rows, dict)
    categories = {key: Category(*row) for key, row in pack["categories"].items()}  # type: ignore[attr-defined]
    prices = pack["sso_prices"]
    assert isinstance(prices, dict)
    return Catalogue(_Products(rows), categories, pack["names"], _SignOnPrices(prices))  # type: ignore[arg-type]


def write_pack(folder: Path = FOLDER) -> Path:
    """Write the pack of a folder's chapters; the path of the written file."""
    catalogue = read_chapters(folder)
    value = {
        "made_from": _digest(folder),
        "categories": catalogue.categories,
        "names": catalogue.names,
        "products": catalogue.products,
        "sso_prices": {key: (*price[:-1], price.on.isoformat()) for key, price in catalogue.sso_prices.items()},
    }
    path = folder / PACK
    path.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    return path


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


def _pack(folder: Path) -> dict[str, object] | None:
    """The pack if there is one and it was made from the chapters as they are now."""
    try:
        raw = (folder / PACK).read_bytes()
    except OSError:
        return None
    pack = json.loads(raw)
    return pack if pack["made_from"] == _digest(folder) else None


def _digest(folder: Path) -> str:
    """A checksum of all files that the pack is made from, in order of their names."""
    checksum = 0
    for path in [*sorted(folder.glob("*.yaml")), *sorted((folder / "products").glob("*.yaml"))]:
        checksum = zlib.crc32(path.read_bytes(), checksum)
    return f"{checksum:08x}"
