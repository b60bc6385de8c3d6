from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

import pytest

from stackaudit.model.catalogue import Catalogue, Product, folded
from stackaudit.sources.catalogue.packing import read_catalogue
from stackaudit.sources.yaml_reading import parse_strictly

SCRIPT = runpy.run_path(str(Path(__file__).parents[2] / "data" / "carry_third_parties.py"))
LISTED = Path(__file__).parents[3] / "shared" / "data" / "catalogue" / "third_party_web.json"


def catalogue(*products: Product) -> Catalogue:
    names = {folded(name): product.id for product in products for name in (product.name, *product.also)}
    return Catalogue({product.id: product for product in products}, {}, names)


WARM = Product("warm", "Warm", "Warm", "survey", ("Old Warm",), "app.warm.co.uk", ())
MILD = Product("mild", "Mild", "Mild", "survey", ("Old Mild",), "", ())
LENT = Product("lent", "Lent", "Lent", "cdn", (), "lent.example", ())


def carried(*domains: str, **changes: Any) -> list[tuple[str, str]]:
    row = {"name": "Warm", "category": "analytics", "domains": list(domains)} | changes
    return list(SCRIPT["carried"]([row], catalogue(WARM, MILD, LENT)))


def test_a_company_keeps_its_name_its_kind_and_its_hosts_sorted() -> None:
    facts = '{name: "Côte & \\"Co\\"", kind: ad, hosts: [a.example, b.example, c.x.example]}'

    assert carried("*.b.example", "c.x.example", "*.a.example", name='Côte & "Co"', category="ad") == [
        ("cote-co", f"cote-co: {facts}\n"),
    ]


def test_hosts_below_another_one_and_addresses_of_machines_are_left_out() -> None:
    ((_, line),) = carried("*.a.example", "cdn.a.example", "*.B.example", "a.c.example", "c.example", "185.2.100.179")

    assert line.endswith("hosts: [a.c.example, a.example, b.example, c.example]}\n")


@pytest.mark.parametrize(
    ("name", "host"),
    [("Warm", "*.warm.co.uk"), ("Old Warm", "tags.warm.co.uk"), ("Warm Inc", "warm.co.uk"), ("Mild", "*.any.example")],
)
def test_an_entry_of_a_products_name_at_the_products_domain_names_the_product(name: str, host: str) -> None:
    ((_, line),) = carried(host, name=name)

    assert "{product: mild," in line if name == "Mild" else "{product: warm," in line


@pytest.mark.parametrize(
    ("name", "host", "category"),
    [
        ("Warm", "*.other.co.uk", "analytics"),
        ("Warm", "*.warm.example", "analytics"),
        ("Warmth", "*.warm.co.uk", "analytics"),
        ("Warm", "*.warm.co.uk", "hosting"),
        ("Mild Free", "*.any.example", "analytics"),
        ("Lent", "*.lent.example", "utility"),
    ],
)
def test_what_is_not_certainly_a_product_stays_a_company(name: str, host: str, category: str) -> None:
    ((_, line),) = carried(host, name=name, category=category)

    assert f'{{name: "{name}", kind: {category}, ' in line


def test_the_table_speaks_before_the_names_do() -> None:
    twice = catalogue(Product("heap", "Heap", "Heap", "survey", (), "heap.io", ()), WARM)
    rows = [{"name": name, "category": "ad", "domains": [f"{name}.example".lower()]} for name in ("Heap", "Tealium")]

    assert [line for _, line in SCRIPT["carried"](rows, twice)] == [
        "heap: {product: heap, hosts: [heap.example]}\n",
        'tealium: {name: "Tealium", kind: ad, hosts: [tealium.example]}\n',
    ]


def test_a_host_belongs_to_the_first_that_lists_it_and_none_without_hosts_is_carried() -> None:
    rows = [{"name": name, "category": "ad", "domains": ["*.a.example"]} for name in ("One", "Two")]

    assert [company for company, _ in SCRIPT["carried"](rows, catalogue())] == ["one"]


def test_the_table_names_products_of_the_catalogue() -> None:
    assert {product for product in SCRIPT["PRODUCTS"].values() if product} - read_catalogue().products.keys() == set()


@pytest.mark.skipif(not LISTED.exists(), reason="the list does not lie beside the repository")
def test_the_carried_file_is_what_the_script_writes() -> None:
    written = SCRIPT["written"](LISTED.read_bytes(), read_catalogue())
    path = Path(__file__).parents[2] / "src" / "stackaudit" / "catalogue" / "marks" / "companies.yaml"

    assert path.read_text(encoding="utf-8") == written
    assert len(parse_strictly("companies.yaml", written).value) > 2000  # type: ignore[arg-type]  # a mapping
