"""`stackaudit export`: write the inventory in the formats of other tools."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from stackaudit.cli.auditing import stack_and_audit
from stackaudit.cli.choosing import (
    AllowUnusedExceptions,
    Config,
    Evidence,
    NoEvidence,
    NoExceptions,
    Paths,
    Threshold,
    Today,
    chosen,
)
from stackaudit.cli.doors import deliver, problems_told, settings_for
from stackaudit.cli.reading import beside
from stackaudit.cli.writing import write_whole
from stackaudit.model.documents import Place
from stackaudit.model.problems import one_problem
from stackaudit.reports.exports import FORMATS

ExportFormat = StrEnum("ExportFormat", list(FORMATS))  # type: ignore[misc]  # the table is the one list of formats

EPILOG = "\b\nFormats:\n" + "\n".join(f"  {word:<12} {each.about}" for word, each in FORMATS.items())
"""Closes the help of the command with a line for each format."""


def export(
    export_format: Annotated[
        ExportFormat, typer.Argument(metavar="FORMAT", help="What to write: one of the formats below.")
    ],
    paths: Paths = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write to this file, whole or not at all; into this folder where the format has several files.",
        ),
    ] = None,
    threshold: Threshold = None,
    today: Today = None,
    evidence: Evidence = None,
    no_evidence: NoEvidence = False,
    no_exceptions: NoExceptions = False,
    allow_unused_exceptions: AllowUnusedExceptions = False,
    config: Config = None,
) -> None:
    """Write the inventory in a format that another tool reads.

    Findings are counted by system where the format has a place for them; they do not fail the command. Exit codes: 0
    written, 2 nothing was written.
    """
    from stackaudit.reports.exports import exported

    word = str(export_format)
    with problems_told(": nothing was exported"):
        _refuse_where_it_cannot_go(word, output)
        named = paths or [Path()]
        settings = settings_for(named, chosen(threshold=threshold), config)
        reading = beside(no_exceptions, allow_unused_exceptions, evidence, no_evidence)
        stack, audit = stack_and_audit(named, settings, today, reading)
        files = exported(word, stack.inventory, audit)
        if len(files) > 1 and output is not None:
            _make_folder(output)
        for name, content in files.items():
            path = output / name if output is not None and len(files) > 1 else output
            _write(content, path)


def _refuse_where_it_cannot_go(word: str, output: Path | None) -> None:
    """Raise `Problems` before anything is read where a format needs a file or a folder and none is named."""
    several = len(FORMATS[word].files) > 1
    if output is None and (several or FORMATS[word].binary):
        what = "a folder" if several else "a file"
        raise one_problem(f"`{word}` cannot go to standard output", f"Name {what} with `--output`.")
    if output is not None and several and output.exists() and not output.is_dir():
        raise one_problem(
            f"`{word}` is several files, and this is no folder", "Name a folder.", Place(str(output), 1, 1)
        )


def _make_folder(path: Path) -> None:
    try:
        path.mkdir(exist_ok=True)
    except OSError as error:
        message = f"the folder cannot be made: {error.strerror or error}"
        raise one_problem(message, "Name another one, in a folder that is there.", Place(str(path), 1, 1)) from None


def _write(content: str | bytes, path: Path | None) -> None:
    if isinstance(content, str):
        deliver(content, path)
    elif path is not None:
        write_whole(path, content)
