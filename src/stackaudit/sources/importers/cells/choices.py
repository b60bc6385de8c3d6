"""Cells that hold words of a vocabulary: one of them, or a list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from stackaudit.model.suggesting import did_you_mean, shortened
from stackaudit.sources.importers.cells.parts import finer_parts, parts_of
from stackaudit.sources.importers.cells.plain import one_line, without_markup, words
from stackaudit.sources.importers.cells.understanding import Understood, open_still, unclear

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stackaudit.sources.importers.cells.vocabularies import Vocabulary

_CUT = re.compile(r"\s*[(\[:;,]\s*|\s+[-\u2013\u2014/|]\s+|/")
_HUMPS = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
_LONGEST = 300
_LIKENESS = 0.88
_LEAST_LETTERS = 6
_MOST_WORDS_OF_AN_ITEM = 4
_NONE = frozenset(
    ("none|no|nothing|keine|keiner|aucun|aucune|geen|ninguno|ninguna|nil|not certified|no certifications").split("|")
)


def one_of(cell: str, vocabulary: Vocabulary) -> Understood:
    """The word that a cell means; with a doubt where it is likely, misspelled, or says more than that."""
    text = without_markup(cell)[:_LONGEST]
    if (found := _word(words(text), vocabulary) or _word(words(_HUMPS.sub(" ", text)), vocabulary)) is not None:
        return found
    meanings = [_word(words(part), vocabulary) for part in _CUT.split(text) if words(part)]
    told = [meaning for meaning in meanings if meaning is not None]
    if told and len({str(meaning.value) for meaning in told}) > 1:
        return open_still("means several things")
    if told and meanings[0] is not None:
        whole = len(told) == len(meanings)
        return Understood(
            told[0].value, told[0].doubt or ("" if whole else f"the source says `{shortened(one_line(text))}`")
        )
    near = did_you_mean(words(text), vocabulary.sure, likeness=_LIKENESS) if len(text) >= _LEAST_LETTERS else None
    if near is not None:
        return Understood(vocabulary.sure[near], f"`{shortened(one_line(text))}` read as {vocabulary.sure[near]}")
    return unclear("not a word that is known here")


def several_of(cell: str, vocabulary: Vocabulary, *, none_is_known: bool = False) -> Understood:
    """The words that a list means; with a doubt, and what is left, where some of its items are not understood.

    With `none_is_known`, `none` is an empty list.
    """
    text = without_markup(cell)
    if none_is_known and words(text[:_LONGEST]) in _NONE:
        return Understood([])
    whole = _word(words(text[:_LONGEST]), vocabulary)
    found = [whole] if whole is not None else list(_items(parts_of(text), vocabulary))
    told = [meaning for meaning in found if isinstance(meaning, Understood)]
    if not told:
        return unclear("not words that are known here")
    foreign = [meaning for meaning in found if isinstance(meaning, str)]
    if any(len(words(item).split()) > _MOST_WORDS_OF_AN_ITEM for item in foreign):
        return unclear("more than a list of words")  # a sentence may say that it is not so
    left = "; ".join(foreign)
    doubts = [meaning.doubt for meaning in told if meaning.doubt]
    if left:
        doubts.append(f"not understood: {shortened(one_line(left))}")
    return Understood(
        list(dict.fromkeys(str(meaning.value) for meaning in told)), "; ".join(dict.fromkeys(doubts)), left=left
    )


def _items(parts: Iterable[str], vocabulary: Vocabulary) -> Iterable[Understood | str]:
    """Each item's meaning, or the item itself where it has none; an item may be several words with `and` or strokes."""
    for part in parts:
        whole = _item(part, vocabulary)
        if whole is not None:
            yield whole
            continue
        finer = [_item(piece, vocabulary) for piece in finer_parts(part)]
        if finer and None not in finer:
            yield from (piece for piece in finer if piece is not None)
        else:
            yield one_line(part)


def _item(text: str, vocabulary: Vocabulary) -> Understood | None:
    """The meaning of an item, with or without what stands in brackets behind it."""
    whole = _word(words(text[:_LONGEST]), vocabulary)
    return whole or _word(words(re.sub(r"\s*\([^()]*\)\s*$", "", text[:_LONGEST])), vocabulary)


def _word(folded: str, vocabulary: Vocabulary) -> Understood | None:
    if folded in vocabulary.sure:
        return Understood(vocabulary.sure[folded])
    if folded in vocabulary.likely:
        return Understood(*vocabulary.likely[folded])
    return None
