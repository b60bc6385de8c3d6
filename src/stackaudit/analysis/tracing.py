"""Traces how data gets from one system to another, over the best way that there is, or as far as it gets."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from stackaudit.analysis.kleene import some
from stackaudit.analysis.link_grades import reasons
from stackaudit.analysis.mapping.purpose import full, within
from stackaudit.analysis.wayfinding import best_way, passages_of, reached_from, turned
from stackaudit.model.audit import SubjectName
from stackaudit.model.journey import Carriage, Holder, Hop, Journey, Stop

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from stackaudit.analysis.stack import Stack
    from stackaudit.analysis.wayfinding import Passage
    from stackaudit.model.inventory import Subject


def trace_of(stack: Stack, start: Subject, end: Subject, data: str = "") -> Journey:
    """The journey of data from one system to another; where a kind of `data` is named, only flows that carry it count.

    A flow of which nothing is stated may carry it: where the journey needs one, the outcome is `perhaps`.
    """
    name = stack.organization.facts.get("organization.name")
    heading = name if isinstance(name, str) else ""
    journey = Journey(heading, stack.today, _stop(stack, start), _stop(stack, end), data, "unknown")
    if not stack.inventory.states_integrations:
        return journey
    passages = passages_of(stack, lambda flow: carries(flow, data) is True)
    way, outcome = best_way(passages, start.id, end.id), "reaches"
    if not way and data:
        passages = passages_of(stack, lambda flow: carries(flow, data) is not False)
        way, outcome = best_way(passages, start.id, end.id), "perhaps"
    if way:
        return replace(journey, outcome=outcome, hops=_hops(stack, way))
    nearest = best_way(passages, start.id, end.id, broken=True)
    reached, senders = reached_from(passages, start.id), reached_from(turned(passages), end.id)
    return replace(
        journey,
        outcome="breaks off",
        hops=_hops(stack, nearest),
        reached=tuple(_named(stack.inventory.systems[system]) for system in reached),
        senders=tuple(_named(stack.inventory.systems[system]) for system in senders),
    )


def carries(flow: Subject, wanted: str) -> bool | None:
    """Whether a flow carries a kind of data or a part of it; None where nobody knows, and every flow carries ``."""
    kinds = flow.facts.get("data")
    if not wanted:
        return True
    if not isinstance(kinds, tuple):
        return None
    return some([None if kind is None else within(full(kind), full(wanted)) for kind in kinds])


def _hops(stack: Stack, way: Iterable[Passage]) -> tuple[Hop, ...]:
    return tuple(_hop(stack, passage) for passage in way)


def _hop(stack: Stack, passage: Passage) -> Hop:
    systems = stack.inventory.systems
    note = passage.note or ", ".join(reasons(passage.flow) if passage.rank else ())
    start, end = _stop(stack, systems[passage.start]), _stop(stack, systems[passage.end])
    return Hop(start, end, passage.state, _carriage(stack, passage), note)


def _carriage(stack: Stack, passage: Passage) -> Carriage:
    facts = passage.flow.facts
    via, method, runs, late, data = (facts.get(name) for name in ("via", "method", "runs", "days_late", "data"))
    last: date | None = facts.get("last_ran")  # type: ignore[assignment]  # the language's table says that it is a day
    return Carriage(
        flow=_named(passage.flow),
        via=stack.inventory.systems[via].name if isinstance(via, str) else "",
        method=method if isinstance(method, str) else "",
        runs=runs if isinstance(runs, int | float) else None,
        last_ran=last,
        days_late=late if isinstance(late, int) else None,
        data=tuple(kind for kind in data if kind) if isinstance(data, tuple) else None,
        two_way=facts["direction"] == "two-way",
        owner=_holder(stack, facts.get("owner")),
        others=passage.others,
    )


def _stop(stack: Stack, system: Subject) -> Stop:
    lifecycle = str(system.facts["lifecycle"])
    return Stop(
        _named(system),
        _holder(stack, system.facts.get("owner.business")),
        _holder(stack, system.facts.get("owner.technical")),
        "" if lifecycle == "live" else lifecycle,
    )


def _holder(stack: Stack, owner: object) -> Holder:
    """The team that a fact names, with its side."""
    if owner is None or owner is False:
        return Holder("" if owner is None else "nobody", "")
    team = stack.inventory.teams.get(str(owner))
    side = team.facts.get("side") if team else None
    return Holder(team.name if team else str(owner), side if isinstance(side, str) else "")


def _named(subject: Subject) -> SubjectName:
    return SubjectName(subject.kind, subject.id, subject.name)
