"""Exceptions: findings that both sides have accepted for a while, with reason, approvers and an end date."""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.model.language.fields import Field, day, many, text

if TYPE_CHECKING:
    from datetime import date

    from stackaudit.model.documents import Entry, Place

EXCEPTION_FIELDS: dict[str, Field] = {
    "rule": text("The id of the rule with its theme, such as shadow-it/bought-without-it.", required=True),
    "subject": text("The id of the subject that the rule finds, such as crm."),
    "subjects": many(
        "Ids or patterns of ids such as `mail-*`. A finding about several subjects is excepted where each is named.",
        text("An id or a pattern of ids."),
    ),
    "reason": text("Why it is accepted for now, in a sentence."),
    "approvers": many("The teams, or the roles that lead them, that accept it.", text("A team or a role.")),
    "approved": day("When they accepted it."),
    "ticket": text("Where it was discussed or is being worked on."),
    "until": day("The last day on which it holds."),
}
"""The keys of one entry of `exceptions.yaml`. One without a reason, approvers or an end excepts nothing."""


@dataclass(frozen=True, slots=True)
class RuleException:
    """One entry of `exceptions.yaml`: a rule, the subjects that it may find, and who accepts that until when.

    `subject` is an id, `patterns` are globs of ids; what is not stated is empty or None.
    """

    rule: str
    subject: str
    patterns: tuple[str, ...]
    reason: str
    approvers: tuple[str, ...]
    approved: date | None
    ticket: str
    until: date | None
    entry: Entry

    @property
    def place(self) -> Place:
        """Where the entry begins."""
        return self.entry.place()

    @property
    def subject_place(self) -> Place:
        """Where it names its subjects."""
        return self.entry.place("subject" if self.subject else "subjects")

    @property
    def named(self) -> tuple[str, ...]:
        """The id and the patterns as they are written."""
        return (self.subject, *self.patterns) if self.subject else self.patterns

    def names(self, subject: str) -> bool:
        """Whether an id is named, by itself or by a pattern."""
        return subject == self.subject or any(fnmatchcase(subject, pattern) for pattern in self.patterns)


class Standing(NamedTuple):
    """How an exception fares in an audit.

    `findings` counts the findings that it names, whether or not it holds; `fault` says why it does not hold and is
    empty where it does. `help` says what to do where its rule was asked and it names no finding, and is else empty.
    """

    exception: RuleException
    findings: int
    fault: str
    help: str

    @property
    def is_unused(self) -> bool:
        """Whether it names nothing that its rule finds."""
        return bool(self.help)
