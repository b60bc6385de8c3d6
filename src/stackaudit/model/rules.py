"""What a rule says, before it is asked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.model.language.fields import Field, Kind, day, many, text, word

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from stackaudit.model.documents import Entry

THEMES = {
    "shadow-it": "tools that came in without IT",
    "integration": "links between systems that are missing, broken or by hand",
    "security": "systems that are not protected",
    "privacy": "personal data where it may not be",
    "duplicates": "the same job paid for twice",
    "ownership": "systems and data that nobody answers for",
    "governance": "marketing and IT deciding together",
    "portfolio": "contracts, seats, renewals and what to keep",
    "experience": "what customers see, and the data behind it",
    "data": "data as everybody's asset",
    "inventory": "facts that the inventory itself is missing",
}
"""The themes of our rulebook in the order in which reports show them; users' rules may add their own."""


class Severity(IntEnum):
    """How much a finding matters; the value sorts."""

    INFO = 0
    LOW = 1
    MEDIUM = 2
    HIGH = 3
    CRITICAL = 4

    @property
    def word(self) -> str:
        """The word in files and on screens."""
        return self.name.lower()

    @property
    def weight(self) -> int:
        """What a verdict of this severity counts in a score: 1, 2, 4, 8 or 16."""
        return 1 << int(self)


SEVERITIES = {severity.word: severity for severity in Severity}


class SeverityCase(NamedTuple):
    """A severity for the subjects that `where` holds for; an empty `where` holds for all."""

    where: Mapping[str, object]
    severity: Severity


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule as its file states it.

    `asks_for` is the kind of subject; `where` and `expect` are tests over its facts. A rule over the whole graph has
    `check`, the name of a check, and `options` for it instead. `entry` is the file, to point at what is wrong in it.
    `since` is the day on which a new rule came; `approvers` says whose agreement an exception needs, a key of
    `APPROVERS`.
    """

    id: str
    theme: str
    title: str
    severities: tuple[SeverityCase, ...]
    why: str
    fix: str
    message: str
    entry: Entry
    asks_for: str = ""
    where: Mapping[str, object] | None = None
    expect: Mapping[str, object] | None = None
    check: str = ""
    options: Mapping[str, object] | None = None
    point: str = ""
    note: str = ""
    money: str = ""
    references: tuple[str, ...] = ()
    since: date | None = None
    approvers: str = "any"

    @property
    def severity(self) -> Severity:
        """The most severe case."""
        return max(case.severity for case in self.severities)


APPROVERS = {
    "any": "one approver is enough",
    "both": "at least one from marketing and one from IT",
}
"""Whose agreement an exception to a rule needs."""

RULE_FIELDS: dict[str, Field] = {
    "id": text("The rule's name: the file's name without `.yaml`, and the name of the fault.", required=True),
    "title": text("What holds where the rule passes, in a sentence without a full stop.", required=True),
    "severity": Field(
        Kind.ANY,
        "info, low, medium, high or critical; or cases `{where: …, is: high}` of which the first that holds counts.",
        required=True,
    ),
    "why": text("Why it matters, in a sentence or two.", required=True),
    "fix": text("What to do, in a sentence or two.", required=True),
    "for": text("The kind of subject that the rule asks about."),
    "where": Field(Kind.ANY, "Which subjects the rule is about: tests over their facts."),
    "expect": Field(Kind.ANY, "What must hold for them: tests over their facts."),
    "check": text("The named check to ask instead of `for`, `where` and `expect`."),
    "with": Field(Kind.ANY, "Options of the check."),
    "point": text("The fact whose place a finding points at."),
    "note": text("A few words to stand under that place."),
    "money": text("The fact that says how much money is concerned per year."),
    "message": text("What is wrong with this subject; `{fact}` stands for a fact's value.", required=True),
    "references": many("Rows of the requirements that the rule comes from.", text("A row.")),
    "since": day("When the rule came. Until the threshold `new-rule-grace` has passed, its findings fail no run."),
    "approvers": word(
        "Whose agreement an exception to the rule needs; one approver is enough unless stated.", APPROVERS
    ),
    "examples": Field(Kind.ANY, "Small inventories that pass, fail and stay undetermined: tests and documentation."),
}
