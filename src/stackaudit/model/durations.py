"""Durations as people write them: 90d, 8w, 36mo, 2y."""

from __future__ import annotations

import re

_SPAN = re.compile(r"([0-9]{1,5})(d|w|mo|y)")
_DAYS_IN = {"d": 1.0, "w": 7.0, "mo": 365.25 / 12, "y": 365.25}


def days_of(text: object) -> int | None:
    """The days that a duration takes, rounded; None where the text is no duration.

    A month counts a twelfth of a year and a year 365.25 days, so 36mo and 3y are both 1096 days.
    """
    match = _SPAN.fullmatch(text) if isinstance(text, str) else None
    return round(int(match[1]) * _DAYS_IN[match[2]]) if match else None
