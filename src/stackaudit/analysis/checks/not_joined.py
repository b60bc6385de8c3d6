"""Whether systems of one job exchange data with systems of other jobs, straight or over carriers."""

from __future__ import annotations

from typing import TYPE_CHECKING

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


def ask(
    stack: Stack,
    *,
    of: frozenset[str],
    each: tuple[Station, ...],
    way: str,
    carriers: frozenset[str],
) -> Iterator[Answer]:
    """An answer for each live system of the job: whether data gets to (or from) a system of each other job.

    A job that stands with the system itself, or that no system does, is not asked for.
    """
    passing_on = carriers_of(stack, carriers)
    standing = [(station, targets) for station in each if (targets := stack.standing(station.categories))]
    for system in stack.live:
        if not does_any(system, of) or not standing:
            continue
        wanted = [(station, targets) for station, targets in standing if system not in targets]
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


def _answer(
    stack: Stack,
    system: Subject,
    wanted: list[tuple[Station, tuple[Subject, ...]]],
    reached: set[str],
) -> Answer:
    missed = [(s, targets) for s, targets in wanted if not any(target.id in reached for target in targets)]
    if not missed:
        return passes(system)
    unknown = [other for other in stack.without_category if other.id in reached]
    if unknown:
        return undetermined(system, missing=category_missing(unknown))
    targets = tuple({target.id: target for _, found in missed for target in found}.values())
    values = {"missed": tuple(station.name for station, _ in missed), "systems": names_of(targets)}
    hints = tuple(Hint(target, "name", f"{target.name}, not joined") for target in targets[:_PLACES])
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
