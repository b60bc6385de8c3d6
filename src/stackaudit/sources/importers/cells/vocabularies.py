"""What people write for words of the language: phrases that mean a word, and such as mean it likely."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.sources.importers.cells.plain import words

if TYPE_CHECKING:
    from collections.abc import Mapping


class Vocabulary(NamedTuple):
    """The folded phrases that stand for each word of a fact, and those that do so likely, with the reason."""

    sure: Mapping[str, str]
    likely: Mapping[str, tuple[str, str]]


def vocabulary(text: str) -> Vocabulary:
    """A vocabulary from lines of `word: phrase, phrase`, which indented lines continue.

    Phrases after a `~` mean the word likely only.
    """
    sure: dict[str, str] = {}
    likely: dict[str, tuple[str, str]] = {}
    word = ""
    for line in filter(None, map(str.strip, text.splitlines())):
        before, colon, phrases = line.partition(":")
        word, phrases = (before, phrases) if colon else (word, line)
        certain, _, perhaps = phrases.partition("~")
        sure |= dict.fromkeys((words(phrase) for phrase in (word, *certain.split(",")) if phrase.strip()), word)
        for phrase in filter(None, map(str.strip, perhaps.split(","))):
            likely[words(phrase)] = (word, f"`{phrase}` read as {word}")
    return Vocabulary(sure, likely)


def of_words(phrases: Mapping[str, str]) -> Vocabulary:
    """A vocabulary of words with the phrases, parted by commas, that stand for each."""
    return vocabulary("\n".join(f"{word}: {text}" for word, text in phrases.items()))


@lru_cache(maxsize=64)
def plain_words(known: tuple[str, ...]) -> Vocabulary:
    """A vocabulary in which each word stands for itself."""
    return of_words(dict.fromkeys(known, ""))
