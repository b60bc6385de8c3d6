"""Everything that a report for people draws on, gathered from a stack and its audit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.analysis.briefing.asking import to_ask_of
from stackaudit.analysis.briefing.describing import sheets_of
from stackaudit.analysis.briefing.gaps import gaps_of
from stackaudit.analysis.briefing.renewing import renewals_of
from stackaudit.analysis.briefing.saving import savings_of
from stackaudit.analysis.reckoning import scorecard
from stackaudit.model.briefing import Briefing

if TYPE_CHECKING:
    from stackaudit.analysis.stack import Stack
    from stackaudit.model.audit import Audit
    from stackaudit.model.changes import Changes


def briefing_of(stack: Stack, audit: Audit, audience: str = "everyone", changes: Changes | None = None) -> Briefing:
    """The briefing of a stack and its audit for a key of `AUDIENCES`; `changes` are those since the last report."""
    return Briefing(
        audience=audience,
        audit=audit,
        card=scorecard(stack, audit),
        gaps=gaps_of(stack, audit, audience),
        sheets=sheets_of(stack, audit),
        renewals=renewals_of(stack),
        to_ask=to_ask_of(stack, audit),
        teams=stack.inventory.teams,
        integrations=stack.inventory.integrations,
        reconciliation=stack.reconciliation,
        changes=changes,
        savings=savings_of(audit),
    )
