from __future__ import annotations

import pytest

from stackaudit.analysis.derivations.regions import lies_inside


@pytest.mark.parametrize(
    ("region", "allowed"),
    [
        ("eu", ["eu"]),
        ("EU", ["eu"]),
        ("eu", ["us", "EU"]),
        ("de", ["eu"]),
        ("DE", ["EU"]),
        ("de", ["eea"]),
        ("eu", ["eea"]),
        ("no", ["eea"]),
        ("ch", ["ch"]),
        ("eu-central-1", ["eu-central-1"]),
    ],
)
def test_a_region_lies_in_itself_and_in_what_contains_it(region: str, allowed: list[str]) -> None:
    assert lies_inside(region, allowed)


@pytest.mark.parametrize(
    ("region", "allowed"),
    [
        ("us", ["eu"]),
        ("uk", ["eu", "eea"]),
        ("ch", ["eu", "eea"]),
        ("no", ["eu"]),
        ("eea", ["eu"]),
        ("eu", ["de"]),
        ("de", ["fr"]),
        ("eu-west-2", ["eu"]),
        ("eu", []),
    ],
)
def test_a_region_lies_in_no_other_place(region: str, allowed: list[str]) -> None:
    assert not lies_inside(region, allowed)


def test_the_union_has_27_countries() -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"

    countries = [a + b for a in letters for b in letters if lies_inside(a + b, ["eu"]) and a + b != "eu"]

    assert len(countries) == 27
