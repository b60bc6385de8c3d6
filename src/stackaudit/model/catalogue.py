"""What the market sells: products, and the tree of jobs that they do."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.model.marks import CatalogueMarks

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


class Category(NamedTuple):
    """A job that software does; `overlap` is false where running several products for it at once is ordinary."""

    id: str
    name: str
    group: str
    group_name: str
    trade: str
    job: str
    overlap: bool


class Product(NamedTuple):
    """One product of the market; `capabilities` are further categories whose job it does as well."""

    id: str
    name: str
    vendor: str
    category: str
    also: tuple[str, ...]
    domain: str
    capabilities: tuple[str, ...]


class SignOnPrice(NamedTuple):
    """What a unit of a product cost on a day, without and with single sign-on; `per` is empty where nobody says."""

    base: float
    with_sso: float
    currency: str
    per: str
    on: date


_QUALIFIER = re.compile(r"\s+[-\u2013\u2014|:]\s+|\s*[(\[/,]")
_ENDINGS = frozenset(
    """
inc incorporated llc ltd limited gmbh ag kg corp corporation co company sa sas srl bv nv ab oy as plc pte pty free
basic starter standard pro professional plus premium business team enterprise edition plan subscription license
licence account trial saas
""".split(),
)
_DOMAIN = re.compile(r"(?:www\.)?([a-z0-9-]+)\.[a-z]{2,12}")
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All products and categories; `names` maps every folded name to the id of its product.

    `sso_prices` holds, by product, what single sign-on costs where that was published; `marks` how products are seen,
    for those who read evidence.
    """

    products: Mapping[str, Product]
    categories: Mapping[str, Category]
    names: Mapping[str, str]
    sso_prices: Mapping[str, SignOnPrice] = field(default_factory=dict)
    marks: CatalogueMarks = field(default_factory=CatalogueMarks)

    def resolve(self, name: str) -> Product | None:
        """The product that a name means, or None.

        Case, spaces, punctuation and accents do not matter; a company's suffix, the name of an edition, and what
        follows a bracket, a comma or a dash may be there. A name that is a domain means the product of that name only
        where the product lives at such a domain. Nothing is guessed beyond that.
        """
        for spelling in dict.fromkeys((name, _QUALIFIER.split(name, maxsplit=1)[0])):
            words = _WORD.findall(_plain(spelling))
            while words:
                product = self.names.get("".join(words))
                if product is not None:
                    return self.products[product]
                if words[-1] not in _ENDINGS:
                    break
                words.pop()
        return self._at_domain(_plain(name).strip())

    def _at_domain(self, name: str) -> Product | None:
        match = _DOMAIN.fullmatch(name)
        product = self.products.get(self.names.get(folded(match[1]), "")) if match else None
        return product if product and match and match[1] in product.domain.split(".") else None


def folded(name: str) -> str:
    """A name without case, accents, spaces and punctuation: the form in which names are looked up."""
    return "".join(_WORD.findall(_plain(name)))


@lru_cache(maxsize=1)
def _marks() -> re.Pattern[str]:
    return re.compile(r"[\u0300-\u036f]")


def _plain(name: str) -> str:
    """Lower case, without accents."""
    if name.isascii():
        return name.lower()
    return _marks().sub("", unicodedata.normalize("NFKD", name)).casefold()
