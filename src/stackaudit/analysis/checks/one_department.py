"""Kinds of data that only one side of the house can work with."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from stackaudit.analysis.answers import Answer, Hint, passes, undetermined
from stackaudit.analysis.checks.check import Check
from stackaudit.analysis.checks.linking import links_unknown, names_of
from stackaudit.model.audit import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from stackaudit.analysis.stack import Stack
    from stackaudit.model.inventory import Subject

_UNKNOWN = ""
_SHOWN = 12
"""Systems that a finding or an open question names; those next to the master come first."""


def ask(stack: Stack) -> Iterator[Answer]:
    """An answer for each kind of data that has a master and is not said to stay where it is.

    Whoever owns the master, or a system that data of the master reaches over any number of hops, can work with it.
    """
    sides: Mapping[str, frozenset[str]] | None = None
    for kind in stack.inventory.data_kinds.values():
        masters: tuple[str, ...] = kind.facts["masters"]  # type: ignore[assignment]
        if not masters or kind.facts.get("shared") is False:
            continue
        if not stack.inventory.states_integrations:
            yield links_unknown(kind)
            continue
        if sides is None:
            sides = _sides_reached(stack)
        reached = frozenset[str]().union(*(sides[master] for master in masters))
        if len(reached - {_UNKNOWN}) > 1:
            yield passes(kind)
        elif _UNKNOWN in reached:
            yield undetermined(kind, missing=tuple(_missing(stack, masters)))
        elif reached:
            yield _bound(stack, kind, masters, min(reached))


def _sides_reached(stack: Stack) -> Mapping[str, frozenset[str]]:
    """For each system the sides that its data reaches; more than two known ones make no difference and are left out.

    What is found downstream is handed up, so each system is looked at four times at most.
    """
    reached = {system.id: _own(system) for system in stack.in_use}
    waiting = list(reached)
    while waiting:
        here = waiting.pop()
        for sender in stack.graph.senders(here):
            known = reached[sender]
            gained = known | reached[here] if len(known - {_UNKNOWN}) < 2 else known
            if len(gained) > len(known):
                reached[sender] = gained
                waiting.append(sender)
    return reached


def _own(system: Subject) -> frozenset[str]:
    """The side of its business owner; none where nobody owns it."""
    side = system.facts.get("owner.business_side")
    if isinstance(side, str):
        return frozenset((side,))
    return frozenset() if system.facts.get("owner.business") is False else frozenset((_UNKNOWN,))


def _bound(stack: Stack, kind: Subject, masters: tuple[str, ...], side: str) -> Answer:
    systems = tuple(islice(_downstream(stack, masters), _SHOWN))
    hints = tuple(Hint(system, "owner.business", f"{system.name}: {side}") for system in systems[:5])
    return Answer(Verdict.FAILS, (kind,), {"side": side, "systems": names_of(systems)}, hints=hints)


def _missing(stack: Stack, masters: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """The owners nearest to the masters that are not stated, or the sides of those that are."""
    unclear = (system for system in _downstream(stack, masters) if _own(system) == {_UNKNOWN})
    for system in islice(unclear, _SHOWN):
        owner = system.facts.get("owner.business")
        yield (system.id, "owner.business") if owner is None else (str(owner), "side")


def _downstream(stack: Stack, masters: Iterable[str]) -> Iterator[Subject]:
    """The masters, and every system that their data reaches, nearest first."""
    waiting = list(masters)
    seen = set(waiting)
    for here in waiting:
        yield stack.inventory.systems[here]
        for there in sorted(stack.graph.receivers(here)):
            if there not in seen:
                seen.add(there)
                waiting.append(there)


CHECK = Check(
    "Data that is not bound to one department can be worked with by several.",
    "data kind",
    ask,
    {},
    ("side", "systems"),
)
