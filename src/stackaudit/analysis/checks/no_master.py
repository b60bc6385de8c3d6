"""Kinds of data for which no system's version wins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.analysis.answers import Answer, passes, undetermined
from stackaudit.analysis.checks.check import Check
from stackaudit.model.audit import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.analysis.stack import Stack
    from stackaudit.model.inventory import Subject


def ask(stack: Stack) -> Iterator[Answer]:
    """An answer for each kind of data.

    One without a master stays open while a system that keeps central records, or of which nobody knows what it is for,
    does not say what it is master of.
    """
    silent: tuple[tuple[str, str], ...] | None = None
    for kind in stack.inventory.data_kinds.values():
        if kind.facts["masters"]:
            yield passes(kind)
            continue
        if silent is None:
            silent = tuple((system.id, "data.master_of") for system in stack.in_use if _could_be(system))
        yield undetermined(kind, missing=silent) if silent else Answer(Verdict.FAILS, (kind,))


def _could_be(system: Subject) -> bool:
    facts = system.facts
    return "data.master_of" not in facts and facts.get("central") is not False and facts["environment"] == "production"


CHECK = Check("Each kind of data has a system whose version wins.", "data kind", ask, {})
