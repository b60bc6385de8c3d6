"""Holds findings against exceptions: which finding stands behind one, and why an exception does not hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fnmatch import filter as filter_names
from functools import cached_property
from typing import TYPE_CHECKING

from stackaudit.model.audit import Related
from stackaudit.model.exceptions import Standing
from stackaudit.model.language import SUBJECTS
from stackaudit.model.language.words import SIDES
from stackaudit.model.suggesting import did_you_mean, shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from stackaudit.analysis.stack import Stack
    from stackaudit.model.audit import Finding
    from stackaudit.model.exceptions import RuleException
    from stackaudit.model.rules import Rule

LONGEST = "longest-exception"
"""The threshold that says how long an exception may hold."""

_MOST_COMPARED = 200_000
"""Names held against each other in search of what was meant; where more are wrong, it is no slip of the pen."""

_PATTERN_SIGNS = frozenset("*?[")
_BOTH_SIDES = ("marketing", "it")
_SHOWN = {"marketing": "marketing", "it": "IT"}


class Register:
    """The exceptions of one audit; it remembers which of them named a finding.

    A finding stands behind an exception of its rule that holds and names every one of its subjects, so that a finding
    returns when another subject joins it.
    """

    def __init__(self, exceptions: Iterable[RuleException], stack: Stack) -> None:
        self._exceptions = tuple(exceptions)
        self._stack = stack
        self._by_subject: dict[tuple[str, str], list[int]] = {}
        self._by_pattern: dict[str, list[int]] = {}
        for index, exception in enumerate(self._exceptions):
            if exception.patterns:
                self._by_pattern.setdefault(exception.rule, []).append(index)
            else:
                self._by_subject.setdefault((exception.rule, exception.subject), []).append(index)
        self._findings = [0] * len(self._exceptions)
        self._in_part: dict[int, Finding] = {}
        self._faults: dict[int, str] = {}
        self._compared = 0

    def meet(self, finding: Finding, rule: Rule) -> tuple[Finding, RuleException | None]:
        """A finding with the exception that it stands behind, or None.

        Where exceptions name it and none holds, their places and what is wrong with them come first among its related
        places.
        """
        naming = [index for index in self._candidates(finding) if self._names(index, finding)]
        holding = None
        for index in naming:
            self._findings[index] += 1
            if holding is None and not self._fault(index, rule):
                holding = self._exceptions[index]
        if holding is not None or not naming:
            return finding, holding
        notes = [Related(self._exceptions[index].place, f"excepts nothing: {self._faults[index]}") for index in naming]
        return replace(finding, related=(*notes, *finding.related)), None

    def standings(self, rules: Mapping[str, Rule]) -> tuple[Standing, ...]:
        """How each exception fared, in the order of the files; `rules` are those that were asked, by id."""
        found = []
        for index, exception in enumerate(self._exceptions):
            rule = rules.get(exception.rule)
            advice = "" if rule is None or self._findings[index] else self._advice(index)
            found.append(Standing(exception, self._findings[index], self._fault(index, rule), advice))
        return tuple(found)

    def _candidates(self, finding: Finding) -> Iterable[int]:
        """The exceptions that may name a finding, in the order of the files."""
        if not self._exceptions:
            return ()
        found = {*self._by_pattern.get(finding.rule, ())}
        for subject in finding.subjects:
            found.update(self._by_subject.get((finding.rule, subject.id), ()))
        return sorted(found)

    def _names(self, index: int, finding: Finding) -> bool:
        exception = self._exceptions[index]
        named = [exception.names(subject.id) for subject in finding.subjects]
        if any(named) and not all(named):
            self._in_part.setdefault(index, finding)
        return all(named)

    def _fault(self, index: int, rule: Rule | None) -> str:
        """Why an exception does not hold; empty where it does."""
        if index not in self._faults:
            self._faults[index] = ", and ".join(self._faults_of(self._exceptions[index], rule))
        return self._faults[index]

    def _faults_of(self, exception: RuleException, rule: Rule | None) -> Iterable[str]:
        if not exception.reason:
            yield "it states no `reason`"
        if not exception.approvers:
            yield "it names no `approvers`"
        elif rule is not None and rule.approvers == "both":
            sides = {side for approver in exception.approvers for side in self._sides(approver)}
            for side in _BOTH_SIDES:
                if side not in sides:
                    yield f"nobody known to be from {_SHOWN[side]} approved it"
        yield from self._faults_of_dates(exception)

    def _faults_of_dates(self, exception: RuleException) -> Iterable[str]:
        today, approved, until = self._stack.today, exception.approved, exception.until
        longest = self._stack.settings[LONGEST]
        assert isinstance(longest, int)
        if approved is not None and approved > today:
            yield f"it is approved on a day that is yet to come, {approved}"
        if until is None:
            yield "it states no end, `until`"
        elif until < today:
            yield f"it ended on {until}"
        elif until > (last := _later(approved or today, longest)):
            yield f"it may hold until {last} at most (`{LONGEST}`)"

    def _sides(self, approver: str) -> Iterable[str]:
        """The sides that a team or a role speaks for; none where that is not known."""
        if not self._stack.inventory.states_teams:
            return (approver,) if approver in SIDES else ()
        return self._sides_by_name.get(approver, ())

    @cached_property
    def _sides_by_name(self) -> Mapping[str, set[str]]:
        """The sides of teams, by their ids and by the roles that lead them."""
        sides: dict[str, set[str]] = {}
        for team in self._stack.inventory.teams.values():
            side, lead = team.facts.get("side"), team.facts.get("lead")
            if isinstance(side, str):
                sides.setdefault(team.id, set()).add(side)
                if isinstance(lead, str) and lead not in self._stack.inventory.teams:
                    sides.setdefault(lead, set()).add(side)
        return sides

    def _advice(self, index: int) -> str:
        """What to do about an exception that names no finding."""
        exception = self._exceptions[index]
        for name in exception.named:
            if name not in self._ids and (name == exception.subject or not filter_names(self._ids, name)):
                self._compared += len(self._ids)
                near = did_you_mean(name, self._ids) if self._compared <= _MOST_COMPARED else None
                lost = f"Nothing in the inventory is called `{shortened(name)}`"
                if name == exception.subject and not _PATTERN_SIGNS.isdisjoint(name):
                    return f"{lost}: patterns stand under `subjects`."
                return (
                    f"{lost}; did you mean `{near}`?" if near else f"{lost}: correct the id, or remove the exception."
                )
        if index in self._in_part:
            ids = ", ".join(subject.id for subject in self._in_part[index].subjects)
            return f"The finding is about all of {ids}: name each of them under `subjects`."
        return f"`{exception.rule}` finds nothing there today: remove the exception."

    @cached_property
    def _ids(self) -> Mapping[str, None]:
        """The ids of everything in the inventory."""
        inventory = self._stack.inventory
        return dict.fromkeys(subject.id for kind in SUBJECTS for subject in inventory.subjects(kind))


def _later(start: date, days: int) -> date:
    """The day so many days later, and one more: a year that holds a 29th of February is still a year."""
    return start + timedelta(days=min(days + 1, (date.max - start).days))
