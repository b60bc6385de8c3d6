"""Two inventories of one organisation, written apart: where they contradict each other, and what only one says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from stackaudit.model.documents import Document, Place
    from stackaudit.model.inventory import Inventory, Subject
    from stackaudit.model.money import Money


class Account(NamedTuple):
    """An inventory, and what to call the one who wrote it."""

    name: str
    inventory: Inventory


@dataclass(frozen=True, slots=True)
class Story:
    """Figures of one of the two accounts; `annual` adds up the stated costs of systems in use, by currency."""

    name: str
    organization: str
    currency: str
    systems: int
    integrations: int
    files: int
    annual: tuple[Money, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """What one story says of a fact: the value, the words for it, and where it is written.

    A `value` of None is a stated absence, such as a flow that a list of integrations does not hold.
    """

    value: object
    text: str
    subject: Subject
    fact: str

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.subject.place(self.fact)


@dataclass(frozen=True, slots=True)
class Match:
    """The same thing in both stories, and why it is taken to be the same; None where a story has nothing like it."""

    kind: str
    subjects: tuple[Subject | None, Subject | None]
    reason: str


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Both stories speak of a fact, and they cannot both be right; `money` is how far two amounts lie apart."""

    match: Match
    fact: str
    says: tuple[Statement, Statement]
    money: Money | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """Something that one story says (0 the first, 1 the second) and the other leaves out.

    Without a `fact` it is about the whole subject. `match` is there where both know the subject, and `money` is the
    cost per year of a system in use that only this story knows.
    """

    story: int
    subject: Subject
    fact: str
    says: Statement
    match: Match | None = None
    note: str = ""
    money: Money | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """A fact of which both stories say the same."""

    match: Match
    fact: str
    says: tuple[Statement, Statement]


@dataclass(frozen=True, slots=True)
class Unclear:
    """What cannot be compared, and why: subjects of the first story and of the second."""

    reason: str
    subjects: tuple[tuple[Subject, ...], tuple[Subject, ...]]
    fact: str = ""


@dataclass(frozen=True, slots=True)
class Sums:
    """Money per year, by currency, each in the order of the currencies' codes.

    `alone` is the cost of systems in use that only the first or only the second story knows, `apart` how far the stated
    costs of common systems differ, `disputed` what systems cost of which the stories contradict each other, each once
    with the larger of the stated costs.
    """

    alone: tuple[tuple[Money, ...], tuple[Money, ...]]
    apart: tuple[Money, ...]
    disputed: tuple[Money, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The whole result, each group in a fixed order that does not depend on which story came first.

    `tolerance` is the share, 0 to 1, by which amounts and counts may differ and still agree.
    """

    stories: tuple[Story, Story]
    tolerance: float
    matches: tuple[Match, ...]
    contradictions: tuple[Contradiction, ...]
    told: tuple[Telling, ...]
    agreed: tuple[Agreement, ...]
    unclear: tuple[Unclear, ...]
    sums: Sums
    documents: Mapping[str, Document]
