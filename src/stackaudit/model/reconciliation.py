"""Reconciliation: what is declared held against what is paid, signed in to, seen and listed, tool by tool."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from stackaudit.model.documents import Document
    from stackaudit.model.evidence import EvidenceFile, Trace
    from stackaudit.model.matches import Sureness

STANDINGS = {
    "matched": "declared, and shown by evidence",
    "undeclared": "shown by evidence, and not declared",
    "unseen": "declared, and shown by nothing that should show it",
    "unshown": "declared, and no evidence was read that would have to show it",
}
"""How a tool stands between the inventory and the evidence."""


class TeamShare(NamedTuple):
    """What one team or cost centre paid for a tool in the last twelve months that ledgers cover."""

    team: str
    amount: float
    times: int


class Payments(NamedTuple):
    """What ledgers say of a tool, in the organisation's currency.

    `annual` and `times` are of the last twelve months that ledgers cover, `total` is of all of them. `unconverted` are
    currencies without a rate, whose amounts stand in no figure. `cards` is None where cards are not told apart.
    `is_current` tells whether more was paid than came back in those twelve months, in any currency.
    """

    annual: float
    total: float
    times: int
    shares: tuple[TeamShare, ...]
    cards: int | None
    unconverted: tuple[str, ...] = ()
    is_current: bool = True


class Sighting(NamedTuple):
    """What one source says of a tool: how often, from when to when, as what, and the latest traces first."""

    source: str
    times: int
    first: date | None
    last: date | None
    texts: tuple[str, ...]
    traces: tuple[Trace, ...]


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool that evidence shows, or that the inventory declares.

    `id` is a product's id, or made from the vendor's, the company's or its own name. `systems` are the ids of the
    systems that it is. `whys` say how its traces were recognised. `expected` are the sources that were read and would
    have to show it. `is_plumbing` tells that it only delivers: libraries, fonts, hosting.
    """

    id: str
    name: str
    product: str
    vendor: str
    category: str
    systems: tuple[str, ...]
    sureness: Sureness
    whys: tuple[str, ...]
    sightings: Mapping[str, Sighting]
    payments: Payments | None
    standing: str
    company_kind: str = ""
    is_plumbing: bool = False
    expected: tuple[str, ...] = ()

    @property
    def last(self) -> date | None:
        """The day of the latest trace that has one."""
        return max((seen.last for seen in self.sightings.values() if seen.last), default=None)


class Coverage(NamedTuple):
    """What the files of one source cover: how many traces, from when to when, and what became of them.

    `unknown` traces are of nothing that is known to be a tool; they have `unknown_names` different texts, of which
    `unknown_texts` are the most frequent.
    """

    source: str
    files: int
    traces: int
    first: date | None
    last: date | None
    matched: int
    guessed: int
    ignored: int
    unknown: int
    unknown_names: int
    unknown_texts: tuple[tuple[str, int], ...]


class Ignored(NamedTuple):
    """An entry of `ignore:` with how many traces it took out."""

    name: str
    reason: str
    traces: int


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """All tools, the undeclared and dearest first; guesses apart; money by cost centre; and what was covered.

    `sites_asking` are the sites on which a consent tool stands.
    """

    tools: tuple[Tool, ...]
    guesses: tuple[Tool, ...]
    coverage: tuple[Coverage, ...]
    ignored: tuple[Ignored, ...]
    shares: tuple[TeamShare, ...]
    files: tuple[EvidenceFile, ...]
    unread: tuple[tuple[str, str], ...]
    currency: str
    documents: Mapping[str, Document]
    sites_asking: frozenset[str] = frozenset()

    def covered(self, source: str) -> Coverage | None:
        """What a source covers; None where no file of it was read."""
        return next((coverage for coverage in self.coverage if coverage.source == source), None)
