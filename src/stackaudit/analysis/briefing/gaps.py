"""Chooses the gaps that matter: findings of one cause told once, the worst first."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from stackaudit.analysis.briefing.causes import CAUSES, EFFORT_OF_THEMES, Cause
from stackaudit.analysis.briefing.describing import ends_of, systems_of
from stackaudit.analysis.briefing.directory import Directory
from stackaudit.analysis.totalling import at_stake
from stackaudit.analysis.wording import listed
from stackaudit.model.briefing import Gap
from stackaudit.model.rules import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from stackaudit.analysis.stack import Stack
    from stackaudit.model.audit import Audit, Finding

FEWEST, MOST = 5, 8
"""How many gaps a reader can take; below medium only as many as make five."""

THEMES_FIRST: Mapping[str, frozenset[str]] = {
    "everyone": frozenset(),
    "cmo": frozenset({"integration", "experience", "data", "duplicates"}),
    "cio": frozenset({"shadow-it", "integration", "security", "ownership"}),
    "cfo": frozenset({"portfolio", "duplicates", "inventory"}),
    "security": frozenset({"security", "privacy", "shadow-it"}),
}
"""The themes that each audience is told of as if they were one degree more severe."""

_NAMED = 3
_SOON = timedelta(days=92)
_OF_RULES = {rule: cause for cause in CAUSES for rule in cause.rules}
_FOLLOWING = {rule: cause for cause in CAUSES for rule in cause.follows}


def gaps_of(stack: Stack, audit: Audit, audience: str) -> tuple[Gap, ...]:
    """The five to eight gaps that matter to an audience, fewer where there are no more.

    They go by severity, by money, by whether both sides must agree, and by the number of systems; finance is told of
    money first.
    """
    directory = Directory(stack)
    ends = ends_of(stack)
    told = [
        _gap(cause, findings, audit, stack, directory)
        for cause, findings in _by_cause(audit, ends).items()
        if findings[0].severity > Severity.INFO
    ]
    told.sort(key=lambda gap: _rank(gap, audience, audit, ends))
    grave = sum(gap.findings[0].severity >= Severity.MEDIUM for gap in told)
    chosen = sorted(told, key=lambda gap: gap.findings[0].severity < Severity.MEDIUM)[: min(MOST, max(FEWEST, grave))]
    return tuple(sorted(chosen, key=lambda gap: _rank(gap, audience, audit, ends)))


def _by_cause(audit: Audit, ends: Mapping[str, tuple[str, str]]) -> Mapping[Cause, list[Finding]]:
    """All findings by their cause, each list with the worst first."""
    leading: dict[Cause, set[str]] = {}
    for finding in audit.findings:
        if finding.rule in _OF_RULES:
            leading.setdefault(_OF_RULES[finding.rule], set()).update(_systems(finding, ends))
    found: dict[Cause, list[Finding]] = {}
    for finding in audit.findings:
        follows, systems = _FOLLOWING.get(finding.rule), _systems(finding, ends)
        joins = follows is not None and not leading.get(follows, set()).isdisjoint(systems)
        cause = follows if follows is not None and joins else _OF_RULES.get(finding.rule) or _of_rule(finding, audit)
        found.setdefault(cause, []).append(finding)
    return found


def _of_rule(finding: Finding, audit: Audit) -> Cause:
    """A cause for the findings of a rule that shares none with others."""
    effort = EFFORT_OF_THEMES.get(finding.theme, "days")
    return Cause(f"Not everywhere: {audit.rules[finding.rule].title}", (finding.rule,), finding.fix, effort)


def _gap(cause: Cause, findings: Sequence[Finding], audit: Audit, stack: Stack, directory: Directory) -> Gap:
    names = _names(findings)
    stakes = any(finding.stakes for finding in findings)
    return Gap(
        title=f"{cause.title}: {names}" if names else cause.title,
        findings=tuple(findings),
        who=directory.acting(findings, cause.sides),
        effort=cause.effort,
        fix=cause.fix,
        cost=" ".join([audit.rules[findings[0].rule].why, *_dates(stack, findings)]),
        money=round(at_stake(findings), 2) if stakes else None,
    )


def _names(findings: Iterable[Finding]) -> str:
    """The systems, tools and data that are concerned, the worst first; empty where it is the whole organisation."""
    subjects = [each for finding in findings for each in finding.subjects if each.kind != "organization"]
    flows = [each.name for each in subjects if each.kind == "integration"]
    others = [each.name for each in subjects if each.kind != "integration"]
    names = list(dict.fromkeys(others or flows))
    return listed(names[:_NAMED], len(names) - _NAMED) if len(names) > _NAMED else listed(names) if names else ""


def _dates(stack: Stack, findings: Iterable[Finding]) -> Iterable[str]:
    """The next day on which money is bound again, where that is soon."""
    systems = stack.inventory.systems
    ids = dict.fromkeys(each.id for finding in findings for each in finding.subjects if each.kind == "system")
    days = [
        (day, systems[each].name)
        for each in ids
        if isinstance(day := systems[each].facts.get("cost.renews"), date)
        and systems[each].facts.get("cost.auto_renews") is True
        and stack.today <= day <= stack.today + _SOON
    ]
    return [f"{name} renews by itself on {day}." for day, name in sorted(days)[:1]]


def _rank(
    gap: Gap, audience: str, audit: Audit, ends: Mapping[str, tuple[str, str]]
) -> tuple[float, float, bool, int, str]:
    worst = gap.findings[0]
    severity = worst.severity + (worst.theme in THEMES_FIRST[audience])
    money = gap.money or 0.0
    alone = all(audit.rules[finding.rule].approvers != "both" for finding in gap.findings)
    systems = len({system for finding in gap.findings for system in _systems(finding, ends)})
    first = (-money, -severity) if audience == "cfo" else (-severity, -money)
    return (*first, alone, -systems, gap.title)


def _systems(finding: Finding, ends: Mapping[str, tuple[str, str]]) -> set[str]:
    return {system for subject in finding.subjects for system in systems_of(subject, ends)}
