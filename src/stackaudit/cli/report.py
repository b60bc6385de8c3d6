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

if TYPE_CHECKING:
    from collections.abc import Mapping

    from stackaudit.cli.reading import Beside
    from stackaudit.model.briefing import Briefing


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
        if since is None:
            settings = settings_for(reported, command_line, config)
            briefing = briefing_of(*stack_and_audit(reported, settings, today, reading), audience)
        else:
            briefing = _briefing_since(since, reported, command_line, config, today, reading, audience)
        deliver(_written(briefing, report_format or _told_by(output)), output)


def _briefing_since(
    since: str,
    paths: list[Path],
    command_line: Mapping[str, object],
    config: Path | None,
    today: str | None,
    reading: Beside,
    audience: str,
) -> Briefing:
    """The briefing of the files as they are, with what changed since a revision; both are audited on one day."""
    from stackaudit.analysis.briefing import briefing_of
    from stackaudit.analysis.changing import changes_between
    from stackaudit.cli.states import audited_states, sides_of

    sides = sides_of(since, None, paths)
    old, new = audited_states(sides, command_line, config, day(today).isoformat(), reading)
    return briefing_of(new.stack, new.audit, audience, changes_between(old, new))


def _told_by(output: Path | None) -> ReportFormat:
    """The format that the ending of a file's name asks for."""
    is_page = output is not None and output.suffix.lower() in (".html", ".htm")
    return ReportFormat.HTML if is_page else ReportFormat.MARKDOWN


def _written(briefing: Briefing, report_format: ReportFormat) -> str:
    if report_format is ReportFormat.HTML:
        from stackaudit.reports.html.report import html_report

        return html_report(briefing)
    from stackaudit.reports.brief.markdown import markdown_report

    return markdown_report(briefing)
