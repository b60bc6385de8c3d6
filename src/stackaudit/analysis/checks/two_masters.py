"""Kinds of data of which two systems say that their version wins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.analysis.answers import Answer, Hint, passes
from stackaudit.analysis.checks.check import Check
from stackaudit.analysis.checks.linking import names_of
from stackaudit.model.audit import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.analysis.stack import Stack


def ask(stack: Stack) -> Iterator[Answer]:
    """An answer for each kind of data that has a master at all.

    The customer is left to the rules of governance where these name a master.
    """
    decided = "customer" if stack.organization.facts.get("governance.customer.master") else ""
    for kind in stack.inventory.data_kinds.values():
        if kind.id == decided:
            continue
        masters = kind.facts.get("masters", ())
        systems = tuple(stack.inventory.systems[master] for master in masters)  # type: ignore[attr-defined]
        if len(systems) == 1:
            yield passes(systems[0])
        elif systems:
            values = {"kind": kind.name, "systems": names_of(systems)}
            hints = tuple(Hint(system, "data.master_of", f"{system.name} too") for system in systems[1:])
            yield Answer(Verdict.FAILS, systems, values, kind.id, "data.master_of", hints=hints)


CHECK = Check("Each kind of data has one master record.", "system", ask, {}, ("kind", "systems"))
