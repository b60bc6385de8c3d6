"""`stackaudit config`: show the settings in force and where each comes from."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stackaudit.cli.doors import problems_told, say, settings_for, shown, width
from stackaudit.cli.scan import FailOn, Unknown, _thresholds

if TYPE_CHECKING:
    from stackaudit.model.settings import Settings

app = typer.Typer(help="Show the settings in force.", no_args_is_help=True, rich_markup_mode=None)


@app.callback()
def config() -> None:
    """Show the settings in force."""


@app.command("show")
def show(
    path: Annotated[Path, typer.Argument(help="The inventory whose settings are meant.")] = Path(),
    config: Annotated[
        Path | None,
        typer.Option("--config", metavar="FILE", help="Settings to read instead of the nearest stackaudit.toml."),
    ] = None,
    select: Annotated[list[str] | None, typer.Option("--select", metavar="RULES", help="As for scan.")] = None,
    ignore: Annotated[list[str] | None, typer.Option("--ignore", metavar="RULES", help="As for scan.")] = None,
    fail_on: Annotated[FailOn | None, typer.Option("--fail-on", help="As for scan.")] = None,
    unknown: Annotated[Unknown | None, typer.Option("--unknown", help="As for scan.")] = None,
    rules: Annotated[list[Path] | None, typer.Option("--rules", metavar="DIR", help="As for scan.")] = None,
    no_builtin_rules: Annotated[bool, typer.Option("--no-builtin-rules", help="As for scan.")] = False,
    threshold: Annotated[
        list[str] | None,
        typer.Option("--threshold", metavar="NAME=VALUE", help="As for scan."),
    ] = None,
) -> None:
    """Show every setting and its source.

    Shows all choices and thresholds in the form of a settings file, with what each is for and whether its value is the
    default, comes from a file, or from the command line. Takes the options of scan, to show what a scan would do.
    """
    from stackaudit.reports.terminal.settings import settings_lines
    from stackaudit.sources.settings import find_settings

    with problems_told():
        _must_exist(path)
        found = config or find_settings(path)
        file = _as_seen_from_here(found) if found else None
        command_line = {
            "select": tuple(select) if select else None,
            "ignore": tuple(ignore) if ignore else None,
            "fail-on": str(fail_on) if fail_on else None,
            "unknown": str(unknown) if unknown else None,
            "rules": tuple(str(folder) for folder in rules) if rules else None,
            "builtin-rules": False if no_builtin_rules else None,
            **_thresholds(threshold or []),
        }
        settings = settings_for([path], command_line, file)
        written = _written(settings, file, threshold or [])
        lines = settings_lines(settings, written, _searched(path, config, file), width(sys.stdout))
        say(shown(lines, sys.stdout))


def _must_exist(path: Path) -> None:
    """Refuse a path that leads nowhere: its settings would be those of another folder."""
    if not path.exists():
        from stackaudit.model.documents import Place
        from stackaudit.model.problems import one_problem

        raise one_problem("no such file or folder", "Name the inventory.", Place(str(path), 1, 1))


def _as_seen_from_here(path: Path) -> Path:
    """A path below the working folder without what leads to that."""
    try:
        return path.absolute().relative_to(Path.cwd())
    except ValueError:
        return path


def _searched(path: Path, config: Path | None, file: Path | None) -> str:
    """A sentence on where settings were looked for and what was found."""
    if config is not None:
        return f"Settings file: {file}, named with --config."
    folder = path if path.is_dir() else path.parent
    where = f"looked for in `{folder}` and the folders above it, up to the root of a repository"
    return f"Settings file: {file}, {where}." if file else f"No settings file: stackaudit.toml was {where}."


def _written(settings: Settings, file: Path | None, thresholds: list[str]) -> dict[str, object]:
    """The values that were not left at their defaults, as a file writes them."""
    from stackaudit.model.language import Kind
    from stackaudit.model.settings import THRESHOLDS

    in_file = _in_file(file)
    typed = {name: text for name, _, text in (item.partition("=") for item in thresholds)}
    written: dict[str, object] = {}
    for name, chosen in {**settings.choices, **settings.thresholds}.items():
        if chosen.origin == "command line":
            is_span = name in THRESHOLDS and THRESHOLDS[name].field.kind is Kind.SPAN
            written[name] = typed[name] if is_span else chosen.value
        elif chosen.origin != "default" and name in in_file:
            written[name] = in_file[name]
    return written


def _in_file(file: Path | None) -> dict[str, object]:
    """What a settings file states, thresholds beside the rest."""
    import tomllib

    from stackaudit.sources.files import read_text

    if file is None:
        return {}
    stated: dict[str, object] = tomllib.loads(read_text(file, file.as_posix()))
    table = stated.pop("thresholds", {})
    return {**stated, **table} if isinstance(table, dict) else stated
