"""Pieces of new text in the places of old ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class Splice(NamedTuple):
    """A piece of new text in the place of an old one, by character offsets."""

    start: int
    end: int
    text: str


def applied(text: str, splices: Iterable[Splice], start: int = 0, end: int | None = None) -> str:
    """A range of a text after splices that lie in it; of two that overlap, the second takes less away."""
    end = len(text) if end is None else end
    pieces: list[str] = []
    at = start
    for splice in sorted(splices, key=lambda each: (each.start, each.end)):
        pieces += [text[at : max(at, splice.start)], splice.text]
        at = max(at, splice.end)
    return "".join([*pieces, text[at:end]])
