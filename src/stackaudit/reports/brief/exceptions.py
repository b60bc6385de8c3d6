"""Findings that both sides live with for a while: why, by whose word, and until when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.reports.brief.writing import further, names, plain, table
from stackaudit.reports.terminal.lines import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from stackaudit.model.audit import Audit
    from stackaudit.model.briefing import Briefing
    from stackaudit.model.exceptions import Standing

_MOST = 60


def exceptions_chapter(briefing: Briefing) -> Iterator[str]:
    """All exceptions with their reasons, those that hold first."""
    audit = briefing.audit
    if not audit.exceptions:
        yield "There are none."
        yield ""
        return
    holding = [standing for standing in audit.exceptions if _holds(standing, audit)]
    others = [standing for standing in audit.exceptions if not _holds(standing, audit)]
    yield f"{counted(len(holding), 'exception')} in force" + (f"; {len(others)} without effect." if others else ".")
    yield ""
    called = {sheet.system.id: sheet.system.name for sheet in briefing.sheets}
    rows = (_row(standing, audit, called) for standing in [*holding, *others][:_MOST])
    yield from table(["Until", "Rule", "About", "Why it is accepted", "By", "Holds"], rows)
    yield from further(len(audit.exceptions) - _MOST, "exceptions")


def _holds(standing: Standing, audit: Audit) -> bool:
    return standing.exception.rule in audit.rules and not standing.fault and standing.findings > 0


def _row(standing: Standing, audit: Audit, called: Mapping[str, str]) -> tuple[str, ...]:
    exception = standing.exception
    ticket = f" ({exception.ticket})" if exception.ticket else ""
    return (
        str(exception.until) if exception.until else "?",
        plain(exception.rule),
        names([called.get(each, each) for each in exception.named]),
        plain(f"{exception.reason}{ticket}") or "?",
        names(exception.approvers) or "?",
        "yes" if _holds(standing, audit) else f"**no**: {_fault(standing, audit)}",
    )


def _fault(standing: Standing, audit: Audit) -> str:
    """Why an exception excepts nothing."""
    if standing.exception.rule not in audit.rules:
        return "its rule was not asked"
    return plain(standing.fault) if standing.fault else "it matches nothing"
