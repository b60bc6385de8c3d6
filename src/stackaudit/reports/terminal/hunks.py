"""The changed parts of a long text, found between the lines that it has once before and once after."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from difflib import Match, SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_CONTEXT = 2
"""Lines about a change that are shown as they are."""


def hunks(before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    """The lines of a unified diff without its two lines of names.

    The standard library compares a text as a whole for each of its changes. Lines that are there once on both sides and
    in the same order part it first, so that the cost grows with the text alone.
    """
    for group in _Matched(before, after).get_grouped_opcodes(_CONTEXT):
        first, last = group[0], group[-1]
        yield f"@@ -{_range(first[1], last[2])} +{_range(first[3], last[4])} @@\n"
        for what, begin, end, start, stop in group:
            if what == "equal":
                yield from (f" {line}" for line in before[begin:end])
                continue
            yield from (f"-{line}" for line in before[begin:end])
            yield from (f"+{line}" for line in after[start:stop])


class _Matched(SequenceMatcher[str]):
    """The library's matcher, told what is the same."""

    def __init__(self, before: Sequence[str], after: Sequence[str]) -> None:
        super().__init__(None, (), ())
        self.a, self.b = before, after

    def get_matching_blocks(self) -> list[Match]:
        return list(_matches(self.a, self.b))


def _matches(before: Sequence[str], after: Sequence[str]) -> Iterator[Match]:
    """Runs of lines that are the same on both sides, in order, ended by an empty one as the library has it."""
    here = there = 0
    run = Match(0, 0, 0)
    for left, right in [*_anchors(before, after), (len(before), len(after))]:
        gap = SequenceMatcher(None, before[here:left], after[there:right], autojunk=False)
        blocks = [Match(here + a, there + b, size) for a, b, size in gap.get_matching_blocks() if size]
        for block in [*blocks, *([Match(left, right, 1)] if left < len(before) else [])]:
            if (run.a + run.size, run.b + run.size) == (block.a, block.b):
                run = Match(run.a, run.b, run.size + block.size)
            else:
                if run.size:
                    yield run
                run = block
        here, there = left + 1, right + 1
    if run.size:
        yield run
    yield Match(len(before), len(after), 0)


def _anchors(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, int]]:
    """The places of lines that are there once on both sides: the longest row of them in the same order."""
    once = [{line for line, count in Counter(side).items() if count == 1} for side in (before, after)]
    places = {line: place for place, line in enumerate(after) if line in once[0] and line in once[1]}
    pairs = [(place, places[line]) for place, line in enumerate(before) if line in places]
    ends: list[int] = []  # of the best row of each length, where it ends in `after`
    row_of: list[int] = []
    came_from: list[int] = []
    for number, (_, right) in enumerate(pairs):
        length = bisect_left(ends, right)
        ends[length : length + 1] = [right]
        row_of[length : length + 1] = [number]
        came_from.append(row_of[length - 1] if length else -1)
    row: list[tuple[int, int]] = []
    at = row_of[-1] if row_of else -1
    while at >= 0:
        row.append(pairs[at])
        at = came_from[at]
    return row[::-1]


def _range(begin: int, end: int) -> str:
    """Lines as the head of a hunk counts them."""
    length = end - begin
    first = begin + 1 if length else begin
    return f"{first}" if length == 1 else f"{first},{length}"
