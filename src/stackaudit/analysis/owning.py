"""Who owns what, business and technical, by team; and where ownership is disputed or nobody's."""

from __future__ import annotations

from math import fsum
from typing import TYPE_CHECKING

from stackaudit.analysis.answers import cost_of
from stackaudit.analysis.derivations.context import side_of
from stackaudit.analysis.wording import worded
from stackaudit.model.audit import SubjectName
from stackaudit.model.scorecard import Dispute, Holdings, Ownership

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from stackaudit.analysis.stack import Stack
    from stackaudit.model.inventory import Inventory, Subject

_OWNERS = ("owner.business", "owner.technical")


def ownership_of(stack: Stack) -> Ownership:
    """The owners of systems in use and of kinds of data, team by team, and every dispute."""
    systems, kinds = stack.in_use, tuple(stack.inventory.data_kinds.values())
    business, technical = _by_owner(systems, "owner.business"), _by_owner(systems, "owner.technical")
    decides, keeps = _by_owner(kinds, "owner.business"), _by_owner(kinds, "owner.technical")
    inventory = stack.inventory
    owners = {*inventory.teams, *business, *technical, *decides, *keeps}
    teams = (
        Holdings(
            id=team,
            name=inventory.teams[team].name if team in inventory.teams else team,
            side=side_of(team, inventory.teams, states_teams=inventory.states_teams) or "",
            declared=team in inventory.teams,
            business=_names(business.get(team, ())),
            technical=_names(technical.get(team, ())),
            data_business=_names(decides.get(team, ())),
            data_technical=_names(keeps.get(team, ())),
            amount=round(fsum(cost_of(system) or 0.0 for system in business.get(team, ())), 2),
        )
        for team in owners
    )
    return Ownership(
        teams=tuple(sorted(teams, key=_most_first)),
        disputes=(
            *_two_masters(inventory),
            *_two_claims(inventory),
            *_undeclared(stack),
            *_nobody(systems, kinds),
        ),
        without_business=_names(system for system in systems if "owner.business" not in system.facts),
        without_technical=_names(system for system in systems if "owner.technical" not in system.facts),
    )


def _by_owner(subjects: Iterable[Subject], owner: str) -> dict[str, list[Subject]]:
    owned: dict[str, list[Subject]] = {}
    for subject in subjects:
        team = subject.facts.get(owner)
        if isinstance(team, str):
            owned.setdefault(team, []).append(subject)
    return owned


def _most_first(team: Holdings) -> tuple[int, int, str]:
    return -len(team.business) - len(team.technical), -len(team.data_business) - len(team.data_technical), team.id


def _two_masters(inventory: Inventory) -> Iterator[Dispute]:
    """Kinds of data of which several systems in use say that their version wins."""
    for kind in inventory.data_kinds.values():
        masters = _masters(kind, inventory)
        if len(masters) > 1:
            names = worded(tuple(system.name for system in masters), None, "")
            yield Dispute("two masters", f"{kind.name}: {names}", _names([kind, *masters]))


def _two_claims(inventory: Inventory) -> Iterator[Dispute]:
    """Kinds of data that one team decides about, while another decides about the only system that is their master."""
    for kind in inventory.data_kinds.values():
        masters, owner = _masters(kind, inventory), kind.facts.get("owner.business")
        other = masters[0].facts.get("owner.business") if len(masters) == 1 else None
        if isinstance(owner, str) and isinstance(other, str) and owner != other:
            says = f"{kind.name}: {owner} decides about it, {other} about its master {masters[0].name}"
            yield Dispute("two claims", says, _names([kind, *masters]))


def _masters(kind: Subject, inventory: Inventory) -> list[Subject]:
    masters = kind.facts.get("masters", ())
    assert isinstance(masters, tuple)
    return [inventory.systems[master] for master in masters]


def _undeclared(stack: Stack) -> Iterator[Dispute]:
    """Owners that are no declared team, each with all that is said to be theirs."""
    found: dict[str, list[Subject]] = {}
    for subject in (*stack.in_use, *stack.inventory.integrations, *stack.inventory.data_kinds.values()):
        for owner in subject.facts.get("owner.undeclared", ()):  # type: ignore[attr-defined]
            found.setdefault(owner, []).append(subject)
    for owner in sorted(found):
        names = worded(tuple(subject.name for subject in found[owner]), None, "")
        yield Dispute("undeclared owner", f"{owner}: {names}", _names(found[owner]))


def _nobody(systems: Iterable[Subject], kinds: Iterable[Subject]) -> Iterator[Dispute]:
    """Systems and kinds of data of which it is stated that nobody owns them."""
    for subject in (*systems, *kinds):
        sides = [owner.removeprefix("owner.") for owner in _OWNERS if subject.facts.get(owner) is False]
        if sides:
            yield Dispute("nobody", f"{subject.name}: no {' and no '.join(sides)} owner", _names([subject]))


def _names(subjects: Iterable[Subject]) -> tuple[SubjectName, ...]:
    return tuple(SubjectName(subject.kind, subject.id, subject.name) for subject in subjects)
