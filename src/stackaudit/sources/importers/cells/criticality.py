"""How much an outage hurts, in words or as the number of a tier."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from stackaudit.sources.importers.cells.choices import one_of
from stackaudit.sources.importers.cells.plain import one_line, words
from stackaudit.sources.importers.cells.understanding import Understood, open_still, unclear
from stackaudit.sources.importers.cells.words_of_systems import CRITICALITIES
from stackaudit.sources.importers.cells.yes_no import yes_no

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stackaudit.sources.importers.cells.manners import Manner

_LONGEST = 120
_SCALE = ("critical", "high", "medium", "low")
_TIER = re.compile(
    r"(?:(?:tier|level|class|prio|priority|p|t|stufe|klasse|niveau|category|kategorie|severity|sev) ?)?"
    r"(?P<number>[0-5]|i{1,3}|iv)(?: (?P<rest>.*))?"
)
_TIERS = frozenset("tier tiers class klasse classe prio priority prioritat priorite p1".split())
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def criticality(cell: str, manner: Manner) -> Understood:
    """The criticality that a word says or a tier likely means; a word beside the tier's number decides."""
    text = words(one_line(cell)[:_LONGEST])
    tier = _TIER.fullmatch(text)
    if tier is None:
        return one_of(cell, CRITICALITIES)
    rest = tier["rest"] or ""
    if rest and (said := one_of(rest, CRITICALITIES)).value is not None and not said.doubt:
        return said
    number = _ROMAN.get(tier["number"]) or int(tier["number"])
    if manner.top_tier is None:
        return open_still("a figure of a scale that does not say which end is critical")
    place = number - manner.top_tier
    if not 0 <= place < len(_SCALE):
        return unclear("a tier of a scale that is not known here")
    return Understood(_SCALE[place], f"the source says `{one_line(cell)}`")


def is_critical(cell: str, manner: Manner) -> Understood:
    """That it is critical; a no leaves open how much an outage hurts."""
    plain = yes_no(cell, manner)
    if plain.value is True:
        return plain._replace(value="critical")
    return open_still("says only that it is not critical") if plain.value is False else criticality(cell, manner)


def top_tier_in(cells: Iterable[str], heading: str) -> int | None:
    """The number of the most critical tier of a column: 0 where there is a tier 0, else 1.

    None where bare figures may count upwards as well: neither the heading nor any cell speaks of tiers.
    """
    texts = [words(cell[:_LONGEST]) for cell in cells]
    if _TIERS.isdisjoint(words(heading).split()) and texts and all(map(str.isdecimal, texts)):
        return None
    tiers = (_TIER.fullmatch(text) for text in texts)
    return 0 if any(tier and tier["number"] == "0" for tier in tiers) else 1
