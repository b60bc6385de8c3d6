"""Whether every part of the house that talks to customers works with the one customer record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.analysis.answers import Answer, Hint, passes, undetermined
from stackaudit.analysis.checks.check import Check
from stackaudit.analysis.checks.linking import CARRIERS, carriers_of, category_missing, links_unknown, names_of
from stackaudit.analysis.options import Option, Station, Takes
from stackaudit.analysis.wording import listed
from stackaudit.model.audit import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.analysis.stack import Stack
    from stackaudit.model.inventory import Subject

_MASTER = "governance.customer.master"
_PLACES = 5


def ask(stack: Stack, *, each: tuple[Station, ...], carriers: frozenset[str]) -> Iterator[Answer]:
    """One answer for the organisation: whether some system of each job exchanges data with the customer's master.

    A job that no system does is not asked for, and stays open where a system without category may do it. Where it is
    stated that there is no master, or where the one that governance names is not in use, there is nothing to reach, and
    other rules say so.
    """
    standing = [(station, systems) for station in each if (systems := _productive(stack, station))]
    named = stack.organization.facts.get(_MASTER)
    masters = _masters(stack, named)
    if not standing or (not masters and named is not None):
        return
    if not masters:
        yield undetermined(stack.organization, missing=((stack.organization.id, _MASTER),))
    elif not stack.inventory.states_integrations:
        yield links_unknown(stack.organization)
    else:
        yield _answer(stack, standing, masters, carriers_of(stack, carriers), whole=len(standing) == len(each))


def _productive(stack: Stack, station: Station) -> tuple[Subject, ...]:
    """The systems of a job that the business uses; copies for tests need no customers."""
    return tuple(s for s in stack.standing(station.categories) if s.facts["environment"] == "production")


def _masters(stack: Stack, named: object) -> tuple[Subject, ...]:
    """The system in use that governance names; where it names none, those that claim to be master of the customer."""
    kind = stack.inventory.data_kinds.get("customer")
    claims = kind.facts.get("masters", ()) if kind else ()
    wanted = (named,) if named is not None else claims
    systems = [stack.inventory.systems[str(master)] for master in wanted if master]  # type: ignore[attr-defined]
    return tuple(system for system in systems if system.facts["in_use"])


def _answer(
    stack: Stack,
    standing: list[tuple[Station, tuple[Subject, ...]]],
    masters: tuple[Subject, ...],
    carriers: frozenset[str],
    *,
    whole: bool,
) -> Answer:
    """The answer where systems stand for these jobs; `whole` says that some stand for each that is asked of."""
    ids = [master.id for master in masters]
    reached = {*stack.graph.reached_through(ids, carriers), *stack.graph.reached_through(ids, carriers, backwards=True)}
    missed = [(station, systems) for station, systems in standing if reached.isdisjoint(s.id for s in systems)]
    unknown = [system for system in stack.without_category if (system.id in reached) is bool(missed)]
    if unknown and (missed or not whole):
        return undetermined(stack.organization, missing=category_missing(unknown))
    if not missed:
        return passes(stack.organization)
    sides = [f"{station.name} ({listed(list(names_of(systems)))})" for station, systems in missed]
    apart = tuple({system.id: system for _, systems in missed for system in systems}.values())
    hints = tuple(Hint(system, "name", f"{system.name}, not joined") for system in apart[:_PLACES])
    values = {"missed": tuple(sides), "masters": names_of(masters)}
    return Answer(Verdict.FAILS, (stack.organization,), values, point=_MASTER, note="the one record", hints=hints)


CHECK = Check(
    "Some system of each job exchanges data with the master of the customer, straight or over carriers.",
    "organization",
    ask,
    {
        "each": Option(Takes.STATIONS, "The jobs that need the record, each under a name for the message."),
        "carriers": CARRIERS,
    },
    ("missed", "masters"),
)
