"""Comments beside items that stay: notes with a mark above them, and remarks behind their values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.sources.editing.comments import comment_behind, comment_lines, is_continued, noted, text_of_comment
from stackaudit.sources.editing.nodes import Node, Shape
from stackaudit.sources.editing.parts import Part, comments_of, is_touched, notes_of, remarks_of
from stackaudit.sources.editing.splices import Splice
from stackaudit.sources.importers.cells.plain import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from stackaudit.sources.editing.rows import Page

_BLOCK_SIGNS = ("|", ">")

LONGEST = 120
"""Columns that a line which is there may grow to before it is broken."""


def notes(page: Page, part: Part, carrier: Node) -> Iterator[Splice]:
    """The splices for the comment lines with a mark above the line of an item, which `carrier` begins."""
    lines = page.lines
    start, column = lines.start(carrier.head), lines.column(carrier.head)
    first, last = lines.number(lines.lead_start(carrier, 0)), lines.number(start)
    for mark, text in dict(notes_of(part)).items():
        wanted = comment_lines(noted(mark, text), column) if text else []
        there = [n for n in range(first, last) if text_of_comment(lines.line(n)).startswith(mark)]
        for number in there:
            end = number + 1
            while end < last and is_continued(lines.line(end)):
                end += 1
            if wanted != [lines.line(each) for each in range(number, end)]:
                yield Splice(lines.starts[number], lines.starts[end], _joined(wanted))
            wanted = []
        if wanted:
            yield Splice(start, start, _joined(wanted))


def comments(page: Page, part: Part, carrier: Node) -> Iterator[Splice]:
    """The splice for comments of new values in brackets, where no comment can stand: they go above the line."""
    start, column = page.lines.start(carrier.head), page.lines.column(carrier.head)
    wanted = [line for text in comments_of(part) for line in comment_lines(text, column)]
    if wanted:
        yield Splice(start, start, _joined(wanted))


def remark(page: Page, part: Part, carrier: Node, shown: str | None) -> Iterator[Splice]:
    """The splice for the comment behind a value that stays, or above it where it has no room there.

    `shown` is the value's new text where it has one on the line of its key. A comment of the same word, such as
    `# check: …`, gives way to it; any other stays, and the new one goes above.
    """
    node = part.node
    assert node is not None
    end, there, has_room = _behind(page, part, node)
    said = _new_in(there, remarks_of(part) if not node.is_block else (part.remark,))
    if not said:
        return
    if there and text_of_comment(there).startswith(f"{said.partition(':')[0]}:"):
        said = said if node.shape is Shape.SCALAR else f"{text_of_comment(there)}; {said}"
        yield Splice(end - len(there), end, comment_behind(said).lstrip(" "))
        return
    width = page.lines.column(end)
    if shown is not None:
        has_room = True
        width = len(shown.rpartition("\n")[2]) + (0 if "\n" in shown else page.lines.column(node.start))
    if has_room and not there and width + len(comment_behind(said)) <= LONGEST:
        yield Splice(end, end, comment_behind(said))
        return
    start = page.lines.start(carrier.head)
    above = _joined(comment_lines(said, page.lines.column(carrier.head)))
    if above not in page.text[page.lines.lead_start(carrier, 0) : start]:
        yield Splice(start, start, above)


def _behind(page: Page, part: Part, node: Node) -> tuple[int, str, bool]:
    """The end of the line that a value's comment stands on, that comment, and whether one could stand there.

    None can behind a text that is broken over lines, and behind a dash that the first key of a mapping follows.
    """
    begin = node.end
    if node.is_block:
        begin = node.sign
    elif node.style in _BLOCK_SIGNS and not is_touched(part):
        begin = page.text.find("\n", node.start, node.end)
        begin = node.start + len(page.text[node.start : begin].split(" ")[0])
    end = page.lines.end(begin if begin != node.end else max(begin - 1, node.head))
    behind = page.text[begin:end].lstrip(" ")
    is_text = is_touched(part) and part.shape is Shape.SCALAR
    return end, behind if behind.startswith("#") else "", not (is_text or (behind and behind[0] != "#"))


def _new_in(comment: str, remarks: Iterable[str]) -> str:
    """Remarks in one, without those that a comment makes already."""
    there = text_of_comment(comment)
    return "; ".join(each for each in dict.fromkeys(remarks) if each and one_line(each) not in there)


def _joined(lines: list[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
