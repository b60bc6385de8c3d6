"""The paragraph for one reader: what of the whole report is theirs."""

from __future__ import annotations

from datetime import timedelta
from math import fsum
from typing import TYPE_CHECKING

from stackaudit.model.rules import Severity
from stackaudit.reports.brief.writing import large, money, names
from stackaudit.reports.terminal.lines import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from stackaudit.model.audit import Finding
    from stackaudit.model.briefing import Briefing, Renewal

SOON = timedelta(days=92)
"""How far ahead a contract counts as one to decide on now."""


def for_you(briefing: Briefing) -> str:
    """A few sentences for the audience of a briefing."""
    return " ".join(_PARAGRAPHS[briefing.audience](briefing))


def due_soon(briefing: Briefing) -> list[Renewal]:
    """Contracts whose notice or renewal falls into the next three months."""
    today = briefing.audit.today
    return [
        renewal
        for renewal in briefing.renewals
        if any(day is not None and today <= day <= today + SOON for day in (renewal.notice, renewal.renews))
    ]


def _everyone(briefing: Briefing) -> Iterator[str]:
    both = [
        gap
        for gap in briefing.gaps
        if any(briefing.audit.rules[finding.rule].approvers == "both" for finding in gap.findings)
    ]
    if both:
        need = "needs" if len(both) == 1 else "need"
        yield f"{len(both)} of the gaps below {need} a decision of both sides."
    yield from _undeclared(briefing)
    yield from _contracts(briefing)


def _cmo(briefing: Briefing) -> Iterator[str]:
    links = briefing.card.crm_links
    if links.crm and links.links:
        linked = sum(link.worst != "F" for link in links.links)
        yield (
            f"Systems that meet or win customers and are known to be linked to the CRM: {linked} of {len(links.links)}."
        )
    side = next((each for each in briefing.card.spending.sides if each.id == "marketing"), None)
    if side is not None and side.stated:
        yield (
            f"Marketing pays {large(side.amount, briefing.audit.currency)} a year for "
            f"{counted(side.systems, 'system')}, as far as stated."
        )
    alone = next((each for each in briefing.card.spending.outside_it if each.id == "not agreed"), None)
    if alone is not None:
        yield f"IT has not agreed to {counted(alone.systems, 'system')} that other sides than IT pay."
    yield from _contracts(briefing)


def _cio(briefing: Briefing) -> Iterator[str]:
    yield from _undeclared(briefing)
    without = briefing.card.ownership.without_technical
    if without:
        systems = counted(len(without), "system")
        yield f"Nobody is named who keeps {systems} running: {names([each.name for each in without])}."
    yield from _graver(briefing, frozenset({"security", "integration"}), "on security and links")
    if briefing.audit.undetermined:
        questions = counted(len(briefing.audit.undetermined), "question")
        yield f"{questions} could not be answered; the list says whom to ask."


def _cfo(briefing: Briefing) -> Iterator[str]:
    audit, total = briefing.audit, briefing.card.spending.total
    stated = counted(total.stated, "stated cost")
    unstated = f"; {counted(total.unstated, 'system')} without" if total.unstated else ""
    yield (
        f"Known spend is {large(total.amount, audit.currency)} a year over {stated}{unstated}."
        if total.stated
        else "No cost is stated, so nothing can be said about spend."
    )
    if briefing.savings.total:
        yield f"Up to {money(briefing.savings.total, audit.currency)} a year could be saved, by the findings listed."
    yield from _undeclared(briefing)
    yield from _contracts(briefing)


def _security(briefing: Briefing) -> Iterator[str]:
    yield from _graver(briefing, frozenset({"security", "privacy"}), "on security and privacy")
    holding = [sheet.system for sheet in briefing.sheets if sheet.system.facts.get("data.personal") is True]
    if holding:
        unlocked = [system.name for system in holding if system.facts.get("security.second_factor") is False]
        yield f"{counted(len(holding), 'system')} {'holds' if len(holding) == 1 else 'hold'} personal data" + (
            f"; a password alone opens {names(unlocked)}." if unlocked else "."
        )
    yield from _undeclared(briefing)
    theirs = [each for each in briefing.audit.undetermined if each.theme in ("security", "privacy")]
    if theirs:
        yield f"{counted(len(theirs), 'question')} on security and privacy could not be answered."


_PARAGRAPHS: dict[str, Callable[[Briefing], Iterator[str]]] = {
    "everyone": _everyone,
    "cmo": _cmo,
    "cio": _cio,
    "cfo": _cfo,
    "security": _security,
}


def _undeclared(briefing: Briefing) -> Iterator[str]:
    """How much is used that nobody declared, or that nobody knows for want of evidence."""
    reconciliation = briefing.reconciliation
    if reconciliation is None:
        yield "No evidence was read, so nobody knows what is used besides what is declared."
        return
    tools = [tool for tool in reconciliation.tools if tool.standing == "undeclared"]
    paid = fsum(tool.payments.annual for tool in tools if tool.payments)
    cost = f", for {money(paid, reconciliation.currency)} a year" if paid else ""
    yield f"Evidence shows {counted(len(tools), 'tool')} that the inventory does not declare{cost}."


def _contracts(briefing: Briefing) -> Iterator[str]:
    due = due_soon(briefing)
    if due:
        known = fsum(renewal.annual for renewal in due if renewal.annual)
        cost = f", for {money(known, briefing.audit.currency)} a year as far as stated" if known else ""
        yield f"{counted(len(due), 'contract')} can be left, renew or end within three months{cost}."


def _graver(briefing: Briefing, themes: frozenset[str], about: str) -> Iterator[str]:
    found: Sequence[Finding] = [each for each in briefing.audit.findings if each.theme in themes]
    if not found:
        yield f"Nothing was found {about}."
        return
    grave = sum(each.severity >= Severity.HIGH for each in found)
    yield f"{counted(len(found), 'finding')} {about}, of which {grave} high or critical."
