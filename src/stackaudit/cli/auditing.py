"""Read, then think: what every command that audits an inventory begins with."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from stackaudit.cli.doors import day
from stackaudit.cli.patience import patience
from stackaudit.cli.reading import Beside, read_all
from stackaudit.model.problems import Problem, Problems

if TYPE_CHECKING:
    from pathlib import Path

    from stackaudit.analysis.stack import Stack
    from stackaudit.model.audit import Audit
    from stackaudit.model.settings import Settings


def audited(paths: list[Path], settings: Settings, today: str | None, reading: Beside | None = None) -> Audit:
    """The audit of an inventory with its exceptions and evidence; raises `Problems` where none can be performed."""
    return stack_and_audit(paths, settings, today, reading)[1]


def stack_and_audit(
    paths: list[Path], settings: Settings, today: str | None, reading: Beside | None = None
) -> tuple[Stack, Audit]:
    """The audit as `audited` gives it, beside the stack for those who ask it more."""
    from stackaudit.analysis.auditing import audit
    from stackaudit.analysis.questions import compile_rules
    from stackaudit.analysis.stack import build_stack
    from stackaudit.sources.yaml_reading import collector_off

    on = day(today)
    _tell_of_slow_yaml()
    reading = reading or Beside()
    with patience("reading and auditing"), collector_off():
        read = read_all(paths, settings, reading)
        currency = str(read.inventory.organization.facts.get("organization.currency", ""))
        questions = compile_rules(read.rules, settings.facts(), read.catalogue.categories, currency, on)
        stack = build_stack(read.inventory, read.catalogue, settings.facts(), on, read.evidence)
        result = audit(stack, questions, read.exceptions)
    if not reading.allows_unused:
        _refuse_unused(result)
    return stack, result


def _tell_of_slow_yaml() -> None:
    """Say on standard error that PyYAML came without libyaml: everything works, and reading takes its time."""
    from stackaudit.sources.yaml_events import FAST

    if not FAST:
        sys.stderr.write("PyYAML was built without libyaml, so reading is some twenty times slower than it could be.\n")


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
