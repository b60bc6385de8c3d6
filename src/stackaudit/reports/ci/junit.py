"""An audit as JUnit's XML: a suite for each theme, a failed test for each finding, a passed one for each quiet rule."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from stackaudit import __version__
from stackaudit.model.money import spelled
from stackaudit.reports.ci.wording import shown, subject_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from stackaudit.model.audit import Audit, Excepted, Finding


class _Case(NamedTuple):
    """A test: the rule, what was looked at, how it went (`failure`, `skipped` or nothing), and the element for that."""

    rule: str
    name: str
    outcome: str = ""
    element: str = ""


def junit_text(audit: Audit) -> str:
    """The audit as XML 1.0 that the schema of Jenkins' xUnit plugin describes.

    Skipped are findings behind exceptions, in the baseline and of rules that are still new, and for each rule with open
    questions one test that counts them. A rule passes where it was asked and has none of these.
    """
    by_theme: dict[str, list[_Case]] = {score.theme: [] for score in audit.scores}
    for case in _cases(audit):
        by_theme.setdefault(audit.rules[case.rule].theme, []).append(case)
    suites = [_suite(theme, cases, audit) for theme, cases in by_theme.items()]
    outcomes = Counter(case.outcome for cases in by_theme.values() for case in cases)
    opening = f'<testsuites name="stackaudit" {_counts(outcomes)}>'
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', opening, *suites, "</testsuites>", ""])


def _cases(audit: Audit) -> Iterator[_Case]:
    """Every test, those of one rule together, the rules in the order of their ids."""
    of_rule: dict[str, list[_Case]] = {rule: [] for rule in sorted(audit.rules)}
    for finding in audit.findings:
        of_rule[finding.rule].append(_found(finding, audit.currency))
    for item in audit.excepted:
        of_rule[item.finding.rule].append(_excepted(item))
    for finding in audit.baseline.known if audit.baseline else ():
        told = f"in the baseline: {shown(finding.message)}"
        of_rule[finding.rule].append(_Case(finding.rule, subject_names(finding.subjects), "skipped", _skipped(told)))
    for rule, count in Counter(item.rule for item in audit.undetermined).items():
        told = f"{count} undetermined: the stated facts do not decide"
        of_rule[rule].append(_Case(rule, "undetermined", "skipped", _skipped(told)))
    for rule, cases in of_rule.items():
        yield from cases or [_Case(rule, shown(audit.rules[rule].title))]


def _found(finding: Finding, currency: str) -> _Case:
    if finding.fails_from:
        told = f"new, fails from {finding.fails_from}: {shown(finding.message)}"
        return _Case(finding.rule, subject_names(finding.subjects), "skipped", _skipped(told))
    money = f"{shown(spelled(finding.money, currency))} a year" if finding.money else ""
    lines = [shown(finding.message), f"Fix: {shown(finding.fix)}", f"At: {shown(str(finding.place))}", money]
    text = _escaped("\n".join(line for line in lines if line))
    element = f'<failure type="{finding.severity.word}" message="{_escaped(lines[0])}">{text}</failure>'
    return _Case(finding.rule, subject_names(finding.subjects), "failure", element)


def _excepted(item: Excepted) -> _Case:
    finding, exception = item
    until = f" until {exception.until}" if exception.until else ""
    told = f"excepted{until}: {shown(exception.reason)}"
    return _Case(finding.rule, subject_names(finding.subjects), "skipped", _skipped(told))


def _skipped(message: str) -> str:
    return f'<skipped message="{_escaped(message)}"/>'


def _suite(theme: str, cases: list[_Case], audit: Audit) -> str:
    outcomes = Counter(case.outcome for case in cases)
    skipped = f'skipped="{outcomes["skipped"]}"'
    opening = f'<testsuite name="{_escaped(shown(theme))}" {_counts(outcomes)} {skipped}>'
    return "\n".join([opening, *_properties(theme, audit), *map(_testcase, cases), "</testsuite>"])


def _counts(outcomes: Counter[str]) -> str:
    return f'tests="{outcomes.total()}" failures="{outcomes["failure"]}" errors="0"'


def _properties(theme: str, audit: Audit) -> Iterable[str]:
    """What was audited, when and by what, and how the theme stands."""
    stated = {"stackaudit": __version__, "today": audit.today.isoformat(), "organization": shown(audit.organization)}
    for score in audit.scores:
        if score.theme == theme:
            stated |= {"score.low": str(score.low), "score.high": str(score.high)}
    yield "<properties>"
    for name, value in stated.items():
        yield f'<property name="{name}" value="{_escaped(value)}"/>'
    yield "</properties>"


def _testcase(case: _Case) -> str:
    opening = f'<testcase classname="{_escaped(shown(case.rule))}" name="{_escaped(case.name)}"'
    return f"{opening}>{case.element}</testcase>" if case.element else f"{opening}/>"


def _escaped(text: str) -> str:
    """Text as it may stand between tags and in double quotes; two characters that XML forbids are written out."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return text.replace("\ufffe", "&lt;U+FFFE&gt;").replace("\uffff", "&lt;U+FFFF&gt;")
