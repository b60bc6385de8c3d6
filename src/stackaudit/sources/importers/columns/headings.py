"""Which facts a heading may state, by the many names that columns have."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.model.language import Kind
from stackaudit.sources.importers.cells.plain import words
from stackaudit.sources.importers.columns.composed_headings import composed, with_signs_as_words
from stackaudit.sources.importers.columns.names_of_columns import SYSTEM_COLUMNS
from stackaudit.sources.importers.columns.names_of_flow_columns import FLOW_COLUMNS
from stackaudit.sources.importers.columns.ways import FIELDS, FLOW_FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterator

_CAMEL = re.compile(r"(?<=[a-z]{2})(?=[A-Z][a-zA-Z])|(?<=[a-z])(?=[A-Z][a-z]{2})")
_BRACKETS = re.compile(r"\s*(?:\([^)]*\)?|\[[^\]]*\]?)")
VAGUE = 1_000
"""A reading of this rank or more is a guess at what the heading means, which the cells must bear out."""

COMPOSED = 700
"""A reading of this rank or more is of no name that is listed, but of the words that a heading is made of."""

_WITHOUT_SUBJECT, _WITHOUT_BRACKETS, _AMOUNT_OF, _END_OF_PATH = 200, 300, 500, 600
_LONGEST = 120
_POSSESSIVE = re.compile(r"(?<=\w)['\u2019]s\b")
_DATE = re.compile(r"\bdate(?: of)?\b|(?<=[a-z])Date\b|\bdatum\b", re.IGNORECASE)
_GENDERS = re.compile(r"(?<=\w)[/*:_](?:r|in|innen|n|e)\b")
_OF_AMOUNT = re.compile(r"(?<=\w)\.(?:amount|value)$", re.IGNORECASE)
_STEP = re.compile(r"\.(?=\S)|[/>]")
_SUBJECTS = frozenset("app application tool system software product service platform saa solution".split())
_IN_FULL = {"yr": "year", "mo": "month", "mth": "month", "dept": "department", "lic": "license", "licence": "license"}
_IN_FULL |= {"licences": "license", "centre": "center", "authorisation": "authorization", "mgr": "manager"}
_IN_FULL |= {
    "organisation": "organization",
    "organisational": "organizational",
    "exp": "expiry",
    "expiration": "expiry",
}
_FILLERS = frozenset("the a an is are our we this please current currently est estimated approx".split())
_QUALIFIER = re.compile(
    r"^(?:usd|eur|gbp|chf|sek|nok|dkk|pln|cad|aud|jpy|inr|k|keur|teur|tsd|in|"
    r"incl|excl|vat|net|gross|netto|brutto|inkl|exkl|mwst|ust|ht|ttc|"
    r"yes|no|y|n|or|ja|nein|(?:fy)?(?:20)?2\d|optional|dd|mm|yyyy|yy|iso|d|m|yyyymmdd)$"
)


class Reading(NamedTuple):
    """A way in which a heading may be read; `rank` is smaller the more exactly the heading says it."""

    way: str
    rank: int


def readings(heading: str, *, of_flows: bool = False) -> tuple[Reading, ...]:
    """What a heading may state, the most exact reading first; of integrations where they are `of_flows`."""
    table = _table(of_flows=of_flows)
    found: dict[str, int] = {}
    for candidate, penalty in _candidates(heading):
        for way, rank in table.get(candidate, ()) if candidate else ():
            if way not in found and not (way == "name" and penalty not in {0, _WITHOUT_BRACKETS}):
                found[way] = rank + penalty
    if not found and (undated := _DATE.sub("", heading)) != heading:
        dated = tuple(reading for reading in readings(undated, of_flows=of_flows) if _is_of_days(reading.way))
        if dated:
            return dated
    if not found and not of_flows:
        found = {way: COMPOSED + place for place, way in enumerate(_composed(heading))}
    return tuple(sorted((Reading(way, rank) for way, rank in found.items()), key=lambda reading: reading.rank))


def _composed(heading: str) -> tuple[str, ...]:
    """What the words of a heading, or of the end of a path, state together, with or without those in brackets."""
    text = heading[:_LONGEST]
    tails = (text[step.end() :] for step in _STEP.finditer(text) if step[0] == ".")
    tried = (
        with_signs_as_words(_GENDERS.sub("", part))
        for whole in (text, *tails)
        for part in (whole, _BRACKETS.sub("", whole))
    )
    return next(filter(None, (composed(_plain(part)) for part in tried)), ())


def _is_of_days(way: str) -> bool:
    field = FIELDS.get(way) or FLOW_FIELDS.get(way)
    return field is not None and field.kind in {Kind.DAY, Kind.DAY_OR_NO}


@lru_cache(maxsize=4096)
def folded_heading(heading: str) -> str:
    """A heading in lower case, its words in the singular and parted by single spaces, without what is in brackets."""
    text = heading[:_LONGEST]
    return _plain(_BRACKETS.sub("", text)) or _plain(text)


def heading_words(heading: str) -> list[str]:
    """The words of a heading in lower case, those that are written as one with capitals parted."""
    return words(_CAMEL.sub(" ", heading[:_LONGEST])).split()


def _candidates(heading: str) -> Iterator[tuple[str, int]]:
    """A heading shortened in several ways, each with what that costs."""
    text = heading[:_LONGEST]
    for plain, penalty in ((_plain(text), 0), (folded_heading(text), _WITHOUT_BRACKETS)):
        yield plain, penalty
        kept = [word for word in plain.split() if word not in _FILLERS]
        while len(kept) > 1 and _QUALIFIER.match(kept[-1]):
            kept = kept[:-1]
        yield " ".join(kept), penalty
        if len(kept) > 1:
            yield " ".join(kept[kept[0] in _SUBJECTS :]), penalty + _WITHOUT_SUBJECT
            yield " ".join(kept[: len(kept) - (kept[-1] in _SUBJECTS)]), penalty + _WITHOUT_SUBJECT
            yield " ".join(word for word in kept if word not in _SUBJECTS), penalty + _WITHOUT_SUBJECT
    if (of_amount := _OF_AMOUNT.sub("", text)) != text:
        yield _plain(_STEP.split(of_amount)[-1]), _AMOUNT_OF
    for step in _STEP.finditer(text):
        if step[0] == "." or _plain(text[: step.start()]) not in _table(of_flows=False):  # `Cost/seat` is no path
            yield _plain(_STEP.sub(" ", text[step.end() :])), _END_OF_PATH


def _plain(heading: str) -> str:
    """A heading in lower case, its words in the singular and in full."""
    spelled = _GENDERS.sub("", _POSSESSIVE.sub("", heading)).replace("# of ", "number of ")
    return _singular(words(_CAMEL.sub(" ", spelled))).replace("life cycle", "lifecycle")


@lru_cache(maxsize=2)
def _table(*, of_flows: bool) -> dict[str, tuple[tuple[str, int], ...]]:
    """The ways of each folded name with the place that it has among the names of that way."""
    found: dict[str, list[tuple[str, int]]] = {}
    way = ""
    rank = 0
    for line in filter(None, map(str.strip, (FLOW_COLUMNS if of_flows else SYSTEM_COLUMNS).splitlines())):
        before, colon, names = line.partition(":")
        way, names, rank = (before, names, 0) if colon else (way, line, rank)
        for name in filter(None, map(str.strip, names.split(","))):
            ways = found.setdefault(_singular(words(name)), [])
            if way not in {known for known, _ in ways}:
                ways.append((way, rank + VAGUE * name.startswith("?")))
            rank += 1
    return {name: tuple(ways) for name, ways in found.items()}


def _singular(text: str) -> str:
    return " ".join(map(_without_plural, text.split()))


@lru_cache(maxsize=4096)
def _without_plural(word: str) -> str:
    """A word in the singular and in full, so that both spellings of one are the same."""
    word = _IN_FULL.get(word, word)
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
