"""Names of Backstage entities: of the few signs that Backstage allows, and unique within their kind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stackaudit.reports.exports.stated import texts_of
from stackaudit.reports.exports.teams import team_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from stackaudit.model.inventory import Inventory

_LONGEST = 63
_OTHER = re.compile(r"[^A-Za-z0-9_.-]+")
_ENDS = "-_."

NOBODY, NOT_STATED = "\0nobody", "\0not stated"
STAND_INS = {NOBODY: "nobody", NOT_STATED: "not-stated"}
"""Groups that stand for owners that there are none of, with their names; no team can have such an id."""


@dataclass(frozen=True, slots=True)
class Names:
    """The name of each entity by what it stands for; those of APIs are in the order of the integrations.

    Systems and their components share names, which Backstage keeps apart by kind. Resources go by system and kind of
    data.
    """

    groups: Mapping[str, str]
    systems: Mapping[str, str]
    resources: Mapping[tuple[str, str], str]
    apis: tuple[str, ...]


def names_of(inventory: Inventory) -> Names:
    """The names of all that an inventory holds."""
    kinds = [
        (system.id, kind)
        for system in inventory.systems.values()
        for kind in texts_of(system.facts, "data.mastered") or ()
    ]
    groups = {**{team: team for team in team_names(inventory)}, **STAND_INS}
    return Names(
        dict(zip(groups, unique(groups.values()), strict=True)),
        dict(zip(inventory.systems, unique(inventory.systems), strict=True)),
        dict(zip(kinds, unique(f"{system}-{kind}" for system, kind in kinds), strict=True)),
        tuple(unique(f"{flow.facts['from']}-to-{flow.facts['to']}" for flow in inventory.integrations)),
    )


def unique(texts: Iterable[str]) -> list[str]:
    """A name for each text: letters, digits and `-_.` in the middle, 63 at most, and none twice in any case."""
    taken: set[str] = set()
    counts: dict[str, int] = {}
    names = []
    for text in texts:
        plain = _plain(text)
        name, folded = plain, plain.lower()
        while name.lower() in taken:
            counts[folded] = counts.get(folded, 1) + 1
            ending = f"-{counts[folded]}"
            name = plain[: _LONGEST - len(ending)].rstrip(_ENDS) + ending
        taken.add(name.lower())
        names.append(name)
    return names


def _plain(text: str) -> str:
    return _OTHER.sub("-", text).strip(_ENDS)[:_LONGEST].rstrip(_ENDS) or "unnamed"
