"""What a page is made of, whether it is written in Markdown or in HTML: headings, paragraphs, points and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping


class Link(NamedTuple):
    """Where a link leads, and the offsets at which its text begins and ends in a phrase."""

    begin: int
    end: int
    address: str


class Phrase(NamedTuple):
    """A run of plain text, whose lines are parted by line feeds, with the numbers of the lines that they stand on.

    `bolds` are the offsets of what is bold from the beginning of a line on, `strikes` those of what is struck through
    from there; `is_struck` says that all of the phrase is.
    """

    text: str
    lines: tuple[int, ...]
    links: tuple[Link, ...] = ()
    bolds: tuple[tuple[int, int], ...] = ()
    is_struck: bool = False
    strikes: tuple[tuple[int, int], ...] = ()

    @property
    def line(self) -> int:
        """The line on which the phrase begins, from 1."""
        return self.lines[0]


class Heading(NamedTuple):
    """A heading of a level from 1 to 6."""

    level: int
    phrase: Phrase


class Paragraph(NamedTuple):
    """Running text."""

    phrase: Phrase


class Point(NamedTuple):
    """A point of a list; `depth` is 1 for the outermost."""

    depth: int
    phrase: Phrase


class Definition(NamedTuple):
    """A term of a list of definitions, and what is said of it."""

    term: Phrase
    phrase: Phrase


class Code(NamedTuple):
    """Lines that are set as they are, which are no words about anything."""

    line: int


class Row(NamedTuple):
    """A row of a table: its filled cells by their columns from 0, and the line that it begins on.

    `carried` are the columns whose cell began in a row above. `is_head` says that the page marks all of it as headings,
    `is_wide` that one cell takes all columns. `spare` is what stands beyond the last column.
    """

    cells: Mapping[int, Phrase]
    line: int
    carried: frozenset[int] = frozenset()
    is_head: bool = False
    is_wide: bool = False
    spare: str = ""


class Table(NamedTuple):
    """A table with at least one row."""

    rows: tuple[Row, ...]


Block: TypeAlias = Heading | Paragraph | Point | Definition | Code | Table


class Page(NamedTuple):
    """A page: what it calls itself outside of its text, empty where it does not, and its blocks in order."""

    title: str
    blocks: tuple[Block, ...]
