"""What every command does at its door: read the settings and the world, tell problems, write output."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from stackaudit.model.problems import Problems, one_problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from stackaudit.model.catalogue import Catalogue
    from stackaudit.model.inventory import Inventory
    from stackaudit.model.rules import Rule
    from stackaudit.model.settings import Settings
    from stackaudit.reports.terminal.lines import Line

NOT_AUDITED = 2
_NARROWEST, _WIDEST, _PIPE = 60, 120, 100


@contextmanager
def problems_told(outcome: str = "", *, mendable: bool = False) -> Iterator[None]:
    """Turn `Problems` into words on standard error and exit code 2; `outcome` ends the last line.

    With `mendable` they may be such as `stackaudit fix` repairs, and how many are is told.
    """
    try:
        yield
    except Problems as problems:
        from stackaudit.reports.terminal.problems import problem_lines

        sys.stderr.write(shown(problem_lines(problems, width(sys.stderr), outcome), sys.stderr))
        if mendable:
            from stackaudit.cli.mending import repairable

            if count := repairable(problems):
                sys.stderr.write(f"{count} of these can be repaired: stackaudit fix\n")
        raise typer.Exit(NOT_AUDITED) from None


def width(stream: object) -> int:
    """The columns to lay text out for: the terminal's, within reason, or 100 in a pipe."""
    if os.environ.get("COLUMNS", "").isdigit() or is_terminal(stream):
        return max(_NARROWEST, min(_WIDEST, shutil.get_terminal_size((_PIPE, 24)).columns))
    return _PIPE


def is_terminal(stream: object) -> bool:
    """Whether a stream is a terminal."""
    isatty = getattr(stream, "isatty", None)
    return bool(isatty and isatty())


def wants_colour(stream: object) -> bool:
    """Whether colours are welcome: in a terminal, unless NO_COLOR is set; elsewhere only with FORCE_COLOR."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return is_terminal(stream) and os.environ.get("TERM") != "dumb"


def shown(lines: Iterable[Line], stream: object) -> str:
    """Lines as the stream can show them."""
    from stackaudit.reports.terminal.painting import painted, plain

    if wants_colour(stream):
        return painted(lines)
    encoding = (getattr(stream, "encoding", None) or "utf-8").lower()
    return plain(lines, ascii_only=not encoding.startswith("utf"))


def say(text: str) -> None:
    """Write a report to standard output."""
    encoding = sys.stdout.encoding or "utf-8"
    try:
        sys.stdout.write(text.encode(encoding, "backslashreplace").decode(encoding))
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        sys.stderr.write(f"standard output cannot be written: {error.strerror or error}\n")
        raise typer.Exit(NOT_AUDITED) from None


def deliver(text: str, output: Path | None) -> None:
    """Write a report to a file, whole or not at all, or to standard output where none is named."""
    if output is None:
        say(text)
    else:
        from stackaudit.cli.writing import write_whole

        write_whole(output, text)


def day(text: str | None) -> date:
    """The date to audit on: a stated one, or today's."""
    if text is None:
        return date.today()  # noqa: DTZ011 - the calendar day where the user is
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"`{text}` is no date; write it as YEAR-MONTH-DAY", param_hint="--today") from None


def settings_for(paths: Iterable[Path], command_line: Mapping[str, object], config: Path | None = None) -> Settings:
    """The settings for an inventory: those of its own `stackaudit.toml`, and of the command line over them."""
    from stackaudit.sources.settings import find_settings, read_settings

    start = next((path for path in paths if path != Path("-")), Path())
    return read_settings(config or find_settings(start), command_line)


def rules_of(settings: Settings) -> list[Rule]:
    """The rules that the settings select; raises `Problems` for a pattern that selects nothing."""
    from stackaudit.analysis.selecting import selected
    from stackaudit.sources.rulebook import read_rules

    chosen = (*settings.words("select"), *settings.words("extend-select"))
    return selected(read_rules(rule_folders(settings)), chosen, settings.words("ignore"))


def known_rules(settings: Settings) -> frozenset[str]:
    """The ids of all rules that there are, asked or not, with ours even where they are switched off."""
    from stackaudit.sources.rulebook import builtin_folder

    folders = {builtin_folder(), *rule_folders(settings)}
    return frozenset(f"{path.parent.name}/{path.stem}" for folder in folders for path in folder.glob("*/*.yaml"))


def rule_folders(settings: Settings) -> list[Path]:
    """The folders that rules are read from."""
    from stackaudit.sources.rulebook import builtin_folder

    own = [builtin_folder()] if settings.choices["builtin-rules"].value else []
    return [*own, *(Path(folder) for folder in settings.words("rules"))]


@dataclass(frozen=True, slots=True)
class World:
    """What a scan reads."""

    inventory: Inventory
    catalogue: Catalogue
    rules: list[Rule]


def read_world(paths: list[Path], settings: Settings) -> World:
    """The inventory, the catalogue and the rules; `-` stands for standard input."""
    from stackaudit.sources.catalogue import read_catalogue
    from stackaudit.sources.files import read_standard_input
    from stackaudit.sources.inventory import read_inventory, read_inventory_text

    catalogue = read_catalogue()
    rules = rules_of(settings)
    if not rules:
        raise one_problem("no rule is left to ask", "Select or ignore otherwise, or name a folder with `--rules`.")
    if Path("-") in paths:
        if len(paths) > 1:
            raise one_problem("`-` cannot stand beside other paths", "Scan standard input alone.")
        inventory = read_inventory_text("<stdin>", read_standard_input(), catalogue.categories)
    else:
        aside = [Path(folder) for folder in settings.words("rules")]
        inventory = _settled(lambda: read_inventory(paths, catalogue.categories, aside), paths)
    return World(inventory, catalogue, rules)


def _settled(read: Callable[[], Inventory], paths: list[Path]) -> Inventory:
    """The inventory; where an interrupted write is in the way, that is settled first."""
    try:
        return read()
    except Problems:
        from stackaudit.cli.settling import settle

        if not settle(paths):
            raise
        return read()
