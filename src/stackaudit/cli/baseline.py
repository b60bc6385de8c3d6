"""`stackaudit baseline`: record the findings of today, so that a scan can tell what is new."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stackaudit.cli.auditing import audited
from stackaudit.cli.choosing import (
    AllowUnusedExceptions,
    Config,
    Evidence,
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
from stackaudit.cli.doors import known_rules, problems_told, say, settings_for, shown, width
from stackaudit.cli.reading import beside

if TYPE_CHECKING:
    from stackaudit.model.baselines import Baseline
    from stackaudit.reports.terminal.lines import Line

app = typer.Typer(help="Record findings, to be told of new ones only.", no_args_is_help=True, rich_markup_mode=None)

_DEFAULT = Path("stackaudit-baseline.json")

File = Annotated[
    Path,
    typer.Option(
        "--file", metavar="FILE", help="The baseline file. [default: stackaudit-baseline.json]", show_default=False
    ),
]


@app.command("create")
def create(
    paths: Paths = None,
    file: File = _DEFAULT,
    force: Annotated[bool, typer.Option("--force", help="Replace a baseline that is there.")] = False,
    select: Select = None,
    ignore: Ignore = None,
    profile: ProfileOption = None,
    unknown: UnknownOption = None,
    rules: Rules = None,
    no_builtin_rules: NoBuiltinRules = False,
    threshold: Threshold = None,
    today: Today = None,
    evidence: Evidence = None,
    no_evidence: NoEvidence = False,
    no_exceptions: NoExceptions = False,
    allow_unused_exceptions: AllowUnusedExceptions = False,
    config: Config = None,
) -> None:
    """Record all findings of an inventory in a new baseline.

    With --unknown fail the undetermined questions are recorded too. Findings behind exceptions are not: they return
    when their exception ends.
    """
    from stackaudit.analysis.baselining import baseline_of
    from stackaudit.reports.terminal.baselines import created_lines

    with problems_told(": no baseline was written"):
        if file.is_file() and not force:
            _refuse(file)
        command_line = chosen(select, ignore, None, unknown, rules, no_builtin_rules, threshold, profile=profile)
        scanned = paths or [Path()]
        settings = settings_for(scanned, command_line, config)
        audit = audited(scanned, settings, today, beside(no_exceptions, allow_unused_exceptions, evidence, no_evidence))
        baseline = baseline_of(audit, file.as_posix(), undetermined=settings.word("unknown") == "fail")
        _write(file, baseline)
        _say(created_lines(baseline, width(sys.stdout)))


@app.command("update")
def update(
    paths: Paths = None,
    file: File = _DEFAULT,
    select: Select = None,
    ignore: Ignore = None,
    profile: ProfileOption = None,
    rules: Rules = None,
    no_builtin_rules: NoBuiltinRules = False,
    threshold: Threshold = None,
    today: Today = None,
    evidence: Evidence = None,
    no_evidence: NoEvidence = False,
    no_exceptions: NoExceptions = False,
    allow_unused_exceptions: AllowUnusedExceptions = False,
    config: Config = None,
) -> None:
    """Drop what no longer occurs from a baseline, and tell of it.

    New findings are never taken in: a baseline only shrinks. Entries of rules that are left out stay as they are.
    """
    from stackaudit.analysis.baselining import new_since, without_the_gone
    from stackaudit.reports.terminal.baselines import updated_lines
    from stackaudit.sources.baselines import read_baseline

    with problems_told(": the baseline is as it was"):
        old = read_baseline(file)
        command_line = chosen(select, ignore, None, None, rules, no_builtin_rules, threshold, profile=profile)
        scanned = paths or [Path()]
        settings = settings_for(scanned, command_line, config)
        audit = audited(scanned, settings, today, beside(no_exceptions, allow_unused_exceptions, evidence, no_evidence))
        known = known_rules(settings)
        baseline = without_the_gone(audit, old, known)
        if baseline != old:
            _write(file, baseline)
        since = new_since(audit, old, known)
        assert since.baseline is not None
        _say(updated_lines(baseline, since.baseline.gone, len(since.findings), width(sys.stdout)))


@app.command("show")
def show(file: File = _DEFAULT) -> None:
    """List what a baseline knows, by rule."""
    from stackaudit.reports.terminal.baselines import baseline_lines
    from stackaudit.sources.baselines import read_baseline

    with problems_told():
        _say(baseline_lines(read_baseline(file), width(sys.stdout)))


def _refuse(file: Path) -> None:
    from stackaudit.model.documents import Place
    from stackaudit.model.problems import one_problem

    advice = "Drop what no longer occurs with `stackaudit baseline update`, or replace it with `--force`."
    raise one_problem("there is a baseline already", advice, Place(file.as_posix(), 1, 1))


def _write(file: Path, baseline: Baseline) -> None:
    from stackaudit.cli.writing import write_whole
    from stackaudit.sources.baselines import baseline_text

    write_whole(file, baseline_text(baseline))


def _say(lines: list[Line]) -> None:
    say(shown(lines, sys.stdout))
