"""Yes and no in the ways that people write them: words, ticks, crosses, digits, and a word before a remark."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from stackaudit.model.suggesting import shortened
from stackaudit.sources.importers.cells.plain import one_line, words
from stackaudit.sources.importers.cells.understanding import Understood, open_still, unclear

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stackaudit.sources.importers.cells.manners import Manner

YES = frozenset("yes y true 1 ja j oui si vrai wahr waar enabled on verdadero active aktiviert aan ok yep".split())
NO = frozenset("no n false 0 nein nee non faux falsch onwaar disabled off none falso deaktiviert uit nope".split())

TICKS = frozenset("✓✔✅☑")
CROSSES = frozenset("✗✘❌☐✖")

_BEFORE_A_REMARK = frozenset("yes y ja oui si no n nein nee non".split())
_NO_LONGER = frozenset(
    ("not enabled|not yet|not available|not in place|not used|not required|not monitored|not supported").split("|")
)
_FIRST = re.compile(r"\s*(?P<word>[^\W\d_]{1,6})\s*(?P<mark>[,.;:()\[\u2013\u2014/-])(?P<rest>.*)", re.DOTALL)
_LEFT_OPEN = frozenset(
    (
        "planned progress partially partly partial some soon but except only possible optional mostly geplant "
        "teilweise but"
    ).split()
)


def yes_no(cell: str, manner: Manner) -> Understood:
    """True or false; with a doubt where more is said than that."""
    text = one_line(cell)
    if text in TICKS or text in CROSSES:
        return Understood(text in TICKS)
    said = words(text)
    if said == "x":
        return Understood(manner.cross) if manner.cross is not None else open_still("an x can mean yes and no here")
    if said in YES or said in NO:
        return Understood(said in YES)
    if said in _NO_LONGER:
        return Understood(value=False)
    first = _FIRST.fullmatch(text)
    if first is None or words(first["word"]) not in _BEFORE_A_REMARK:
        return unclear("neither yes nor no")
    if not _LEFT_OPEN.isdisjoint(words(first["rest"]).split()) and words(first["word"]) in YES:
        return open_still("yes, and yet not quite")
    return Understood(words(first["word"]) in YES, f"the source says `{shortened(text)}`")


def cross_in(cells: Iterable[str]) -> bool | None:
    """What an x stands for in a column: yes, or no where other cells have ticks; None where they say yes and no."""
    said = {cell.strip() for cell in cells}
    if not said.isdisjoint(TICKS):
        return False
    folded = {words(text) for text in said if len(text) < 12}
    return None if not folded.isdisjoint(YES | NO) else True
