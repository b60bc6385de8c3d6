"""Days as people and machines write them; whether the day or the month comes first is decided by a whole column."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

DAY_FIRST = "day-first"
MONTH_FIRST = "month-first"
YEAR_FIRST = "year-first"

_LONGEST = 60
_TIME = (
    r"(?:[T ,]+[0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2}(?:[.,][0-9]{1,9})?)?"
    r"(?: ?[AaPp]\.?[Mm]\.?)?(?: ?(?:Z|UTC|GMT|[-+][0-9]{2}(?::?[0-9]{2})?))?)?"
)
_BETWEEN = r"(?: ?[-/.] ?| )"
_ISO = re.compile(rf"([0-9]{{4}})([-/.]?)([0-9]{{1,2}})\2([0-9]{{1,2}}){_TIME}")
_NUMBERS = re.compile(rf"([0-9]{{1,2}}){_BETWEEN}([0-9]{{1,2}}){_BETWEEN}([0-9]{{4}}|[0-9]{{2}}){_TIME}")
_WEEKDAY = r"(?:[^\W\d_]{2,12}\.?,? )?"
_MONTH = r"([^\W\d_]{3,12})\.?"
_DAY = r"([0-9]{1,2})(?:st|nd|rd|th|er|º|\.)?"
_YEAR = r"([0-9]{4}|[0-9]{2})"
_DAY_MONTH = re.compile(rf"{_WEEKDAY}{_DAY}[- /]?(?:de )?{_MONTH}(?:,|[- /]| de )? ?{_YEAR}{_TIME}")
_MONTH_DAY = re.compile(rf"{_WEEKDAY}{_MONTH}[- /]{_DAY},?[- /]{_YEAR}{_TIME}")
_SERIAL = re.compile(r"([0-9]{5})(?:\.[0-9]{1,12})?")
_SERIAL_ZERO = date(1899, 12, 30)
_SERIALS = range(29_221, 73_051)  # the years 1980 to 2099
_YEARS = range(1900, 2101)
_PIVOT = 70  # two digits from here on are of the last century

_MONTHS = (
    "january januar janvier enero januari",
    "february februar fevrier febrero februari",
    "march marz mrz maerz mars marzo maart mrt",
    "april avril abril",
    "may mai mayo mei maj",
    "june juni juin junio",
    "july juli juillet julio",
    "august aout agosto augustus augusti",
    "september septembre septiembre",
    "october oktober octobre octubre",
    "november novembre noviembre",
    "december dezember decembre diciembre desember",
)
"""English, German, French, Spanish, Dutch, Swedish, Norwegian and Danish, without accents."""


class Days(NamedTuple):
    """The days of a column by how they are written, without those that cannot be read.

    `order` is how numbers were read; `decided` is False where each could be a day as well as a month.
    """

    by_text: Mapping[str, date]
    order: str
    decided: bool


def read_days(texts: Iterable[str], order: str | None = None, usual: str = DAY_FIRST) -> Days:
    """The days of a column; where neither `order` nor the column tells what comes first, the `usual` does."""
    distinct = list(dict.fromkeys(texts))
    seen = _find_order(distinct) if order is None else order
    by_text = {text: day for text in distinct if (day := read_day(text, seen or usual)) is not None}
    return Days(by_text, seen or usual, seen is not None)


def read_day(text: str, order: str = DAY_FIRST) -> date | None:
    """The day that a text names, with or without a time; None where it names none.

    Understands ISO 8601, numbers in the given order, names of months in eight languages, and the serial numbers of
    spreadsheets for the years 1980 to 2099. A year of two digits is one from 1970 to 2069.
    """
    written = text.strip()
    if len(written) > _LONGEST:
        return None
    if match := _ISO.fullmatch(written):
        return _day(int(match[1]), int(match[3]), int(match[4]))
    if match := _NUMBERS.fullmatch(written):
        return _of_numbers(match[1], match[2], match[3], order)
    if match := _DAY_MONTH.fullmatch(written):
        return _day(_full_year(match[3]), _month(match[2]), int(match[1]))
    if match := _MONTH_DAY.fullmatch(written):
        return _day(_full_year(match[3]), _month(match[1]), int(match[2]))
    if (match := _SERIAL.fullmatch(written)) and int(match[1]) in _SERIALS:
        return _SERIAL_ZERO + timedelta(days=int(match[1]))
    return None


def _find_order(texts: Iterable[str]) -> str | None:
    """What comes first in numbers parted by strokes or points; None where nothing tells, or nothing needs to."""
    day_first = month_first = open_either_way = pointed = 0
    for text in texts:
        match = _NUMBERS.fullmatch(text.strip()[:_LONGEST])
        if match is None:
            continue
        first, second = int(match[1]), int(match[2])
        day_first += second <= 12 < first
        month_first += first <= 12 < second
        open_either_way += first <= 12 >= second and first != second
        pointed += "." in match[0][match.end(1) : match.start(2)]
    if day_first or month_first:
        return DAY_FIRST if day_first >= month_first else MONTH_FIRST
    if open_either_way > pointed:
        return None
    return DAY_FIRST  # those who write points write the day first


def _of_numbers(first: str, second: str, third: str, order: str) -> date | None:
    if order == YEAR_FIRST and len(third) == 2:
        return _day(_full_year(first), int(second), int(third))
    day, month = (second, first) if order == MONTH_FIRST else (first, second)
    return _day(_full_year(third), int(month), int(day))


def _full_year(digits: str) -> int:
    year = int(digits)
    return year if len(digits) == 4 else year + (1900 if year >= _PIVOT else 2000)


def _month(name: str) -> int:
    """The number of a month by its name or the beginning of it; 0 where it is none."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return _NUMBER_OF_MONTH.get(plain, 0)


def _day(year: int, month: int, day: int) -> date | None:
    if year not in _YEARS:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _beginnings() -> dict[str, int]:
    """Every month's names, whole and cut to three letters or more, as far as they are of one month only."""
    found: dict[str, set[int]] = {"des": {12}}
    for number, names in enumerate(_MONTHS, start=1):
        for name in names.split():
            for length in range(3, len(name) + 1):
                found.setdefault(name[:length], set()).add(number)
    return {name: min(numbers) for name, numbers in found.items() if len(numbers) == 1}


_NUMBER_OF_MONTH = _beginnings()
