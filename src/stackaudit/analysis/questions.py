"""Rules made ready to be asked: tests compiled, options read, messages prepared; or all that is wrong with them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.analysis.answers import Answer
from stackaudit.analysis.checks import CHECKS
from stackaudit.analysis.expectations import Compiler, Path, RuleFault
from stackaudit.analysis.facts import facts_of
from stackaudit.analysis.options import read_options
from stackaudit.analysis.wording import compile_template, slots
from stackaudit.model.audit import Verdict
from stackaudit.model.problems import Problem, Problems, in_order
from stackaudit.model.suggesting import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from stackaudit.analysis.stack import Stack
    from stackaudit.analysis.vocabulary import Facts, Test
    from stackaudit.model.inventory import Subject
    from stackaudit.model.rules import Rule, Severity


@dataclass(frozen=True, slots=True)
class Question:
    """A rule that can be asked of a stack.

    `answers` yields a verdict for every subject that the rule is about; `severity` tells how much a failure of a
    subject with these facts matters; `message` and `note` put it into words.
    """

    rule: Rule
    answers: Callable[[Stack], Iterator[Answer]]
    severity: Callable[[Mapping[str, object]], Severity]
    message: Callable[[Mapping[str, object]], str]


class Part(NamedTuple):
    """`where` or `expect`: the test, and for each fact that may leave it undecided the stated facts that decide it."""

    test: Test
    needs: Mapping[str, Sequence[str]]


def compile_rules(
    rules: Iterable[Rule],
    settings: Mapping[str, object],
    catalogue_categories: Collection[str],
    currency: str,
    today: date,
) -> list[Question]:
    """A question for each rule; raises `Problems` for everything that is wrong in any of them."""
    problems: list[Problem] = []
    questions: list[Question] = []
    for rule in rules:
        compiling = _Compiling(rule, settings, catalogue_categories, today)
        question = compiling.question(currency)
        problems += [Problem(message, advice, rule.entry.place(*path)) for path, message, advice in compiling.faults]
        questions.append(question)
    if problems:
        documents = [question.rule.entry.document for question in questions]
        raise Problems(in_order(problems), {document.name: document for document in documents})
    return questions


class _Compiling:
    """One rule on its way to a question."""

    def __init__(self, rule: Rule, settings: Mapping[str, object], categories: Collection[str], today: date) -> None:
        self.rule = rule
        self.check = CHECKS.get(rule.check)
        self.kind = rule.asks_for or (self.check.subject if self.check else "system")
        self.compiler = Compiler(self.kind, settings, categories, today)
        self.faults: list[RuleFault] = self.compiler.faults

    def question(self, currency: str) -> Question:
        severity = self._severity()
        answers = self._check() if self.rule.check else self._expectation(severity)
        facts = facts_of(self.kind)
        said = self.check.says if self.check else ()
        for name in slots(self.rule.message):
            self._known(name, ("message",), [*facts, *said])
        for key in ("point", "money"):
            name = getattr(self.rule, key)
            if name and not any(fact == name or fact.startswith(f"{name}.") for fact in facts):
                self._known(name, (key,), facts)
        return Question(self.rule, answers, severity, compile_template(self.rule.message, facts, currency))

    def _known(self, name: str, path: Path, known: Collection[str]) -> None:
        if name not in known:
            near = did_you_mean(name, known)
            advice = f"Did you mean `{near}`?" if near else "See `stackaudit rules facts`."
            self.faults.append(RuleFault(path, f"there is no fact `{name}` to speak of here", advice))

    def _check(self) -> Callable[[Stack], Iterator[Answer]]:
        check = self.check
        if check is None:
            near = did_you_mean(self.rule.check, CHECKS)
            advice = f"Did you mean `{near}`?" if near else f"Use one of: {', '.join(CHECKS)}."
            self.faults.append(RuleFault(("check",), f"there is no check `{self.rule.check}`", advice))
            return lambda _: iter(())
        options, faults = read_options(check.options, self.rule.options or {}, self.compiler)
        self.faults += faults
        return lambda stack: check.ask(stack, **options)

    def _expectation(self, severity: Callable[[Facts], Severity]) -> Callable[[Stack], Iterator[Answer]]:
        where, expect = self._part("where", self.rule.where), self._part("expect", self.rule.expect)
        alike = severity({}) if len(self.rule.severities) == 1 else None
        kind, point = self.kind, self.rule.point
        asks_evidence = any(name.startswith("evidence.") for name in (*where.needs, *expect.needs))

        def answers(stack: Stack) -> Iterator[Answer]:
            judged = _judge(stack, kind, where, expect, severity, alike)
            return _shown(stack, judged, kind, point) if kind == "evidence" or asks_evidence else judged

        return answers

    def _part(self, key: str, tests: Mapping[str, object] | None) -> Part:
        """`where` or `expect`, compiled."""
        self.compiler.asked = {}
        test = self.compiler.compile(tests or {}, (key,))
        return Part(test, {name: facts_of(self.kind)[name].needs for name in self.compiler.asked})

    def _severity(self) -> Callable[[Facts], Severity]:
        """The first case that holds; a case that cannot be decided does not hold."""
        plain = self.rule.severities[-1].severity
        cases = [
            (self.compiler.compile(case.where, ("severity", index, "where")), case.severity)
            for index, case in enumerate(self.rule.severities[:-1])
        ]
        if not cases:
            return lambda _: plain

        def severity(facts: Facts) -> Severity:
            for holds, severe in cases:
                if holds(facts):
                    return severe
            return plain

        return severity


def _judge(  # noqa: PLR0913 - all that one rule asks, unpacked once for the hot loop
    stack: Stack,
    kind: str,
    where: Part,
    expect: Part,
    severity: Callable[[Facts], Severity],
    alike: Severity | None,
) -> Iterator[Answer]:
    """A verdict for each subject that the rule is about, or may be about; the passes come at the end, one a severity.

    `alike` is the severity of all subjects where it is the same for all.
    """
    passed: dict[Severity, int] = {} if alike is None else {alike: 0}
    is_concerned, is_met = where.test, expect.test
    for subject in stack.inventory.subjects(kind):
        facts = subject.facts
        concerned = is_concerned(facts)
        if concerned is False:
            continue
        holds = is_met(facts)
        if holds:
            if concerned and alike is not None:
                passed[alike] += 1
            elif concerned:
                weighs = severity(facts)
                passed[weighs] = passed.get(weighs, 0) + 1
        elif concerned is None or holds is None:
            missing = _missing(stack, subject, where) if concerned is None else ()
            missing += _missing(stack, subject, expect) if holds is None else ()
            yield Answer(Verdict.UNDETERMINED, (subject,), missing=tuple(dict.fromkeys(missing)))
        else:
            yield Answer(Verdict.FAILS, (subject,))
    for weighs, times in passed.items():
        if times:
            yield Answer(Verdict.PASSES, (), severity=weighs, times=times)


def _shown(stack: Stack, answers: Iterator[Answer], kind: str, point: str) -> Iterator[Answer]:
    """Answers about tools or about what evidence shows of systems, with the lines of evidence."""
    if stack.reconciliation is None:
        return answers
    from stackaudit.analysis.reconciling.pointing import (  # noqa: PLC0415 - few runs have evidence
        pointing,
        with_traces,
    )

    return pointing(stack, answers, point) if kind == "evidence" else with_traces(stack, answers)


def _missing(stack: Stack, subject: Subject, part: Part) -> tuple[tuple[str, str], ...]:
    """The facts that undecided tests wait for; the tests' own facts where all that decides them is stated.

    A fact of the organisation is missing once, however many subjects wait for it.
    """
    organization = stack.organization.facts
    facts = subject.facts
    missing: list[tuple[str, str]] = []
    for name, needed in part.needs.items():
        value = facts.get(name)
        if value is None or (value.__class__ is tuple and None in value):
            wanted = [fact for fact in needed if fact not in facts and fact not in organization] or [name]
            missing += [("organization" if _is_common(fact) else subject.id, fact) for fact in wanted]
    return tuple(missing)


def _is_common(fact: str) -> bool:
    """Whether a fact is the organisation's rather than its subject's."""
    return fact.startswith(("organization.", "governance."))
