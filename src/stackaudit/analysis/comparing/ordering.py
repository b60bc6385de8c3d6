"""The order in which a comparison is told: the same whichever story came first."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from stackaudit.analysis.comparing.facts import compared

if TYPE_CHECKING:
    from stackaudit.model.comparison import Agreement, Contradiction, Match, Telling, Unclear
    from stackaudit.model.inventory import Subject

Key = tuple[object, ...]

_KINDS = ("organization", "data kind", "system", "integration", "roadmap item", "team")
_RANKS = {kind: rank for rank, kind in enumerate(_KINDS)}


class Order:
    """Sorts by kind, then by the subjects' names, then by the order of facts in the language.

    Names of both stories count together with the `names` of the stories, so that changing them over changes nothing.
    """

    def __init__(self, names: tuple[str, str]) -> None:
        self.names = names
        self._memory: dict[int, tuple[Match, Key]] = {}

    def of_match(self, match: Match) -> Key:
        """Where what both know belongs; the match is kept beside its key, so that its identity stays its own."""
        if id(match) not in self._memory:
            self._memory[id(match)] = match, self._of_match(match)
        return self._memory[id(match)][1]

    def _of_match(self, match: Match) -> Key:
        return _RANKS[match.kind], *self._both([[subject] if subject else [] for subject in match.subjects])

    def of_statements(self, item: Contradiction | Agreement) -> Key:
        """Where a fact belongs that both speak of."""
        return (*self.of_match(item.match), _rank(item.match.kind, item.fact), item.fact)

    def of_telling(self, item: Telling) -> Key:
        """Where a fact belongs that one story tells: whole subjects before facts."""
        subject = item.subject
        key = self.of_match(item.match) if item.match else (_RANKS[subject.kind], *self._both([[subject]]))
        return bool(item.fact), *key, _rank(subject.kind, item.fact), item.fact, self.names[item.story]

    def of_unclear(self, item: Unclear) -> Key:
        """Where something belongs that cannot be compared."""
        first = (*item.subjects[0], *item.subjects[1])[0]
        return (_RANKS[first.kind], *self._both([list(subjects) for subjects in item.subjects]), item.reason, item.fact)

    def _both(self, stories: list[list[Subject]]) -> Key:
        subjects = [(self.names[story], subject) for story, known in enumerate(stories) for subject in known]
        titles = sorted((subject.name.casefold(), subject.id) for _, subject in subjects)
        origins = sorted((name, subject.id, str(subject.place())) for name, subject in subjects)
        return titles, origins


def _rank(kind: str, fact: str) -> int:
    ranks = _ranks(kind)
    return ranks.get(fact, len(ranks))


@cache
def _ranks(kind: str) -> dict[str, int]:
    return {fact: rank for rank, fact in enumerate(compared(kind))}
