"""`stackaudit ask`: write what nobody stated as questions to those who would know."""

from __future__ import annotations

import sys
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stackaudit.cli.auditing import stack_and_audit
from stackaudit.cli.choosing import (
    Config,
    Evidence,
    Ignore,
    NoEvidence,
    Paths,
    ProfileOption,
    Select,
    Today,
    chosen,
)
from stackaudit.cli.doors import deliver, problems_told, settings_for
from stackaudit.cli.reading import Beside
from stackaudit.model.documents import Place
from stackaudit.model.problems import Problem, Problems, one_problem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stackaudit.model.questionnaire import Questionnaire

NOBODY = "nobody"


class AskFormat(StrEnum):
    """The formats that a questionnaire can be written in."""

    MARKDOWN = "markdown"
    CSV = "csv"


_ENDINGS = {AskFormat.MARKDOWN: "md", AskFormat.CSV: "csv"}


def ask(
    paths: Paths = None,
    ask_format: Annotated[
        AskFormat | None,
        typer.Option("--format", "-f", help="What to write. [default: markdown, or csv for a file that ends so]"),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="PATH", help="Write to this file; or a file for each team into this folder."
        ),
    ] = None,
    team: Annotated[
        str | None,
        typer.Option("--team", metavar="TEAM", help="Ask this team only; `nobody` stands for what no team would know."),
    ] = None,
    most: Annotated[int, typer.Option("--most", min=1, help="How many questions to ask each team.")] = 20,
    force: Annotated[bool, typer.Option("--force", help="Replace files that are there, with their answers.")] = False,
    profile: ProfileOption = None,
    select: Select = None,
    ignore: Ignore = None,
    evidence: Evidence = None,
    no_evidence: NoEvidence = False,
    today: Today = None,
    config: Config = None,
) -> None:
    """Ask those who would know for the facts that would decide most: as letters, or as a table to fill in.

    `stackaudit import` reads the answers. Exit codes: 0 written, also where nothing is open, 2 nothing was written.
    """
    from stackaudit.analysis.briefing.asking import questionnaire_of
    from stackaudit.cli.reading import beside

    with problems_told(": nobody was asked"):
        named = paths or [Path()]
        settings = settings_for(named, chosen(select, ignore, profile=profile), config)
        reading: Beside = beside(False, True, evidence, no_evidence)
        stack, audit = stack_and_audit(named, settings, today, reading)
        questionnaire = _for(questionnaire_of(stack, audit), team)
        wanted = ask_format or _told_by(output)
        _write(questionnaire, wanted, output, most, replacing=force)
        _tell_what_is_left(questionnaire, wanted, most)


def _told_by(output: Path | None) -> AskFormat:
    """The format that the ending of a file's name asks for."""
    return AskFormat.CSV if output is not None and output.suffix.lower() == ".csv" else AskFormat.MARKDOWN


def _for(questionnaire: Questionnaire, team: str | None) -> Questionnaire:
    """The questionnaire with the letter to one team only; raises `Problems` for a team that there is none of."""
    if team is None:
        return questionnaire
    wanted = "" if team == NOBODY else team
    found = tuple(each for each in questionnaire.letters if wanted in (each.team, each.name))
    known = {*questionnaire.teams, *(each.team for each in questionnaire.letters), ""}
    if not found and wanted not in known:
        from stackaudit.model.suggesting import did_you_mean

        near = did_you_mean(wanted, known)
        asked = ", ".join(each.team or NOBODY for each in questionnaire.letters)
        advice = f"Did you mean `{near}`?" if near else f"There are questions for: {asked or NOBODY}."
        raise one_problem(f"there is no team `{team}`", advice)
    return replace(questionnaire, letters=found)


def _write(
    questionnaire: Questionnaire, ask_format: AskFormat, output: Path | None, most: int, *, replacing: bool
) -> None:
    """Write one file, or a file for each team into a folder, which is made where it is not there."""
    from stackaudit.reports.questionnaire import letters_markdown, letters_table, one_file_each

    text = letters_table if ask_format is AskFormat.CSV else letters_markdown
    if output is None:
        deliver(text(questionnaire, most), None)
    elif output.is_dir() or not (output.suffix or output.exists()):
        from stackaudit.cli.writing import write_all

        ending = _ENDINGS[ask_format]
        files = {output / name: text(part, most) for name, part in one_file_each(questionnaire, ending)}
        _refuse_answered(files, replacing=replacing)
        write_all(files)
    else:
        _refuse_answered([output], replacing=replacing)
        deliver(text(questionnaire, most), output)


def _refuse_answered(paths: Iterable[Path], *, replacing: bool) -> None:
    """Raise `Problems` for every file that is there, for somebody may have answered in it."""
    there = sorted(path for path in paths if path.is_file() and not replacing)
    advice = "It may hold answers: import them first, then replace it with `--force`; or name another."
    if there:
        raise Problems(tuple(Problem("this file is there already", advice, Place(str(path), 1, 1)) for path in there))


def _tell_what_is_left(questionnaire: Questionnaire, ask_format: AskFormat, most: int) -> None:
    """Say on standard error what a table has no room to say."""
    if ask_format is not AskFormat.CSV:
        return
    further = sum(max(0, len(letter.asks) - most) for letter in questionnaire.letters)
    by_hand = sum(len(letter.by_hand) for letter in questionnaire.letters)
    if further:
        sys.stderr.write(f"and {further} more questions: `--most` asks each team for more than {most}.\n")
    if by_hand:
        sys.stderr.write(f"and {by_hand} that no cell can answer: `--format markdown` lists them.\n")
