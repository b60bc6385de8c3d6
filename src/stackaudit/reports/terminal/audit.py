"""An audit as lines for a terminal: the worst findings in full, the rest counted, then scores and totals."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from stackaudit.model.money import grouped, shortened, spelled
from stackaudit.model.rules import Severity
from stackaudit.reports.terminal.baselines import since_lines
from stackaudit.reports.terminal.exceptions import excepted_lines, exception_lines
from stackaudit.reports.terminal.excerpts import excerpt
from stackaudit.reports.terminal.lines import Line, clipped, counted, line, padded, width_of, wrapped
from stackaudit.reports.terminal.scores import score_lines
from stackaudit.reports.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from stackaudit.model.audit import Audit, Finding, Undetermined

_IN_FULL = 12
_OF_ONE_RULE = 2
_FACTS_NAMED = 5
_MOST_RELATED = 4


def audit_lines(  # noqa: PLR0913 - one parameter for each option of the command
    audit: Audit,
    width: int,
    *,
    show_all: bool = False,
    quiet: bool = False,
    unknown: str = "show",
    verbose: bool = False,
) -> list[Line]:
    """The whole report; `show_all` shows every finding in full, `quiet` only the findings and the closing count."""
    chosen = audit.findings if show_all else _worst(audit.findings)
    rest = Counter(map(_kind, audit.findings)) - Counter(map(_kind, chosen))
    lines: list[Line] = [] if quiet else [*_heading(audit, width), []]
    previous: tuple[Severity, str] | None = None
    for finding in chosen:
        lines += _finding(audit, finding, width, again=_kind(finding) == previous)
        previous = _kind(finding)
    lines += _rest(rest)
    if verbose and unknown != "pass":
        lines += _undetermined(audit.undetermined, width)
    if verbose:
        lines += exception_lines(audit, width)
    if not quiet:
        lines += score_lines(audit.scores, audit.overall, width)
    return lines + _closing(audit, unknown, width)


def statistics_lines(audit: Audit) -> list[Line]:
    """How many findings and undetermined questions each rule has, in order of the most."""
    fails = Counter(finding.rule for finding in audit.findings)
    opens = Counter(item.rule for item in audit.undetermined)
    rules = sorted({*fails, *opens}, key=lambda rule: (-fails[rule], -opens[rule], rule))
    lines = [line(("  found  undetermined  rule", "label"))]
    for rule in rules:
        severity = audit.rules[rule].severity.word
        lines.append(
            line(f"{grouped(fails[rule]):>7}  {grouped(opens[rule]):>12}  {visible(rule)} ", (severity, severity))
        )
    return [*lines, []] if rules else []


def _worst(findings: Sequence[Finding]) -> list[Finding]:
    """The first findings, but few of one rule, so that many faults of one kind do not hide the others."""
    chosen: list[Finding] = []
    of_rule: Counter[str] = Counter()
    for finding in findings:
        if of_rule[finding.rule] < _OF_ONE_RULE:
            of_rule[finding.rule] += 1
            chosen.append(finding)
        if len(chosen) == _IN_FULL:
            break
    order = {rule: index for index, rule in enumerate(dict.fromkeys(f.rule for f in chosen))}
    return sorted(chosen, key=lambda finding: order[finding.rule])


def _heading(audit: Audit, width: int) -> list[Line]:
    totals = audit.totals
    parts = [
        audit.organization,
        counted(totals.systems, "system"),
        counted(totals.integrations, "integration"),
        f"{shortened(totals.annual_cost, audit.currency)} a year" if totals.costs_stated else "",
        f"{counted(totals.files, 'file')}, {counted(totals.lines, 'line')}",
        _evidence(audit),
    ]
    return wrapped(" · ".join(part for part in parts if part), width, "", "title")


def _evidence(audit: Audit) -> str:
    """How many files of evidence were read, and how many were not understood."""
    found = audit.reconciliation
    if found is None:
        return ""
    unread = f", {len(found.unread)} not understood" if found.unread else ""
    return f"{counted(len(found.files), 'file')} of evidence{unread}"


def _finding(audit: Audit, finding: Finding, width: int, *, again: bool) -> list[Line]:
    """One finding: the rule, what is wrong, where, and what to do."""
    lines: list[Line] = []
    money = f" · {visible(spelled(finding.money, audit.currency))} a year" if finding.money else ""
    warns = f" · new: warns until {finding.fails_from}" if finding.fails_from else ""
    severity = finding.severity.word
    if not again or money:
        lines.append(line((visible(finding.rule), "rule"), "  ", (severity, severity), money + warns))
    lines += wrapped(finding.message, width, "  ")
    lines.append(line("  ", (visible(str(finding.place)), "place")))
    document = audit.documents.get(finding.place.file)
    if document is not None:
        lines += excerpt(document, finding.place, finding.note, width)
    for related in finding.related[:_MOST_RELATED]:
        place = visible(str(related.place))
        note = clipped(visible(related.note), max(20, width - width_of(place) - 3))
        lines.append(line("  ", (place, "place"), f" {note}"))
    if len(finding.related) > _MOST_RELATED:
        lines.append(line(f"  … and {counted(len(finding.related) - _MOST_RELATED, 'more place')}"))
    lines += wrapped(finding.fix, width, "       ", first="  fix: ")
    return [*lines, []]


def _kind(finding: Finding) -> tuple[Severity, str]:
    return finding.severity, finding.rule


def _rest(rest: Counter[tuple[Severity, str]]) -> list[Line]:
    """The findings that are not shown, counted by rule, the most severe first."""
    if not rest:
        return []
    name_width = max(width_of(visible(rule)) for _, rule in rest)
    lines = [line(("And more of these", "label"), (" (--all shows every one)", "faint"))]
    for severity, rule in sorted(rest, key=lambda kind: (-kind[0], -rest[kind], kind[1])):
        count = f"{grouped(rest[severity, rule]):>5}"
        lines.append(line(f"  {count}  {padded(visible(rule), name_width)}  ", (severity.word, severity.word)))
    return [*lines, []]


def _undetermined(items: Iterable[Undetermined], width: int) -> list[Line]:
    lines: list[Line] = []
    for item in items:
        names = ", ".join(name.name for name in item.subjects[:3])
        facts = ", ".join(dict.fromkeys(fact for _, fact in item.missing)) or "more facts"
        lines += wrapped(f"{item.rule}  undetermined: {names} ({facts} not stated)", width, "      ", first="")
        lines.append(line("  ", (visible(str(item.place)), "place")))
    return [*lines, []] if lines else []


def _closing(audit: Audit, unknown: str, width: int) -> list[Line]:
    """The counts, the money, and the facts that would help most."""
    counts = Counter(finding.severity for finding in audit.findings)
    split = ", ".join(f"{grouped(counts[s])} {s.word}" for s in sorted(Severity, reverse=True) if counts[s])
    parts = [f"{counted(len(audit.findings), 'finding')}{': ' if split else ''}{split}"]
    open_questions = audit.undetermined if unknown != "pass" else ()
    if open_questions:
        parts.append(f"{counted(len(open_questions), 'question')} undetermined")
    if audit.totals.at_stake:
        parts.append(f"{spelled(round(audit.totals.at_stake), audit.currency)} a year at stake")
    new = sum(finding.fails_from is not None for finding in audit.findings)
    if new:
        parts.append(f"{grouped(new)} of new rules only warn{'s' if new == 1 else ''}")
    lines = wrapped(" · ".join(parts), width, "  ", "title", first="")
    lines += since_lines(audit.baseline, width)
    lines += excepted_lines(audit, width)
    if audit.totals.unconverted:
        without = ", ".join(audit.totals.unconverted)
        lines += wrapped(f"Not in any total, for want of an exchange rate: costs in {without}.", width, "  ", first="")
    if open_questions and audit.missing:
        named = [f"{fact.fact} ({grouped(fact.subjects)})" for fact in audit.missing[:_FACTS_NAMED]]
        lines += wrapped(f"Most useful facts to add: {', '.join(named)}", width, "  ", first="")
    return lines
