"""`stackaudit scan`: audit an inventory."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stackaudit.cli.auditing import Excepting, audited
from stackaudit.cli.choosing import (
    AllowUnusedExceptions,
    Config,
    FailOnOption,
    FailUnder,
    Format,
    Ignore,
    NoBuiltinRules,
    NoExceptions,
    Output,
    OutputFormat,
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
from stackaudit.model.rules import SEVERITIES

if TYPE_CHECKING:
    from stackaudit.model.audit import Audit, Finding, Undetermined
    from stackaudit.model.baselines import Baseline
    from stackaudit.model.settings import Settings


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
    output_format: OutputFormat = Format.TERMINAL,
    output: Output = None,
    baseline: Annotated[
        Path | None,
        typer.Option("--baseline", metavar="FILE", help="Report only what this baseline does not know."),
    ] = None,
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
    with problems_told(": no audit was performed"):
        command_line = chosen(select, ignore, fail_on, unknown, rules, no_builtin_rules, threshold, fail_under, profile)
        scanned = paths or [Path()]
        settings = settings_for(scanned, command_line, config)
        known = _baseline(baseline)
        audit = audited(scanned, settings, today, Excepting(not no_exceptions, allow_unused_exceptions))
        audit = _since(audit, known, settings)
        short = shortfalls(audit, settings)
        _tell(audit, settings, output_format, output, show_all, statistics, quiet, verbose)
        tell_shortfalls(short)
    raise typer.Exit(max(_fails(audit, settings), int(bool(short))))


def _baseline(path: Path | None) -> Baseline | None:
    """The baseline to hold the audit against, read first, for a missing one should not take an audit to notice."""
    from stackaudit.sources.baselines import read_baseline

    return read_baseline(path) if path else None


def _since(audit: Audit, baseline: Baseline | None, settings: Settings) -> Audit:
    """The audit without what the baseline knows."""
    from stackaudit.analysis.baselining import new_since

    return new_since(audit, baseline, known_rules(settings)) if baseline else audit


def _tell(
    audit: Audit,
    settings: Settings,
    output_format: Format,
    output: Path | None,
    show_all: bool,
    statistics: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Write the report where it is wanted."""
    stream = None if output else sys.stdout
    if output_format is Format.JSON:
        from stackaudit.reports.json_report import audit_json

        text = audit_json(audit)
    else:
        from stackaudit.reports.terminal.audit import audit_lines, statistics_lines

        columns = width(stream)
        lines = statistics_lines(audit) if statistics else []
        unknown = settings.word("unknown")
        lines += audit_lines(audit, columns, show_all=show_all, quiet=quiet, unknown=unknown, verbose=verbose)
        text = shown(lines, stream)
    deliver(text, output)


def _fails(audit: Audit, settings: Settings) -> int:
    """The exit code: 1 where something is as severe as `fail-on`; findings of rules that are still new only warn."""
    limit = SEVERITIES.get(settings.word("fail-on"))
    if limit is None:
        return 0
    counted: list[Finding | Undetermined] = [*audit.findings]
    if settings.word("unknown") == "fail":
        counted += audit.undetermined
    return int(any(item.severity >= limit and item.fails_from is None for item in counted))
