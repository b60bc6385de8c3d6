"""`stackaudit config`: show the settings in force and where each comes from."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stackaudit.cli.choosing import (
    Config,
    FailOnOption,
    FailUnder,
    Ignore,
    NoBuiltinRules,
    ProfileOption,
    Rules,
    Select,
    Threshold,
    UnknownOption,
    chosen,
)
from stackaudit.cli.doors import problems_told, say, settings_for, shown, width

if TYPE_CHECKING:
    pass

app = typer.Typer(help="Show the settings in force.", no_args_is_help=True, rich_markup_mode=None)


@app.callback()
def config() -> None:
    """Show the settings in force."""


@app.command("show")
def show(
    path: Annotated[Path, typer.Argument(help="The inventory whose settings are meant.")] = Path(),
    config: Config = None,
    profile: ProfileOption = None,
    select: Select = None,
    ignore: Ignore = None,
    fail_on: FailOnOption = None,
    fail_under: FailUnder = None,
    unknown: UnknownOption = None,
    rules: Rules = None,
    no_builtin_rules: NoBuiltinRules = False,
    threshold: Threshold = None,
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
        command_line = chosen(select, ignore, fail_on, unknown, rules, no_builtin_rules, threshold, fail_under, profile)
        settings = settings_for([path], command_line, file)
        lines = settings_lines(settings, _searched(path, config, file), width(sys.stdout))
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
