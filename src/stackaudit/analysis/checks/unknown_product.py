"""Systems that nobody can place: not in the catalogue, and without a category of their own."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from stackaudit.analysis.answers import Answer, passes
from stackaudit.analysis.checks.check import Check
from stackaudit.model.audit import Verdict
from stackaudit.model.catalogue import folded
from stackaudit.model.suggesting import near_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.analysis.stack import Stack
    from stackaudit.model.catalogue import Catalogue

_LOOKED_UP = 200  # names that are compared with the catalogue's; each takes a good part of a millisecond
_LIKENESS = 0.85
_BUCKET = 2  # letters at the beginning that near names have in common


def ask(stack: Stack) -> Iterator[Answer]:
    """An answer for each system in use that we did not build ourselves: whether it is known what it is for."""
    asked = [system for system in stack.in_use if system.facts.get("bought.how") != "built"]
    yield from (passes(system) for system in asked if "category" in system.facts)
    unplaced = [system for system in asked if "category" not in system.facts]
    names = _by_beginning(stack.catalogue) if unplaced else {}
    for index, system in enumerate(unplaced):
        near = _near(stack.catalogue, names, system.name) if index < _LOOKED_UP else ""
        note = f"the catalogue has {near}" if near else "not in the catalogue, and no `category`"
        yield Answer(Verdict.FAILS, (system,), point="name", note=note)


def _by_beginning(catalogue: Catalogue) -> dict[str, list[str]]:
    """The folded names of the catalogue by their first letters."""
    names: dict[str, list[str]] = defaultdict(list)
    for name in catalogue.names:
        names[name[:_BUCKET]].append(name)
    return names


def _near(catalogue: Catalogue, names: dict[str, list[str]], name: str) -> str:
    """The products whose names are spelled almost like this one, for the reader to choose from; nothing is assumed."""
    wanted = folded(name)
    found = near_names(wanted, names.get(wanted[:_BUCKET], ()), most=2, likeness=_LIKENESS)
    return " and ".join(dict.fromkeys(catalogue.products[catalogue.names[match]].name for match in found))


CHECK = Check("It is known what each system is for.", "system", ask, {})
