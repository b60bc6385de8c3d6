"""`stackaudit trend`: how an inventory did over time."""

from __future__ import annotations

import sys
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stackaudit.cli.choosing import (
    Config,
    Ignore,
    NoBuiltinRules,
    NoEvidence,
    NoExceptions,
    Output,
    ProfileOption,
    Rules,
    Select,
    Threshold,
    chosen,
)
from stackaudit.cli.doors import deliver, problems_told, settings_for, shown, width
from stackaudit.cli.history import commits_of, moments_of
from stackaudit.cli.reading import beside
from stackaudit.model.problems import one_problem

if TYPE_CHECKING:
    from stackaudit.model.changes import Trend


class Rhythm(StrEnum):
    """How dense the states may lie."""

    WEEK = "week"
    MONTH = "month"
    COMMIT = "commit"


class TrendFormat(StrEnum):
    """The formats that a trend can be written in."""

    TERMINAL = "terminal"
    JSON = "json"
    SVG = "svg"


InHistory = Annotated[
    list[Path] | None, typer.Argument(help="Where the inventory lies in the repository. [default: .]")
]


def trend(
    paths: InHistory = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="The first day. [default: that of the first commit]")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help="The last day. [default: that of the last commit]")
    ] = None,
    every: Annotated[
        Rhythm, typer.Option("--every", help="Audit the last commit of each, or every one.")
    ] = Rhythm.WEEK,
    output_format: Annotated[
        TrendFormat | None,
        typer.Option("--format", "-f", help="What to write. [default: svg for an output called *.svg, else terminal]"),
    ] = None,
    output: Output = None,
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help="Audit every state anew, and keep nothing in the cache folder.")
    ] = False,
    profile: ProfileOption = None,
    select: Select = None,
    ignore: Ignore = None,
    rules: Rules = None,
    no_builtin_rules: NoBuiltinRules = False,
    threshold: Threshold = None,
    no_evidence: NoEvidence = False,
    no_exceptions: NoExceptions = False,
    config: Config = None,
) -> None:
    """Tell how findings, scores, systems and cost went, from the history of the inventory in git.

    Each state is audited on the day of its commit, with its own exceptions and evidence, and with the rules and
    settings of today. States that cannot be audited are told and passed over. Results are kept in the user's cache
    folder. Exit codes: 0 told, 2 no state could be audited.
    """
    from stackaudit.model.changes import Trend

    with problems_told(": there is no trend"):
        first, last = _day(since, "--since"), _day(until, "--until")
        command_line = chosen(
            select=select,
            ignore=ignore,
            rules=rules,
            no_builtin_rules=no_builtin_rules,
            threshold=threshold,
            profile=profile,
        )
        places = paths or [Path()]
        settings = settings_for(places, command_line, config)
        commits = commits_of(places, every, first, last)
        reading = beside(no_exceptions, True, None, no_evidence)
        found = Trend(tuple(moments_of(places, commits, settings, reading, is_kept=not no_cache)))
        _tell_broken(found)
        if not found.told:
            raise one_problem("no state could be audited", "Begin later with `--since`, or see what is wrong above.")
        _tell(found, output_format, output)


def _day(text: str | None, option: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise typer.BadParameter(f"`{text}` is no date; write it as YEAR-MONTH-DAY", param_hint=option) from None


def _tell_broken(found: Trend) -> None:
    """Say on standard error which states are passed over, and why."""
    from stackaudit.reports.terminal.trend import broken_lines

    sys.stderr.write(shown(broken_lines(found, width(sys.stderr)), sys.stderr))


def _tell(found: Trend, output_format: TrendFormat | None, output: Path | None) -> None:
    """Write the report where it is wanted."""
    is_drawn = output is not None and output.suffix.lower() == ".svg"
    chosen_format = output_format or (TrendFormat.SVG if is_drawn else TrendFormat.TERMINAL)
    stream = None if output else sys.stdout
    if chosen_format is TrendFormat.JSON:
        from stackaudit.reports.json_trend import trend_json

        text = trend_json(found)
    elif chosen_format is TrendFormat.SVG:
        from stackaudit.reports.changes.chart import trend_chart

        text = trend_chart(found)
    else:
        from stackaudit.reports.terminal.trend import trend_lines

        text = shown(trend_lines(found, width(stream)), stream)
    deliver(text, output)
