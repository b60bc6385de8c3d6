"""Amounts of money as the inventory writes them: plain where they are in the organisation's own currency."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.model.imports import Draft

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stackaudit.model.imports import Value

_WHY = "all amounts of the source are in it"


def in_own_currency(drafts: Sequence[Draft], currency: object) -> list[Draft]:
    """The drafts with plain amounts for those in the organisation's currency.

    Where that is not stated and all amounts are in one currency, that one is the organisation's, to be checked.
    """
    found = {_currency(value) for draft in drafts for value in draft.facts.values()} - {""}
    plain = any(
        fact == "cost.annual" and isinstance(value, int | float) and value
        for draft in drafts
        for fact, value in draft.facts.items()
    )
    given = [draft for draft in drafts if draft.kind == "organization" and "currency" in draft.facts]
    drafts = list(drafts)
    if currency is None and not given and not plain and len(found) == 1:
        currency = next(iter(found))
        drafts.insert(0, Draft("organization", "", 1, {"currency": currency}, {"currency": _WHY}))
    elif currency is None and given:
        currency = given[0].facts["currency"]
    return [
        draft._replace(facts={fact: _plain(value, currency) for fact, value in draft.facts.items()}) for draft in drafts
    ]


def _plain(value: Value, currency: object) -> Value:
    return value["amount"] if isinstance(value, dict) and _currency(value) == currency else value


def _currency(value: Value) -> str:
    return str(value["currency"]) if isinstance(value, dict) and value.keys() == {"amount", "currency"} else ""
