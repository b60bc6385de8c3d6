"""Whom to ask what: the facts that nobody stated, by the team that would know."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from stackaudit.analysis.briefing.directory import Directory
from stackaudit.analysis.derivations.context import side_of
from stackaudit.analysis.facts import facts_of
from stackaudit.model.audit import SubjectName
from stackaudit.model.briefing import OpenQuestion, ToAsk
from stackaudit.model.language.fields import Kind
from stackaudit.model.questionnaire import Ask, Letter, Questionnaire, fits_a_cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from stackaudit.analysis.stack import Stack
    from stackaudit.model.audit import Audit
    from stackaudit.model.inventory import Inventory, Subject

_TECHNICAL = ("security.", "service.", "hosting", "regions", "data.", "owner.technical", "method", "runs", "last_ran")
_KINDS = ("evidence", "roadmap item", "integration", "data kind", "team", "organization", "system")


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


def questionnaire_of(stack: Stack, audit: Audit) -> Questionnaire:
    """The same facts one by one, as questions of a letter to each team; that which most verdicts wait for first.

    Of two for which as many wait, the one of the subject that waits for more comes first.
    """
    directory, subjects = Directory(stack), _subjects(stack)
    asked: dict[str, list[tuple[int, Ask]]] = defaultdict(list)
    for (team, subject), counts in _facts_by_team(directory, stack, audit).items():
        waiting = sum(counts.values())
        asked[team] += [(waiting, Ask(subject, fact, verdicts)) for fact, verdicts in counts.items()]
    teams = sorted(asked, key=lambda team: (not team, -sum(ask.verdicts for _, ask in asked[team]), team))
    letters = (_letter(directory, team, sorted(asked[team], key=_most_decided), subjects) for team in teams)
    ids = tuple(stack.inventory.teams), tuple(stack.inventory.systems)
    return Questionnaire(audit.organization, audit.currency, *ids, tuple(letters))


def _letter(
    directory: Directory, team: str, asked: Iterable[tuple[int, Ask]], subjects: Mapping[str, Subject]
) -> Letter:
    """The letter to a team; what is stated and decides nothing even so is no question that a cell answers."""
    asks: list[Ask] = []
    by_hand: list[Ask] = []
    for _, ask in asked:
        subject = subjects.get(ask.subject.id)
        is_stated = subject is not None and subject.kind == ask.subject.kind and ask.fact in subject.facts
        (asks if fits_a_cell(ask.subject, ask.fact) and not is_stated else by_hand).append(ask)
    return Letter(team, directory.name(team), directory.lead(team), tuple(asks), tuple(by_hand))


def _facts_by_team(
    directory: Directory, stack: Stack, audit: Audit
) -> Mapping[tuple[str, SubjectName], Mapping[str, int]]:
    """For each team and subject, the facts that the team would know, with how many questions wait for each."""
    waiting = Counter(missing for item in audit.undetermined for missing in item.missing)
    subjects = _subjects(stack)
    found: dict[tuple[str, SubjectName], dict[str, int]] = defaultdict(dict)
    for (subject_id, missing), questions in waiting.items():
        subject = subjects.get(subject_id)
        house = SubjectName("organization", subject_id, subject_id)
        for named, fact in _stated(stack, subject, missing) if subject else ((house, missing),):
            counts = found[directory.knowing(named, technical=fact.startswith(_TECHNICAL)), named]
            counts[fact] = counts.get(fact, 0) + questions
    return found


def _stated(stack: Stack, subject: Subject, fact: str) -> Iterator[tuple[SubjectName, str]]:
    """What somebody could write down for a fact, and of whom: the fact itself, or those that decide a derived one.

    What an integration has from the system at its end is asked of that system. Where all that decides is stated and
    names teams, it is the sides of these that nobody stated.
    """
    end, _, rest = fact.partition(".")
    system = stack.inventory.systems.get(str(subject.facts.get(end))) if subject.kind == "integration" else None
    if rest and system is not None:
        yield from _stated(stack, system, rest)
        return
    known = facts_of(subject.kind).get(fact)
    needs = known.needs if known and known.needs else (fact,)
    unstated = [each for each in needs if each not in subject.facts]
    sideless = [] if unstated else list(dict.fromkeys(_sideless(stack.inventory, subject, needs)))
    for team in sideless:
        declared = stack.inventory.teams.get(team)
        yield SubjectName("team", team, declared.name if declared else team), "side"
    if not sideless:
        named = SubjectName(subject.kind, subject.id, subject.name)
        yield from ((named, each) for each in unstated or needs)


def _sideless(inventory: Inventory, subject: Subject, facts: Iterable[str]) -> Iterator[str]:
    """The teams without a known side that some facts of a subject name."""
    known = facts_of(subject.kind)
    for fact in facts:
        if fact not in known or Kind.TEAM not in (known[fact].kind, known[fact].items):
            continue
        value = subject.facts.get(fact)
        for team in value if isinstance(value, tuple) else (value,):
            if isinstance(team, str) and side_of(team, inventory.teams, states_teams=inventory.states_teams) is None:
                yield team


def _subjects(stack: Stack) -> Mapping[str, Subject]:
    """Every subject by id; where two kinds share an id, the system is meant."""
    return {subject.id: subject for kind in _KINDS for subject in stack.inventory.subjects(kind)}


def _most_first(question: OpenQuestion) -> tuple[int, str, str]:
    return -question.questions, question.subject.kind, question.subject.id


def _most_decided(asked: tuple[int, Ask]) -> tuple[int, int, str, str, str]:
    waiting, ask = asked
    return -ask.verdicts, -waiting, ask.subject.kind, ask.subject.id, ask.fact
