"""What could be saved: money in findings that ends when somebody acts on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.analysis.totalling import at_stake
from stackaudit.model.briefing import Savings

if TYPE_CHECKING:
    from stackaudit.model.audit import Audit

SAVING = frozenset(
    """
    duplicates/same-job-twice duplicates/capability-bought-again
    portfolio/seats-unused portfolio/retired-still-paid
    shadow-it/rejected-still-paid shadow-it/retired-still-used
    shadow-it/sandbox-past-its-end shadow-it/agreed-elsewhere
    """.split(),
)
"""Rules whose money is not spent any more once their fix is done, with what each finding states at most."""


def savings_of(audit: Audit) -> Savings:
    """The findings of an audit that would save money, the dearest first."""
    findings = [finding for finding in audit.findings if finding.rule in SAVING and finding.money]
    findings.sort(key=lambda finding: (-(finding.money or 0.0), finding.rule, finding.subjects))
    return Savings(tuple(findings), round(at_stake(findings), 2))
