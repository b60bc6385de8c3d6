"""`stackaudit score`: how well the stack stands, what it costs, how it is linked to the CRM, and who owns it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from stackaudit.cli.auditing import stack_and_audit
from stackaudit.cli.choosing import (
    AllowUnusedExceptions,
    Config,
    Evidence,
    FailUnder,
    Format,
    Ignore,
    NoBuiltinRules,
    NoEvidence,
    NoExceptions,
    Output,
    OutputFormat,
    Paths,
    ProfileOption,
    Rules,
    Select,
    Threshold,
    Today,
    chosen,
)
from stackaudit.cli.doors import deliver, problems_told, settings_for, shown, width
from stackaudit.cli.floors import shortfalls, tell_shortfalls
from stackaudit.cli.reading import beside


def score(
    paths: Paths = None,
    profile: ProfileOption = None,
    select: Select = None,
    ignore: Ignore = None,
    fail_under: FailUnder = None,
    rules: Rules = None,
    no_builtin_rules: NoBuiltinRules = False,
    threshold: Threshold = None,
    today: Today = None,
    output_format: OutputFormat = Format.TERMINAL,
    output: Output = None,
    evidence: Evidence = None,
    no_evidence: NoEvidence = False,
    no_exceptions: NoExceptions = False,
    allow_unused_exceptions: AllowUnusedExceptions = False,
    config: Config = None,
    show_all: Annotated[
        bool, typer.Option("--all", "-a", help="Show every category, and what each team owns by name.")
    ] = False,
) -> None:
    """Score an inventory: alignment by theme, spend, links to the CRM, and who owns what.

    Exit codes: 0 no score is under --fail-under, 1 one is, 2 no audit was performed. Findings alone do not fail it.
    """
    from stackaudit.analysis.reckoning import scorecard

    with problems_told(": no audit was performed"):
        command_line = chosen(
            select=select,
            ignore=ignore,
            rules=rules,
            no_builtin_rules=no_builtin_rules,
            threshold=threshold,
            fail_under=fail_under,
            profile=profile,
        )
        scored = paths or [Path()]
        settings = settings_for(scored, command_line, config)
        reading = beside(no_exceptions, allow_unused_exceptions, evidence, no_evidence)
        stack, audit = stack_and_audit(scored, settings, today, reading)
        short = shortfalls(audit, settings)
        card = scorecard(stack, audit)
        stream = None if output else sys.stdout
        if output_format is Format.JSON:
            from stackaudit.reports.json_scorecard import scorecard_json

            text = scorecard_json(card)
        else:
            from stackaudit.reports.terminal.scorecard import scorecard_lines

            text = shown(scorecard_lines(card, width(stream), show_all=show_all), stream)
        deliver(text, output)
        tell_shortfalls(short)
    raise typer.Exit(int(bool(short)))
