"""Asks every question of a stack and sums the answers up."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from typing import TYPE_CHECKING

from stackaudit.analysis.excepting import Register
from stackaudit.analysis.scoring import Scoreboard
from stackaudit.analysis.totalling import missing_facts, totals_of
from stackaudit.analysis.wording import worded
from stackaudit.model.audit import Audit, Excepted, Finding, Related, SubjectName, Undetermined, Verdict
from stackaudit.model.problems import one_problem
from stackaudit.model.rules import THEMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from stackaudit.analysis.answers import Answer
    from stackaudit.analysis.questions import Question
    from stackaudit.analysis.stack import Stack
    from stackaudit.model.exceptions import RuleException
    from stackaudit.model.inventory import Subject
    from stackaudit.model.rules import Rule, Severity

NEW_RULE_GRACE = "new-rule-grace"
"""The threshold that says how long findings of a new rule only warn."""

_THEME_ORDER = {theme: index for index, theme in enumerate(THEMES)}


def audit(stack: Stack, questions: Iterable[Question], exceptions: Iterable[RuleException] = ()) -> Audit:
    """The audit of a stack: every verdict of every rule, sorted, scored and totalled.

    A finding behind an exception that holds is told apart and counts neither as a finding nor in a score. Raises
    `Problems` that name the rule where one cannot be asked to its end.
    """
    findings: list[Finding] = []
    undetermined: list[Undetermined] = []
    excepted: list[Excepted] = []
    register = Register(exceptions, stack)
    scores = Scoreboard()
    rules: dict[str, Rule] = {}
    for question in questions:
        rules[question.rule.id] = question.rule
        fails_from = _fails_from(question.rule, stack)
        for answer in _asked(question, stack):
            severity = answer.severity if answer.severity is not None else question.severity(answer.subjects[0].facts)
            if answer.verdict is Verdict.FAILS:
                finding, exception = register.meet(_finding(question, answer, severity, fails_from), question.rule)
                if exception is not None:
                    excepted.append(Excepted(finding, exception))
                    continue
                findings.append(finding)
            elif answer.verdict is Verdict.UNDETERMINED:
                undetermined.append(_undetermined(question.rule, answer, severity, fails_from))
            scores.count(question.rule, answer.verdict, severity, answer.times)
    findings.sort(key=_worst_first)
    excepted.sort(key=lambda item: _worst_first(item.finding))
    undetermined.sort(key=lambda item: (-item.severity, item.rule, item.subjects))
    organization = stack.inventory.organization.facts
    return Audit(
        organization=str(organization.get("organization.name", "")),
        currency=str(organization.get("organization.currency", "")),
        today=stack.today,
        findings=tuple(findings),
        undetermined=tuple(undetermined),
        scores=scores.scores(sorted({rule.theme for rule in rules.values()}, key=_theme_order)),
        missing=missing_facts(undetermined),
        totals=totals_of(stack, findings),
        rules=rules,
        documents=stack.documents,
        overall=scores.overall(),
        excepted=tuple(excepted),
        exceptions=register.standings(rules),
        reconciliation=stack.reconciliation,
    )


def _asked(question: Question, stack: Stack) -> Iterator[Answer]:
    """The answers of a question; an exception inside becomes a problem that names the rule."""
    try:
        yield from question.answers(stack)
    except Exception as error:
        message = f"the rule `{question.rule.id}` could not be asked: {type(error).__name__}: {error}"
        advice = f"Leave it out with `--ignore {question.rule.id}`, and report it if it is one of ours."
        raise one_problem(message, advice, question.rule.entry.place()) from error


def _finding(question: Question, answer: Answer, severity: Severity, fails_from: date | None) -> Finding:
    rule, first = question.rule, answer.subjects[0]
    point = answer.point or rule.point
    stakes = answer.stakes
    if not stakes and rule.money:
        amount = first.facts.get(rule.money)
        stakes = ((first.id, float(amount)),) if isinstance(amount, int | float) else ()
    return Finding(
        rule=rule.id,
        theme=rule.theme,
        severity=severity,
        subjects=_names(answer.subjects),
        message=question.message({**first.facts, **answer.values} if answer.values else first.facts),
        fix=rule.fix,
        place=first.place(point),
        note=answer.note or rule.note or _note(first, point),
        related=tuple(Related(hint.subject.place(hint.fact), hint.note) for hint in answer.hints),
        stakes=stakes,
        fingerprint=fingerprint(rule.id, answer.subjects, answer.about),
        fails_from=fails_from,
    )


def _undetermined(rule: Rule, answer: Answer, severity: Severity, fails_from: date | None) -> Undetermined:
    first, point = answer.subjects[0], answer.point or rule.point
    names = _names(answer.subjects)
    return Undetermined(rule.id, rule.theme, severity, names, answer.missing, first, point, fails_from)


def _fails_from(rule: Rule, stack: Stack) -> date | None:
    """The day from which findings of a new rule can fail a run; None where that is today or has been."""
    if rule.since is None:
        return None
    grace = stack.settings[NEW_RULE_GRACE]
    assert isinstance(grace, int)
    first = rule.since + timedelta(days=grace)
    return first if stack.today < first else None


def _names(subjects: tuple[Subject, ...]) -> tuple[SubjectName, ...]:
    return tuple([SubjectName(subject.kind, subject.id, subject.name) for subject in subjects])


def _note(subject: Subject, point: str) -> str:
    """What stands at the place that a finding points at."""
    value = subject.facts.get(point)
    if value is None:
        return f"no `{point}` here" if point and not any(fact.startswith(f"{point}.") for fact in subject.facts) else ""
    return f"`{point}` is {worded(value, None, '')}"


def fingerprint(rule: str, subjects: Iterable[Subject | SubjectName], about: str = "") -> str:
    """Sixteen hexadecimal digits that depend on the rule, its subjects and what it says of them alone."""
    names = sorted(f"{subject.kind}:{subject.id}" for subject in subjects)
    names += [about] if about else []
    return hashlib.sha256("\0".join((rule, *names)).encode()).hexdigest()[:16]


def _theme_order(theme: str) -> tuple[int, str]:
    return _THEME_ORDER.get(theme, len(_THEME_ORDER)), theme


def _worst_first(finding: Finding) -> tuple[int, float, tuple[int, str], str, tuple[SubjectName, ...]]:
    return -finding.severity, -(finding.money or 0), _theme_order(finding.theme), finding.rule, finding.subjects
