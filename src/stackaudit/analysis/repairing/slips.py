"""Whether a word is another one with a slip of the pen."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from rapidfuzz.distance import DamerauLevenshtein

from stackaudit.model.catalogue import folded
from stackaudit.model.suggesting import near_names

if TYPE_CHECKING:
    from collections.abc import Iterable

_PARTS = re.compile(r"[\s_.-]+")
_DIGITS = re.compile(r"[0-9]")
_LONG = 7  # letters from which a word may have two slips
_LONGEST = 60
_LIKENESS = 0.75
_MOST_APART = 6  # letters by which a word of several parts may be longer


def meant(word: str, known: Iterable[str]) -> str | None:
    """The one known word that is meant: the same letters in other case and with other signs between, or a slip away.

    A slip is one letter too few, too many, wrong, or two swapped; in words of seven letters or more there may be two.
    Digits tell things apart and are no slip. None where several are near: which is meant is then anybody's guess.
    """
    return _meant(word, tuple(known)) if len(word) <= _LONGEST else None


@lru_cache(maxsize=64)
def by_letters(known: tuple[str, ...]) -> dict[str, list[str]]:
    """Words by their letters alone."""
    found: dict[str, list[str]] = {}
    for word in known:
        found.setdefault(folded(word), []).append(word)
    return found


@lru_cache(maxsize=10_000)
def _meant(word: str, known: tuple[str, ...]) -> str | None:
    letters = folded(word)
    same = by_letters(known).get(letters, [])
    if same or not letters:
        return same[0] if len(same) == 1 else None
    near = [other for other in known if _is_slip(word, other)]
    likely = near_names(word, near, most=2, likeness=_LIKENESS) if near else []
    return likely[0] if len(likely) == 1 else None


def _is_slip(word: str, other: str) -> bool:
    """Whether each part of a word is at most a slip away from the other's."""
    if abs(len(word) - len(other)) > _MOST_APART or _digits(word) != _digits(other):
        return False
    parts, others = _parts_of(word), _parts_of(other)
    return len(parts) == len(others) and all(map(_is_near, parts, others))


@lru_cache(maxsize=4096)
def _digits(word: str) -> str:
    return "".join(_DIGITS.findall(word))


@lru_cache(maxsize=4096)
def _parts_of(word: str) -> tuple[str, ...]:
    return tuple(_PARTS.split(word.casefold()))


def _is_near(part: str, other: str) -> bool:
    most = 2 if min(len(part), len(other)) >= _LONG else 1
    return DamerauLevenshtein.distance(part, other, score_cutoff=most) <= most
