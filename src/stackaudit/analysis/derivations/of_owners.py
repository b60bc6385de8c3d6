"""Derived facts of owners, for every kind of subject that has some."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.analysis.derivations.context import Context, Derived
from stackaudit.model.language.fields import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator


def undeclared_owners(*owners: str) -> Derived:
    """The fact that names the owners that are no declared team; unknown where no team is declared or no owner named."""

    def undeclared(facts: dict[str, object], context: Context) -> object:
        named = [team for owner in owners if isinstance(team := facts.get(owner), str)]
        if not context.states_teams or not named:
            return None
        return tuple(dict.fromkeys(team for team in named if team not in context.teams))

    about = "Owners that `teams` does not declare; unknown where no team is declared."
    return Derived("owner.undeclared", Kind.MANY, about, owners, undeclared, Kind.TEXT)


def _sides(facts: dict[str, object], context: Context) -> object:
    """The sides of both owners; None in the list for an owner or a side that is unknown."""
    owners = facts.get("owner.business"), facts.get("owner.technical")
    if owners == (None, None):
        return None
    return tuple(dict.fromkeys(side for owner in owners if owner is not False for side in _sides_in(owner, context)))


def _sides_in(team: object, context: Context) -> Iterator[str | None]:
    """The side of a team, and those whose people sit inside it."""
    yield context.side(team)
    declared = context.teams.get(str(team))
    if declared is not None:
        yield from declared.facts.get("embeds", ())  # type: ignore[misc]


OF_OWNERS: tuple[Derived, ...] = (
    Derived(
        "owner.sides",
        Kind.MANY,
        "The sides of both owners, and those whose people sit inside these teams.",
        ("owner.business", "owner.technical"),
        _sides,
        Kind.TEXT,
    ),
    Derived(
        "owner.business_side",
        Kind.TEXT,
        "The side of the business owner.",
        ("owner.business",),
        lambda facts, context: context.side(facts.get("owner.business")),
    ),
    Derived(
        "owner.technical_side",
        Kind.TEXT,
        "The side of the technical owner.",
        ("owner.technical",),
        lambda facts, context: context.side(facts.get("owner.technical")),
    ),
)
