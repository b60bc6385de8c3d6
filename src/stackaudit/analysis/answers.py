"""What a question answers for one subject, or for a group of them, before it is put into words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from stackaudit.model.audit import Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from stackaudit.model.inventory import Subject
    from stackaudit.model.rules import Severity

NOTHING: Mapping[str, object] = {}


class Hint(NamedTuple):
    """A further place worth seeing: a fact of a subject, with a few words."""

    subject: Subject
    fact: str
    note: str


class Answer(NamedTuple):
    """A verdict over subjects, of which the first is the one that a finding points at.

    `values` fill the message beside the first subject's facts. `point` and `note` win over the rule's. `stakes` are
    amounts per year by subject id. `about` tells answers of one rule over the same subjects apart (the job, the kind).
    `missing` names the facts that would decide, as pairs of subject id and fact. A pass may stand for several `times`;
    then it names nobody, and brings its `severity`.
    """

    verdict: Verdict
    subjects: tuple[Subject, ...]
    values: Mapping[str, object] = NOTHING
    about: str = ""
    point: str = ""
    note: str = ""
    hints: tuple[Hint, ...] = ()
    stakes: tuple[tuple[str, float], ...] = ()
    missing: tuple[tuple[str, str], ...] = ()
    severity: Severity | None = None
    times: int = 1


def passes(*subjects: Subject) -> Answer:
    """All is well with these."""
    return Answer(Verdict.PASSES, subjects)


def undetermined(*subjects: Subject, missing: tuple[tuple[str, str], ...]) -> Answer:
    """Nobody can tell, until these facts are stated."""
    return Answer(Verdict.UNDETERMINED, subjects, missing=missing)


def cost_of(subject: Subject) -> float | None:
    """What a system costs per year in the organisation's currency, where that is known."""
    cost = subject.facts.get("cost.annual")
    return float(cost) if isinstance(cost, int | float) else None


def stakes_of(*subjects: Subject) -> tuple[tuple[str, float], ...]:
    """The known costs per year of some systems."""
    return tuple((subject.id, cost) for subject in subjects if (cost := cost_of(subject)) is not None)
