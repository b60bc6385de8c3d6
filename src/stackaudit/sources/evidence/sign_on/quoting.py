"""What of a file may be quoted: the names of apps that became traces, where they stand; everything else is blank."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class _Span(NamedTuple):
    """A key with its string: where the key begins, where the string begins, and where it ends."""

    key: int
    string: int
    end: int


class Quoted:
    """The strings that stand under some keys of a JSON text, handed out in the order in which they stand."""

    def __init__(self, text: str, keys: Iterable[str]) -> None:
        self._text = text
        self._spans: dict[int, _Span] = {}
        self._offsets: dict[str, list[int]] = defaultdict(list)
        self._taken: dict[str, int] = defaultdict(int)
        names = "|".join(map(re.escape, keys))
        for match in re.finditer(rf'"(?:{names})"\s*+:\s*+("[^"\\]*+(?:\\.[^"\\]*+)*+")', text):
            span = _Span(match.start(), match.start(1), match.end())
            string = match[1]
            self._spans[span.string] = span
            self._offsets[json.loads(string) if "\\" in string else string[1:-1]].append(span.string)

    def take(self, string: object) -> int:
        """The offset of the next place where a string stands, or 0 where it is nowhere.

        When all were handed out it is the last again.
        """
        offsets = self._offsets.get(string) if isinstance(string, str) else None
        if not offsets or not isinstance(string, str):
            return 0
        index = self._taken[string]
        self._taken[string] += 1
        return offsets[min(index, len(offsets) - 1)]

    def text(self, offsets: Iterable[int]) -> str:
        """The text with blanks for all but the keys and strings at these offsets; lines and columns stay."""
        pieces: list[str] = []
        end = 0
        for offset in sorted(set(offsets)):
            if (span := self._spans.get(offset)) is not None:
                pieces += [_blank(self._text[end : span.key]), self._text[span.key : span.end]]
                end = span.end
        pieces.append(_blank(self._text[end:]))
        return "".join(pieces)


def lines_of(shown: Mapping[int, str]) -> str:
    """A text that has, on each line named, what is shown there; the others are empty. Lines count from 1."""
    return "\n".join(shown.get(number, "") for number in range(1, max(shown, default=0) + 1))


def _blank(text: str) -> str:
    return "\n".join(" " * len(line) for line in text.split("\n"))
