"""`stackaudit compare`: where two inventories disagree that were written apart."""

from __future__ import annotations

import math
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stackaudit.cli.choosing import (
    Format,
    Output,
    OutputFormat,
)
from stackaudit.cli.doors import deliver, problems_told, settings_for, shown, width
from stackaudit.model.problems import Problems, in_order, one_problem

if TYPE_CHECKING:
    from collections.abc import Collection

    from stackaudit.model.comparison import Comparison
    from stackaudit.model.inventory import Inventory


def compare(
    one: Annotated[Path, typer.Argument(metavar="ONE", help="A file or folder: the first story.")],
    two: Annotated[Path, typer.Argument(metavar="TWO", help="A file or folder: the second story.")],
    names: Annotated[
        str | None,
        typer.Option("--names", metavar="ONE,TWO", help="What to call the stories. [default: the names of the paths]"),
    ] = None,
    tolerance: Annotated[
        float,
        typer.Option("--tolerance", metavar="PERCENT", min=0, max=100, help="How far agreeing amounts may differ."),
    ] = 5.0,
    output_format: OutputFormat = Format.TERMINAL,
    output: Output = None,
    show_all: Annotated[
        bool,
        typer.Option("--all", "-a", help="Show where each fact stands that one story tells alone, and what both say."),
    ] = False,
) -> None:
    """Compare two inventories of one organisation that were written apart, and list where the stories disagree.

    What one story states and the other leaves out is no contradiction. Systems are taken to be the same by id, by the
    catalogue's product, or by name, and the report says which.

    Exit codes: 0 nothing contradicts, 1 contradictions, 2 nothing was compared.
    """
    if math.isnan(tolerance):
        raise typer.BadParameter("write a number from 0 to 100", param_hint="--tolerance")
    with problems_told(": nothing was compared"):
        comparison = _compared((one, two), _names(names, (one, two)), tolerance / 100)
        stream = None if output else sys.stdout
        if output_format is Format.JSON:
            from stackaudit.reports.json_comparison import comparison_json

            text = comparison_json(comparison)
        else:
            from stackaudit.reports.terminal.comparison import comparison_lines

            text = shown(comparison_lines(comparison, width(stream), show_all=show_all), stream)
        deliver(text, output)
    raise typer.Exit(int(bool(comparison.contradictions)))


def _compared(paths: tuple[Path, Path], names: tuple[str, str], tolerance: float) -> Comparison:
    """Read, then think."""
    from stackaudit.analysis.comparing import compare
    from stackaudit.model.comparison import Account
    from stackaudit.sources.catalogue import read_catalogue
    from stackaudit.sources.yaml_reading import collector_off

    with collector_off():
        catalogue = read_catalogue()
        one, two = _read(paths, catalogue.categories)
        return compare(Account(names[0], one), Account(names[1], two), catalogue, tolerance=tolerance)


def _read(paths: tuple[Path, Path], categories: Collection[str]) -> list[Inventory]:
    """Both inventories; raises `Problems` with everything that is wrong in either."""
    from stackaudit.sources.inventory import read_inventory

    read: list[Inventory] = []
    broken: list[Problems] = []
    for path in dict.fromkeys(paths):
        try:
            if path == Path("-"):
                raise one_problem("`-` cannot be compared", "Name two files or folders.")
            aside = [Path(folder) for folder in settings_for([path], {}).words("rules")]
            read.append(read_inventory([path], categories, aside))
        except Problems as problems:
            broken.append(problems)
    if broken:
        documents = {name: document for problems in broken for name, document in problems.documents.items()}
        raise Problems(in_order([problem for problems in broken for problem in problems.problems]), documents)
    return read if len(read) == 2 else read * 2


def _names(stated: str | None, paths: tuple[Path, Path]) -> tuple[str, str]:
    """What the stories are called: two different names, as stated or after the paths."""
    if stated is not None:
        one, _, two = (part.strip() for part in stated.partition(","))
        if not one or not two or "," in two or one == two:
            raise typer.BadParameter("write two different names, such as cmo,cio", param_hint="--names")
        return one, two
    ones, twos = (_called(path) for path in paths)
    for one, two in zip(ones, twos, strict=False):
        if one != two:
            return one, two
    return "one", "two"


def _called(path: Path) -> list[str]:
    """What a path may be called: its own name without a suffix, or else those of the folders around it."""
    whole = path.absolute()
    return [whole.stem if whole.suffix in (".yaml", ".yml") else whole.name, *(parent.name for parent in whole.parents)]
