from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from stackaudit.model.catalogue import SignOnPrice
from stackaudit.model.problems import Problems
from stackaudit.sources.catalogue.packing import FOLDER, read_catalogue, write_pack
from stackaudit.sources.catalogue.reading import read_chapters

if TYPE_CHECKING:
    from pathlib import Path

CATEGORIES = "g: {name: G, categories: {c: {name: C, job: doing it}}}\n"
PRODUCTS = "one: {name: One, vendor: V, category: c}\n"
PRICES = "one: {base: 9.5, sso: 19, currency: EUR, per: user and month, on: 2024-02-05}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "products").mkdir()
    (tmp_path / "categories.yaml").write_text(CATEGORIES)
    (tmp_path / "products" / "all.yaml").write_text(PRODUCTS)
    (tmp_path / "sso_prices.yaml").write_text(PRICES)
    return tmp_path


def test_a_pack_gives_the_same_prices_as_the_chapters(folder: Path) -> None:
    chapters = read_catalogue(folder).sso_prices
    write_pack(folder)
    packed = read_catalogue(folder).sso_prices

    assert dict(chapters) == {"one": SignOnPrice(9.5, 19, "EUR", "user and month", date(2024, 2, 5))}
    assert dict(packed) == dict(chapters)
    assert type(packed) is not type(chapters)
    assert ("one" in packed, "two" in packed, False in packed, len(packed)) == (True, False, False, 1)


def test_a_changed_price_makes_the_pack_stale(folder: Path) -> None:
    write_pack(folder)
    (folder / "sso_prices.yaml").write_text(PRICES.replace("19", "29"))

    assert read_catalogue(folder).sso_prices["one"].with_sso == 29


def test_a_catalogue_may_come_without_prices(folder: Path) -> None:
    (folder / "sso_prices.yaml").unlink()

    assert dict(read_catalogue(folder).sso_prices) == {}


def test_a_price_of_no_product_is_refused(folder: Path) -> None:
    (folder / "sso_prices.yaml").write_text(PRICES.replace("one:", "two:"))

    with pytest.raises(Problems) as raised:
        read_catalogue(folder)

    assert "`two`" in raised.value.problems[0].message


def test_our_own_prices_are_figures_sorted_by_product_and_dearer_with_single_sign_on() -> None:
    prices = read_chapters(FOLDER).sso_prices

    assert list(prices) == sorted(prices)
    assert len(prices) > 50
    assert [product for product, price in prices.items() if not 0 < price.base < price.with_sso] == []
    assert {price.currency for price in prices.values()} == {"EUR", "USD"}
    assert all(date(2015, 1, 1) < price.on < date(2027, 1, 1) for price in prices.values())
