"""Which systems of an inventory a target of evidence is."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from stackaudit.analysis.derivations.of_systems import IN_USE, product_of
from stackaudit.model.catalogue import folded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stackaudit.model.catalogue import Catalogue, Product
    from stackaudit.model.inventory import Subject


class Declared:
    """The systems of an inventory by product and by vendor.

    Where a product is declared several times, the systems in use are meant; the others only where none is in use.
    """

    def __init__(self, systems: Iterable[Subject], catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self.product: dict[str, Product | None] = {}
        self._by_product: dict[str, list[Subject]] = defaultdict(list)
        self._by_vendor: dict[str, list[Subject]] = defaultdict(list)
        for system in systems:
            product = product_of(system.facts, catalogue)
            self.product[system.id] = product
            if product is not None:
                self._by_product[product.id].append(system)
            vendor = system.facts.get("vendor") or (product.vendor if product else "")
            if vendor:
                self._by_vendor[folded(str(vendor))].append(system)

    def home(self, target: str) -> str:
        """The target under which all traces of a tool come together.

        A system's own traces are those of its product. What is only known to be of a vendor is of the one product of
        theirs that is declared, if there is one, or of the product that bears the vendor's name.
        """
        kind, _, name = target.partition(":")
        if kind == "system":
            product = self.product.get(name)
            return product.id if product is not None and len(self._by_product[product.id]) == 1 else target
        if kind == "vendor" and name:
            products = {self.product[system.id] for system in self._in_use(self._by_vendor.get(folded(name), []))}
            only = next(iter(products)) if len(products) == 1 else (None if products else self._named_like(name))
            return only.id if only is not None else target
        return target

    def systems(self, target: str) -> tuple[str, ...]:
        """The ids of the systems that a target is, in order; none where it is not declared.

        A product counts as declared where another product of the same vendor at the same address is: a suite's parts
        bear the same marks.
        """
        kind, _, name = target.partition(":")
        if kind == "system":
            return (name,)
        if kind == "vendor":
            return _ids(self._in_use(self._by_vendor.get(folded(name), [])))
        if target in self._by_product:
            return _ids(self._in_use(self._by_product[target]))
        product = self._catalogue.products.get(target)
        if product is None or not product.domain:
            return ()
        siblings = [
            system
            for system in self._by_vendor.get(folded(product.vendor), [])
            if (own := self.product[system.id]) is not None and own.domain == product.domain
        ]
        return _ids(self._in_use(siblings))

    def _named_like(self, vendor: str) -> Product | None:
        """The product that has its vendor's name."""
        product = self._catalogue.products.get(self._catalogue.names.get(folded(vendor), ""))
        return product if product is not None and folded(product.vendor) == folded(vendor) else None

    def _in_use(self, systems: list[Subject]) -> list[Subject]:
        return [system for system in systems if system.facts.get("lifecycle") in IN_USE] or systems


def _ids(systems: Iterable[Subject]) -> tuple[str, ...]:
    return tuple(sorted(system.id for system in systems))
