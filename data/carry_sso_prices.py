"""Carries dated prices of single sign-on from the list of sso-wall-of-shame over into the catalogue.

`python data/carry_sso_prices.py sso_pricing.json` writes `src/stackaudit/catalogue/sso_prices.yaml`. A price is carried
over only where its name is, letter for letter but for case and punctuation, one that the catalogue knows, where the
product lives at the same domain, and where both prices are figures of the same currency for the same unit.
"""  # noqa: INP001 - a script, not a package

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from stackaudit.model.catalogue import folded
from stackaudit.sources.catalogue.packing import FOLDER
from stackaudit.sources.catalogue.reading import read_chapters

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from stackaudit.model.catalogue import Catalogue

HEADING = """\
# What single sign-on costs, by the price lists of the vendors on the day named: facts from sso-wall-of-shame
# (https://sso.tax, Apache-2.0; see NOTICE), written by data/carry_sso_prices.py.
#
# base, sso  what one unit costs without and with single sign-on; per: the unit, where the list names one

"""
_PRICE = re.compile(r"(?P<currency>[$€])(?P<amount>\d[\d,]*(?:\.\d+)?)\s*(?P<unit>.*)")
_CURRENCIES = {"$": "USD", "€": "EUR"}
_UNITS = {
    "": "",
    "per u/m": "user and month",
    "per u/y": "user and year",
    "per month": "month",
    "per mo": "month",
    "/mo": "month",
    "/month": "month",
    "per year": "year",
    "/year": "year",
}


def carried(rows: Iterable[Mapping[str, str]], catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Each product's id with its line of the file."""
    for row in rows:
        product = catalogue.products.get(catalogue.names.get(folded(row["name"]), ""))
        base, dearer = _price(row["base_pricing"]), _price(row["sso_pricing"])
        if product is None or not _lives_at(product.domain, row) or base is None or dearer is None:
            continue
        if base[1:] != dearer[1:]:
            continue
        currency, unit = base[1:]
        per = f", per: {unit}" if unit else ""
        facts = f"base: {base[0]:g}, sso: {dearer[0]:g}, currency: {currency}{per}, on: {row['updated_at']}"
        yield product.id, f"{product.id}: {{{facts}}}\n"


def _price(text: str) -> tuple[float, str, str] | None:
    """Amount, currency and unit; None for anything but one plain figure."""
    match = _PRICE.fullmatch(text.strip())
    unit = _UNITS.get(match["unit"].strip()) if match else None
    return (
        (float(match["amount"].replace(",", "")), _CURRENCIES[match["currency"]], unit)
        if match and unit is not None
        else None
    )


def _lives_at(domain: str, row: Mapping[str, str]) -> bool:
    """Whether the product's domain is the one that the list leads to."""
    hosts = [urlsplit(row[key]).hostname or "" for key in ("vendor_url", "pricing_source")]
    return bool(domain) and any(host == domain or host.endswith(f".{domain}") for host in hosts)


if __name__ == "__main__":
    listed = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    lines = dict(carried(listed, read_chapters(FOLDER)))
    text = HEADING + "".join(lines[product] for product in sorted(lines))
    (FOLDER / "sso_prices.yaml").write_text(text, encoding="utf-8")
