"""Days, durations and rhythms as people type them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from stackaudit.sources.evidence.days import DAY_FIRST, MONTH_FIRST, read_day
from stackaudit.sources.importers.cells.plain import one_line, words
from stackaudit.sources.importers.cells.understanding import Understood, open_still, unclear
from stackaudit.sources.importers.cells.yes_no import CROSSES, TICKS

if TYPE_CHECKING:
    from datetime import date

    from stackaudit.sources.importers.cells.manners import Manner

_LONGEST = 80
_LEADING = re.compile(
    r"^(?:(?:yes|ja|oui|signed|dated?|since|as of|from|until|till|by|due|on|expires?|renews?|ends?|last|completed?|"
    r"done|reviewed|executed|unterzeichnet|abgeschlossen|approved|purchased|seit|vom|am|bis|ab|depuis|le|sinds|per|vanaf|"
    r"desde|el)\b[\s:,(\u2013-]*)+",
    re.IGNORECASE,
)
_NUMBERS = "one two three four five six seven eight nine ten eleven twelve"
_COUNTS = {word: number for number, word in enumerate(_NUMBERS.split(), start=1)}
_COUNTS |= {
    "a": 1,
    "an": 1,
    "ein": 1,
    "eine": 1,
    "einen": 1,
    "zwei": 2,
    "drei": 3,
    "sechs": 6,
    "thirty": 30,
    "sixty": 60,
}
_COUNTS |= {"ninety": 90, "un": 1, "deux": 2, "trois": 3}
_UNITS = {
    "d": "d day days tag tage tagen jour jours dag dagen dia dias",
    "w": "w wk wks week weeks woche wochen semaine semaines weken semana semanas",
    "mo": "m mo mos mth mths month months monat monate monaten mois maand maanden mes meses",
    "y": "y yr yrs year years jahr jahre jahren an ans annee annees jaar jaren ano anos",
}
_UNIT_OF = {word: unit for unit, units in _UNITS.items() for word in units.split()}
_QUARTERS = frozenset("quarter quarters quartal quartale trimestre trimestres kwartaal".split())
_SPAN = re.compile(r"(?P<count>\d{1,5}|[a-z]+) ?(?P<unit>[a-z]+)(?P<rest>(?: [a-z]+){0,8})")
_AROUND = frozenset(
    """
    notice before prior to of the a renewal written in advance end term contract expiry expiration period after s
    calendar vor zum ende vertragsende ablauf kundigungsfrist frist schriftlich voor avant preavis opzegtermijn de del
    per from deletion retention rolling max maximum
    """.split()
)
_FOR_EVER = frozenset(
    "forever|for ever|indefinite|indefinitely|unlimited|never|never deleted|no limit|unbegrenzt"
    "|unbefristet|nie|illimite|onbeperkt|permanent|no deletion|not deleted".split("|")
)
_NO = frozenset(
    (
        "no|none|false|not signed|missing|not in place|no dpa|never|not done|nein|keine|keiner|nie|non|aucun|nee|"
        "geen|0|n"
    ).split("|")
)
_YES = frozenset(
    ("yes|y|true|ja|oui|si|signed|in place|done|completed|complete|available|ok|x|1|vorhanden|ok signed").split("|")
)


def day(cell: str, manner: Manner) -> Understood:
    """A day, as text such as 2026-11-21."""
    text = one_line(cell)[:_LONGEST].lstrip("".join(TICKS) + " ")
    for candidate in dict.fromkeys((text, _LEADING.sub("", text).rstrip(") "))):
        found = read_day(candidate, manner.order)
        if found is not None:
            return Understood(found.isoformat(), _swapped(candidate, found, manner))
    if re.search(r"\b(?:19|20)\d\d\b", text):
        return open_still("names no single day")
    return unclear("not a date")


def day_or_no(cell: str, manner: Manner) -> Understood:
    """A day, or false where the cell says that there was none."""
    said = words(one_line(cell)[:_LONGEST])
    sign = one_line(cell)
    if said in _NO or sign in CROSSES:
        return Understood(value=False)
    if said in _YES or sign in TICKS:
        return open_still("says that it was done, not when")
    return day(cell, manner)


def span(cell: str, manner: Manner) -> Understood:
    """A duration, as text such as 90d or 36mo."""
    text = words(one_line(cell)[:_LONGEST])
    if text.isdigit() and len(text) <= 5 and manner.unit:
        return Understood(f"{int(text)}{manner.unit}")
    match = _SPAN.fullmatch(text)
    if match is None or not _AROUND.issuperset(match["rest"].split()):
        return open_still("a number without its unit") if text.isdigit() else unclear("not a duration")
    count = int(match["count"]) if match["count"].isdigit() else _COUNTS.get(match["count"])
    if count is not None and match["unit"] in _QUARTERS:
        return Understood(f"{count * 3}mo")
    unit = _UNIT_OF.get(match["unit"])
    return Understood(f"{count}{unit}") if count is not None and unit else unclear("not a duration")


def span_or_no(cell: str, manner: Manner) -> Understood:
    """A duration, or false where the cell says that there is no end."""
    return Understood(value=False) if words(one_line(cell)[:_LONGEST]) in _FOR_EVER else span(cell, manner)


def _swapped(text: str, found: date, manner: Manner) -> str:
    """A doubt where nothing tells the day from the month."""
    if manner.sure_order:
        return ""
    other = read_day(text, MONTH_FIRST if manner.order == DAY_FIRST else DAY_FIRST)
    return "" if other in {None, found} else f"`{text}` read {manner.order.replace('-', ' ')}"
