"""Systems that run on machines of our own and hang on many systems in the cloud."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.analysis.answers import Answer, Hint, passes, undetermined
from stackaudit.analysis.checks.check import Check
from stackaudit.analysis.checks.linking import links_unknown, names_of
from stackaudit.analysis.options import Option, Takes
from stackaudit.model.audit import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from stackaudit.analysis.stack import Stack
    from stackaudit.model.inventory import Subject

Link = tuple["Subject", tuple["Subject", ...]]
"""A neighbour, and the flows to and from it."""

_CLOUD = frozenset({"saas", "paas", "agency"})
_OWN = frozenset({"on-premises", "hybrid"})
_CARRIED = frozenset({"ipaas", "stream"})


def ask(stack: Stack, *, most: float) -> Iterator[Answer]:
    """An answer for each live system on machines of our own: whether at most so many direct links cross into the cloud.

    What an integration platform or a stream of events carries is no direct link. Neighbours of which it is not said
    where they run leave it open where they could tip the balance.
    """
    for system in stack.live:
        if not system.facts["run_by_us"] or system.facts["environment"] != "production":
            continue
        if not stack.inventory.states_integrations:
            yield links_unknown(system)
            continue
        across: list[Link] = []
        unclear: list[Link] = []
        for neighbour, flows in _neighbours(stack, system.id):
            hosting = neighbour.facts.get("hosting")
            ways = [_is_direct(flow) for flow in flows]
            if hosting in _OWN or not any(way is not False for way in ways):
                continue
            (across if hosting in _CLOUD and any(ways) else unclear).append((neighbour, flows))
        if len(across) > most:
            yield _crossing(system, across)
        elif len(across) + len(unclear) > most:
            yield undetermined(system, missing=tuple(_missing(unclear)))
        else:
            yield passes(system)


def _neighbours(stack: Stack, system: str) -> Iterator[Link]:
    """The systems that data flows to or from, in order of their ids, with the flows between."""
    graph = stack.graph
    for other in sorted({*graph.receivers(system), *graph.senders(system)}):
        flows = {flow.id: flow for flow in (*graph.flows(system, other), *graph.flows(other, system))}
        yield stack.inventory.systems[other], tuple(flows[each] for each in sorted(flows))


def _is_direct(flow: Subject) -> bool | None:
    """Whether nothing stands between both ends; unknown where it is not said how the data gets across."""
    if "via" in flow.facts:
        return False
    method = flow.facts.get("method")
    return None if method is None else method not in _CARRIED


def _missing(unclear: Iterable[Link]) -> Iterator[tuple[str, str]]:
    for neighbour, flows in unclear:
        if "hosting" not in neighbour.facts:
            yield neighbour.id, "hosting"
        yield from ((flow.id, "method") for flow in flows if _is_direct(flow) is None)


def _crossing(system: Subject, across: list[Link]) -> Answer:
    others = [neighbour for neighbour, _ in across]
    hints = tuple(Hint(flows[0], "method", f"straight to or from {other.name}") for other, flows in across)
    return Answer(Verdict.FAILS, (system,), {"count": len(others), "systems": names_of(others)}, hints=hints)


CHECK = Check(
    "Systems on machines of our own have few direct links into the cloud.",
    "system",
    ask,
    {"most": Option(Takes.NUMBER, "How many direct links may cross.")},
    ("count", "systems"),
)
