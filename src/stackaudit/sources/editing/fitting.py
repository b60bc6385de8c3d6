"""Collections in brackets on lines that are not too long."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.sources.editing.nodes import Node, root_of
from stackaudit.sources.yaml_reading import parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class _Break(NamedTuple):
    """Where a line can be broken: before an item at an offset, in how many brackets, and the column to go on at."""

    offset: int
    depth: int
    column: int


def fitted(text: str, column: int, longest: int) -> list[str]:
    """The lines of a collection in brackets, those that are too long broken between items.

    The first line begins at `column`; the others begin below the first item, as those do that are broken already. What
    is broken off goes to the next line where that has room for it. Lines with comments stay.
    """
    lines = text.split("\n")
    if all(len(line) <= longest - (0 if index else column) for index, line in enumerate(lines)):
        return lines
    read = parse("", text)
    root = root_of(text, read.document.marks) if read.whole else None
    breaks = sorted(_breaks(root, text, column, 1)) if root is not None else []
    result: list[str] = []
    offset, left = 0, ""
    for index, line in enumerate(lines):
        begin = 0 if index else column
        joined = _joined(left, line, longest)
        if left and joined == line:
            result.append(left)
        left = ""
        if len(joined) + begin <= longest or "#" in line:
            result.append(joined)
        else:
            first, last = (bisect_left(breaks, (at,)) for at in (offset + 1, offset + len(line)))
            here = [each._replace(offset=each.offset - offset) for each in breaks[first:last]]
            *broken, left = _broken(line, begin, longest, here)
            result += broken
        offset += len(line) + 1
    return [*result, left] if left else result


def _joined(left: str, line: str, longest: int) -> str:
    """A line behind what is left of the one before it; the line alone where they do not belong on one."""
    joined = f"{left} {line.lstrip(' ')}"
    belongs = left.endswith(",") and _indent(line) == _indent(left)
    return joined if belongs and "#" not in line and len(joined) <= longest else line


def _breaks(node: Node, text: str, column: int, depth: int) -> Iterator[_Break]:
    """Where a collection and those in it can be broken."""
    if not node.children:
        return
    first = node.children[0].head
    below = _column(text, first) + (0 if text.find("\n", 0, first) >= 0 else column)
    for child in node.children[1:]:
        line_start = text.rfind("\n", node.start, child.head)
        if line_start >= 0 and not text[line_start + 1 : child.head].strip(" "):
            below = _column(text, child.head)
            break
    for index, child in enumerate(node.children):
        if index:
            yield _Break(child.head, depth, below)
        yield from _breaks(child, text, column, depth + 1)


def _broken(line: str, begin: int, longest: int, breaks: Sequence[_Break]) -> list[str]:
    """The lines that a line becomes which begins at a column; `breaks` are offsets in it."""
    result: list[str] = []
    start = following = 0
    while len(line) - start + begin > longest:
        fitting: list[_Break] = []
        while following < len(breaks):
            each = breaks[following]
            if fitting and len(line[start : each.offset].rstrip()) + begin > longest:
                break
            following += 1
            if each.offset > start:
                fitting.append(each)
        if not fitting:
            break
        shallowest = min(each.depth for each in fitting)
        at = max(each for each in fitting if each.depth == shallowest)
        result.append(" " * (begin if result else 0) + line[start : at.offset].rstrip())
        start, begin = at.offset, at.column
        following = bisect_left(breaks, (start + 1,))
    result.append(" " * (begin if result else 0) + line[start:])
    return result


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _column(text: str, offset: int) -> int:
    return offset - (text.rfind("\n", 0, offset) + 1)
