"""Exceptions as lines for a terminal: how many findings stand behind them, and which of them need a look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.reports.terminal.lines import Line, counted, line, wrapped
from stackaudit.reports.visible import visible

if TYPE_CHECKING:
    from stackaudit.model.audit import Audit
    from stackaudit.model.exceptions import Standing


def exception_lines(audit: Audit, width: int) -> list[Line]:
    """Every exception with who accepted what until when, and what is wrong with it."""
    lines: list[Line] = []
    for standing in audit.exceptions:
        exception = standing.exception
        heading = f"{exception.rule}  {', '.join(exception.named)}"
        until = f"until {exception.until}" if exception.until else "without an end"
        by = f", accepted by {', '.join(exception.approvers)}" if exception.approvers else ""
        ticket = f" ({exception.ticket})" if exception.ticket else ""
        lines += wrapped(f"{heading}  exception {until}{by}{ticket}", width, "      ", first="")
        lines.append(line("  ", (visible(str(exception.place)), "place")))
        if exception.reason:
            lines += wrapped(exception.reason, width, "  ")
        lines += wrapped(_fares(standing, audit), width, "  ")
    return [*lines, []] if lines else []


def excepted_lines(audit: Audit, width: int) -> list[Line]:
    """How many findings stand behind exceptions, and a line for each exception that matches nothing."""
    lines: list[Line] = []
    if audit.excepted:
        relied_on = {id(item.exception): item.exception for item in audit.excepted}
        next_end = min(str(exception.until) for exception in relied_on.values())
        behind = f"{counted(len(audit.excepted), 'finding')} behind {counted(len(relied_on), 'exception')}"
        end = "which ends" if len(relied_on) == 1 else "the next of which ends"
        lines += wrapped(f"{behind}, {end} on {next_end} (--no-exceptions shows all).", width, "  ", first="")
    for standing in audit.exceptions:
        if standing.is_unused:
            words = f"{standing.exception.place}: this exception matches nothing. {standing.help}"
            lines += wrapped(words, width, "  ", first="")
    return lines


def _fares(standing: Standing, audit: Audit) -> str:
    """What an exception does in this audit."""
    if standing.exception.rule not in audit.rules:
        return "Its rule was not asked."
    if standing.is_unused:
        return f"It matches nothing. {standing.help}"
    named = counted(standing.findings, "finding")
    return f"It names {named}, but excepts nothing: {standing.fault}." if standing.fault else f"It excepts {named}."
