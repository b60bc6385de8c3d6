"""How much of the software in labelled ledgers is found, and how much of what is found is software."""

from __future__ import annotations

from pathlib import Path

import pytest

from truth.measure_payments import Measure, measure

HERE = Path(__file__).parent
SEEN = ("birmingham-2014-09", "birmingham-2016-09", "calderdale-2020-04")
SET_ASIDE = "birmingham-2017-01"  # its merchants are not looked at while matching is worked on
NOT_IN_THE_CATALOGUE = [
    "juicer",
    "uk hosting #664946",
    "uk hosting #681903",
    "uk hosting #699262",
    "wp-zen software li",
]
"""Merchants in lower case whose software is no product of the catalogue, or bears no more than an ordinary word."""


@pytest.fixture(scope="module")
def seen() -> Measure:
    return measure(*(HERE / f"{name}.csv" for name in SEEN))


def test_nearly_all_software_that_is_known_is_found(seen: Measure) -> None:
    assert seen.missed == []
    assert seen.recall_of_known >= 0.90


def test_nearly_all_that_is_found_is_software(seen: Measure) -> None:
    assert seen.wrong == {}
    assert seen.precision >= 0.95


def test_software_that_the_catalogue_lacks_is_all_that_is_missed(seen: Measure) -> None:
    assert seen.recall >= 0.90
    assert sorted({merchant.lower() for merchant in seen.unknown}) == NOT_IN_THE_CATALOGUE


def test_a_month_that_nobody_looked_at_is_matched_nearly_as_well(seen: Measure) -> None:
    aside = measure(HERE / f"{SET_ASIDE}.csv")

    assert aside.precision >= 0.90  # three of thirty-seven are wrong; who they are stays unread
    assert aside.recall_of_known == pytest.approx(seen.recall_of_known, abs=0.05)
    assert aside.recall >= 0.85
