"""The result of an audit: findings, what could not be decided, scores and totals."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from stackaudit.model.baselines import Known
    from stackaudit.model.documents import Document, Place
    from stackaudit.model.exceptions import RuleException, Standing
    from stackaudit.model.inventory import Subject
    from stackaudit.model.reconciliation import Reconciliation
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
    the subjects alone, so it stays when lines move. `fails_from` is the day from which it can fail a run where its rule
    is still new; until then it warns.
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
    fails_from: date | None = None

    @property
    def money(self) -> float | None:
        """The money per year that is concerned, or None where no amount is known."""
        return sum(amount for _, amount in self.stakes) if self.stakes else None


class Undetermined(NamedTuple):
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
    fails_from: date | None = None

    @property
    def place(self) -> Place:
        """Where the fact belongs that would decide."""
        return self.subject.place(self.point)


OVERALL = "overall"
"""The name under which the score over all themes goes."""


class Excepted(NamedTuple):
    """A finding that stands behind an exception."""

    finding: Finding
    exception: RuleException


class SinceBaseline(NamedTuple):
    """How an audit differs from a baseline: what the baseline knows already, and what of it no longer occurs."""

    file: str
    known: tuple[Finding, ...]
    known_undetermined: int
    gone: tuple[Known, ...]


class MissingFact(NamedTuple):
    """A fact that is not stated, for how many subjects, and how many questions wait for it."""

    fact: str
    subjects: int
    questions: int


class Score(NamedTuple):
    """How well a theme stands, from 0 to 100, between unknowns counted as failures and as passes.

    The counts are verdicts; the score weighs each by its severity, divided among all that its rule was asked of.
    """

    theme: str
    low: float
    high: float
    passes: int
    fails: int
    undetermined: int


class Shortfall(NamedTuple):
    """A score whose low end is under the floor that was asked for."""

    theme: str
    low: float
    floor: float


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
    """The whole result; findings are sorted with the worst first.

    `excepted` are findings that stand behind an exception and count nowhere else; `exceptions` are all that were read.
    With a `baseline`, `findings` and `undetermined` are the new ones. `reconciliation` is there with evidence.
    """

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
    overall: Score | None = None
    excepted: tuple[Excepted, ...] = ()
    exceptions: tuple[Standing, ...] = ()
    baseline: SinceBaseline | None = None
    reconciliation: Reconciliation | None = None
