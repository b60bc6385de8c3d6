"""Days in what identity providers write: ISO 8601, and seconds or milliseconds since 1970."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}.*)?", re.ASCII)
_SINCE_1970 = re.compile(r"(?:/Date\()?(\d{9,13})(?:[+-]\d{4})?(?:\)/)?", re.ASCII)
_MILLISECONDS_FROM = 10**11  # in seconds, the year 5138
_YEARS = range(1990, 2101)  # some write the year 1 or 1601 for never
_LONGEST = 60


def day_of(value: object) -> date | None:
    """The day that a value of JSON, or a cell, means, in UTC where it says no other; None where it means none."""
    if isinstance(value, str):
        text = value.strip() if len(value) <= _LONGEST else ""
        if match := _ISO.fullmatch(text):
            return _sane(*map(int, match.groups()))
        if match := _SINCE_1970.fullmatch(text):
            return _since_1970(int(match[1]))
    if isinstance(value, int | float) and not isinstance(value, bool) and 10**8 <= value < 10**13:
        return _since_1970(value)
    return None


def _since_1970(value: float) -> date | None:
    seconds = value / 1000 if value >= _MILLISECONDS_FROM else value
    day = datetime.fromtimestamp(seconds, UTC).date()
    return day if day.year in _YEARS else None


def _sane(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year in _YEARS else None
    except ValueError:
        return None
