"""Texts in JSON's quotes."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from stackaudit.reports.ci.wording import REMEMBERED
from stackaudit.reports.json_spelling import encode

if TYPE_CHECKING:
    from collections.abc import Iterable


@lru_cache(REMEMBERED)
def quoted(text: str) -> str:
    """A text as JSON writes it: most texts of an export stand in it many times."""
    return encode(text)


def mapping(items: Iterable[tuple[str, str]]) -> str:
    """A mapping on one line, of keys that are words of ours and values that are JSON."""
    return "{" + ", ".join([f'"{key}": {value}' for key, value in items]) + "}"
