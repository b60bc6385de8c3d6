"""Words by which a draft refers to teams and systems, as the ids that these have in the inventory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.model.language import INVENTORY
from stackaudit.model.language.fields import Kind, flat

if TYPE_CHECKING:
    from collections.abc import Mapping

    from stackaudit.model.imports import Draft, Value

_KINDS = {
    section: {
        fact: kind
        for fact, field in flat(INVENTORY[plural].fields)
        if (kind := field.item.kind if field.kind is Kind.MANY and field.item else field.kind)
        in {Kind.TEAM, Kind.SYSTEM}
    }
    for section, plural in (("team", "teams"), ("system", "systems"), ("integration", "integrations"))
}


def referring(draft: Draft, teams: Mapping[str, str], systems: Mapping[str, str]) -> Draft:
    """The draft with ids in the place of the keys of teams and systems; words that are no keys stay."""
    kinds = _KINDS[draft.kind]
    facts = {
        fact: _as_ids(value, teams if kinds[fact] is Kind.TEAM else systems) if fact in kinds else value
        for fact, value in draft.facts.items()
    }
    return draft._replace(facts=facts)


def _as_ids(value: Value, ids: Mapping[str, str]) -> Value:
    if isinstance(value, str):
        return ids.get(value, value)
    if isinstance(value, list | tuple):
        return [_as_ids(item, ids) for item in value]
    return value
