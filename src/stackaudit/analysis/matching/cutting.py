"""Matching statements that lost their end, by what is left of a name."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from stackaudit.analysis.matching.telling import letters_that_tell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from stackaudit.analysis.matching.statements import Statement
    from stackaudit.model.matches import Match

_LEAST = 8  # letters that must be left
_SHARE = 0.5  # of all letters


class Beginnings:
    """Names in order of their letters, each with the match that its beginning is."""

    def __init__(self, letters: Sequence[str], match_of: Callable[[str], Match | None]) -> None:
        self._letters = letters
        self._match_of = match_of

    def match(self, statement: Statement) -> Match | None:
        """The match of the names that go on as a statement begins, where they are names of one target."""
        if not statement.is_cut:
            return None
        for words in statement.readings:
            begun = "".join(words)
            matches = list(self._going_on(begun)) if len(begun) >= _LEAST else []
            if len({match.target for match in matches}) == 1:
                return matches[0]
        return None

    def _going_on(self, begun: str) -> Iterator[Match]:
        for letters in beginning_with(begun, self._letters):
            enough = max(_SHARE * len(letters), letters_that_tell(letters))
            if len(begun) >= enough and (match := self._match_of(letters)) is not None:
                yield match


def beginning_with(begun: str, letters: Sequence[str]) -> Iterator[str]:
    """Those of some sorted names that begin so."""
    for place in range(bisect_left(letters, begun), len(letters)):
        if not letters[place].startswith(begun):
            return
        yield letters[place]
