"""Derived facts of teams."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.analysis.derivations.context import Context, Derived
from stackaudit.model.language.fields import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from stackaudit.model.inventory import Subject


def parts_of(teams: Iterable[Subject]) -> Mapping[str, tuple[Subject, ...]]:
    """For each team the teams that are part of it."""
    parts: dict[str, list[Subject]] = {}
    for team in teams:
        whole = team.facts.get("part_of")
        if isinstance(whole, str) and whole != team.id:
            parts.setdefault(whole, []).append(team)
    return {whole: tuple(found) for whole, found in parts.items()}


def _sides_inside(facts: dict[str, object], context: Context) -> object:
    """The sides that sit inside it and, as far as they are stated, those of its parts and inside these.

    None in the list says that the team itself does not say who sits there.
    """
    embedded = facts.get("embeds")
    inside = list(embedded) if isinstance(embedded, tuple) else [None]
    for part in context.parts.get(str(facts["id"]), ()):
        further = (part.facts.get("side"), *part.facts.get("embeds", ()))  # type: ignore[misc]
        inside += [side for side in further if side is not None]
    return None if inside == [None] else tuple(dict.fromkeys(inside))


DERIVED: tuple[Derived, ...] = (
    Derived(
        "sides_inside",
        Kind.MANY,
        "Sides whose people sit inside it or inside a team that is part of it, and the sides of these parts.",
        ("embeds",),
        _sides_inside,
        Kind.TEXT,
    ),
)
