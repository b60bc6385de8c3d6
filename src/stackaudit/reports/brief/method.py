"""How the report comes about, and what its words mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.model.briefing import EFFORTS
from stackaudit.reports.terminal.lines import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.model.briefing import Briefing

_DEFINITIONS = {
    "System": "an application or service that the organisation uses, whoever runs it.",
    "Integration": "a directed flow of data from one system to another.",
    "Finding": "a rule does not hold for a subject, by what is stated. Each points at a line of the inventory or "
    "of the evidence; `stackaudit scan` shows it.",
    "Open question": "the facts that would decide are not stated. Unknown is not a no.",
    "Score": "0 to 100 for each theme: the share of verdicts that pass, weighed by severity. The low end counts open "
    "questions as failures, the high end as passes.",
    "Severity": "how much a finding matters: info, low, medium, high, critical.",
    "Gap": "findings of one cause, told once. They stand in order of severity, of the money concerned, of whether both "
    "sides must agree, and of the number of systems.",
    "Money": "per year, as stated in the inventory or paid by the ledgers. Amounts in a currency without a stated rate "
    "stand in no sum.",
    "Exception": "a finding that was accepted with a reason, by named roles, until a day. It counts in no score.",
}


def method_chapter(briefing: Briefing) -> Iterator[str]:
    """What was read and asked, then the definitions."""
    totals = briefing.audit.totals
    files = counted(totals.files, "file")
    evidence = briefing.reconciliation
    seen = (
        f" and held against {counted(len(evidence.files), 'file')} of evidence"
        if evidence is not None
        else "; no evidence was read"
    )
    yield (
        f"This report was written by stackaudit from {files} of inventory{seen}. "
        f"Rules asked: {len(briefing.audit.rules)}. It says what these files say, no more: what they leave out is told "
        "as unknown."
    )
    yield ""
    for word, meaning in _DEFINITIONS.items():
        yield f"- **{word}:** {meaning}"
    for effort, meaning in EFFORTS.items():
        yield f"- **Effort {effort}:** {meaning}. By its rules, not measured."
    yield ""
