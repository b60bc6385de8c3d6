"""`stackaudit scan`: audit an inventory."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from stackaudit.cli.auditing import stack_and_audit
from stackaudit.cli.choosing import (
    AllowUnusedExceptions,
    Config,
    Evidence,
    FailOnOption,
    FailUnder,
    Ignore,
    NoBuiltinRules,
    NoEvidence,
    NoExceptions,
    Paths,
    ProfileOption,
    Rules,
    Select,
    Threshold,
    Today,
    UnknownOption,
    chosen,
)
from stackaudit.cli.doors import deliver, known_rules, problems_told, settings_for, shown, width
from stackaudit.cli.floors import shortfalls, tell_shortfalls
from stackaudit.cli.formats import AuditFormat, AuditFormatOption, Outputs, Writing, destinations
from stackaudit.cli.reading import beside
from stackaudit.cli.stack_map import deliver_both, map_of
from stackaudit.model.problems import one_problem
from stackaudit.model.rules import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stackaudit.cli.formats import Destination
    from stackaudit.model.audit import Audit, Finding, Undetermined
    from stackaudit.model.baselines import Baseline
    from stackaudit.model.settings import Settings
    from stackaudit.reports.stack_map import StackMap


def scan(
    paths: Paths = None,
    profile: ProfileOption = None,
    select: Select = None,
    ignore: Ignore = None,
    fail_on: FailOnOption = None,
    fail_under: FailUnder = None,
    unknown: UnknownOption = None,
    rules: Rules = None,
    no_builtin_rules: NoBuiltinRules = False,
    threshold: Threshold = None,
    today: Today = None,
    output_format: AuditFormatOption = None,
    output: Outputs = None,
    draw: Annotated[
        bool, typer.Option("--map", help="Draw the transit map too, into HTML and beside files in Markdown.")
    ] = False,
    baseline: Annotated[
        Path | None,
        typer.Option("--baseline", metavar="FILE", help="Report only what this baseline does not know."),
    ] = None,
    evidence: Evidence = None,
    no_evidence: NoEvidence = False,
    no_exceptions: NoExceptions = False,
    allow_unused_exceptions: AllowUnusedExceptions = False,
    config: Config = None,
    show_all: Annotated[bool, typer.Option("--all", "-a", help="Show every finding in full.")] = False,
    statistics: Annotated[bool, typer.Option("--statistics", help="Count findings by rule.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Show findings and the closing count only.")] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Show undetermined questions and exceptions one by one.")
    ] = False,
) -> None:
    """Audit an inventory and report what is wrong with the stack.

    Exit codes: 0 no finding at or above --fail-on and no score under --fail-under, 1 findings or a score that is too
    low, 2 no audit was performed.
    """
    with problems_told(": no audit was performed", mendable=True):
        command_line = chosen(select, ignore, fail_on, unknown, rules, no_builtin_rules, threshold, fail_under, profile)
        scanned = paths or [Path()]
        settings = settings_for(scanned, command_line, config)
        known = _baseline(baseline)
        wanted = destinations(output_format, output)
        if draw:
            _refuse_without_place(wanted)
        reading = beside(no_exceptions, allow_unused_exceptions, evidence, no_evidence)
        stack, audit = stack_and_audit(scanned, settings, today, reading)
        stack_map = map_of(stack, audit, draw)
        audit = _since(audit, known, settings)
        short = shortfalls(audit, settings)
        writing = Writing(stack, audit, stack_map)
        texts = [
            writing.text(each.format, each.map_place)
            if each.format is not AuditFormat.TERMINAL
            else _shown(audit, settings, None if each.path else sys.stdout, show_all, statistics, quiet, verbose)
            for each in wanted
        ]
        _deliver_all(zip(texts, wanted, strict=True), stack_map)
        tell_shortfalls(short)
    raise typer.Exit(max(_fails(audit, settings), int(bool(short))))


def _refuse_without_place(wanted: Iterable[Destination]) -> None:
    """Raise `Problems` before anything is read where a map is asked for and no output can show one."""
    if not any(each.format is AuditFormat.HTML or each.map_place for each in wanted):
        advice = "Name an output such as `report.html` or `report.md`, or draw it with `stackaudit map`."
        raise one_problem("no output of this run can show a map", advice)


def _deliver_all(texts: Iterable[tuple[str, Destination]], stack_map: StackMap | None) -> None:
    """Write each text to its place, with the map beside those that show it so."""
    for text, each in texts:
        if stack_map and each.path and each.map_place:
            deliver_both(text, each.path, stack_map.svg, each.map_place)
        else:
            deliver(text, each.path)


def _baseline(path: Path | None) -> Baseline | None:
    """The baseline to hold the audit against, read first, for a missing one should not take an audit to notice."""
    from stackaudit.sources.baselines import read_baseline

    return read_baseline(path) if path else None


def _since(audit: Audit, baseline: Baseline | None, settings: Settings) -> Audit:
    """The audit without what the baseline knows."""
    from stackaudit.analysis.baselining import new_since

    return new_since(audit, baseline, known_rules(settings)) if baseline else audit


def _shown(
    audit: Audit,
    settings: Settings,
    stream: TextIO | None,
    show_all: bool,
    statistics: bool,
    quiet: bool,
    verbose: bool,
) -> str:
    """The audit as a terminal or a file shows it."""
    from stackaudit.reports.terminal.audit import audit_lines, statistics_lines

    columns = width(stream)
    lines = statistics_lines(audit) if statistics else []
    unknown = settings.word("unknown")
    lines += audit_lines(audit, columns, show_all=show_all, quiet=quiet, unknown=unknown, verbose=verbose)
    return shown(lines, stream)


def _fails(audit: Audit, settings: Settings) -> int:
    """The exit code: 1 where something is as severe as `fail-on`; findings of rules that are still new only warn."""
    limit = SEVERITIES.get(settings.word("fail-on"))
    if limit is None:
        return 0
    counted: list[Finding | Undetermined] = [*audit.findings]
    if settings.word("unknown") == "fail":
        counted += audit.undetermined
    return int(any(item.severity >= limit and item.fails_from is None for item in counted))
