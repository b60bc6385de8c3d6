"""What stands below a tool's name on a page, as labelled cells and as texts without a label."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from stackaudit.sources.importers.cells.secrets import is_secret
from stackaudit.sources.importers.entries.records import Cell
from stackaudit.sources.importers.pages.blocks import Code, Definition, Heading, Paragraph, Point, Table
from stackaudit.sources.importers.pages.labels import lines_of, linked, sentences_of
from stackaudit.sources.importers.pages.signs import is_label

if TYPE_CHECKING:
    from collections.abc import Collection

    from stackaudit.sources.importers.pages.blocks import Block, Phrase
    from stackaudit.sources.importers.pages.labels import Line
    from stackaudit.sources.importers.pages.named import Named

_MOST_WORDS = 25  # of what stands behind a label


class Text(NamedTuple):
    """A text without a label: the heading below which it stands, empty where that is the tool's name, and its line.

    `is_prose` is false for points, code and tables.
    """

    heading: str
    text: str
    line: int
    is_prose: bool = True


class Body(NamedTuple):
    """What a page tells of a tool: cells by their labels, and texts in order."""

    cells: dict[str, Cell]
    texts: tuple[Text, ...]


def body_of(named: Named, repeated: Collection[str]) -> Body:
    """The cells and texts below a tool's name; labels count where they are known, bold, or `repeated` on the page."""
    reading = _Reading(repeated)
    if named.said:
        reading.sentences(named.said.replace("\n", " "), named.phrase.line)
    for block in named.blocks:
        reading.take(block)
    return reading.body()


class _Reading:
    """Goes along the blocks below a name; a label without a text takes what stands below it."""

    def __init__(self, repeated: Collection[str]) -> None:
        self._repeated = repeated
        self._said: dict[str, list[str]] = {}
        self._lines: dict[str, int] = {}
        self._texts: list[Text] = []
        self._heading = ""
        self._open = ""
        self._depth = 0

    def take(self, block: Block) -> None:
        """Take the next block."""
        if isinstance(block, Heading):
            self._open, self._heading = "", block.phrase.text.replace("\n", " ")
            if is_label(self._heading):
                self._open, self._depth = self._heading, 0
        elif isinstance(block, Point):
            if self._open and block.depth <= self._depth:
                self._open = ""
            self._phrase(block.phrase, block.depth, is_prose=False)
        elif isinstance(block, Paragraph):
            if self._depth:
                self._open = ""
            self._phrase(block.phrase, 0, is_prose=True)
        elif isinstance(block, Definition):
            self._say(block.term.text.replace("\n", " "), block.phrase.text, block.phrase.line)
        elif isinstance(block, Table):
            self._table(block)
        elif isinstance(block, Code):
            self._texts.append(Text("code", "", block.line, is_prose=False))

    def line_of(self, line: Line, *, is_prose: bool) -> None:
        """Take one line of text, with its label where that counts."""
        if self._counts(line):
            self._say(line.label, line.said, line.number)
        else:
            whole = f"{line.label}: {line.said}" if line.label else line.said
            self._texts.append(Text(self._heading, whole, line.number, is_prose))

    def sentences(self, text: str, number: int) -> None:
        """Take a text behind a name: sentences that are labelled for a fact, and the others as one text."""
        rest: list[str] = []
        for line in sentences_of(text, number):
            if line.label and line.said and is_label(line.label):
                self._say(line.label, line.said, number)
            else:
                rest.append(f"{line.label}: {line.said}" if line.label else line.said)
        if rest:
            self._texts.append(Text(self._heading, " ".join(rest), number))

    def body(self) -> Body:
        """What was taken."""
        cells = {label: Cell("\n".join(said), self._lines[label]) for label, said in self._said.items() if said}
        return Body(cells, tuple(self._texts))

    def _phrase(self, phrase: Phrase, depth: int, *, is_prose: bool) -> None:
        lines = list(lines_of(phrase))
        if self._open and not any(map(self._counts, lines)):
            self._say(self._open, phrase.text, phrase.line)
        elif any(map(self._counts, lines)):
            for line in lines:
                if self._counts(line) and not line.said:
                    self._open, self._depth = line.label, depth
                self.line_of(line._replace(said=linked(phrase, line.said)), is_prose=is_prose)
        else:
            self._texts.append(Text(self._heading, phrase.text.replace("\n", " "), phrase.line, is_prose))

    def _table(self, table: Table) -> None:
        """Rows of a label and a text, or else rows that are texts."""
        for row in table.rows:
            cells = list(row.cells.values())
            if len(cells) == 2 and is_label(cells[0].text):
                self._say(cells[0].text, linked(cells[1], cells[1].text), row.line)
            else:
                text = " | ".join(cell.text.replace("\n", " ") for cell in cells)
                self._texts.append(Text(self._heading, text, row.line, is_prose=False))

    def _say(self, label: str, said: str, line: int) -> None:
        self._lines.setdefault(label, line)
        self._said.setdefault(label, []).extend(filter(None, [said.strip()]))

    def _counts(self, line: Line) -> bool:
        """Whether a line's label is one, and not the beginning of a sentence."""
        if not line.label or (len(line.said.split()) > _MOST_WORDS and not line.is_bold):
            return False
        if line.is_bold or line.label in self._repeated or is_secret(line.label):
            return True
        is_of_tool = not self._heading or self._heading == self._open
        return is_of_tool and bool(line.said) and is_label(line.label)
