"""Names of teams and systems that stand for entries elsewhere, held against what is declared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.model.language import SUBJECTS, Field, Kind
from stackaudit.model.language.fields import flat
from stackaudit.model.problems import Problem
from stackaudit.model.suggesting import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from stackaudit.model.inventory import Inventory

OWNERS = "owner"
"""Facts that begin with this word may name somebody who is no declared team: a rule asks about that, not the reader."""


def unknown_references(inventory: Inventory) -> Iterator[Problem]:
    """A problem for each reference to a team or system that no file declares.

    Without any `teams` nothing is asked of the names of teams.
    """
    for kind, fields in SUBJECTS.items():
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
                        problem = _problem(str(reference), target, declared, name.startswith(OWNERS))
                        if problem:
                            yield Problem(*problem, subject.place(name))


def _target(field: Field) -> Kind | None:
    """Whether a field, or the items of its list, name teams or systems."""
    kind = field.item.kind if field.item is not None else field.kind
    return kind if kind in (Kind.TEAM, Kind.SYSTEM) else None


def _problem(reference: str, target: Kind, declared: Collection[str], is_owner: bool) -> tuple[str, str] | None:
    near = did_you_mean(reference, declared)
    if near is None and is_owner:
        return None
    section = "systems" if target is Kind.SYSTEM else "teams"
    advice = f"Did you mean `{near}`?" if near else f"Declare `{reference}` under `{section}:`, or correct the name."
    return f"no {target} is declared as `{reference}`", advice
