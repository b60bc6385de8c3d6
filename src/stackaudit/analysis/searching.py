"""Finds products of the catalogue by words, the best match first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.model.catalogue import folded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stackaudit.model.catalogue import Catalogue, Product

_NAME, _START, _WORD, _PART, _OTHER_NAME, _CATEGORY, _VENDOR = range(7)
_TELLING = 4  # letters from which a part of a word tells something: `ads` is no part of spreadsheets


def search(catalogue: Catalogue, words: Iterable[str]) -> list[Product]:
    """Products of which every word stands in the name, another name, the category or the vendor's name.

    Case, accents and punctuation do not matter. A product that is called so comes before one whose name begins so, and
    that before one that has the words elsewhere; equals are sorted by name.
    """
    wanted = [word for word in (folded(part) for text in words for part in text.split()) if word]
    if not wanted:
        return []
    categories = {key: folded(f"{key} {category.name}") for key, category in catalogue.categories.items()}
    found = []
    for product in catalogue.products.values():
        rank = _rank(product, wanted, categories.get(product.category, ""))
        if rank is not None:
            found.append((rank, product.name.casefold(), product.id, product))
    return [product for *_, product in sorted(found)]


def _rank(product: Product, wanted: list[str], category: str) -> tuple[int, int] | None:
    """How well a product matches: the worst of its words counts first, then their sum; None where one is nowhere."""
    name = folded(product.name)
    whole = "".join(wanted)
    if whole in (name, folded(product.id)):
        return _NAME, 0
    if name.startswith(whole):
        return _START, 0
    places = []
    for word in wanted:
        place = _place(product, word, name, category)
        if place is None:
            return None
        places.append(place)
    return max(places), sum(places)


def _place(product: Product, word: str, name: str, category: str) -> int | None:
    """Where a word stands in what is known of a product, the more telling places first."""
    if _stands_in(word, product.name, name):
        return _WORD if any(folded(part) == word for part in product.name.split()) else _PART
    if any(_stands_in(word, other, folded(other)) for other in product.also):
        return _OTHER_NAME
    if word in category:
        return _CATEGORY
    return _VENDOR if _stands_in(word, product.vendor, folded(product.vendor)) else None


def _stands_in(word: str, text: str, plain: str) -> bool:
    """Whether a word is part of a text (`plain` is the text folded); a short one only where a word begins with it."""
    if word not in plain:
        return False
    return len(word) >= _TELLING or any(folded(part).startswith(word) for part in text.split())
