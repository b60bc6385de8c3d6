"""Personal data followed along the flows to systems that may not hold it."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.analysis.answers import Answer, Hint, passes, undetermined
from stackaudit.analysis.checks.check import Check
from stackaudit.analysis.checks.linking import links_unknown
from stackaudit.analysis.kleene import some
from stackaudit.model.audit import Verdict
from stackaudit.model.language.taxonomy import PERSONAL_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from stackaudit.analysis.kleene import Truth
    from stackaudit.analysis.stack import Stack
    from stackaudit.model.inventory import Subject

_OWN_HOSTING = frozenset({"on-premises"})


def ask(stack: Stack) -> Iterator[Answer]:
    """An answer for each system in use that personal data flows to."""
    flows = [flow for flow in stack.inventory.integrations if flow.facts.get("personal") is not False]
    if not stack.inventory.states_integrations:
        yield links_unknown(stack.organization)
        return
    if not flows:
        return
    spread = _spread(stack)
    for system in stack.in_use:
        if system.id in spread.arrivals:
            yield _answer(stack, system, spread)


class Spread(NamedTuple):
    """How personal data spreads.

    `arrivals` are, for each system, the senders and flows that bring it; `hops` the fewest flows from where it arose.
    """

    arrivals: Mapping[str, Sequence[tuple[str, Subject]]]
    hops: Mapping[str, int]


def _spread(stack: Stack) -> Spread:
    """Follow every flow of personal data between systems in use, from those that get none themselves.

    In a circle of flows nobody can tell where it arose, so it is taken to come from the first system.
    """
    sends: dict[str, list[str]] = {}
    arrivals: dict[str, list[tuple[str, Subject]]] = {}
    for flow in stack.inventory.integrations:
        if flow.facts.get("personal") and flow.facts.get("from.in_use") and flow.facts.get("to.in_use"):
            start, end = str(flow.facts["from"]), str(flow.facts["to"])
            ways = [(start, end), (end, start)] if flow.facts["direction"] == "two-way" else [(start, end)]
            for one, other in ways:
                sends.setdefault(one, []).append(other)
                arrivals.setdefault(other, []).append((one, flow))
    hops: dict[str, int] = {}
    for origins in ([system for system in sends if system not in arrivals], *([system] for system in sorted(sends))):
        waiting = deque(system for system in origins if system not in hops)
        hops |= dict.fromkeys(waiting, 0)
        while waiting:
            here = waiting.popleft()
            for there in sends.get(here, ()):
                if there not in hops:
                    hops[there] = hops[here] + 1
                    waiting.append(there)
    return Spread(arrivals, hops)


def _answer(stack: Stack, system: Subject, spread: Spread) -> Answer:
    """Whether a system may hold the personal data that flows to it."""
    reasons = _reasons(system)
    barred = some(truth for truth, _, _ in reasons)
    if barred is False:
        return passes(system)
    if barred is None:
        missing = tuple((system.id, fact) for truth, fact, _ in reasons if truth is None)
        return undetermined(system, missing=missing)
    fact, why = next((fact, why) for truth, fact, why in reasons if truth)
    path, flows = _path(system.id, spread)
    values = {"path": " → ".join(stack.inventory.systems[step].name for step in path), "reason": why}
    hints = tuple(Hint(flow, "data", f"carries it: {flow.name}") for flow in flows)
    return Answer(Verdict.FAILS, (system,), values, point=fact, note=why, hints=hints)


def _reasons(system: Subject) -> list[tuple[Truth, str, str]]:
    """Why a system may not hold personal data: whether each reason holds, the fact that says so, and the words."""
    facts = system.facts
    hosted_by_us = facts.get("hosting") in _OWN_HOSTING or facts.get("bought.how") == "built"
    agreement = facts.get("privacy.agreement")
    without = False if hosted_by_us else None if agreement is None else agreement is False
    outside = facts.get("regions.outside")
    abroad = None if outside is None else bool(outside) and not facts.get("privacy.transfer")
    return [
        (without, "privacy.agreement", "there is no data-processing agreement"),
        (abroad, "regions", "its data lives in a region that is not allowed"),
        (facts["lifecycle"] == "sandbox", "lifecycle", "it is a sandbox"),
    ]


def _path(end: str, spread: Spread) -> tuple[list[str], list[Subject]]:
    """The systems and flows along which the data came: back towards where it arose, as long as the same kinds flow."""
    path: list[str] = [end]
    flows: list[Subject] = []
    while not flows or spread.hops[path[0]]:
        wanted = _kinds(flows[0]) if flows else None
        back = [
            (spread.hops[sender], sender, flow.id, flow)
            for sender, flow in spread.arrivals.get(path[0], ())
            if sender not in path and (wanted is None or not wanted.isdisjoint(_kinds(flow)))
        ]
        if not back:
            break
        _, sender, _, flow = min(back, key=lambda way: way[:3])
        path.insert(0, sender)
        flows.insert(0, flow)
    return path, flows


def _kinds(flow: Subject) -> frozenset[str]:
    """The personal kinds of data that a flow carries, without their finer parts."""
    kinds = flow.facts.get("data", ())
    assert isinstance(kinds, tuple)
    return frozenset(".".join(PERSONAL_KINDS[kind].split(".")[:2]) for kind in kinds if kind in PERSONAL_KINDS)


CHECK = Check(
    "Personal data flows only to systems that may hold it.",
    "system",
    ask,
    {},
    ("path", "reason"),
)
