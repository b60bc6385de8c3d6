"""What a heading states by all of its words together, where nobody listed it as a whole."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.sources.importers.columns.words_of_headings import CONCEPTS, FILLERS, PHRASES, RULES

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_WORDS = 10
_SHORTEST_PART = 4
_LINKS = ("", "s", "es", "n", "en")
"""What German and Dutch put between the parts of a compound."""

_ENDINGS = ("e", "n", "en", "er", "es", "em")
_SIGNS = str.maketrans({"$": " usd ", "€": " eur ", "£": " gbp ", "/": " per "})
_PER = frozenset("per pro por par je each".split())
_COUNTED = frozenset({"license", "seat", "user"})
"""What prices are for each of; such a price is none of the whole."""


class _Rule(NamedTuple):
    """A fact with the concepts that its heading must have, and those that it may have besides."""

    way: str
    needed: frozenset[str]
    allowed: frozenset[str]


def with_signs_as_words(heading: str) -> str:
    """A heading in which strokes and the signs of currencies are words."""
    return heading.translate(_SIGNS)


@lru_cache(maxsize=4096)
def composed(folded: str) -> tuple[str, ...]:
    """The ways in which a folded heading may be read by its words, the narrowest first; every word must be known."""
    choices = list(_concepts(folded))
    if not choices or len(choices) > _MOST_WORDS or not all(choices):
        return ()
    found = [rule for rule in _rules() if _fits(choices, rule)]
    return tuple(dict.fromkeys(rule.way for rule in sorted(found, key=lambda rule: -len(rule.needed))))


def _fits(choices: list[frozenset[str]], rule: _Rule) -> bool:
    """Whether each word can mean a concept of the rule, and each concept that is needed has a word."""
    meant = [choice & rule.allowed for choice in choices]
    return all(meant) and all(any(needed in choice for choice in meant) for needed in rule.needed)


def _concepts(folded: str) -> Iterator[frozenset[str]]:
    """What each word of a heading may be about; nothing for a word that is not known, fillers left out."""
    text = f" {folded} "
    for phrase, word in PHRASES.items():
        text = text.replace(f" {phrase} ", f" {word} ")
    before = ""
    for word in text.split():
        known = _of_word(word)
        is_each, before = before in _PER and any(_COUNTED & concepts for concepts in known), word
        if is_each:
            yield frozenset()
        elif known:
            yield from known
        elif word not in FILLERS and not _is_year(word):
            yield frozenset()


def _is_year(word: str) -> bool:
    return word.isdigit() and len(word) == 4 and word.startswith("20")


@lru_cache(maxsize=4096)
def _of_word(word: str) -> tuple[frozenset[str], ...]:
    """What a word is about, or each part of a compound; none where it is not known."""
    table = _table()
    if known := next((table[stem] for stem in _stems(word) if stem in table), None):
        return (known,)
    for place in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
        end = table.get(word[place:])
        begin = next((known for link in _LINKS if (known := table.get(_without(word[:place], link)))), None)
        if begin and end:
            return begin, end
    return ()


def _stems(word: str) -> Iterator[str]:
    """A word as it is, and without the endings of cases and plurals where enough of it is left."""
    yield word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_PART:
            yield word.removesuffix(ending)


def _without(word: str, link: str) -> str:
    return word.removesuffix(link) if word.endswith(link) else ""


@lru_cache(maxsize=1)
def _table() -> dict[str, frozenset[str]]:
    """The concepts that each word may mean."""
    found: dict[str, set[str]] = {}
    concept = ""
    for line in filter(None, map(str.strip, CONCEPTS.splitlines())):
        before, colon, words = line.partition(":")
        concept, words = (before, words) if colon else (concept, line)
        for word in filter(None, map(str.strip, words.split(","))):
            for spelled in {word, word.removesuffix("s")}:  # headings come in the singular
                found.setdefault(spelled, set()).add(concept)
    return {word: frozenset(concepts) for word, concepts in found.items()}


@lru_cache(maxsize=1)
def _rules() -> tuple[_Rule, ...]:
    found: list[_Rule] = []
    way = ""
    for line in filter(None, map(str.strip, RULES.splitlines())):
        before, colon, rules = line.partition(": ")
        way, rules = (before, rules) if colon else (way, line)
        for rule in filter(None, map(str.strip, rules.split(";"))):
            needed, _, besides = rule.partition(" + ")
            found.append(_Rule(way, frozenset(needed.split()), frozenset((needed + " " + besides).split())))
    return tuple(found)
