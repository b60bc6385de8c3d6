from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from stackaudit.model.catalogue import Catalogue, Product, folded

CARRIED = runpy.run_path(str(Path(__file__).parents[2] / "data" / "carry_sso_prices.py"))["carried"]
PRODUCT = Product("nice-tool", "Nice Tool", "Nice", "survey", (), "nice.example", ())
CATALOGUE = Catalogue({"nice-tool": PRODUCT}, {}, {folded("Nice Tool"): "nice-tool"})


def carried(**changes: str) -> list[tuple[str, str]]:
    row = {
        "name": "nice tool",
        "base_pricing": "$10 per u/m",
        "sso_pricing": "$1,060.50 per u/m",
        "updated_at": "2024-01-02",
        "vendor_url": "https://www.nice.example",
        "pricing_source": "https://elsewhere.example/pricing",
    }
    return list(CARRIED([row | changes], CATALOGUE))


def test_a_price_is_written_as_figures_with_its_unit_and_day() -> None:
    facts = "base: 10, sso: 1060.5, currency: USD, per: user and month, on: 2024-01-02"

    assert carried() == [("nice-tool", f"nice-tool: {{{facts}}}\n")]


def test_the_price_list_may_lie_at_the_products_domain_too() -> None:
    assert carried(vendor_url="https://x.example", pricing_source="https://help.nice.example/prices") == carried()


def test_without_a_unit_none_is_written() -> None:
    ((_, line),) = carried(base_pricing="€5", sso_pricing="€9")

    assert line == "nice-tool: {base: 5, sso: 9, currency: EUR, on: 2024-01-02}\n"


@pytest.mark.parametrize(
    "changes",
    [
        {"name": "Nice Tool Pro"},
        {"name": "Nice Tool (Cloud)"},
        {"vendor_url": "https://verynice.example"},
        {"vendor_url": "https://nice.example.evil.example"},
        {"sso_pricing": "Call Us!"},
        {"sso_pricing": "Call Us! ($20 per u/m)"},
        {"sso_pricing": "$20+ per u/m"},
        {"sso_pricing": "$20 per month"},
        {"sso_pricing": "€20 per u/m"},
        {"sso_pricing": "$20 per screen/m", "base_pricing": "$10 per screen/m"},
        {"base_pricing": "???"},
    ],
)
def test_what_is_not_certain_is_left_out(changes: dict[str, str]) -> None:
    assert carried(**changes) == []
