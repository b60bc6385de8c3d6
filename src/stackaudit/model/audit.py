"""The result of an audit: findings, what could not be decided, scores and totals."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from stackaudit.model.documents import Document, Place
    from stackaudit.model.inventory import Subject
    from stackaudit.model.rules import Rule, Severity


class Verdict(Enum):
    """What a rule says of a subject that it is about."""

    PASSES = "passes"
    FAILS = "fails"
    UNDETERMINED = "undetermined"


class SubjectName(NamedTuple):
    """A subject as reports name it."""

    kind: str
    id: str
    name: str


class Related(NamedTuple):
    """A further place of a finding, with a few words on it."""

    place: Place
    note: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A failed verdict, ready to be shown: no report needs to look anything up.

    `stakes` are amounts per year in the organisation's currency, by subject id. `fingerprint` depends on the rule and
    the subjects alone, so it stays when lines move.
    """

    rule: str
    theme: str
    severity: Severity
    subjects: tuple[SubjectName, ...]
    message: str
    fix: str
    place: Place
    note: str
    related: tuple[Related, ...]
    stakes: tuple[tuple[str, float], ...]
    fingerprint: str

    @property
    def money(self) -> float | None:
        """The money per year that is concerned, or None where no amount is known."""
        return sum(amount for _, amount in self.stakes) if self.stakes else None


@dataclass(frozen=True, slots=True)
class Undetermined:
    """A question that the stated facts do not decide, and the facts that would: pairs of subject id and fact.

    There may be many thousands of these that nobody looks at, so each finds its `place` only when it is asked.
    """

    rule: str
    theme: str
    severity: Severity
    subjects: tuple[SubjectName, ...]
    missing: tuple[tuple[str, str], ...]
    subject: Subject
    point: str

    @property
    def place(self) -> Place:
        """Where the fact belongs that would decide."""
        return self.subject.place(self.point)


class MissingFact(NamedTuple):
    """A fact that is not stated, for how many subjects, and how many questions wait for it."""

    fact: str
    subjects: int
    questions: int


class Score(NamedTuple):
    """How well a theme stands, from 0 to 100, between unknowns counted as failures and as passes.

    The counts are verdicts; the score weighs each by its severity.
    """

    theme: str
    low: float
    high: float
    passes: int
    fails: int
    undetermined: int


@dataclass(frozen=True, slots=True)
class Totals:
    """Figures of the inventory; money per year in the organisation's currency.

    `unconverted` are amounts in currencies without a rate: they stand in no total.
    """

    systems: int
    integrations: int
    teams: int
    annual_cost: float
    costs_stated: int
    unconverted: tuple[str, ...]
    at_stake: float
    files: int
    lines: int
    unstated: int


@dataclass(frozen=True, slots=True)
class Audit:
    """The whole result; findings are sorted with the worst first."""

    organization: str
    currency: str
    today: date
    findings: tuple[Finding, ...]
    undetermined: tuple[Undetermined, ...]
    scores: tuple[Score, ...]
    missing: tuple[MissingFact, ...]
    totals: Totals
    rules: Mapping[str, Rule]
    documents: Mapping[str, Document]
