"""What a report for people says, in order and in words, before it is written in any format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from stackaudit.model.audit import Audit, Finding, SubjectName, Undetermined
    from stackaudit.model.changes import Changes
    from stackaudit.model.inventory import Subject
    from stackaudit.model.reconciliation import Reconciliation, Tool
    from stackaudit.model.scorecard import Scorecard

AUDIENCES = {
    "everyone": "both chiefs: the worst first",
    "cmo": "marketing: customers, leads and campaigns first",
    "cio": "IT: integration, security and what runs without it first",
    "cfo": "finance: money, contracts and renewals first",
    "security": "security and privacy first",
}
"""For whom a report is worded and ordered."""


class Gap(NamedTuple):
    """Something that matters, told to people who can change it: findings of one rule, or of one cause.

    `who` should act, as names of teams; empty where nobody is known. `effort` is a key of `EFFORTS`. `cost` says in a
    sentence what happens if nothing is done; `money` is at stake per year, None where nobody knows.
    """

    title: str
    findings: tuple[Finding, ...]
    who: tuple[str, ...]
    effort: str
    fix: str
    cost: str
    money: float | None


EFFORTS = {
    "hours": "somebody writes a few lines or a mail",
    "days": "two teams agree, and one of them does it",
    "weeks": "a project with a contract, an integration or a move of data",
}
"""How much work a gap is, roughly: by its rules, not measured."""


class Savings(NamedTuple):
    """What could be saved per year, at most and as far as costs are stated: findings, the dearest first.

    In `total` a system that stands in several of them counts once, with its largest amount.
    """

    findings: tuple[Finding, ...] = ()
    total: float = 0.0


class Renewal(NamedTuple):
    """A contract that renews or ends, and the last day on which notice can be given."""

    system: SubjectName
    renews: date
    notice: date | None
    annual: float | None
    renews_itself: bool | None
    owner: str


class OpenQuestion(NamedTuple):
    """Facts of a subject that nobody stated, and how many questions wait for them."""

    subject: SubjectName
    facts: tuple[str, ...]
    questions: int


class ToAsk(NamedTuple):
    """Somebody who would know, with what to ask; the team is empty where nobody is named."""

    team: str
    lead: str
    questions: tuple[OpenQuestion, ...]


class SystemSheet(NamedTuple):
    """Everything that is known and said of one system.

    `sent` and `received` are integrations with the system at the other end; `tool` is what evidence shows it to be.
    """

    system: Subject
    findings: tuple[Finding, ...]
    undetermined: tuple[Undetermined, ...]
    sent: tuple[tuple[Subject, SubjectName], ...]
    received: tuple[tuple[Subject, SubjectName], ...]
    tool: Tool | None


@dataclass(frozen=True, slots=True)
class Briefing:
    """All that a report for people draws on; each part is in the order in which it is told.

    `gaps` are the five to eight that matter; `changes` are those since the last report, where there was one.
    """

    audience: str
    audit: Audit
    card: Scorecard
    gaps: tuple[Gap, ...]
    sheets: tuple[SystemSheet, ...]
    renewals: tuple[Renewal, ...]
    to_ask: tuple[ToAsk, ...]
    teams: Mapping[str, Subject]
    integrations: tuple[Subject, ...]
    reconciliation: Reconciliation | None
    changes: Changes | None
    savings: Savings
