"""Whether systems of one job exchange data with systems of other jobs, straight or over carriers."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from stackaudit.analysis.answers import Answer, Hint, passes, undetermined
from stackaudit.analysis.checks.check import Check
from stackaudit.analysis.checks.linking import (
    CARRIERS,
    carriers_of,
    category_missing,
    does_any,
    links_unknown,
    names_of,
)
from stackaudit.analysis.options import Option, Station, Takes
from stackaudit.model.audit import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.analysis.stack import Stack
    from stackaudit.model.inventory import Subject

_PLACES = 5


class _Target(NamedTuple):
    """The systems that stand for one of the other jobs."""

    name: str
    systems: tuple[Subject, ...]
    ids: frozenset[str]
    names: tuple[str, ...]


def ask(
    stack: Stack,
    *,
    of: frozenset[str],
    each: tuple[Station, ...],
    way: str,
    carriers: frozenset[str],
) -> Iterator[Answer]:
    """An answer for each live system of the job: whether data gets to (or from) a system of each other job.

    Copies for tests and the like are not asked. A job that stands with the system itself, or that no system does, is
    not asked for.
    """
    passing_on = carriers_of(stack, carriers)
    targets = [
        _Target(station.name, systems, frozenset(system.id for system in systems), names_of(systems))
        for station in each
        if (systems := stack.standing(station.categories))
    ]
    for system in stack.live if targets else ():
        if system.facts["environment"] != "production" or not does_any(system, of):
            continue
        wanted = [target for target in targets if system.id not in target.ids]
        if not wanted:
            yield passes(system)
        elif not stack.inventory.states_integrations:
            yield links_unknown(system)
        else:
            yield _answer(stack, system, wanted, _reached(stack, system.id, passing_on, way))


def _reached(stack: Stack, system: str, carriers: frozenset[str], way: str) -> set[str]:
    """The systems that exchange data with a system in the wanted direction."""
    reached: set[str] = set()
    if way in ("to", "either"):
        reached |= stack.graph.reached_through([system], carriers).keys()
    if way in ("from", "either"):
        reached |= stack.graph.reached_through([system], carriers, backwards=True).keys()
    return reached


def _answer(stack: Stack, system: Subject, wanted: list[_Target], reached: set[str]) -> Answer:
    missed = [target for target in wanted if target.ids.isdisjoint(reached)]
    if not missed:
        return passes(system)
    unknown = [
        other for other in map(stack.inventory.systems.__getitem__, sorted(reached)) if "category" not in other.facts
    ]
    if unknown:
        return undetermined(system, missing=category_missing(unknown))
    every = dict.fromkeys(name for target in missed for name in target.names) if len(missed) > 1 else missed[0].names
    first = {other.id: other for target in missed for other in target.systems[:_PLACES]}
    values = {"missed": tuple(target.name for target in missed), "systems": tuple(every)}
    hints = tuple(Hint(other, "name", f"{other.name}, not joined") for other in list(first.values())[:_PLACES])
    return Answer(Verdict.FAILS, (system,), values, point="name", note="no flow of data to or from it", hints=hints)


CHECK = Check(
    "Each live system of one job exchanges data with some system of each other job.",
    "system",
    ask,
    {
        "of": Option(Takes.CATEGORIES, "The job of the systems that are asked about."),
        "each": Option(Takes.STATIONS, "The jobs that they should be joined to, each under a name for the message."),
        "way": Option(
            Takes.WORD,
            "Whether data must flow `to` them, `from` them, or `either`.",
            "either",
            ("to", "from", "either"),
        ),
        "carriers": CARRIERS,
    },
    ("missed", "systems"),
)
