"""All that a run reads: the inventory, the rules and the catalogue, and beside them exceptions and evidence."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import typer

from stackaudit.cli.doors import known_rules, read_world
from stackaudit.model.problems import Problems

if TYPE_CHECKING:
    from collections.abc import Callable

    from stackaudit.model.catalogue import Catalogue
    from stackaudit.model.evidence import Evidence
    from stackaudit.model.exceptions import RuleException
    from stackaudit.model.inventory import Inventory
    from stackaudit.model.marks import CatalogueMarks
    from stackaudit.model.rules import Rule
    from stackaudit.model.settings import Settings

_T = TypeVar("_T")


class Beside(NamedTuple):
    """What a run reads beside the inventory: whether exceptions, whether one may match nothing, and which evidence.

    `evidence` are paths besides the folders in and beside the inventory; with None no evidence is read at all.
    """

    exceptions: bool = True
    allows_unused: bool = False
    evidence: tuple[Path, ...] | None = ()


def beside(
    no_exceptions: bool, allow_unused_exceptions: bool, evidence: list[Path] | None, no_evidence: bool
) -> Beside:
    """What a command line chooses to have read beside the inventory."""
    if no_evidence and evidence:
        raise typer.BadParameter("name evidence or leave it unread, not both", param_hint="--no-evidence")
    return Beside(not no_exceptions, allow_unused_exceptions, None if no_evidence else tuple(evidence or ()))


@dataclass(frozen=True, slots=True)
class Read:
    """What was read; `evidence` is None where there is none, and the catalogue has marks where there is some."""

    inventory: Inventory
    catalogue: Catalogue
    rules: list[Rule]
    exceptions: list[RuleException]
    evidence: Evidence | None


def read_all(paths: list[Path], settings: Settings, reading: Beside) -> Read:
    """Everything that a run reads; raises `Problems` with all that is wrong in any of it, at once."""
    broken: list[Problems] = []
    world = _tried(lambda: read_world(paths, settings), broken)
    inventory = world.inventory if world else None
    exceptions = _tried(lambda: _exceptions(paths, settings, inventory), broken) if reading.exceptions else []
    seen = _tried(lambda: _evidence(paths, reading), broken)
    if broken or world is None:
        told = dict.fromkeys(problem for problems in broken for problem in problems.problems)
        documents = {name: text for problems in broken for name, text in problems.documents.items()}
        raise Problems(tuple(told), documents)
    if seen is None:
        return Read(world.inventory, world.catalogue, world.rules, exceptions or [], None)
    marks, evidence = seen
    return Read(world.inventory, replace(world.catalogue, marks=marks), world.rules, exceptions or [], evidence)


def _tried(read: Callable[[], _T], broken: list[Problems]) -> _T | None:
    """What can be read; None, and its problems among the broken, where it cannot."""
    try:
        return read()
    except Problems as problems:
        broken.append(problems)
        return None


def _exceptions(paths: list[Path], settings: Settings, inventory: Inventory | None) -> list[RuleException]:
    """The exceptions beside the inventory, which may be None where it is broken; standard input has none."""
    from stackaudit.sources.inventory.finding import find_exceptions

    aside = [Path(folder) for folder in settings.words("rules")]
    files, problems = ([], []) if Path("-") in paths else find_exceptions(paths, aside)
    if not files and not problems:
        return []
    from stackaudit.sources.exceptions import read_exceptions

    return read_exceptions(files, problems, known_rules(settings), inventory)


def _evidence(paths: list[Path], reading: Beside) -> tuple[CatalogueMarks, Evidence] | None:
    """The evidence in and beside the inventory and in the named paths, with the marks by which tools are known."""
    if reading.evidence is None:
        return None
    from stackaudit.sources.evidence.finding import evidence_folders

    found = [*([] if Path("-") in paths else evidence_folders(paths)), *reading.evidence]
    if not found:
        return None
    from stackaudit.sources.catalogue import read_marks
    from stackaudit.sources.evidence.reading import read_evidence

    marks = read_marks()
    return marks, read_evidence(found, marks.variables)
