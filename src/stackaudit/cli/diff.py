"""`stackaudit diff`: what a change does to the stack."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stackaudit.cli.choosing import (
    Config,
    FailOn,
    Ignore,
    NoBuiltinRules,
    NoEvidence,
    NoExceptions,
    Output,
    ProfileOption,
    Rules,
    Select,
    Threshold,
    Today,
    chosen,
)
from stackaudit.cli.doors import day, deliver, problems_told, shown, width
from stackaudit.cli.reading import beside
from stackaudit.cli.states import audited_states, sides_of
from stackaudit.model.rules import SEVERITIES

if TYPE_CHECKING:
    from stackaudit.model.changes import Changes


class ChangesFormat(StrEnum):
    """The formats that changes can be written in."""

    TERMINAL = "terminal"
    JSON = "json"
    MARKDOWN = "markdown"


Places = Annotated[
    list[Path] | None,
    typer.Option(
        "--path",
        metavar="PATH",
        help="Where the inventory lies in the repository. May be repeated. [default: .]",
    ),
]


def diff(
    old: Annotated[
        str, typer.Argument(metavar="OLD", help="A folder, a file, a revision, or two of those as A..B or A...B.")
    ],
    new: Annotated[
        str | None, typer.Argument(metavar="[NEW]", help="Another one. [default: the files as they are now]")
    ] = None,
    path: Places = None,
    fail_on_new: Annotated[
        FailOn | None,
        typer.Option("--fail-on-new", help="Exit with 1 for new findings from this severity on. [default: never]"),
    ] = None,
    output_format: Annotated[
        ChangesFormat, typer.Option("--format", "-f", help="What to write; markdown is a comment for a pull request.")
    ] = ChangesFormat.TERMINAL,
    output: Output = None,
    profile: ProfileOption = None,
    select: Select = None,
    ignore: Ignore = None,
    rules: Rules = None,
    no_builtin_rules: NoBuiltinRules = False,
    threshold: Threshold = None,
    today: Today = None,
    no_evidence: NoEvidence = False,
    no_exceptions: NoExceptions = False,
    config: Config = None,
    show_all: Annotated[bool, typer.Option("--all", "-a", help="Show every change, however many there are.")] = False,
) -> None:
    """Tell what changed between two states of an inventory: systems, owners, flows, cost, scores and findings.

    Revisions are read from git without touching the work tree: `main...HEAD` is what a branch changes. Both states are
    audited with the rules and settings of the new one, on the same date, each with its own exceptions and evidence.

    Exit codes: 0 told, 1 new findings at or above --fail-on-new, 2 nothing was compared.
    """
    from stackaudit.analysis.changing import changes_between

    with problems_told(": nothing was compared"):
        command_line = chosen(
            select=select,
            ignore=ignore,
            rules=rules,
            no_builtin_rules=no_builtin_rules,
            threshold=threshold,
            profile=profile,
        )
        reading = beside(no_exceptions, True, None, no_evidence)
        sides = sides_of(old, new, path or [Path()])
        changes = changes_between(*audited_states(sides, command_line, config, day(today).isoformat(), reading))
        stream = None if output else sys.stdout
        if output_format is ChangesFormat.JSON:
            from stackaudit.reports.json_changes import changes_json

            text = changes_json(changes)
        elif output_format is ChangesFormat.MARKDOWN:
            from stackaudit.reports.changes.comment import changes_comment

            text = changes_comment(changes)
        else:
            from stackaudit.reports.terminal.changes import changes_lines

            text = shown(changes_lines(changes, width(stream), show_all=show_all), stream)
        deliver(text, output)
    raise typer.Exit(_fails(changes, fail_on_new))


def _fails(changes: Changes, fail_on_new: FailOn | None) -> int:
    """The exit code: 1 where a finding is new and severe enough; findings of rules that are still new only warn."""
    limit = SEVERITIES.get(str(fail_on_new))
    if limit is None:
        return 0
    return int(
        any(each.severity >= limit and each.fails_from is None for each in (*changes.appeared, *changes.returned))
    )
