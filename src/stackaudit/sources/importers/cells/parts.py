"""Lists as people type them into one cell: with commas, semicolons, strokes, bullets, or the word "and"."""

from __future__ import annotations

import re

from stackaudit.sources.importers.cells.plain import says_nothing

_MOST = 200
_BULLET = re.compile(r"^\s*(?:(?:[-*•‣▪·]|\d{1,2}[.)]|and|or|und|oder|et|en|y)\s+)+", re.IGNORECASE)
_LINES = re.compile(r"[\r\n;|•]+")
_COMMAS = re.compile(r",(?!\d{3}\b)(?![^(]{0,200}\))")
_STROKES = re.compile(r"\s*(?:/|\+|→)\s*")
_ANDS = re.compile(r"\s+(?:and|und|et|en|y|&)\s+", re.IGNORECASE)


def parts_of(text: str) -> list[str]:
    """The items of a list in one text, at most 200, without those that say nothing."""
    return _all_of(_LINES.split(text), _COMMAS)


def finer_parts(text: str) -> list[str]:
    """The items of a list whose items hold no strokes and no "and" of their own, such as words of a vocabulary."""
    return [part for rough in parts_of(text) for part in _all_of(_STROKES.split(rough), _ANDS)]


def _all_of(rough: list[str], further: re.Pattern[str]) -> list[str]:
    items = (_BULLET.sub("", item).strip(" .") for part in rough[:_MOST] for item in further.split(part)[:_MOST])
    return [item for item in items if not says_nothing(item)][:_MOST]
