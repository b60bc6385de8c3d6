"""Lines of a ledger by which nobody sold anything: cards that were declined, orders that were cancelled, wages."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from stackaudit.sources.evidence.columns import cells_of
from stackaudit.sources.evidence.headings import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from stackaudit.sources.evidence.columns import Columns
    from stackaudit.sources.evidence.reader import Table

_STATUS = frozenset(
    "status, state, transaction status, transaction state, payment status, statut, etat, estado, tilstand".split(", ")
)
_KINDS = frozenset("buchungstext, transaction type, type, expense type, category, kategorie, categorie".split(", "))
_NOT_PAID = frozenset(
    """
    declined failed rejected canceled cancelled reverted voided void expired blocked refuse refusee annule annulee
    echoue abgelehnt storniert fehlgeschlagen avvist nekad afvist afbrudt geweigerd geannuleerd mislukt rechazado
    rechazada cancelado anulado
    """.split(),
)
_WAGES = re.compile(
    r"(?:lohn|gehalt|gehälter|salary|salaries|wages?|salaires?|lønn|lön|løn|salaris|sueldos?|nómina|stipendio)"
    r"(?![\w.&-])(?! +(?:&|(?:and|und|et|og|och|software|systems?|services?|gmbh|ltd|as|ab|inc)\b))",
    re.IGNORECASE,
)
_SAID = {"unpaid": "declined or cancelled", "wages": "of wages"}


def no_payments(table: Table, columns: Columns, merchants: Sequence[str]) -> list[str]:
    """Why each row is no payment to anybody who sells something, a key to a reason; empty where it may be one."""
    others = {
        place: index
        for index, heading in enumerate(columns.headings)
        for place, words in (("status", _STATUS), ("kind", _KINDS))
        if heading in words and index not in {columns.merchant, columns.direction}
    }
    reasons = ["unpaid" if _is_unpaid(status) else "" for status in cells_of(table, others.get("status"))]
    for cells in (merchants, cells_of(table, columns.description), cells_of(table, others.get("kind"))):
        wages = {cell for cell in dict.fromkeys(cells) if _WAGES.match(cell)}
        if wages:
            reasons = [
                reason or ("wages" if cell in wages else "") for reason, cell in zip(reasons, cells, strict=True)
            ]
    return reasons


def left_aside(reasons: Sequence[str]) -> Iterator[str]:
    """A sentence for each reason, with how many lines it took."""
    counts = Counter(filter(None, reasons))
    for reason, what in _SAID.items():
        if counts[reason]:
            yield f"{'1 line is' if counts[reason] == 1 else f'{counts[reason]:,} lines are'} {what}: left aside"


@lru_cache(maxsize=256)
def _is_unpaid(status: str) -> bool:
    return folded(status) in _NOT_PAID
