"""Which integration of the inventory each flow of an import is, by the systems at its ends and what is said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.analysis.merging.naming import by_name, by_product
from stackaudit.analysis.merging.pairing import Pair, remembered
from stackaudit.analysis.merging.referring import referring
from stackaudit.analysis.merging.standing import alike
from stackaudit.model.catalogue import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from stackaudit.analysis.merging.pairing import Pairing
    from stackaudit.model.catalogue import Catalogue
    from stackaudit.model.imports import Draft, Value
    from stackaudit.model.inventory import Inventory, Subject
    from stackaudit.model.merging import Provenance


def flow_pairs(
    drafts: Iterable[Draft], inventory: Inventory, provenance: Provenance, pairing: Pairing, catalogue: Catalogue
) -> Iterator[Pair]:
    """The flows between systems that were paired before, or that the inventory has under that name or product.

    A flow with an end that nobody declares has no id.
    """
    systems = _Ends(inventory, pairing.system_ids, catalogue)
    free = {flow.id: flow for flow in inventory.integrations}
    for given in drafts:
        draft = referring(given, pairing.team_ids, systems.ids_in(given))
        ends = [str(draft.facts.get(end, "")) for end in ("from", "to")]
        stated = provenance.entries.get(remembered(draft))
        said = stated.facts if stated is not None else draft.facts
        is_two_way = draft.facts.get("direction") == "two-way"
        flow = free.get(draft.id) or _most_alike(free.values(), ends, said, is_two_way=is_two_way)
        if flow is not None:
            del free[flow.id]
        id_ = " -> ".join(ends) if all(map(systems.knows, ends)) and not draft.id else ""
        yield Pair(draft, flow.id if flow else id_, flow is not None, stated is not None)


class _Ends:
    """The systems that flows may name."""

    def __init__(self, inventory: Inventory, paired: Mapping[str, str], catalogue: Catalogue) -> None:
        self._systems = {*inventory.systems, *paired.values()}
        self._paired = paired
        self._catalogue = catalogue
        self._by_name = by_name(inventory.systems.values())
        self._by_product = by_product(inventory.systems.values(), catalogue)

    def knows(self, id_: str) -> bool:
        return id_ in self._systems

    def ids_in(self, draft: Draft) -> dict[str, str]:
        """The ids of the systems that a flow names, by its words for them."""
        words = [str(draft.facts[end]) for end in ("from", "to", "via") if end in draft.facts]
        return {word: self._id(word) for word in words}

    def _id(self, word: str) -> str:
        if word in self._paired or word in self._systems:
            return self._paired.get(word, word)
        product = self._catalogue.resolve(word)
        return self._by_name.get(folded(word)) or self._by_product.get(product.id if product else "", word)


def _most_alike(
    flows: Iterable[Subject], ends: list[str], said: Mapping[str, Value], *, is_two_way: bool
) -> Subject | None:
    """Of the flows between two systems the one that has most of what is said in common with a flow.

    Of a flow both ways it does not matter which end is named first.
    """
    between = [flow for flow in flows if _ends(flow) == ends]
    if is_two_way and not between:
        back = ends[::-1]
        between = [flow for flow in flows if _ends(flow) == back and flow.facts.get("direction") == "two-way"]
    return max(between, key=lambda flow: sum(_says(flow, fact, value) for fact, value in said.items()), default=None)


def _ends(flow: Subject) -> list[object]:
    return [flow.facts.get("from"), flow.facts.get("to")]


def _says(flow: Subject, fact: str, value: Value) -> bool:
    keys = flow.entries[0].value
    return isinstance(keys, dict) and alike(keys.get(fact), value)
