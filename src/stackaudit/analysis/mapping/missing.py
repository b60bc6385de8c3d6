"""Links that rules found missing: from which system to which others, so that a line shows where it is broken."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from stackaudit.analysis.checks.linking import CARRIERS, carriers_of
from stackaudit.analysis.mapping.links import is_mapped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from stackaudit.analysis.stack import Stack
    from stackaudit.model.audit import Audit, Finding
    from stackaudit.model.inventory import Subject
    from stackaudit.model.rules import Rule


class Gap(NamedTuple):
    """A link that a rule found missing, from a system to any of some others; to any at all where there are none.

    `note` is the rule's title. Where data should come from the others, the gap is `inward`.
    """

    start: Subject
    ends: tuple[Subject, ...]
    note: str
    inward: bool = False


def gaps_of(stack: Stack, audit: Audit) -> Iterator[Gap]:
    """The gaps behind the findings of an audit, the worst finding first; findings that are accepted make none.

    Rules are asked by the checks that they name, so that users' own rules count as ours do.
    """
    known = audit.baseline.known if audit.baseline else ()
    for finding in (*audit.findings, *known):
        rule = audit.rules.get(finding.rule)
        look = _BY_CHECK.get(rule.check) if rule else None
        if rule is not None and look is not None and stack.inventory.states_integrations:
            yield from (gap for gap in look(stack, rule, finding) if is_mapped(gap.start))


def _not_joined(stack: Stack, rule: Rule, finding: Finding) -> Iterator[Gap]:
    """A gap for each of the other jobs that data of the subject does not get to."""
    system = stack.inventory.systems[finding.subjects[0].id]
    options = rule.options or {}
    carriers, way = carriers_of(stack, _carriers(options)), options.get("way", "either")
    reached: set[str] = set()
    for wanted, backwards in (("to", False), ("from", True)):
        if way in (wanted, "either"):
            reached |= stack.graph.reached_through([system.id], carriers, backwards=backwards).keys()
    for categories in _jobs(options.get("each")).values():
        others = stack.standing(categories)
        if others and not any(other.id in reached for other in others):
            yield Gap(system, others, rule.title, way == "from")


def _path_broken(stack: Stack, rule: Rule, _: Finding) -> Iterator[Gap]:
    """The gap between the last station of a path that is reached and the next one."""
    options = rule.options or {}
    first, *others = _jobs(options.get("stations")).values()
    carriers = carriers_of(stack, _carriers(options))
    reached = stack.doing(first)
    for job in others:
        standing = stack.standing(job)
        arrived = stack.graph.reached_through([system.id for system in reached], carriers)
        here = tuple(system for system in standing if system.id in arrived)
        if not here:
            if reached and standing:
                yield Gap(reached[0], standing, rule.title)
            return
        reached = here


def _island(stack: Stack, rule: Rule, finding: Finding) -> Iterator[Gap]:
    yield Gap(stack.inventory.systems[finding.subjects[0].id], (), rule.title)


def _jobs(stated: object) -> Mapping[str, frozenset[str]]:
    """The named groups of categories of an option."""
    return {str(name): _words(jobs) for name, jobs in stated.items()} if isinstance(stated, dict) else {}


def _words(stated: object) -> frozenset[str]:
    words: Iterable[object] = stated if isinstance(stated, list | tuple) else [stated]
    return frozenset(str(word) for word in words)


def _carriers(options: Mapping[str, object]) -> frozenset[str]:
    assert isinstance(CARRIERS.default, frozenset)
    return _words(options["carriers"]) if "carriers" in options else CARRIERS.default


_BY_CHECK: dict[str, Callable[[Stack, Rule, Finding], Iterator[Gap]]] = {
    "not-joined": _not_joined,
    "path-broken": _path_broken,
    "islands": _island,
}
