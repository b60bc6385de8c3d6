"""What a line of a card statement says once its noise is told apart: words, domain, and who stood in between."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.analysis.matching.noise import (
    BEGINNINGS,
    CODES,
    NOISE,
    RESELLERS,
    SHOP,
    SOFTWARE,
    TILLS,
    TOP_DOMAINS,
    TRADE,
    WALLETS,
)
from stackaudit.model.catalogue import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST = 160  # letters; no statement is longer, and what follows would only cost time
_MOST_WORDS = 12
_CODE = 3  # letters of a code that stands before a name without a space
_GLUED_CODES = frozenset(code for code in CODES | WALLETS if len(code) == _CODE)
_GLUED_LEAST = 7  # letters of the name behind it
_CUT_FROM = 14  # letters from which a line may have lost its end: statements keep 15 to 25
_CUT_BEHIND_WALLET = 10  # wallets leave the name still less room
_WORD = re.compile(r"(?:[^\W_]|[\u0300-\u036f])+")
_PLAIN_WORD = re.compile(r"[a-z0-9]+")
_HOST = re.compile(r"[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,6}")
_GLUED = re.compile(r"(.{7,}?)(?:in?c?|ll?c?|li?m?i?t?e?d?|ltd?|gm?b?h?|com?|couk)")  # wallets leave out the spaces
_DOUBLED = re.compile(r"([a-z]{3,8})(?=\1)")


class Statement(NamedTuple):
    """One line of a statement.

    `readings` are its words in all ways they may be meant: as they stand, without who stood in between, without a code;
    in lower case without accents. `host` is the domain in it, perhaps without its end, or empty. `is_resold` says that
    a house sells software for its makers, `at_till` that a shop sold something through somebody's till, and `is_cut`
    that the end of the line may be missing.
    """

    readings: tuple[tuple[str, ...], ...]
    host: str
    is_resold: bool
    at_till: bool
    is_cut: bool


def read_statement(merchant: str) -> Statement:
    """The statement that a merchant's name is, as it was printed."""
    text = merchant[:_LONGEST]
    if text.isascii():
        text = text.lower()
        words = tuple(_PLAIN_WORD.findall(text)[:_MOST_WORDS])
    else:
        words = tuple(filter(None, map(folded, _WORD.findall(text)[:_MOST_WORDS])))
        text = text.casefold()
    behind = _behind(words, text)
    is_cut = len(text.strip()) >= _CUT_FROM or (behind > 0 and sum(map(len, words[behind:])) >= _CUT_BEHIND_WALLET)
    first = words[0] if len(words) > 1 else ""
    host = _host(text, words[behind:])
    return Statement(tuple(_readings(words, behind)), host, first in RESELLERS, first in TILLS, is_cut)


def without_doubling(word: str) -> str:
    """A word without its own beginning before it, which some processors print as a code: `hoohootsuite`."""
    doubled = _DOUBLED.match(word)
    return word[doubled.end() :] if doubled else word


def is_noise(word: str, *, may_be_cut: bool = False) -> bool:
    """Whether a word says nothing of who was paid: codes, numbers, places, forms of companies, plans."""
    if len(word) <= 2 or word in NOISE or word in TRADE:
        return True
    if any(map(str.isdigit, word)):
        return True
    return may_be_cut and word in BEGINNINGS


def all_noise(words: tuple[str, ...], *, is_cut: bool) -> bool:
    """Whether no word says who was paid; the last one may have lost its end."""
    last = len(words) - 1
    return all(is_noise(word, may_be_cut=is_cut and number == last) for number, word in enumerate(words))


def names_a_shop(words: tuple[str, ...]) -> bool:
    """Whether a word is that of a trade which sells no software: a hotel, a garage, a school."""
    return not SHOP.isdisjoint(words)


def names_software(words: tuple[str, ...]) -> bool:
    """Whether a word is one by which software is sold: a subscription, licences, hosting."""
    return not SOFTWARE.isdisjoint(words)


def _readings(words: tuple[str, ...], behind: int) -> Iterator[tuple[str, ...]]:
    """The words as they stand, without those that belong to a wallet, and without what is glued to the name."""
    yield words
    if behind:
        words = words[behind:]
        yield words
    if not words:
        return
    name = words[0]
    if len(words) > 1 and len(name) <= 8 and (name in CODES or words[1].startswith(name)):
        yield words[1:]
    elif (whole := without_doubling(name)) != name:
        yield (whole, *words[1:])
    elif name[:_CODE] in _GLUED_CODES and len(name) >= _CODE + _GLUED_LEAST:
        yield (name[_CODE:], *words[1:])
    elif len(words) == 1 and (glued := _GLUED.fullmatch(name)):
        yield (glued[1],)


def _behind(words: tuple[str, ...], text: str) -> int:
    """How many words at the beginning say only through whom somebody was paid."""
    if len(words) < 2:
        return 0
    if words[0] in WALLETS:
        return 2 if len(words) > 2 and words[1] in TOP_DOMAINS else 1
    before, star, _ = text.partition("*")
    return 1 if star and len(before.strip()) <= 4 and before.strip() == words[0] else 0


def _host(text: str, words: tuple[str, ...]) -> str:
    """The domain in a text, also where its dots were lost; empty where there is none."""
    if "." in text:
        for match in _HOST.finditer(text):
            labels = match[0].strip("-").split(".")
            while len(labels) > 1 and labels[0] in ("www", "ww", "http", "https"):
                labels = labels[1:]
            if len(labels) > 1 and labels[-1].isalpha():
                return ".".join(labels)
    start = 1 if words[:1] == ("www",) else 0
    name, top = (*words[start : start + 2], "", "")[:2]
    return f"{name}.{top}" if top in TOP_DOMAINS and len(name) > 1 else ""
