"""JSON in ASCII: whoever reads it, no character in it is a control, a line break or half of another."""

from __future__ import annotations

import json
from functools import lru_cache

from stackaudit.reports.ci.wording import REMEMBERED

encode = json.JSONEncoder(allow_nan=False, check_circular=False, separators=(",", ":")).encode
"""A value as JSON on one line of printable ASCII."""


@lru_cache(REMEMBERED)
def encoded(text: str) -> str:
    """A text as `encode` gives it, for texts that stand in a report many times."""
    return encode(text)
