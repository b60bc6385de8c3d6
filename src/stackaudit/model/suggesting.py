"""Near names for a name that is not known, and long names cut short."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST = 60


def shortened(text: str) -> str:
    """Text as it may stand in a message: its first 60 characters."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def near_names(name: str, known: Iterable[str], *, most: int = 3, likeness: float = 0.75) -> list[str]:
    """Up to `most` known names that are spelled almost like `name`, the nearest first.

    `likeness` is the share of letters in common, 0 to 1, as difflib counts it.
    """
    from difflib import get_close_matches  # noqa: PLC0415 - only a misspelling needs it

    if len(name) > _LONGEST:
        return []
    folded = {item.casefold().replace("_", "-"): item for item in known}
    matches = get_close_matches(name.casefold().replace("_", "-"), folded, n=most, cutoff=likeness)
    return [folded[match] for match in matches]


def did_you_mean(name: str, known: Iterable[str], *, likeness: float = 0.75) -> str | None:
    """The known name that was most likely meant, or None."""
    return next(iter(near_names(name, known, most=1, likeness=likeness)), None)
