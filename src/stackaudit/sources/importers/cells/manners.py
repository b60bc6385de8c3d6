"""How a column is written, which its single cells do not tell: commas or points, days or months first, currency."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.sources.evidence.amounts import currency_of
from stackaudit.sources.evidence.days import DAY_FIRST

if TYPE_CHECKING:
    from collections.abc import Iterable


class Manner(NamedTuple):
    """What a whole column tells of each of its cells.

    `decimal` parts the cents, empty where the column does not tell; three digits behind the only separator are then
    thousands. `order` says what comes first in a date, `sure_order` whether the column decides it. `currency` and
    `unit` (d, w, mo or y) are meant where a cell names none, an amount counts `times` its
    figure a year, and `vague` says why that is not sure. `cross` is what an x stands for, None where that is open.
    `top_tier` is the number of the most critical tier, None where figures need not be tiers; `has_our_scale` says that
    ratings end where those of the language do.
    """

    decimal: str = ""
    order: str = DAY_FIRST
    sure_order: bool = True
    currency: str = ""
    unit: str = ""
    times: float = 1
    vague: str = ""
    cross: bool | None = True
    top_tier: int | None = 1
    has_our_scale: bool = True


USUAL = Manner()
"""How a cell is read of whose column nothing is known."""

_CURRENCY = re.compile(r"[A-Za-z]{3}(?![A-Za-z])|US\$|A\$|C\$|[£€$¥₹]|zł|Kč")
_SIGN = re.compile("(?<![A-Za-z])[£€$]")
_QUALIFIER = re.compile(r"[(\[](?P<inside>[^)\]]*)|[,_\-\u2013:/]\s*(?P<rest>[^,_\-\u2013:/]+)$|\s(?P<last>\S+)$")
_UNITS = {"d": "day days tage tagen jours dagen dias", "w": "week weeks wochen semaines weken semanas"}
_UNITS |= {"mo": "month months monate monaten mois maanden meses", "y": "year years jahre jahren ans jaar anos"}
_UNIT_OF = {word: unit for unit, words in _UNITS.items() for word in words.split()}
_THOUSANDS = re.compile(
    r"(?:^|[\s(\[])(?:[£€$]\s?k|k\s?[£€$]|in k|teur|tsd\.?|thousands?|000s)(?:$|[\s)\]])", re.IGNORECASE
)


def currency_in(heading: str) -> str:
    """The currency that a heading names at its end or in brackets, such as `Cost (EUR)`, or by a sign anywhere.

    Empty where it names none.
    """
    for match in _QUALIFIER.finditer(heading[:200]):
        for sign in _CURRENCY.findall(next(filter(None, match.groups()), "")):
            if (code := currency_of(sign)) and (sign.isupper() or not sign.isalpha()):
                return code
    signs = dict.fromkeys(_SIGN.findall(heading[:200]))
    return currency_of(next(iter(signs))) or "" if len(signs) == 1 else ""


def unit_in(heading_words: Iterable[str]) -> str:
    """The unit of time that the words of a heading name: d, w, mo or y; empty where they name none."""
    return next((_UNIT_OF[word] for word in heading_words if word in _UNIT_OF), "")


def factor_in(heading: str) -> float:
    """1000 where a heading says that its figures are thousands."""
    return 1000 if _THOUSANDS.search(heading[:200]) else 1
