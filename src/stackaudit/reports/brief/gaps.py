"""The gaps that matter, each with who, what, how much work, and what it costs to leave it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.model.briefing import EFFORTS
from stackaudit.reports.brief.writing import a_year, figure, money, plain, table, teams
from stackaudit.reports.terminal.lines import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.model.briefing import Briefing, Gap

_MOST_FINDINGS = 4


def gaps_chapter(briefing: Briefing) -> Iterator[str]:
    """Each gap with its reason and its fix."""
    if not briefing.gaps:
        yield "There is nothing to tell one by one."
        yield ""
    for number, gap in enumerate(briefing.gaps, 1):
        yield from _gap(number, gap, briefing.audit.currency)


def gaps_at_a_glance(briefing: Briefing) -> Iterator[str]:
    """A row for each gap, for the first page."""
    if not briefing.gaps:
        yield "Nothing that was asked failed. What could not be answered stands under the open questions."
        yield ""
        return
    currency = briefing.audit.currency
    rows = [
        (str(number), plain(gap.title), _severity(gap), _who(gap), gap.effort, figure(gap.money) if gap.money else "")
        for number, gap in enumerate(briefing.gaps, 1)
    ]
    yield from table(["", "What matters most", "Severity", "Who", "Effort", f"{a_year(currency)}:"], rows)


def _gap(number: int, gap: Gap, currency: str) -> Iterator[str]:
    yield f"### {number}. {plain(gap.title)}"
    yield ""
    for message in _messages(gap):
        yield f"- Found: {message}"
    yield f"- **If nothing is done:** {plain(gap.cost)}{_money(gap, currency)}"
    yield f"- **What to do:** {plain(gap.fix)}"
    yield f"- **Who:** {_who(gap)}. **Effort:** {gap.effort} ({EFFORTS[gap.effort]})."
    yield ""


def _messages(gap: Gap) -> Iterator[str]:
    """What was found, the worst first; the rest as a count."""
    told = list(dict.fromkeys(finding.message for finding in gap.findings))
    yield from map(plain, told[:_MOST_FINDINGS])
    if len(told) > _MOST_FINDINGS:
        yield f"{counted(len(told) - _MOST_FINDINGS, 'more finding')} of the same cause."


def _money(gap: Gap, currency: str) -> str:
    return (
        f" It concerns {money(gap.money, currency)} a year."
        if gap.money
        else " How much money that is, nobody has stated."
    )


def _severity(gap: Gap) -> str:
    return gap.findings[0].severity.word


def _who(gap: Gap) -> str:
    return teams(gap.who) or "not known: agree on a team first"
