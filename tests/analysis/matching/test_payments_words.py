"""The marks and the words that matching goes by hold together."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path

from stackaudit.analysis.matching.noise import (
    BEGINNINGS,
    CODES,
    NOISE,
    RESELLERS,
    SHOP,
    SOFTWARE,
    TILLS,
    TRADE,
    WALLETS,
)
from stackaudit.analysis.matching.ordinary import ORDINARY
from stackaudit.analysis.matching.payments import match_payments
from stackaudit.analysis.matching.telling import SELLS_OTHER_THINGS, Telling, telling
from stackaudit.model.catalogue import folded
from stackaudit.model.matches import Sureness
from stackaudit.sources.catalogue import read_catalogue
from stackaudit.sources.catalogue.marks import read_marks
from stackaudit.sources.files import read_text
from stackaudit.sources.yaml_reading import parse_strictly

CHAPTER = Path(__file__).parents[3] / "src/stackaudit/catalogue/marks/statements.yaml"


def statements() -> dict[str, list[str]]:
    value = parse_strictly(CHAPTER.name, read_text(CHAPTER, CHAPTER.name)).value
    assert isinstance(value, dict)
    return value


def test_every_mark_is_matched_to_its_own_target() -> None:
    targets = {mark.rstrip("*"): target for target, marks in statements().items() for mark in marks}

    matches = match_payments(targets, read_catalogue(), read_marks(), {})

    assert {mark: (match.target, match.sureness) for mark, match in matches.items()} == {
        mark: (target, Sureness.CERTAIN) for mark, target in targets.items()
    }


def test_the_marks_are_sorted_and_of_many() -> None:
    targets = list(statements())

    assert targets == sorted(targets, key=lambda target: (target.startswith("vendor:"), target.casefold()))
    assert len(targets) >= 400


def test_ordinary_words_are_words_of_the_catalogue() -> None:
    products = read_catalogue().products.values()
    names = [name for product in products for name in (product.name, product.vendor, *product.also)]
    words = {folded(word) for name in names for word in re.findall(r"[^\W\d_]+", name)}

    assert [word for word in sorted(ORDINARY) if word not in words] == []


def test_words_say_one_thing_each() -> None:
    groups = {
        "noise": NOISE,
        "shop": SHOP,
        "tills": TILLS,
        "codes": CODES - {"web"},
        "wallets": WALLETS,
        "trade": TRADE,
    }

    shared = {(one, two): groups[one] & groups[two] for one, two in combinations(groups, 2)}

    assert {pair: words for pair, words in shared.items() if words} == {}
    assert SOFTWARE <= TRADE
    assert RESELLERS <= WALLETS
    assert "subscriptio" in BEGINNINGS


def test_the_categories_are_those_of_the_catalogue() -> None:
    assert SELLS_OTHER_THINGS - set(read_catalogue().categories) == set()


def test_coined_names_tell_much_and_ordinary_ones_little() -> None:
    names = ["HubSpot", "Hootsuite", "Campaign Monitor", "Asana", "Buffer", "Box", "Red Canary", "Wix", "Café"]

    assert {name: telling(name) for name in names} == {
        "HubSpot": Telling.MUCH,
        "Hootsuite": Telling.MUCH,
        "Campaign Monitor": Telling.SOMETHING,
        "Asana": Telling.SOMETHING,
        "Buffer": Telling.LITTLE,
        "Box": Telling.LITTLE,
        "Red Canary": Telling.LITTLE,
        "Wix": Telling.LITTLE,
        "Café": Telling.LITTLE,
    }
