"""`stackaudit scan`: audit an inventory."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stackaudit.cli.doors import day, problems_told, read_world, say, settings_for, shown, width
from stackaudit.model.rules import SEVERITIES

if TYPE_CHECKING:
    from stackaudit.model.audit import Audit
    from stackaudit.model.settings import Settings


class Format(StrEnum):
    """The formats that a scan can write."""

    TERMINAL = "terminal"
    JSON = "json"


class Unknown(StrEnum):
    """What to make of undetermined questions."""

    SHOW = "show"
    PASS = "pass"  # noqa: S105 - the word of the command line
    FAIL = "fail"


FailOn = StrEnum("FailOn", [*SEVERITIES, "never"])  # type: ignore[misc]


def scan(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(help="Files and folders of the inventory; - reads standard input. [default: .]"),
    ] = None,
    select: Annotated[
        list[str] | None,
        typer.Option("--select", metavar="RULES", help="Ask only these rules: theme, id or glob. May be repeated."),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option("--ignore", metavar="RULES", help="Leave these rules out. May be repeated."),
    ] = None,
    fail_on: Annotated[
        FailOn | None,
        typer.Option("--fail-on", help="Exit with 1 from this severity on. [default: high]"),
    ] = None,
    unknown: Annotated[
        Unknown | None,
        typer.Option("--unknown", help="What to make of questions that stated facts do not decide. [default: show]"),
    ] = None,
    rules: Annotated[
        list[Path] | None,
        typer.Option("--rules", metavar="DIR", help="A folder of your own rules. May be repeated."),
    ] = None,
    no_builtin_rules: Annotated[
        bool,
        typer.Option("--no-builtin-rules", help="Ask your own rules only."),
    ] = False,
    threshold: Annotated[
        list[str] | None,
        typer.Option("--threshold", metavar="NAME=VALUE", help="Set a threshold, such as most-admins=3."),
    ] = None,
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
    config: Annotated[
        Path | None,
        typer.Option("--config", metavar="FILE", help="Settings to read instead of the nearest stackaudit.toml."),
    ] = None,
    show_all: Annotated[bool, typer.Option("--all", "-a", help="Show every finding in full.")] = False,
    statistics: Annotated[bool, typer.Option("--statistics", help="Count findings by rule.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Show findings and the closing count only.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Show undetermined questions one by one.")] = False,
) -> None:
    """Audit an inventory and report what is wrong with the stack.

    Exit codes: 0 no finding at or above --fail-on, 1 findings, 2 no audit was performed.
    """
    with problems_told():
        command_line = {
            "select": tuple(select) if select else None,
            "ignore": tuple(ignore) if ignore else None,
            "fail-on": fail_on,
            "unknown": unknown,
            "rules": tuple(str(folder) for folder in rules) if rules else None,
            "builtin-rules": False if no_builtin_rules else None,
            **_thresholds(threshold or []),
        }
        chosen = paths or [Path()]
        settings = settings_for(chosen, command_line, config)
        audit = _audit(chosen, settings, today)
        _tell(audit, settings, output_format, output, show_all, statistics, quiet, verbose)
    raise typer.Exit(_fails(audit, settings))


def _thresholds(stated: list[str]) -> dict[str, object]:
    """Thresholds of the form name=value."""
    from stackaudit.model.settings import THRESHOLDS
    from stackaudit.model.suggesting import did_you_mean
    from stackaudit.sources.language.values import Wrong
    from stackaudit.sources.settings import read_threshold

    values: dict[str, object] = {}
    for item in stated:
        name, mark, text = item.partition("=")
        if name not in THRESHOLDS or not mark:
            near = did_you_mean(name, THRESHOLDS)
            hint = f"did you mean `{near}`?" if near else f"use one of: {', '.join(THRESHOLDS)}"
            raise typer.BadParameter(f"`{item}` sets no threshold; {hint}", param_hint="--threshold")
        try:
            values[name] = read_threshold(name, text)
        except Wrong as wrong:
            raise typer.BadParameter(f"{wrong.message}. {wrong.advice}", param_hint="--threshold") from None
    return values


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
