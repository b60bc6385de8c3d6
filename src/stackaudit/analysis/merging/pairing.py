"""Which entry of the inventory each draft is: one remembered, one of the same name or product, or a new one."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.analysis.merging.naming import by_name, by_product
from stackaudit.analysis.merging.products import product_of
from stackaudit.model.catalogue import folded
from stackaudit.model.ids import id_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from stackaudit.model.catalogue import Catalogue
    from stackaudit.model.imports import Draft
    from stackaudit.model.inventory import Inventory
    from stackaudit.model.merging import Provenance


class Pair(NamedTuple):
    """A draft with the id of its entry; `is_there` says whether the inventory has that, `was_there` that it once had.

    One that was there and is not was taken out by hand.
    """

    draft: Draft
    id: str
    is_there: bool
    was_there: bool


def remembered(draft: Draft) -> str:
    """The word under which an entry is remembered."""
    return f"{draft.kind}:{draft.key}"


class Pairing:
    """Pairs the drafts of one import with the entries of an inventory; no two drafts get the same entry.

    A partial import adds no systems: what it names is in the inventory, or unknown.
    """

    def __init__(
        self, inventory: Inventory, provenance: Provenance, catalogue: Catalogue, *, is_partial: bool = False
    ) -> None:
        self._inventory = inventory
        self._is_partial = is_partial
        self._provenance = provenance
        self._catalogue = catalogue
        self._taken = {kind: set(self._there(kind)) for kind in ("system", "team")}
        self.team_ids: dict[str, str] = {}
        self.system_ids: dict[str, str] = {}

    def teams(self, drafts: Iterable[Draft]) -> Iterator[Pair]:
        """Teams by id or name; `team_ids` then maps the keys of the drafts to ids."""
        names = {folded(str(name)): team.id for team in self._inventory.teams.values() for name in (team.name, team.id)}
        for draft in drafts:
            id_ = draft.id or names.get(folded(_name(draft)), draft.key)
            self.team_ids[draft.key] = id_
            was_there = remembered(draft) in self._provenance.entries
            yield Pair(draft, id_, id_ in self._inventory.teams, was_there)

    def systems(self, drafts: Iterable[Draft]) -> Iterator[Pair]:
        """Systems; `system_ids` then maps the keys of the drafts to ids."""
        drafts = list(drafts)
        found: dict[str, Pair] = {}
        known = {remembered(draft): draft for draft in drafts}
        claimed = {stated.id for word, stated in self._provenance.entries.items() if word in known and not stated.gone}
        free = {id_: system for id_, system in self._inventory.systems.items() if id_ not in claimed}
        named, sold = by_name(free.values()), by_product(free.values(), self._catalogue)
        products = Counter(product.id for draft in drafts if (product := product_of(draft, self._catalogue)))
        used: set[str] = set()
        for word, draft in known.items():
            pair = self._known(word, draft, named)
            if pair is None:
                id_ = self._meant(draft) or self._match(draft, named, sold, products)
                pair = Pair(draft, id_, id_ in self._inventory.systems, was_there=False)
            if (pair.is_there and pair.id in used) or (self._is_partial and not pair.is_there):
                pair = Pair(draft, "", is_there=False, was_there=False)
            used.add(pair.id)
            found[word] = pair
        for word, draft in known.items():
            pair = found[word]
            if not pair.id and not self._is_partial:
                pair = pair._replace(id=self._new_id(draft))
            self.system_ids[draft.key] = pair.id
            yield pair

    def _meant(self, draft: Draft) -> str:
        """The id that a draft names, where the inventory has it; another file's id only under the same name."""
        system = self._inventory.systems.get(draft.id)
        is_it = system is not None and (self._is_partial or folded(system.name) == folded(_name(draft)))
        return draft.id if is_it else ""

    def _known(self, word: str, draft: Draft, named: Mapping[str, str]) -> Pair | None:
        """The pair of a draft that the same source had before; its entry may have got another id since."""
        stated = self._provenance.entries.get(word)
        if stated is None:
            return None
        if stated.id in self._inventory.systems:
            return Pair(draft, stated.id, is_there=True, was_there=True)
        names = (str(stated.facts.get("name", "")), _name(draft))
        renamed = next((named[folded(name)] for name in names if folded(name) in named), "")
        return Pair(draft, renamed or stated.id, bool(renamed), was_there=True)

    def _match(
        self, draft: Draft, named: Mapping[str, str], sold: Mapping[str, str], products: Mapping[str, int]
    ) -> str:
        """The id of the system that a new draft is, empty where it is none of those that are there."""
        if id_ := named.get(folded(_name(draft))):
            return id_
        product = product_of(draft, self._catalogue)
        if product is None or products[product.id] > 1 or "product" in draft.doubts:
            return ""
        return sold.get(product.id, "")

    def _new_id(self, draft: Draft) -> str:
        wanted = draft.id or id_of(_name(draft)) or "system"
        id_, number = wanted, 1
        while id_ in self._taken["system"]:
            number += 1
            id_ = f"{wanted}-{number}"
        self._taken["system"].add(id_)
        return id_

    def _there(self, kind: str) -> Iterable[str]:
        return self._inventory.systems if kind == "system" else self._inventory.teams


def _name(draft: Draft) -> str:
    return str(draft.facts.get("name", draft.key))
