"""Matching apps by names that are spelt almost alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.process import extract

from stackaudit.model.matches import Sureness

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_SHORTEST, _LONGEST = 6, 40  # letters; in a shorter name one slip makes another name
_LIKELY = 92  # of a hundred, by rapidfuzz's ratio
_GUESS = 85
_MOST_SLIPS = 6  # letters by which names that are so much alike differ in length, up to the longest


class Alike(NamedTuple):
    """The name that another is almost spelt like: whose it is, its letters, and how much of a hundred they share."""

    target: str
    letters: str
    score: float

    @property
    def sureness(self) -> Sureness:
        """How sure it is that the same name is meant."""
        return Sureness.LIKELY if self.score >= _LIKELY else Sureness.GUESS


class AppSpellings:
    """Names by their letters alone, in blocks of one first letter and one length."""

    def __init__(self, names: Mapping[str, str]) -> None:
        """Know folded names, with their targets."""
        self._names = names
        self._blocks: dict[tuple[str, int], list[str]] = {}
        self._merged: dict[tuple[str, int], Sequence[str]] = {}
        self._memory: dict[str, Alike | None] = {}
        for letters in sorted(names):
            if _SHORTEST <= len(letters) <= _LONGEST:
                self._blocks.setdefault((letters[0], len(letters)), []).append(letters)

    def match(self, letters: str) -> Alike | None:
        """The name that is most alike; none where two of different tools are equally so, or a digit differs."""
        if not _SHORTEST <= len(letters) <= _LONGEST:
            return None
        if letters not in self._memory:
            self._memory[letters] = self._best(letters)
        return self._memory[letters]

    def _best(self, letters: str) -> Alike | None:
        found = extract(letters, self._near(letters), scorer=fuzz.ratio, score_cutoff=_GUESS, limit=5)
        alike = [Alike(self._names[name], name, score) for name, score, _ in found if _digits(name) == _digits(letters)]
        if not alike or len({other.target for other in alike if other.score == alike[0].score}) > 1:
            return None
        return alike[0]

    def _near(self, letters: str) -> Sequence[str]:
        """The names with the same first letter that are near enough in length."""
        block = letters[0], len(letters)
        if block not in self._merged:
            self._merged[block] = list(self._of_length(*block))
        return self._merged[block]

    def _of_length(self, first: str, length: int) -> Iterator[str]:
        for other in range(length - _MOST_SLIPS, length + _MOST_SLIPS + 1):
            if 200 * min(length, other) >= _GUESS * (length + other):
                yield from self._blocks.get((first, other), ())


def _digits(letters: str) -> str:
    return "".join(filter(str.isdigit, letters))
