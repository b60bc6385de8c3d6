"""`stackaudit report`: write the report that people forward."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stackaudit.cli.auditing import stack_and_audit
from stackaudit.cli.choosing import (
    AllowUnusedExceptions,
    Config,
    Evidence,
    Ignore,
    NoBuiltinRules,
    NoEvidence,
    NoExceptions,
    Output,
    Paths,
    ProfileOption,
    Rules,
    Select,
    Threshold,
    Today,
    chosen,
)
from stackaudit.cli.doors import day, deliver, problems_told, settings_for
from stackaudit.cli.reading import beside
from stackaudit.cli.stack_map import deliver_both, map_of, place_beside
from stackaudit.model.problems import one_problem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from stackaudit.analysis.stack import Stack
    from stackaudit.cli.reading import Beside
    from stackaudit.model.audit import Audit
    from stackaudit.model.briefing import Briefing
    from stackaudit.model.changes import Changes


class Audience(StrEnum):
    """For whom a report is ordered and worded."""

    EVERYONE = "everyone"
    CMO = "cmo"
    CIO = "cio"
    CFO = "cfo"
    SECURITY = "security"


class ReportFormat(StrEnum):
    """The formats of a report for people."""

    MARKDOWN = "markdown"
    HTML = "html"


def report(
    paths: Paths = None,
    audience: Annotated[
        Audience, typer.Option("--audience", help="For whom to order and word it.")
    ] = Audience.EVERYONE,
    report_format: Annotated[
        ReportFormat | None,
        typer.Option("--format", "-f", help="What to write. [default: by FILE's ending, else markdown]"),
    ] = None,
    output: Output = None,
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="REVISION", help="Tell what changed since this revision of the inventory."),
    ] = None,
    draw: Annotated[
        bool | None,
        typer.Option(
            "--map/--no-map",
            help="Draw the transit map, into HTML or beside FILE.md. [default: where it can be done soon]",
            show_default=False,
        ),
    ] = None,
    profile: ProfileOption = None,
    select: Select = None,
    ignore: Ignore = None,
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
    """Write a report to forward: what matters most, who owns what, spend, links, protection, contracts, open questions.

    It is the same text as long as the inventory, the evidence and the day are the same. Exit codes: 0 written, 2 no
    audit was performed. Findings do not fail it; `stackaudit scan` does that.
    """
    from stackaudit.analysis.briefing import briefing_of

    with problems_told(": no audit was performed"):
        command_line = chosen(
            select=select,
            ignore=ignore,
            rules=rules,
            no_builtin_rules=no_builtin_rules,
            threshold=threshold,
            profile=profile,
        )
        reported = paths or [Path()]
        reading = beside(no_exceptions, allow_unused_exceptions, evidence, no_evidence)
        form = report_format or _told_by(output)
        _refuse_without_place(draw, form, output)
        changes = None
        if since is None:
            stack, audit = stack_and_audit(reported, settings_for(reported, command_line, config), today, reading)
        else:
            stack, audit, changes = _audited_since(since, reported, command_line, config, today, reading)
        briefing = briefing_of(stack, audit, audience, changes)
        if form is ReportFormat.HTML:
            _deliver_page(briefing, stack, draw, output)
        else:
            _deliver_markdown(briefing, stack, draw, output)


def _audited_since(
    since: str,
    paths: list[Path],
    command_line: Mapping[str, object],
    config: Path | None,
    today: str | None,
    reading: Beside,
) -> tuple[Stack, Audit, Changes]:
    """The files as they are, with what changed since a revision; both are audited on one day."""
    from stackaudit.analysis.changing import changes_between
    from stackaudit.cli.states import audited_states, sides_of

    sides = sides_of(since, None, paths)
    old, new = audited_states(sides, command_line, config, day(today).isoformat(), reading)
    return new.stack, new.audit, changes_between(old, new)


def _told_by(output: Path | None) -> ReportFormat:
    """The format that the ending of a file's name asks for."""
    is_page = output is not None and output.suffix.lower() in (".html", ".htm")
    return ReportFormat.HTML if is_page else ReportFormat.MARKDOWN


def _refuse_without_place(draw: bool | None, form: ReportFormat, output: Path | None) -> None:
    """Raise `Problems` before anything is read where a map is asked for that has no place to stand."""
    if draw and form is ReportFormat.MARKDOWN and place_beside(output) is None:
        raise one_problem("a map stands in a file beside a report in Markdown", "Name the report with `--output`.")


def _deliver_page(briefing: Briefing, stack: Stack, draw: bool | None, output: Path | None) -> None:
    from stackaudit.reports.html.report import html_report

    deliver(html_report(briefing, map_of(stack, briefing.audit, draw)), output)


def _deliver_markdown(briefing: Briefing, stack: Stack, draw: bool | None, output: Path | None) -> None:
    from stackaudit.reports.brief.map_chapter import MapFile
    from stackaudit.reports.brief.markdown import markdown_report

    place = place_beside(output)
    stack_map = map_of(stack, briefing.audit, draw) if place else None
    if output and place and stack_map:
        text = markdown_report(briefing, MapFile(place.name, stack_map.network))
        deliver_both(text, output, stack_map.svg, place)
    else:
        deliver(markdown_report(briefing), output)
