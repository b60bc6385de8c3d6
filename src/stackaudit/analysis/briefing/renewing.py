"""The calendar of contracts: what renews or ends, and until when notice can be given."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from stackaudit.analysis.answers import cost_of
from stackaudit.analysis.briefing.directory import Directory
from stackaudit.model.audit import SubjectName
from stackaudit.model.briefing import Renewal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.analysis.stack import Stack


def renewals_of(stack: Stack) -> tuple[Renewal, ...]:
    """Contracts that renew or end today or later, in the order in which somebody must decide.

    The last day of notice counts where it is not past, else the day of the renewal. Systems that are switched off are
    among them as long as their contract runs.
    """
    today = stack.today
    return tuple(sorted(_renewals(stack), key=lambda renewal: (decided_by(renewal, today), renewal.system)))


def decided_by(renewal: Renewal, today: date) -> date:
    """The day by which somebody must have decided."""
    return renewal.notice if renewal.notice is not None and renewal.notice >= today else renewal.renews


def _renewals(stack: Stack) -> Iterator[Renewal]:
    directory = Directory(stack)
    for system in stack.inventory.systems.values():
        renews, notice = system.facts.get("cost.renews"), system.facts.get("cost.notice_by")
        if isinstance(renews, date) and renews >= stack.today:
            by_itself = system.facts.get("cost.auto_renews")
            yield Renewal(
                system=SubjectName(system.kind, system.id, system.name),
                renews=renews,
                notice=notice if isinstance(notice, date) else None,
                annual=cost_of(system),
                renews_itself=by_itself if isinstance(by_itself, bool) else None,
                owner=directory.name(system.facts.get("owner.business")),
            )
