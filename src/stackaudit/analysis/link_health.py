"""How well the systems that meet customers are linked to the CRM, graded by method and freshness."""

from __future__ import annotations

from collections import deque
from itertools import pairwise
from typing import TYPE_CHECKING

from stackaudit.analysis.checks.linking import CARRIERS, carriers_of
from stackaudit.analysis.link_grades import LINKED, Hop, graded, reasons, unstated
from stackaudit.model.audit import SubjectName
from stackaudit.model.scorecard import CrmLinks, LinkHealth

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from stackaudit.analysis.stack import Stack
    from stackaudit.model.inventory import Subject

CRM = frozenset({"crm"})

_SHOULD_REACH = """
marketing-automation email-marketing sms-marketing messaging-marketing lead-management abm visitor-identification
form-builder landing-pages quizzes contests popups
events event-ticketing event-lead-capture webinars scheduling chat
storefront loyalty referral customer-advocacy
service-desk contact-center customer-success
sales-engagement sales-dialer cdp mdm
"""
SHOULD_REACH = frozenset(_SHOULD_REACH.split())
"""Categories of systems that win, meet or serve customers, and whose contacts belong in the CRM."""

assert isinstance(CARRIERS.default, frozenset)
PASSING_ON = CARRIERS.default | {"marketing-automation"}
"""Categories over which a link may run and still be a link: what only passes data on, and the automation, which passes
leads on beside its own job."""


def crm_links_of(stack: Stack) -> CrmLinks:
    """A grade for every live production system whose category should reach the CRM.

    Without a CRM there is nothing to reach, so nothing is graded. Where the inventory has no `integrations` at all,
    every grade is open.
    """
    crm = stack.standing(CRM)
    goals = {system.id for system in crm}
    asked = [system for system in stack.live if _production(system) and system.id not in goals]
    wanted = [system for system in asked if system.facts.get("category") in SHOULD_REACH]
    if not crm:
        links: Iterable[LinkHealth] = ()
    elif not stack.inventory.states_integrations:
        missing = (("inventory", "integrations"),)
        links = (LinkHealth(_named(system), _category(system), "F", "A", (), "", missing) for system in wanted)
    else:
        links = _Reaching(stack, goals).links(wanted)
    return CrmLinks(
        _names(crm), tuple(sorted(links, key=_worst_first)), _names(s for s in asked if "category" not in s.facts)
    )


def _production(system: Subject) -> bool:
    return system.facts.get("environment") == "production"


class _Reaching:
    """The ways between all systems and the CRM, found by a few walks that begin at the CRM.

    A way is as good as its worst hop, and the best way counts. Each end of a grade has a walk of its own: the worst
    takes each hop at its worst and passes over known carriers only, the best takes each at its best and passes over
    systems that may be carriers as well.
    """

    def __init__(self, stack: Stack, goals: set[str]) -> None:
        self.stack = stack
        self.goals = goals
        self._hops: dict[tuple[str, str], Hop] = {}
        sure = carriers_of(stack, PASSING_ON)
        perhaps = sure | {system.id for system in stack.without_category}
        self.sure_to = self._grades(sure, lambda hop: hop.worst, backwards=True)
        self.best_to = self._grades(perhaps, lambda hop: hop.best, backwards=True)
        self.sure_from = self._grades(sure, lambda hop: hop.worst, backwards=False)
        self.best_from = self._grades(perhaps, lambda hop: hop.best, backwards=False)

    def links(self, systems: Iterable[Subject]) -> Iterator[LinkHealth]:
        """The health of each system's link."""
        for system in systems:
            worst = self._grade(system.id, self.sure_to, self.sure_from)
            best = self._grade(system.id, self.best_to, self.best_from)
            back_only = system.id not in self.best_to and system.id in self.best_from
            path = self._path(system.id, back_only=back_only)
            missing = () if worst == best else self._missing(path)
            names = tuple(self.stack.inventory.systems[step].name for step in path)
            note = self._note(path, back_only=back_only)
            yield LinkHealth(_named(system), _category(system), worst, best, names, note, missing)

    @staticmethod
    def _grade(system: str, there: dict[str, tuple[str, str]], back: dict[str, tuple[str, str]]) -> str:
        """The grade of the way to the CRM; D where data comes from the CRM only, F where there is no way."""
        if system in there:
            return there[system][0]
        return "D" if system in back else "F"

    def _grades(
        self, carriers: frozenset[str], bound: Callable[[Hop], str], *, backwards: bool
    ) -> dict[str, tuple[str, str]]:
        """For each system with a way over carriers, its grade and the next system towards the CRM.

        Dijkstra's walk with a queue for each grade, so that every flow is looked at once.
        """
        graph = self.stack.graph
        found = {goal: (LINKED[0], goal) for goal in sorted(self.goals)}
        queues = {grade: deque[str]() for grade in LINKED}
        queues[LINKED[0]] += found
        for grade, queue in queues.items():
            while queue:
                here = queue.popleft()
                if found[here][0] != grade:  # a better way was found while this one waited
                    continue
                for other in graph.senders(here) if backwards else graph.receivers(here):
                    hop = self._hop(other, here) if backwards else self._hop(here, other)
                    reached = max(grade, bound(hop))
                    if other not in found or reached < found[other][0]:
                        found[other] = (reached, here)
                        if other in carriers:
                            queues[reached].append(other)
        return {system: way for system, way in found.items() if system not in self.goals}

    def _hop(self, start: str, end: str) -> Hop:
        """The grade of the best flow from one system straight to another."""
        known = self._hops.get((start, end))
        if known is None:
            hops = [graded(flow) for flow in self.stack.graph.flows(start, end)]
            known = self._hops[start, end] = Hop(min(hop.worst for hop in hops), min(hop.best for hop in hops))
        return known

    def _path(self, system: str, *, back_only: bool) -> tuple[str, ...]:
        """The systems on the best way, from the sender to the receiver."""
        steps = self.best_from if back_only else self.best_to
        if system not in steps:
            return ()
        path = [system]
        while path[-1] not in self.goals:
            path.append(steps[path[-1]][1])
        return tuple(reversed(path)) if back_only else tuple(path)

    def _flows(self, path: tuple[str, ...]) -> Iterator[Subject]:
        """The flow of each hop that counts for its grade."""
        for start, end in pairwise(path):
            yield min(self.stack.graph.flows(start, end), key=lambda flow: (graded(flow).best, flow.id))

    def _note(self, path: tuple[str, ...], *, back_only: bool) -> str:
        """What keeps the link from being better, in a few words."""
        notes = ["from the CRM only"] if back_only else []
        notes += [reason for flow in self._flows(path) for reason in reasons(flow)]
        return ", ".join(dict.fromkeys(notes))

    def _missing(self, path: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
        """The facts along a way that are not stated."""
        flows = [(flow.id, fact) for flow in self._flows(path) for fact in unstated(flow)]
        steps = [(step, "category") for step in path if "category" not in self.stack.inventory.systems[step].facts]
        return tuple(dict.fromkeys(flows + steps))


def _worst_first(link: LinkHealth) -> tuple[int, str, str]:
    return -ord(link.best), link.worst, link.system.id


def _category(system: Subject) -> str:
    return str(system.facts["category"])


def _names(subjects: Iterable[Subject]) -> tuple[SubjectName, ...]:
    return tuple(_named(subject) for subject in subjects)


def _named(subject: Subject) -> SubjectName:
    return SubjectName(subject.kind, subject.id, subject.name)
