"""`stackaudit fix`: write what an inventory means in the form that the language asks for."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from stackaudit.cli.choosing import Config, Today
from stackaudit.cli.doors import day, problems_told, say, settings_for, shown, width
from stackaudit.model.problems import Problems, in_order, one_problem
from stackaudit.model.repairs import KINDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from stackaudit.cli.mending import Mended
    from stackaudit.model.catalogue import Catalogue

RepairKind = StrEnum("RepairKind", list(KINDS))  # type: ignore[misc] # its words are the keys of a table

_NOT_WRITTEN = 1


class Read(NamedTuple):
    """The files that could be opened, by the names they are shown under, with their texts."""

    paths: list[Path]
    leave_out: list[Path]
    files: Mapping[str, Path]
    texts: Mapping[str, str]


def fix(
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Files and folders of the inventory. [default: .]", show_default=False)
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would be written, and write nothing.")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Write without asking.")] = False,
    unsafe: Annotated[
        bool, typer.Option("--unsafe", help="Also say what nobody stated: sandboxes that have ended are retiring.")
    ] = False,
    sort: Annotated[bool, typer.Option("--sort", help="Also put keys into the order of the language.")] = False,
    select: Annotated[
        list[RepairKind] | None, typer.Option("--select", metavar="KIND", help="Repair only this. May be repeated.")
    ] = None,
    today: Today = None,
    config: Config = None,
) -> None:
    """Repair what has one meaning and is written otherwise than the language asks for.

    Kinds: keys, dates, durations, money, numbers, words, categories, references, lists, names, order, sandboxes. Shows
    each repair and the change, asks, and writes all files or none. What may mean two things is left as it is.

    Exit codes: 0 nothing is left, 1 there are repairs that were not written, 2 the inventory cannot be read, or nobody
    could be asked.
    """
    from stackaudit.sources.catalogue import read_catalogue

    with problems_told(": nothing was written"):
        catalogue = read_catalogue()
        read = _read(paths or [Path()], config)
        mended = _mended(read, catalogue, select, today, sort=sort, unsafe=unsafe)
        is_written = _write(read, mended, dry_run=dry_run, yes=yes)
    with problems_told(": these are left to you"):
        _tell_left(read, mended, catalogue, is_written=is_written)
    raise typer.Exit(0 if is_written else _NOT_WRITTEN)


def _read(paths: list[Path], config: Path | None) -> Read:
    """All files that can be opened, also such as a scan would refuse; raises `Problems` where there is none."""
    from stackaudit.cli.settling import settle
    from stackaudit.sources.files import read_text
    from stackaudit.sources.inventory.finding import find_files

    if Path("-") in paths:
        raise one_problem("standard input cannot be repaired", "Name the files or the folder of the inventory.")
    settle(paths)
    leave_out = [Path(folder) for folder in settings_for(paths, {}, config).words("rules")]
    found, problems = find_files(paths, leave_out)
    texts: dict[str, str] = {}
    for name, path in found:
        try:
            texts[name] = read_text(path, name)
        except Problems as unreadable:
            problems += unreadable.problems
    if not texts:
        raise Problems(in_order(problems))
    return Read(paths, leave_out, dict(found), texts)


def _mended(
    read: Read, catalogue: Catalogue, select: list[RepairKind] | None, today: str | None, *, sort: bool, unsafe: bool
) -> Mended:
    """The texts after the repairs of the kinds that are asked for; the order of keys is one only where it is named."""
    from stackaudit.cli.mending import mend
    from stackaudit.cli.patience import patience

    chosen = [str(kind) for kind in select] if select else [kind for kind in KINDS if kind != "order"]
    on = day(today)
    with patience("looking for what to repair"):
        return mend(read.texts, catalogue, [*chosen, *(["order"] if sort else [])], on, unsafe=unsafe)


def _write(read: Read, mended: Mended, *, dry_run: bool, yes: bool) -> bool:
    """Show what is repaired, and write it; whether nothing of it is left to write."""
    from stackaudit.cli.rewriting import rewrite
    from stackaudit.reports.terminal.repairs import repair_lines, summary_lines

    columns = width(sys.stdout)
    told = [*repair_lines(mended.repairs, columns), *summary_lines(mended.repairs, mended.held_back, columns)]
    say(shown(told, sys.stdout))
    changed = {read.files[name]: text for name, text in mended.texts.items() if text != read.texts[name]}
    before = {read.files[name]: text for name, text in read.texts.items()}
    return not changed or rewrite(changed, before=before, dry_run=dry_run, yes=yes)


def _tell_left(read: Read, mended: Mended, catalogue: Catalogue, *, is_written: bool) -> None:
    """Raise `Problems` with what keeps the inventory from being read, apart from what a repair stands for."""
    from stackaudit.sources.inventory import read_inventory

    try:
        read_inventory(read.paths, catalogue.categories, read.leave_out)
    except Problems as problems:
        mends = () if is_written else {repair.place[:2] for repair in mended.repairs}
        left = [each for each in problems.problems if each.place is None or each.place[:2] not in mends]
        if left:
            raise Problems(tuple(left), problems.documents) from None
