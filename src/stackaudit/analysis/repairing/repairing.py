"""All repairs of an inventory's document, as it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.analysis.repairing.keys import key_moves, key_repairs
from stackaudit.analysis.repairing.lists import list_repairs
from stackaudit.analysis.repairing.names import name_repairs
from stackaudit.analysis.repairing.ordering import order_repairs
from stackaudit.analysis.repairing.sandboxes import sandbox_repairs
from stackaudit.analysis.repairing.tables import spots_of, tables_of
from stackaudit.analysis.repairing.values import value_repairs
from stackaudit.model.language import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.analysis.repairing.knowing import Known
    from stackaudit.model.documents import Document
    from stackaudit.model.repairs import Repair


def repairs(document: Document, known: Known) -> Iterator[Repair]:
    """What there is to repair where it stands.

    A repair may bring others to light, such as those below a key that was misspelt: ask again once they are made.
    """
    for table in tables_of(document):
        yield from key_repairs(table, known)
        yield from name_repairs(table, known)
        yield from sandbox_repairs(table, known.today)
        for spot in spots_of(table):
            yield from list_repairs(spot, known) if spot.field.kind is Kind.MANY else value_repairs(spot, known)


def moves(document: Document, known: Known) -> Iterator[Repair]:
    """The keys that belong elsewhere in their entry; to be asked once all is mended that stays where it is."""
    for table in tables_of(document):
        yield from key_moves(table, known)


def orderings(document: Document) -> Iterator[Repair]:
    """The mappings of a document whose keys are not in the language's order; to be asked once all else is mended."""
    for table in tables_of(document):
        yield from order_repairs(table)
