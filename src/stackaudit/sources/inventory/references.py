"""Names of teams and systems that stand for entries elsewhere, held against what is declared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.model.language import SUBJECTS, Field, Kind
from stackaudit.model.language.fields import flat
from stackaudit.model.language.journeys import JOURNEY
from stackaudit.model.problems import Problem
from stackaudit.model.suggesting import did_you_mean, shortened

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from stackaudit.model.inventory import Inventory

OWNERS = "owner"
"""Facts that begin with this word may name somebody who is no declared team: a rule asks about that, not the reader."""

_MOST_COMPARED = 200_000
"""Names held against each other in search of what was meant; where more are wrong, it is no slip of the pen."""


def unknown_references(inventory: Inventory) -> Iterator[Problem]:
    """A problem for each reference to a team or system that no file declares.

    Without any `teams` nothing is asked of the names of teams.
    """
    near: dict[Kind, dict[str, str | None]] = {Kind.SYSTEM: {}, Kind.TEAM: {}}
    for kind, fields in {**SUBJECTS, "journey": JOURNEY}.items():
        facts = [(name, target) for name, field in flat(fields) if (target := _target(field))]
        for subject in inventory.subjects(kind):
            for name, target in facts:
                value = subject.facts.get(name)
                if not value:
                    continue
                for reference in value if isinstance(value, tuple) else (value,):
                    if not reference or (target is Kind.TEAM and not inventory.states_teams):
                        continue
                    declared = inventory.systems if target is Kind.SYSTEM else inventory.teams
                    if reference not in declared:
                        meant = _meant(str(reference), declared, near[target])
                        if meant or not name.startswith(OWNERS):
                            problem = _problem(shortened(str(reference)), target, meant)
                            yield Problem(*problem, subject.place(name))


def _target(field: Field) -> Kind | None:
    """Whether a field, or the items of its list, name teams or systems."""
    kind = field.item.kind if field.item is not None else field.kind
    return kind if kind in (Kind.TEAM, Kind.SYSTEM) else None


def _meant(reference: str, declared: Collection[str], asked: dict[str, str | None]) -> str | None:
    """The declared id that was most likely meant; `asked` remembers what was asked before."""
    if reference not in asked:
        worth_it = len(asked) * len(declared) < _MOST_COMPARED
        asked[reference] = did_you_mean(reference, declared) if worth_it else None
    return asked[reference]


def _problem(reference: str, target: Kind, meant: str | None) -> tuple[str, str]:
    section = "systems" if target is Kind.SYSTEM else "teams"
    advice = f"Did you mean `{meant}`?" if meant else f"Declare `{reference}` under `{section}:`, or correct the name."
    return f"no {target} is declared as `{reference}`", advice
