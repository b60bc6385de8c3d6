"""Matching statements by names that are spelt almost alike."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from rapidfuzz.distance import DamerauLevenshtein
from rapidfuzz.process import extractOne

from stackaudit.analysis.matching.cutting import beginning_with
from stackaudit.analysis.matching.names import Name
from stackaudit.analysis.matching.statements import is_noise, names_a_shop
from stackaudit.analysis.matching.telling import Telling, telling
from stackaudit.model.catalogue import folded
from stackaudit.model.matches import Match, Sureness

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from stackaudit.analysis.matching.statements import Statement

_BLOCK = 3  # letters at the beginning, which is seldom misspelt
_MOST = 300  # names of one beginning that are compared
_SHORTEST, _LONGEST = 8, 40  # letters; in a shorter name one slip makes another name
_ALIKE = 0.87  # one slip in eight letters
_LIKELY = 0.88  # one slip in nine


class Spellings:
    """Names that tell much, in blocks of the same first letters."""

    def __init__(self, letters: Sequence[str], look_up: Callable[[str], Name | None]) -> None:
        """Know names by their sorted `letters`."""
        self._letters = letters
        self._look_up = look_up
        self._blocks: dict[str, dict[str, str]] = {}

    @classmethod
    def of(cls, names: Mapping[str, str]) -> Spellings:
        """The spellings of some names, with their targets."""
        known = {folded(written): Name(written, names[written]) for written in sorted(names)}
        return cls(sorted(known), known.get)

    def match(self, statement: Statement) -> Match | None:
        """The match of the name that is most alike, with how much of a hundred it is so."""
        for words in statement.readings:
            written = _leading(words)
            block = self._block(written[:_BLOCK]) if _SHORTEST <= len(written) <= _LONGEST else {}
            if block and not names_a_shop(words):
                best = extractOne(written, block, scorer=DamerauLevenshtein.normalized_similarity, score_cutoff=_ALIKE)
                if best is not None and (name := self._look_up(best[2])) is not None:
                    sureness = Sureness.LIKELY if best[1] >= _LIKELY else Sureness.GUESS
                    return Match(name.target, sureness, f"spelt like {name.written} ({100 * best[1]:.0f})")
        return None

    def _block(self, beginning: str) -> dict[str, str]:
        """The names that begin so, in order of their letters."""
        if beginning not in self._blocks:
            self._blocks[beginning] = {letters: letters for letters in self._telling(beginning)}
        return self._blocks[beginning]

    def _telling(self, beginning: str) -> Iterator[str]:
        for letters in islice(beginning_with(beginning, self._letters), _MOST):
            name = self._look_up(letters) if len(letters) >= _SHORTEST else None
            if name is not None and telling(name.written) is Telling.MUCH:
                yield letters


def _leading(words: tuple[str, ...]) -> str:
    """What stands before the noise at the end."""
    end = len(words)
    while end and is_noise(words[end - 1]):
        end -= 1
    return "".join(words[:end])
