"""Finds the system, or the kind of data, that somebody means on the command line; or says what is near."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.analysis.mapping.purpose import full
from stackaudit.model.catalogue import folded
from stackaudit.model.language.taxonomy import DATA_CATEGORIES
from stackaudit.model.problems import Problem, Problems
from stackaudit.model.suggesting import did_you_mean, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.model.inventory import Inventory, Subject

_LISTED = 6


def systems_meant(inventory: Inventory, *names: str) -> list[Subject]:
    """The systems that are meant by their ids or names; raises `Problems` with every name that means none or several.

    An id wins over a name; case, spaces and punctuation of names do not matter.
    """
    meant = [_meant(inventory, name) for name in names]
    problems = [each for each in meant if isinstance(each, Problem)]
    if problems:
        raise Problems(tuple(problems), inventory.documents)
    return [each for each in meant if not isinstance(each, Problem)]


def data_meant(inventory: Inventory, kind: str) -> str:
    """The kind of data as it was written; raises `Problems` for one that no flow carries and no taxonomy knows."""
    known = dict.fromkeys(_kinds_of(inventory)) | dict.fromkeys(DATA_CATEGORIES)
    if kind in known or full(kind) in map(full, known):
        return kind
    near = did_you_mean(kind, known)
    advice = f"Did you mean `{near}`?" if near else "Name one as it stands under `data` of an integration."
    raise Problems((Problem(f"no flow carries `{shortened(kind)}`", advice),))


def _meant(inventory: Inventory, name: str) -> Subject | Problem:
    if name in inventory.systems:
        return inventory.systems[name]
    exact = [system for system in inventory.systems.values() if system.name == name]
    found = exact or [system for system in inventory.systems.values() if folded(system.name) == folded(name) != ""]
    if len(found) == 1:
        return found[0]
    if found:
        ids = ", ".join(f"`{system.id}`" for system in found[:_LISTED])
        more = f" and {len(found) - _LISTED} more" if len(found) > _LISTED else ""
        places = tuple((system.place(), "one of them") for system in found[:_LISTED])
        message = f"`{shortened(name)}` may mean {len(found)} systems"
        return Problem(message, f"Name it by its id: {ids}{more}.", None, places)
    near = did_you_mean(name, [*inventory.systems, *(system.name for system in inventory.systems.values())])
    advice = f"Did you mean `{near}`?" if near else "Name a system by its id or its name."
    return Problem(f"no system is called `{shortened(name)}`", advice)


def _kinds_of(inventory: Inventory) -> Iterator[str]:
    for flow in inventory.integrations:
        kinds = flow.facts.get("data", ())
        assert isinstance(kinds, tuple)
        yield from (kind for kind in kinds if kind)
