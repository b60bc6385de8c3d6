"""What repairs are thought out from: how values are read, the catalogue, and the ids that an inventory declares."""

from __future__ import annotations

from collections.abc import Callable  # noqa: TC003 - the annotations of a NamedTuple
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.analysis.repairing.tables import tables_of
from stackaudit.model.catalogue import folded
from stackaudit.model.language import Field, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from stackaudit.analysis.repairing.tables import Table
    from stackaudit.model.catalogue import Catalogue
    from stackaudit.model.documents import Document
    from stackaudit.model.imports import Value

_SECTIONS = {"systems": Kind.SYSTEM, "teams": Kind.TEAM}


class Reading(NamedTuple):
    """How values are read; handed in, for the readers live among the sources.

    `accepts` tells whether the language takes a value as it stands. `understood` takes the name of a document, a fact
    such as `system.cost.annual`, and a text; it gives the value in the language's form that the text means there beyond
    doubt, or None.
    """

    accepts: Callable[[Field, object], bool]
    understood: Callable[[str, str, Field, str], Value | None]


class Market(NamedTuple):
    """The catalogue, with its categories' ids by their folded names and its vendors' names by their folded letters."""

    catalogue: Catalogue
    categories: Mapping[str, str]
    vendors: Mapping[str, str]

    @classmethod
    def of(cls, catalogue: Catalogue) -> Market:
        """The market of a catalogue."""
        vendors = dict.fromkeys(product.vendor for product in catalogue.products.values())
        categories = {folded(category.name): category.id for category in catalogue.categories.values()}
        return cls(catalogue, categories, {folded(vendor): vendor for vendor in vendors})


class Ids(NamedTuple):
    """Declared ids, and by their folded letters the ids that a spelling of an id or a name may mean."""

    declared: frozenset[str]
    spelt: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Known:
    """All that repairs are thought out from; `currency` is the organisation's, empty where it states none."""

    market: Market
    reading: Reading
    today: date
    ids: Mapping[Kind, Ids]
    currency: str

    def meant(self, target: Kind, reference: str) -> str | None:
        """The one declared id that a reference means by other letters or by a name; None where it is declared."""
        ids = self.ids[target]
        if reference in ids.declared:
            return None
        found = ids.spelt.get(folded(reference), frozenset())
        return next(iter(found)) if len(found) == 1 else None


def known_of(documents: Sequence[Document], market: Market, reading: Reading, today: date) -> Known:
    """What is known of an inventory whose documents were read so far."""
    return Known(market, reading, today, _ids(documents), _currency(documents))


def _ids(documents: Iterable[Document]) -> dict[Kind, Ids]:
    """The ids of systems and teams that any document declares."""
    declared: dict[Kind, set[str]] = {kind: set() for kind in _SECTIONS.values()}
    spelt: dict[Kind, dict[str, set[str]]] = {kind: {} for kind in _SECTIONS.values()}
    for document in documents:
        for table in tables_of(document):
            kind = _SECTIONS.get(str(table.path[0])) if table.path else None
            if kind is None or not table.id:
                continue
            declared[kind].add(table.id)
            for name in (table.id, _name_of(table)):
                if letters := folded(name):
                    spelt[kind].setdefault(letters, set()).add(table.id)
    return {
        kind: Ids(frozenset(ids), {letters: frozenset(found) for letters, found in spelt[kind].items()})
        for kind, ids in declared.items()
    }


def _name_of(table: Table) -> str:
    stated = table.entry.value
    name = stated.get("name") if isinstance(stated, dict) else stated
    return name if isinstance(name, str) else ""


def _currency(documents: Iterable[Document]) -> str:
    """The currency that the organisation states, in whichever document."""
    for document in documents:
        organization = document.value.get("organization") if isinstance(document.value, dict) else None
        currency = organization.get("currency") if isinstance(organization, dict) else None
        if isinstance(currency, str):
            return currency
    return ""
