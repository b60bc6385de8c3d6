"""What a scorecard shows beside the scores: spend, the health of the links to the CRM, and who owns what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from stackaudit.model.audit import Audit, SubjectName
    from stackaudit.model.money import Money


class Spent(NamedTuple):
    """What some systems cost per year.

    `amount` is the sum of the `stated` costs in the organisation's currency; `foreign` are sums in currencies without a
    rate, of `unconverted` systems, and stand in no total. `unstated` systems say nothing of their cost, and `free` ones
    state no amount because they are free plans or our own work. `id` is empty where it is not stated where they belong.
    """

    id: str
    name: str
    systems: int
    amount: float
    stated: int
    foreign: tuple[Money, ...]
    unconverted: int
    unstated: int
    free: int


class Share(NamedTuple):
    """One amount per year as a part of another; `missing` names the facts for want of which there is no percentage."""

    id: str
    part: float | None
    whole: float | None
    percent: float | None
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spending:
    """What systems in use cost, by who pays and by what they are for.

    `outside_it` are the systems that another side than IT pays: those that IT agreed to, those that it did not agree
    to, and those of which that is not known. `switched_off` are retired and rejected systems that still cost money;
    they stand in no other sum.
    """

    total: Spent
    sides: tuple[Spent, ...]
    teams: tuple[Spent, ...]
    categories: tuple[Spent, ...]
    outside_it: tuple[Spent, ...]
    switched_off: Spent
    shares: tuple[Share, ...]


GRADES = {
    "A": "native or by our own code, daily or more often, in time",
    "B": "over an integration platform or a tag, daily or more often, in time",
    "C": "less often than daily, in time",
    "D": "by hand or file, late, or from the CRM only",
    "F": "no link",
    "?": "the stated facts do not decide it",
}
"""What the grades of a link to the CRM mean."""


class LinkHealth(NamedTuple):
    """How well one system's data gets to the CRM: a grade between `worst` and `best`, which unknown facts part.

    `path` are the names of the systems on the best way known, ends included; `missing` the facts that would decide, as
    pairs of subject id and fact.
    """

    system: SubjectName
    category: str
    worst: str
    best: str
    path: tuple[str, ...]
    note: str
    missing: tuple[tuple[str, str], ...]

    @property
    def grade(self) -> str:
        """The grade, or `?` where it is not decided."""
        return self.worst if self.worst == self.best else "?"


@dataclass(frozen=True, slots=True)
class CrmLinks:
    """The links to the CRM; `unsorted` are systems of which nobody knows whether they should have one."""

    crm: tuple[SubjectName, ...]
    links: tuple[LinkHealth, ...]
    unsorted: tuple[SubjectName, ...]


class Holdings(NamedTuple):
    """What one team owns: systems that it decides about, systems that it keeps, and kinds of data.

    `amount` is what the systems that it decides about cost per year, as far as stated. A team that no file declares has
    an empty `side`.
    """

    id: str
    name: str
    side: str
    declared: bool
    business: tuple[SubjectName, ...]
    technical: tuple[SubjectName, ...]
    data_business: tuple[SubjectName, ...]
    data_technical: tuple[SubjectName, ...]
    amount: float


class Dispute(NamedTuple):
    """A question of ownership that has two answers, or none: `about` is a key of `DISPUTES`."""

    about: str
    says: str
    subjects: tuple[SubjectName, ...]


DISPUTES = {
    "two masters": "several systems say that their version of one record wins",
    "two claims": "one team decides about a kind of data, another about its master",
    "undeclared owner": "an owner that no file declares as a team",
    "nobody": "a stated `nobody`",
}
"""The kinds of dispute, those first that hurt most."""


@dataclass(frozen=True, slots=True)
class Ownership:
    """Who owns what; `without_business` and `without_technical` are systems in use that name no such owner."""

    teams: tuple[Holdings, ...]
    disputes: tuple[Dispute, ...]
    without_business: tuple[SubjectName, ...]
    without_technical: tuple[SubjectName, ...]


@dataclass(frozen=True, slots=True)
class Scorecard:
    """An audit's scores with everything that stands beside them."""

    audit: Audit
    spending: Spending
    crm_links: CrmLinks
    ownership: Ownership
