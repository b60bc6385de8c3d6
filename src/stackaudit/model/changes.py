"""What changed between two states of one inventory: systems, owners, flows, money, scores and findings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from stackaudit.model.audit import Audit, Finding, SubjectName


class Edit(NamedTuple):
    """One fact of a subject that is another now; an empty text says that it was or is not stated."""

    subject: SubjectName
    fact: str
    before: str
    after: str


class Moved(NamedTuple):
    """Subjects of one kind that came and went, in order of their ids."""

    kind: str
    added: tuple[SubjectName, ...]
    removed: tuple[SubjectName, ...]


class ScoreMove(NamedTuple):
    """A score before and after, each from low to high; None where it was not asked then or is not asked now."""

    theme: str
    before: tuple[float, float] | None
    after: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Changes:
    """What one change does to a stack.

    `old` and `new` say what was compared (a revision, a path, a date). `moved` has an entry for each kind of subject of
    which some came or went; `edits` are the facts worth telling: owners, life, cost, regions, data, links. `flows` are
    kinds of data that flow where they did not, or no longer do: sender, receiver, kind. `regions` are places where data
    lives, with the systems that brought or took them. Costs are per year in the organisation's currency, as far as
    stated. Findings of both sides are told apart by fingerprint.

    `renamed` are systems whose id is another, with what they were and what they are; what hangs on the id is compared
    as if it had not changed. `accepted` are findings behind an exception now, `returned` those that no longer are,
    `reweighed` those whose severity is another, before and after.
    """

    old: str
    new: str
    before: Audit
    after: Audit
    moved: tuple[Moved, ...]
    edits: tuple[Edit, ...]
    flows_added: tuple[tuple[str, str, str], ...]
    flows_removed: tuple[tuple[str, str, str], ...]
    regions_added: tuple[tuple[str, tuple[SubjectName, ...]], ...]
    regions_removed: tuple[tuple[str, tuple[SubjectName, ...]], ...]
    scores: tuple[ScoreMove, ...]
    appeared: tuple[Finding, ...]
    resolved: tuple[Finding, ...]
    unchanged: int
    renamed: tuple[tuple[SubjectName, SubjectName], ...] = ()
    accepted: tuple[Finding, ...] = ()
    returned: tuple[Finding, ...] = ()
    reweighed: tuple[tuple[Finding, Finding], ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is different."""
        return not (
            self.moved
            or self.edits
            or self.flows_added
            or self.flows_removed
            or self.regions_added
            or self.regions_removed
            or self.appeared
            or self.resolved
            or self.renamed
            or self.accepted
            or self.returned
            or self.reweighed
            or any(move.before != move.after for move in self.scores)
            or self.before.totals.annual_cost != self.after.totals.annual_cost
        )


class Commit(NamedTuple):
    """A state in the history of a repository, and the day on which it was made where its committer was."""

    id: str
    on: date

    @property
    def short(self) -> str:
        """Enough of its id to tell it by."""
        return self.id[:10]


class Moment(NamedTuple):
    """One state of an inventory on a day of its history: what a trend is drawn from.

    `annual_cost` is in the organisation's currency, as far as stated; `findings` counts them by severity's word, the
    worst first; the score over all themes lies between `low` and `high`. A state that could not be audited has a
    `problem`, and its figures mean nothing.
    """

    revision: str
    on: date
    systems: int
    annual_cost: float
    findings: tuple[tuple[str, int], ...]
    low: float
    high: float
    problem: str = ""
    organization: str = ""
    currency: str = ""


@dataclass(frozen=True, slots=True)
class Trend:
    """The history of an inventory, the oldest state first."""

    moments: tuple[Moment, ...]

    @property
    def told(self) -> tuple[Moment, ...]:
        """The states that could be audited."""
        return tuple(moment for moment in self.moments if not moment.problem)

    @property
    def broken(self) -> tuple[Moment, ...]:
        """The states that could not."""
        return tuple(moment for moment in self.moments if moment.problem)

    @property
    def organization(self) -> str:
        """The organisation's name in the latest state; empty where it states none."""
        return self.told[-1].organization if self.told else ""

    @property
    def currency(self) -> str:
        """The currency of the latest state; empty where it states none."""
        return self.told[-1].currency if self.told else ""
