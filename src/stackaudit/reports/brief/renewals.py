"""The calendar of contracts: what must be decided by when, by whom, and for how much."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from stackaudit.reports.brief.writing import a_year, figure, further, name, table, team
from stackaudit.reports.terminal.lines import counted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from stackaudit.model.briefing import Briefing, Renewal

_AHEAD = timedelta(days=366)
_MOST = 60


def renewals_chapter(briefing: Briefing) -> Iterator[str]:
    """The contracts of the coming year in the order in which somebody must decide."""
    today = briefing.audit.today
    ahead = [renewal for renewal in briefing.renewals if renewal.renews <= today + _AHEAD]
    if ahead:
        yield "In the order in which somebody must decide. Where the day of notice is past, the day of renewal counts."
        yield ""
        heads = [
            "Notice until",
            "Renews or ends",
            "System",
            "Decides",
            f"{a_year(briefing.audit.currency)}:",
            "By itself",
        ]
        yield from table(heads, (_row(renewal, today) for renewal in ahead[:_MOST]))
        yield from further(len(ahead) - _MOST, "contracts within a year")
    else:
        yield "No stated contract renews or ends within a year."
        yield ""
    yield from _others(briefing, len(ahead))


def _row(renewal: Renewal, today: date) -> tuple[str, ...]:
    return (
        _notice(renewal, today),
        str(renewal.renews),
        name(renewal.system.name),
        team(renewal.owner) or "?",
        figure(renewal.annual) if renewal.annual is not None else "?",
        "?" if renewal.renews_itself is None else "yes" if renewal.renews_itself else "no, ends",
    )


def _notice(renewal: Renewal, today: date) -> str:
    if renewal.notice is None:
        return "?"
    return f"**{renewal.notice}, past**" if renewal.notice < today else str(renewal.notice)


def _others(briefing: Briefing, ahead: int) -> Iterator[str]:
    """How many contracts lie further off, and how many systems that are paid for state no date."""
    later = len(briefing.renewals) - ahead
    undated = sum(
        bool(sheet.system.facts.get("in_use"))
        and sheet.system.facts.get("cost.paid") is True
        and "cost.renews" not in sheet.system.facts
        for sheet in briefing.sheets
    )
    if later or undated:
        sentences = [f"Later than that: {counted(later, 'contract')}."] if later else []
        sentences += [f"Paid for, and no date stated: {counted(undated, 'system')}."] if undated else []
        yield " ".join(sentences)
        yield ""
