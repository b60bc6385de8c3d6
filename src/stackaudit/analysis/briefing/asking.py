"""Whom to ask what: the facts that nobody stated, by the team that would know."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from stackaudit.analysis.briefing.directory import Directory
from stackaudit.analysis.facts import facts_of
from stackaudit.model.audit import SubjectName
from stackaudit.model.briefing import OpenQuestion, ToAsk

if TYPE_CHECKING:
    from collections.abc import Mapping

    from stackaudit.analysis.stack import Stack
from stackaudit.model.audit import Audit

_TECHNICAL = ("security.", "service.", "hosting", "regions", "data.", "owner.technical", "method", "runs", "last_ran")


def to_ask_of(stack: Stack, audit: Audit) -> tuple[ToAsk, ...]:
    """Every team that would know facts for which questions wait, the one with most of them first.

    What nobody is named for comes last, under an empty team. A question that waits for facts of several subjects is
    counted with each.
    """
    directory = Directory(stack)
    asked: dict[str, list[OpenQuestion]] = defaultdict(list)
    for (team, subject), counts in _facts_by_team(directory, stack, audit).items():
        named = tuple(sorted(counts, key=lambda fact: (-counts[fact], fact)))
        asked[team].append(OpenQuestion(subject, named, sum(counts.values())))
    teams = sorted(asked, key=lambda team: (not team, -sum(each.questions for each in asked[team]), team))
    return tuple(
        ToAsk(directory.name(team), directory.lead(team), tuple(sorted(asked[team], key=_most_first))) for team in teams
    )


def _facts_by_team(
    directory: Directory, stack: Stack, audit: Audit
) -> Mapping[tuple[str, SubjectName], Mapping[str, int]]:
    """For each team and subject, the facts that the team would know, with how many questions wait for each."""
    waiting = Counter(missing for item in audit.undetermined for missing in item.missing)
    subjects = _subjects(stack)
    found: dict[tuple[str, SubjectName], dict[str, int]] = defaultdict(dict)
    for (subject_id, missing), questions in waiting.items():
        subject = subjects.get(subject_id, SubjectName("organization", subject_id, subject_id))
        for fact in _stated(subject.kind, missing):
            counts = found[directory.knowing(subject, technical=fact.startswith(_TECHNICAL)), subject]
            counts[fact] = counts.get(fact, 0) + questions
    return found


def _stated(kind: str, fact: str) -> tuple[str, ...]:
    """What somebody could write down for a fact: the fact itself, or those that decide a derived one."""
    known = facts_of(kind).get(fact)
    return known.needs if known and known.needs else (fact,)


def _subjects(stack: Stack) -> Mapping[str, SubjectName]:
    """Every subject by id; where two kinds share an id, the system is meant."""
    kinds = ("evidence", "roadmap item", "integration", "data kind", "team", "organization", "system")
    return {
        subject.id: SubjectName(subject.kind, subject.id, subject.name)
        for kind in kinds
        for subject in stack.inventory.subjects(kind)
    }


def _most_first(question: OpenQuestion) -> tuple[int, str, str]:
    return -question.questions, question.subject.kind, question.subject.id
