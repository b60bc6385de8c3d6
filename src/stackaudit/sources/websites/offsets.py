"""Where values begin and end in a JSON text that `json` has read, for the places of problems and traces."""

from __future__ import annotations

import re
from itertools import islice
from json import JSONDecoder
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_SPACE = re.compile(r"[ \t\n\r]*+")
_DECODER = JSONDecoder()


def offset_of(text: str, *path: str | int) -> int:
    """The offset at which the value at a path begins, or the deepest value on that path that there is."""
    at = _past_space(text, 0)
    for step in path:
        inner = [start for key, start, _ in _items(text, at) if key == step]
        if not inner:
            return at
        at = inner[-1]  # of a key that stands twice, the last counts
    return at


def spans(text: str, count: int, *path: str | int) -> list[tuple[int, int]]:
    """Where each of `count` items of the list at a path begins and ends.

    Items that are not found, as in a list nested too deeply to be read once more, are empty and at its beginning.
    """
    at = offset_of(text, *path)
    found = [(start, end) for _, start, end in islice(_items(text, at), count)]
    return found + [(at, at)] * (count - len(found))


def _items(text: str, at: int) -> Iterator[tuple[object, int, int]]:
    """The key or index of each value in the collection at an offset, with where that begins and ends.

    Ends early at a value that is nested so deeply that it cannot be read from here once more.
    """
    opening = text[at : at + 1]
    closing = {"{": "}", "[": "]"}.get(opening)
    at, index = _past_space(text, at + 1), 0
    while closing and text[at] != closing:
        try:
            key, at = _key(text, at) if opening == "{" else (index, at)
            end = _DECODER.raw_decode(text, at)[1]
        except RecursionError:
            return
        yield key, at, end
        at, index = _past_space(text, end), index + 1
        at = _past_space(text, at + 1) if text[at] == "," else at


def _key(text: str, at: int) -> tuple[object, int]:
    """The key at an offset, and the offset of its value."""
    key, end = _DECODER.raw_decode(text, at)
    return key, _past_space(text, _past_space(text, end) + 1)


def _past_space(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at
