"""`stackaudit import`: turn what you have into an inventory, and keep it up to date."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stackaudit.cli.choosing import Today
from stackaudit.cli.doors import NOT_AUDITED, day, problems_told, say, shown, width
from stackaudit.model.documents import Place
from stackaudit.model.merging import Provenance
from stackaudit.model.problems import one_problem

if TYPE_CHECKING:
    from datetime import date
    from typing import TextIO

    from stackaudit.model.imports import Imported
    from stackaudit.model.merging import Merge
    from stackaudit.reports.terminal.lines import Line
    from stackaudit.sources.targets import Target

_PRINTED = Path("inventory.yaml")
"""What an inventory that is printed is taken to be called."""


def import_(
    file: Annotated[Path, typer.Argument(help="A spreadsheet, list, page, model or export of another tool.")],
    into: Annotated[
        Path | None, typer.Option("--into", metavar="PATH", help="The inventory to bring up to date, or to begin.")
    ] = None,
    column: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="COLUMN=FACT", help="Say what a column states; `-` leaves it out. Repeatable."),
    ] = None,
    mapping: Annotated[
        Path | None, typer.Option("--mapping", metavar="FILE", help="A file that says so for several columns.")
    ] = None,
    source: Annotated[
        str, typer.Option("--source", metavar="NAME", help="What to remember the file as. [default: its name, undated]")
    ] = "",
    kind: Annotated[
        str, typer.Option("--as", metavar="KIND", help="What kind of file it is. [default: by content]")
    ] = "",
    write_mapping: Annotated[
        Path | None,
        typer.Option("--write-mapping", metavar="FILE", help="Write what was recognised, to correct it and keep it."),
    ] = None,
    sheet: Annotated[str, typer.Option("--sheet", metavar="NAME", help="The sheet of a workbook to read.")] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would be written, and write nothing.")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Write without asking.")] = False,
    today: Today = None,
) -> None:
    """Turn what you have into an inventory, and bring it up to date again next month.

    Reads tables (CSV, XLSX), pages (Markdown, HTML), lists in YAML or JSON, exports of identity providers, Backstage,
    CycloneDX, Threagile, Fides and ArchiMate, and the answers to `stackaudit ask`. Without --into the inventory is
    printed. With it, new systems are added, facts follow the source unless somebody edited them, and what is gone is
    marked. Exit codes: 0 done, 2 nothing was written.
    """
    with problems_told(": nothing was written"):
        from stackaudit.sources.targets import source_name

        imported = _read(file, column or [], mapping, kind, sheet)
        name = source or source_name(file)
        if write_mapping is not None:
            _write_mapping(imported, write_mapping)
        if into is None:
            _print(imported, name, day(today))
        elif not _bring_up_to_date(imported, name, into, day(today), dry_run=dry_run, yes=yes):
            raise typer.Exit(0 if dry_run else NOT_AUDITED)


def imported_inventory(file: Path, on: date) -> tuple[str, str]:
    """The inventory that a file makes, and the memory of the import, to be kept beside it; what was read is told.

    Raises `Problems` as `stackaudit import` tells them.
    """
    from stackaudit.sources.provenance import provenance_text
    from stackaudit.sources.targets import source_name

    source = source_name(file)
    imported = _read(file, [], None, "", "")
    target, merge = _merged(imported, source, _PRINTED, on, Provenance(), is_new=True)
    say(shown([*_told(imported, merge, sys.stdout), []], sys.stdout))
    return _text(target, merge), provenance_text({source: merge.provenance})


def _read(file: Path, options: list[str], mapping: Path | None, kind: str, sheet: str) -> Imported:
    from stackaudit.sources.importers.columns.mapping import read_mapping, read_options
    from stackaudit.sources.importers.reading import read_import

    said = {**(read_mapping(mapping) if mapping else {}), **read_options(options)}
    return read_import(file, said, kind, sheet)


def _write_mapping(imported: Imported, path: Path) -> None:
    """A new file that says which column states what."""
    from stackaudit.cli.writing import write_all
    from stackaudit.sources.importers.columns.mapping import mapping_text

    if os.path.lexists(path):
        advice = "Name another: it may hold what you corrected."
        raise one_problem("this file is there already", advice, Place(str(path), 1, 1))
    write_all({path: mapping_text(imported)}, {path: None})


def _print(imported: Imported, source: str, on: date) -> None:
    """A new inventory on standard output; what was understood is told on standard error."""
    target, merge = _merged(imported, source, _PRINTED, on, Provenance(), is_new=True)
    sys.stderr.write(shown(_told(imported, merge, sys.stderr), sys.stderr))
    say(_text(target, merge))


def _bring_up_to_date(imported: Imported, source: str, into: Path, on: date, *, dry_run: bool, yes: bool) -> bool:
    """Show what an import does to an inventory, and write that with the memory of it; whether nothing is left to do."""
    from stackaudit.cli.rewriting import rewrite
    from stackaudit.cli.settling import settle
    from stackaudit.sources.editing import edited
    from stackaudit.sources.provenance import provenance_text, read_provenance
    from stackaudit.sources.targets import bytes_of, check_readable, memory_of, text_of

    settle([into])
    memory = memory_of(into)
    remembered = read_provenance(memory)
    target, merge = _merged(imported, source, into, on, remembered.get(source, Provenance()))
    say(shown(_told(imported, merge, sys.stdout), sys.stdout))
    before = {document: bytes_of(target, document) for document in merge.edits}
    texts = {document: edited(document, text_of(before[document]), edits) for document, edits in merge.edits.items()}
    check_readable(target, texts)
    return rewrite(
        {target.files[document]: text for document, text in texts.items()},
        {memory: provenance_text({**remembered, source: merge.provenance})},
        before={target.files[document]: held for document, held in before.items()},
        dry_run=dry_run,
        yes=yes,
    )


def _merged(
    imported: Imported, source: str, into: Path, on: date, before: Provenance, *, is_new: bool = False
) -> tuple[Target, Merge]:
    from stackaudit.analysis.merging import Source, merge
    from stackaudit.sources.catalogue import marked, read_catalogue
    from stackaudit.sources.targets import find_target

    catalogue = marked(read_catalogue())
    target = find_target(into, source, catalogue.categories, is_new=is_new)
    return target, merge(imported, target.inventory, Source(source, before, target.new, on), catalogue)


def _text(target: Target, merge: Merge) -> str:
    """The text of a new inventory."""
    from stackaudit.sources.editing import edited
    from stackaudit.sources.targets import BEGINNING

    return edited(target.new, BEGINNING, merge.edits.get(target.new, ()))


def _told(imported: Imported, merge: Merge, stream: TextIO) -> list[Line]:
    from stackaudit.reports.terminal.importing import import_lines
    from stackaudit.sources.importers.columns.ways import facts_of
    from stackaudit.sources.importers.importers import IMPORTERS

    facts = {heading: facts_of(ways) for heading, ways in imported.columns.items()}
    about = IMPORTERS[imported.importer].about
    return import_lines(imported._replace(columns=facts), about, merge, width(stream))
