"""`stackaudit init`: begin an inventory, or write the files that make a build server audit one."""

from __future__ import annotations

import shlex
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stackaudit.cli.choosing import FailOn, Today
from stackaudit.cli.doors import NOT_AUDITED, day, is_terminal, problems_told, say, shown, width
from stackaudit.model.documents import Place
from stackaudit.model.problems import Problem, Problems, one_problem

if TYPE_CHECKING:
    from stackaudit.cli.interview import Answers
    from stackaudit.sources.starters import Start

_ONLY_NEW = "It begins inventories; to add to this one, edit it, or `stackaudit import` a file into it."


class BuildServer(StrEnum):
    """The build servers that a job can be written for."""

    GITHUB = "github"
    GITLAB = "gitlab"


def init(
    path: Annotated[Path, typer.Argument(help="The folder for the inventory, or one that is there.")] = Path(),
    name: Annotated[str | None, typer.Option("--name", help="The organisation's name.")] = None,
    currency: Annotated[
        str | None, typer.Option("--currency", metavar="CODE", help="The currency of plain amounts, such as EUR.")
    ] = None,
    region: Annotated[
        list[str] | None,
        typer.Option("--region", help="Where personal data may live, such as eu. May be repeated."),
    ] = None,
    system: Annotated[
        list[str] | None, typer.Option("--system", metavar="NAME", help="A system by its name. May be repeated.")
    ] = None,
    team: Annotated[
        list[str] | None,
        typer.Option(
            "--team",
            metavar="ID=SIDE",
            help="A team, such as web=marketing, instead of marketing, it and sales. May be repeated.",
        ),
    ] = None,
    source: Annotated[
        Path | None,
        typer.Option("--from", metavar="FILE", help="Begin with what this file lists: a spreadsheet, an export."),
    ] = None,
    ci: Annotated[
        BuildServer | None, typer.Option("--ci", help="Write what makes this build server audit the inventory.")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Ask nothing, also in a terminal.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace files that are there.")] = False,
    today: Today = None,
) -> None:
    """Begin an inventory in a folder, and scan it for the first time.

    In a terminal it asks for what no option says; elsewhere it asks nothing. It writes inventory.yaml, stackaudit.toml,
    .gitignore, and for editors a schema of the language; of these, all but the first give way to what is there.

    Where there is an inventory, --ci github writes .github/workflows/stackaudit.yml, --ci gitlab writes
    .gitlab/stackaudit.yml and, where there is none, a .gitlab-ci.yml that includes it. They go to the top of the
    repository in which the inventory lies.

    Exit codes: 0 written, 2 nothing was written, or it was and the first scan could not be performed.
    """
    from stackaudit.cli.starting import write_starts
    from stackaudit.sources.beginnings import standing_in
    from stackaudit.sources.starters import ci_start

    with problems_told(": nothing was written"):
        if source and system:
            raise typer.BadParameter("systems come from the file that is named with --from", param_hint="--system")
        known = _stated(name, currency, region, system, team, ci, source)
        standing = standing_in(path)
        if standing.has_inventory:
            if source or any((name, currency, region, system, team)):
                raise one_problem("there is an inventory here already", _ONLY_NEW, _place(path))
            if ci is None:
                raise typer.BadParameter("say what to write: github or gitlab", param_hint="--ci")
            write_starts([ci_start(str(ci), path)], replacing=force)
            return
        if standing.others:
            _refuse_among(standing.others, path)
        if not yes and is_terminal(sys.stdin) and is_terminal(sys.stdout):
            known = _interviewed(known, imports=source is not None)
        write_starts(_starts(known, path, source, today), replacing=force)
    _first_scan(path, today)


def _stated(
    name: str | None,
    currency: str | None,
    region: list[str] | None,
    system: list[str] | None,
    team: list[str] | None,
    ci: BuildServer | None,
    source: Path | None,
) -> Answers:
    """What the command line says of the organisation; teams come from the source, where there is one."""
    from stackaudit.cli.interview import Answers, a_currency, a_name, a_team, read_option
    from stackaudit.sources.beginnings import TEAMS, Beginning

    beginning = Beginning(
        "".join(read_option("--name", [name or ""], a_name)),
        "".join(read_option("--currency", [currency or ""], a_currency)),
        tuple(filter(None, read_option("--region", region, a_name))),
        dict(read_option("--team", team, a_team)) or ({} if source else TEAMS),
        tuple(filter(None, read_option("--system", system, a_name))),
    )
    return Answers(beginning, str(ci) if ci else "")


def _interviewed(known: Answers, *, imports: bool) -> Answers:
    from stackaudit.cli.interview import interviewed

    try:
        return interviewed(known, imports=imports)
    except typer.Abort:
        sys.stderr.write("\nbroken off: nothing was written.\n")
        raise typer.Exit(NOT_AUDITED) from None


def _starts(known: Answers, folder: Path, source: Path | None, today: str | None) -> list[Start]:
    """All that is to be written for a new inventory."""
    from stackaudit.cli.importing import imported_inventory
    from stackaudit.reports.schemas import inventory_schema, schema_text
    from stackaudit.sources.beginnings import beginning_files, inventory_text, with_beginning
    from stackaudit.sources.catalogue import read_catalogue
    from stackaudit.sources.provenance import provenance_file
    from stackaudit.sources.starters import Start, Starter, ci_start_for_new

    catalogue = read_catalogue()
    schema = schema_text(inventory_schema(catalogue.categories))
    if source is None:
        files = (*beginning_files(folder, inventory_text(known.beginning, catalogue), schema),)
    else:
        listed, memory = imported_inventory(source, day(today))
        remembered = Starter(provenance_file(folder), memory)
        text = with_beginning(listed, known.beginning, catalogue.categories)
        files = (*beginning_files(folder, text, schema), remembered)
    starts = [Start(folder, files, "")]
    return [*starts, ci_start_for_new(known.server, folder)] if known.server else starts


def _refuse_among(others: tuple[str, ...], folder: Path) -> None:
    """Raise `Problems` where a scan of the folder would trip over YAML that is no inventory."""
    own = shlex.quote(str(folder / "inventory"))
    advice = f"Give the inventory a folder of its own: `stackaudit init {own}`."
    raise Problems(tuple(Problem("YAML that is no inventory", advice, Place(name, 1, 1)) for name in others))


def _first_scan(folder: Path, today: str | None) -> None:
    """Scan what was written, which fails nothing but where no audit can be performed, and say what to do next."""
    from stackaudit.cli.scan import scan
    from stackaudit.reports.terminal.starters import next_lines

    say("\n")
    try:
        scan([folder], fail_on=FailOn("never"), today=today)
    except typer.Exit as end:
        if end.exit_code == NOT_AUDITED:
            raise
    where = "" if folder == Path() else f" {shlex.quote(str(folder))}"
    say(shown(next_lines(where, width(sys.stdout)), sys.stdout))


def _place(path: Path) -> Place:
    from stackaudit.sources.inventory.finding import shown as known_as

    return Place(known_as(path), 1, 1)
