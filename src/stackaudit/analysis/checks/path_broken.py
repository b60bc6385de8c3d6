"""Whether data gets from the first station of a path to the last, and where it breaks off."""

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


def ask(stack: Stack, *, stations: tuple[Station, ...], carriers: frozenset[str]) -> Iterator[Answer]:
    """One answer for the whole path; none where no system stands at any station but the last.

    A broken path points at the first system of the last station that data reaches.
    """
    first, *others = [station.categories for station in stations]
    standing = [stack.doing(first), *map(stack.standing, others)]
    if not any(standing[:-1]):
        return
    if not stack.inventory.states_integrations:
        yield links_unknown(stack.organization)
    elif not all(standing):
        yield _no_station(stack, stations, standing)
    else:
        yield _walk(stack, stations, standing, carriers_of(stack, carriers))


def _no_station(stack: Stack, stations: tuple[Station, ...], standing: list[tuple[Subject, ...]]) -> Answer:
    """The answer where nothing stands at some station."""
    if stack.without_category:
        return undetermined(stack.organization, missing=category_missing(stack.without_category))
    index = next(index for index, systems in enumerate(standing) if not systems)
    return _broken(stack, stations, standing, index, f"no system for it: {stations[index].name}")


def _walk(
    stack: Stack,
    stations: tuple[Station, ...],
    standing: list[tuple[Subject, ...]],
    carriers: frozenset[str],
) -> Answer:
    """Follow the data from station to station."""
    reached = list(standing[0])
    for index, systems in enumerate(standing[1:], 1):
        arrived = stack.graph.reached_through([system.id for system in reached], carriers)
        here = [system for system in systems if system.id in arrived]
        if not here:
            unknown = [system for system in stack.without_category if system.id in arrived]
            if unknown:
                return undetermined(stack.organization, missing=category_missing(unknown))
            return _broken(stack, stations, [*standing[: index - 1], tuple(reached), *standing[index:]], index, "")
        reached = here
    return passes(stack.organization)


def _broken(
    stack: Stack,
    stations: tuple[Station, ...],
    standing: list[tuple[Subject, ...]],
    index: int,
    note: str,
) -> Answer:
    """The answer where station `index` is not reached from the one before it."""
    before, after = (standing[index - 1] if index else ()), standing[index]
    last = f"{stations[index - 1].name} ({listed(list(names_of(before)))})" if before else "its source"
    values = {"last": last, "next": stations[index].name, "next_systems": names_of(after) or "no system does that"}
    first = before[0] if before else after[0] if after else next(iter(s[0] for s in standing if s), stack.organization)
    hints = tuple(Hint(system, "name", f"{stations[index].name}: {system.name}") for system in after)
    words = note or f"the last station: {stations[index - 1].name}"
    return Answer(Verdict.FAILS, (first,), values, point="name", note=words, hints=hints)


CHECK = Check(
    "Data gets from the first station of a path to the last.",
    "system",
    ask,
    {
        "stations": Option(Takes.STATIONS, "The stations in order, each with the jobs that stand for it."),
        "carriers": CARRIERS,
    },
    ("last", "next", "next_systems"),
)
