"""Which sources would have to show a system that is in use: without one, not being shown says nothing."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.analysis.derivations.of_systems import IN_USE
from stackaudit.model.money import Money

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from stackaudit.model.inventory import Subject
    from stackaudit.model.reconciliation import Coverage, Tool

UNSEEN_AGE, UNPAID_AGE = "unseen-age", "unpaid-age"
"""The thresholds that say how long a system may go without a trace of its use, and without a payment."""

_BY_CARD = frozenset({"card", "expense"})
_YEAR = timedelta(days=330)  # what a ledger must cover to show what is paid once a year, with a month to spare


class Cutoffs(NamedTuple):
    """The days since which a trace of use, and a payment, count as lately."""

    use: date
    payment: date

    def of(self, source: str) -> date:
        """The day since which a trace of a source counts."""
        return self.payment if source == "paid" else self.use


def cutoffs(settings: Mapping[str, object], today: date) -> Cutoffs:
    """The days that the settings mean today."""
    use, payment = (int(str(settings[name])) for name in (UNSEEN_AGE, UNPAID_AGE))
    return Cutoffs(today - timedelta(days=use), today - timedelta(days=payment))


def shown_lately(tool: Tool, since: Cutoffs) -> bool:
    """Whether a source shows a tool lately; lists without days show what is there now."""
    return any(seen.last is None or seen.last >= since.of(source) for source, seen in tool.sightings.items())


def expected_sources(
    tool: Tool, systems: Iterable[Subject], covered: Mapping[str, Coverage], since: Cutoffs
) -> Iterator[str]:
    """The sources that were read, reach far enough, and would have to show a tool.

    A ledger of a year would show what is paid by card or expense, a sign-on list what states `security.sso: true`, and
    either what it showed before.
    """
    in_use = [system.facts for system in systems if system.facts.get("lifecycle") in IN_USE]
    would = {
        "paid": any(facts.get("bought.how") in _BY_CARD and _costs(facts) for facts in in_use),
        "signed in": any(facts.get("security.sso") is True for facts in in_use),
    }
    for source, wanted in would.items():
        coverage = covered.get(source)
        if in_use and coverage and _reaches(coverage, since) and (wanted or source in tool.sightings):
            yield source


def _reaches(coverage: Coverage, since: Cutoffs) -> bool:
    """Whether a source reaches beyond the day since which traces count, and a ledger over a whole year as well."""
    if coverage.last is None or coverage.first is None:
        return coverage.source != "paid"
    if coverage.source == "paid" and coverage.last - coverage.first < _YEAR:
        return False
    return coverage.last >= since.use


def _costs(facts: Mapping[str, object]) -> bool:
    """Whether a system costs something, as far as is known."""
    cost = facts.get("cost.annual")
    amount = cost.amount if isinstance(cost, Money) else cost
    return not isinstance(amount, int | float) or amount > 0
