"""`stackaudit scan`: audit an inventory."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stackaudit.cli.choosing import (
    Config,
    FailOnOption,
    Ignore,
    NoBuiltinRules,
    Rules,
    Select,
    Threshold,
    UnknownOption,
    chosen,
)
from stackaudit.cli.doors import day, problems_told, read_world, say, settings_for, shown, width
from stackaudit.model.rules import SEVERITIES

if TYPE_CHECKING:
    from stackaudit.model.audit import Audit
    from stackaudit.model.settings import Settings


class Format(StrEnum):
    """The formats that a scan can write."""

    TERMINAL = "terminal"
    JSON = "json"


def scan(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(help="Files and folders of the inventory; - reads standard input. [default: .]"),
    ] = None,
    select: Select = None,
    ignore: Ignore = None,
    fail_on: FailOnOption = None,
    unknown: UnknownOption = None,
    rules: Rules = None,
    no_builtin_rules: NoBuiltinRules = False,
    threshold: Threshold = None,
    today: Annotated[
        str | None,
        typer.Option("--today", metavar="DATE", help="Audit as if on this date. [default: today]"),
    ] = None,
    output_format: Annotated[
        Format,
        typer.Option("--format", "-f", help="What to write."),
    ] = Format.TERMINAL,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write to this file, whole or not at all."),
    ] = None,
    config: Config = None,
    show_all: Annotated[bool, typer.Option("--all", "-a", help="Show every finding in full.")] = False,
    statistics: Annotated[bool, typer.Option("--statistics", help="Count findings by rule.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Show findings and the closing count only.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Show undetermined questions one by one.")] = False,
) -> None:
    """Audit an inventory and report what is wrong with the stack.

    Exit codes: 0 no finding at or above --fail-on, 1 findings, 2 no audit was performed.
    """
    with problems_told(": no audit was performed"):
        command_line = chosen(select, ignore, fail_on, unknown, rules, no_builtin_rules, threshold)
        scanned = paths or [Path()]
        settings = settings_for(scanned, command_line, config)
        audit = _audit(scanned, settings, today)
        _tell(audit, settings, output_format, output, show_all, statistics, quiet, verbose)
    raise typer.Exit(_fails(audit, settings))


def _audit(paths: list[Path], settings: Settings, today: str | None) -> Audit:
    """Read, then think."""
    from stackaudit.analysis.auditing import audit
    from stackaudit.analysis.questions import compile_rules
    from stackaudit.analysis.stack import build_stack
    from stackaudit.sources.yaml_reading import collector_off

    on = day(today)
    with collector_off():
        world = read_world(paths, settings)
        currency = str(world.inventory.organization.facts.get("organization.currency", ""))
        questions = compile_rules(world.rules, settings.facts(), world.catalogue.categories, currency, on)
        return audit(build_stack(world.inventory, world.catalogue, settings.facts(), on), questions)


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
    if output is None:
        say(text)
    else:
        from stackaudit.cli.writing import write_whole

        write_whole(output, text)


def _fails(audit: Audit, settings: Settings) -> int:
    """The exit code: 1 where something is as severe as `fail-on`."""
    limit = SEVERITIES.get(settings.word("fail-on"))
    if limit is None:
        return 0
    severities = [finding.severity for finding in audit.findings]
    if settings.word("unknown") == "fail":
        severities += [item.severity for item in audit.undetermined]
    return int(any(severity >= limit for severity in severities))
