"""Matching statements by the names of products and vendors, as far as these tell something."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from stackaudit.analysis.matching.statements import all_noise, names_a_shop, names_software
from stackaudit.analysis.matching.telling import Telling, is_sold_alone, telling
from stackaudit.model.catalogue import folded
from stackaudit.model.matches import Match, Sureness

if TYPE_CHECKING:
    from stackaudit.analysis.matching.statements import Statement
    from stackaudit.model.catalogue import Catalogue, Product


class Name(NamedTuple):
    """A name as it is written, and whose it is."""

    written: str
    target: str


class Names:
    """The names by which somebody may have been paid, by their letters alone."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._names = catalogue.names
        self._vendors = _vendors(catalogue)
        self._memory: dict[str, Name | None] = {}
        self.letters = sorted({*self._names, *self._vendors})

    def look_up(self, letters: str) -> Name | None:
        """The name that has these letters, where those who are paid under it are paid for software."""
        if letters not in self._names and letters not in self._vendors:
            return None
        if letters not in self._memory:
            self._memory[letters] = self._name(letters)
        return self._memory[letters]

    def match(self, statement: Statement) -> Match | None:
        """The match of the longest name that a statement begins with, if it tells enough."""
        for words in statement.readings:
            for end in range(len(words), 0, -1):
                name = self.look_up("".join(words[:end]))
                if name is not None and (found := _match(name, words[end:], statement)) is not None:
                    return found
        return None

    def match_of_beginning(self, letters: str) -> Match | None:
        """The match of a statement that has only the beginning of a name."""
        name = self.look_up(letters)
        if name is None or telling(name.written) is not Telling.MUCH:
            return None
        return Match(name.target, Sureness.LIKELY, f"the beginning of {name.written}")

    def _name(self, letters: str) -> Name | None:
        if letters in self._names:
            product = self._catalogue.products[self._names[letters]]
            if not is_sold_alone(product):
                return None
            written = next((name for name in (product.name, *product.also) if folded(name) == letters), product.id)
            return Name(written, product.id)
        return _house(self._vendors[letters])


def _vendors(catalogue: Catalogue) -> dict[str, list[Product]]:
    """Vendors' products by the letters of the vendor's name."""
    found: dict[str, list[Product]] = {}
    for product in catalogue.products.values():
        found.setdefault(product.vendor, []).append(product)
    return {folded(vendor): products for vendor, products in found.items()}


def _house(products: list[Product]) -> Name | None:
    """The name of a vendor who sells software under it; others, such as makers of copiers, sell more than that."""
    vendor = products[0].vendor
    first = folded(vendor.partition(" ")[0])
    if not any(is_sold_alone(product) for product in products):
        return None
    if not any(first in folded(product.name) or first in folded(product.domain) for product in products):
        return None
    return Name(vendor, products[0].id if len(products) == 1 else f"vendor:{vendor}")


def _match(name: Name, rest: tuple[str, ...], statement: Statement) -> Match | None:
    """How sure a name is, given what else stands on the statement."""
    if names_a_shop(rest):
        return None
    alone = all_noise(rest, is_cut=statement.is_cut)
    tells = telling(name.written)
    why = f"named like {name.written}"
    is_software = statement.is_resold or names_software(rest)
    if tells is Telling.MUCH or (alone and (tells is Telling.SOMETHING or is_software)):
        return Match(name.target, Sureness.LIKELY, why)
    if not alone or name.target.startswith("vendor:"):
        return None
    return Match(name.target, Sureness.GUESS, why)
