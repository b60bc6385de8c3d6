"""Read, then think: what every command that audits an inventory begins with."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.cli.doors import day, known_rules, read_world
from stackaudit.cli.patience import patience
from stackaudit.model.problems import Problem, Problems

if TYPE_CHECKING:
    from pathlib import Path

    from stackaudit.analysis.stack import Stack
    from stackaudit.model.audit import Audit
    from stackaudit.model.exceptions import RuleException
    from stackaudit.model.inventory import Inventory
    from stackaudit.model.settings import Settings


class Excepting(NamedTuple):
    """What a run makes of `exceptions.yaml`: whether it is read, and whether an entry may match nothing."""

    reads: bool = True
    allows_unused: bool = False


def audited(paths: list[Path], settings: Settings, today: str | None, excepting: Excepting | None = None) -> Audit:
    """The audit of an inventory with its exceptions; raises `Problems` where none can be performed."""
    return stack_and_audit(paths, settings, today, excepting)[1]


def stack_and_audit(
    paths: list[Path], settings: Settings, today: str | None, excepting: Excepting | None = None
) -> tuple[Stack, Audit]:
    """The audit as `audited` gives it, beside the stack for those who ask it more."""
    from stackaudit.analysis.auditing import audit
    from stackaudit.analysis.questions import compile_rules
    from stackaudit.analysis.stack import build_stack
    from stackaudit.sources.yaml_reading import collector_off

    on = day(today)
    _tell_of_slow_yaml()
    excepting = excepting or Excepting()
    with patience("reading and auditing"), collector_off():
        try:
            world = read_world(paths, settings)
        except Problems as broken:
            raise _with_those_of_exceptions(broken, paths, settings, excepting) from None
        exceptions = _exceptions(paths, settings, world.inventory) if excepting.reads else []
        currency = str(world.inventory.organization.facts.get("organization.currency", ""))
        questions = compile_rules(world.rules, settings.facts(), world.catalogue.categories, currency, on)
        stack = build_stack(world.inventory, world.catalogue, settings.facts(), on)
        result = audit(stack, questions, exceptions)
    if not excepting.allows_unused:
        _refuse_unused(result)
    return stack, result


def _tell_of_slow_yaml() -> None:
    """Say on standard error that PyYAML came without libyaml: everything works, and reading takes its time."""
    from stackaudit.sources.yaml_events import FAST

    if not FAST:
        sys.stderr.write("PyYAML was built without libyaml, so reading is some twenty times slower than it could be.\n")


def _exceptions(paths: list[Path], settings: Settings, inventory: Inventory | None) -> list[RuleException]:
    """The exceptions beside the inventory, which may be None where it is broken; standard input has none."""
    from pathlib import Path

    from stackaudit.sources.inventory.finding import find_exceptions

    aside = [Path(folder) for folder in settings.words("rules")]
    files, problems = ([], []) if Path("-") in paths else find_exceptions(paths, aside)
    if not files and not problems:
        return []
    from stackaudit.sources.exceptions import read_exceptions

    return read_exceptions(files, problems, known_rules(settings), inventory)


def _with_those_of_exceptions(
    broken: Problems, paths: list[Path], settings: Settings, excepting: Excepting
) -> Problems:
    """The problems of an inventory and of the exceptions beside it, so that all are told at once."""
    try:
        if excepting.reads:
            _exceptions(paths, settings, None)
    except Problems as more:
        problems = dict.fromkeys((*broken.problems, *more.problems))
        return Problems(tuple(problems), {**broken.documents, **more.documents})
    return broken


def _refuse_unused(audit: Audit) -> None:
    """Raise `Problems` for every exception that matches nothing: it is misspelt, or has served its time."""
    unused = [standing for standing in audit.exceptions if standing.is_unused]
    if unused:
        grace = "`--allow-unused-exceptions` lets it pass."
        documents = {s.exception.entry.document.name: s.exception.entry.document for s in unused}
        raise Problems(
            tuple(
                Problem("this exception matches nothing", f"{s.help} {grace}", s.exception.subject_place)
                for s in unused
            ),
            documents,
        )
