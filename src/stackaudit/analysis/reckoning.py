"""Everything that a scorecard shows beside the scores of an audit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.analysis.link_health import crm_links_of
from stackaudit.analysis.owning import ownership_of
from stackaudit.analysis.spending import spending_of
from stackaudit.model.scorecard import Scorecard

if TYPE_CHECKING:
    from stackaudit.analysis.stack import Stack
    from stackaudit.model.audit import Audit


def scorecard(stack: Stack, audit: Audit) -> Scorecard:
    """The scorecard of a stack and its audit."""
    return Scorecard(audit, spending_of(stack), crm_links_of(stack), ownership_of(stack))
