"""Matching statements by marks: what is known to stand on them, and what the inventory calls its systems."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from stackaudit.analysis.matching.statements import all_noise, names_a_shop
from stackaudit.analysis.matching.telling import Telling, telling
from stackaudit.model.catalogue import folded
from stackaudit.model.matches import Match, Sureness

if TYPE_CHECKING:
    from collections.abc import Mapping

    from stackaudit.analysis.matching.statements import Statement


class _Mark(NamedTuple):
    target: str
    why: str
    tells: bool


class Marks:
    """Marks by their letters; one that ends in `*` stands for everything that begins so."""

    def __init__(self, targets: Mapping[str, str], why: str) -> None:
        self._whole: dict[str, _Mark] = {}
        self._begun: dict[str, _Mark] = {}
        for text in sorted(targets):
            mark = _Mark(targets[text], why.format(text), telling(text) is not Telling.LITTLE)
            marks = self._begun if text.rstrip().endswith("*") else self._whole
            if letters := folded(text):
                marks.setdefault(letters, mark)
        self.letters = sorted(self._whole)
        self._lengths = sorted({len(letters) for letters in self._begun}, reverse=True)

    def match(self, statement: Statement) -> Match | None:
        """The match of the longest mark that a statement begins with.

        It is certain where nothing but noise follows, and likely where another word does, unless that word is of a
        trade that sells no software, or the mark is an ordinary word.
        """
        for words in statement.readings:
            letters = "".join(words)
            begun = next((length for length in self._lengths if letters[:length] in self._begun), 0)
            for end in range(len(words), 0, -1):
                whole = "".join(words[:end])
                if len(whole) < begun:
                    break
                mark = self._whole.get(whole)
                if mark is not None and (found := _match(mark, words[end:], is_cut=statement.is_cut)) is not None:
                    return found
            if begun:
                mark = self._begun[letters[:begun]]
                return Match(mark.target, Sureness.CERTAIN, mark.why)
        return None

    def match_of_beginning(self, letters: str) -> Match:
        """The match of a statement that has only the beginning of a mark."""
        mark = self._whole[letters]
        return Match(mark.target, Sureness.LIKELY, f"{mark.why}, cut short")


def _match(mark: _Mark, rest: tuple[str, ...], *, is_cut: bool) -> Match | None:
    if all_noise(rest, is_cut=is_cut):
        return Match(mark.target, Sureness.CERTAIN, mark.why)
    if mark.tells and not names_a_shop(rest):
        return Match(mark.target, Sureness.LIKELY, mark.why)
    return None
