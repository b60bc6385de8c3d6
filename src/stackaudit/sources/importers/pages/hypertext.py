"""Pages in HTML as blocks, from their tags in order: no tree is built, and nothing is run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.sources.importers.pages.blocks import Code, Definition, Heading, Paragraph, Point, Table
from stackaudit.sources.importers.pages.grids import Grid
from stackaudit.sources.importers.pages.hiding import Hiding
from stackaudit.sources.importers.pages.phrasing import Writing
from stackaudit.sources.websites.elements import Element, End, pieces, resolved

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.sources.importers.pages.blocks import Block, Phrase

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LISTS = frozenset({"ul", "ol", "menu"})
_KINDS = _HEADINGS | frozenset({"li", "dt", "dd", "pre"})
_OF_TABLES = frozenset({"table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption"})
_BLOCKS = (
    _KINDS
    | _LISTS
    | frozenset(
        "address article aside blockquote body center details div dl fieldset figcaption figure footer form header hr"
        " html legend main nav p section summary".split()
    )
)
_KEEPS_A_POINT = frozenset({"p", "div", "section", "details", "summary", "blockquote"})
_MOST_NESTED = 30


def title_of_html(text: str) -> str:
    """What a page's `title` says, on one line; empty where it says nothing."""
    for _, piece in pieces(text):
        if isinstance(piece, Element) and piece.name in {"title", "body"}:
            return " ".join(resolved(piece.text[:1_000]).split())
    return ""


def blocks_in_html(text: str, line: int = 1) -> Iterator[Block]:
    """The blocks of a page that begins on a line, in the order in which they end; what is hidden is left out.

    Cells of tables that stand in a cell are told as tables of their own. Time is in proportion to the text.
    """
    walk, hiding, told = _Walk(), Hiding(), 0
    for at, piece in pieces(text):
        line += text.count("\n", told, at)
        told = at
        if not hiding.hides(piece):
            yield from walk.blocks_of(piece, line)
    yield from walk.rest()


class _Open:
    """What is open outside of tables: the phrase that grows, and what it will be."""

    def __init__(self) -> None:
        self.writing = Writing()
        self.kind = ""  # one of the kinds, or empty for running text
        self.depth = 0
        self.term: Phrase | None = None


class _Walk:
    """Goes along a page's tags and gathers what is open."""

    def __init__(self) -> None:
        self._open = _Open()
        self._grids: list[Grid] = []
        self._too_deep = 0

    def blocks_of(self, piece: Element | End | str, line: int) -> Iterator[Block]:
        """The blocks that end with a piece of the page."""
        if isinstance(piece, str):
            self._write(resolved(piece), line)
        elif piece.name in _OF_TABLES:
            yield from self._table_tag(piece, line)
        elif piece.name in _BLOCKS:
            if self._grids and self._grids[-1].cell is not None:
                self._grids[-1].cell.end_line()
            else:
                yield from self._block_tag(piece)
        else:
            self._writing.tag(piece, line)

    def rest(self) -> Iterator[Block]:
        """What is still open where the page ends."""
        while self._grids:
            yield from self._ended_table()
        yield from self._ended()

    @property
    def _writing(self) -> Writing:
        cell = self._grids[-1].cell if self._grids else None
        return self._open.writing if cell is None else cell

    def _write(self, text: str, line: int) -> None:
        if self._grids and self._grids[-1].cell is None and not text.strip():
            return
        lead = len(text) - len(text.lstrip())
        self._writing.write(text, line + text.count("\n", 0, lead))

    def _block_tag(self, piece: Element | End) -> Iterator[Block]:
        """Text outside of tables: a block's tag ends what is open, and says what comes next."""
        now, name, begins = self._open, piece.name, isinstance(piece, Element)
        if name in _KEEPS_A_POINT and now.kind in {"li", "dt", "dd"}:
            now.writing.end_line()
            return
        yield from self._ended()
        if name in _LISTS:
            now.depth = max(0, now.depth + (1 if begins else -1))
        elif begins and name in _KINDS:
            now.kind = name

    def _ended(self) -> Iterator[Block]:
        """The block that is open outside of tables, if there is anything in it."""
        now = self._open
        phrase, kind = now.writing.phrase(), now.kind
        now.writing, now.kind = Writing(), ""
        if phrase is None:
            return
        if kind in _HEADINGS:
            yield Heading(int(kind[1]), phrase)
        elif kind == "pre":
            yield Code(phrase.line)
        elif kind == "li":
            yield Point(max(1, now.depth), phrase)
        elif kind == "dt":
            now.term = phrase
        elif kind == "dd" and now.term is not None:
            yield Definition(now.term, phrase)
        else:
            yield Paragraph(phrase)

    def _table_tag(self, piece: Element | End, line: int) -> Iterator[Block]:
        if piece.name == "table":
            yield from self._begun_table() if isinstance(piece, Element) else self._ended_table()
        elif piece.name == "caption" or not self._grids:
            yield from self._ended()
        elif not self._too_deep:
            self._grids[-1].tag(piece, line)

    def _begun_table(self) -> Iterator[Block]:
        if not self._grids:
            yield from self._ended()
        elif self._grids[-1].cell is not None:
            self._grids[-1].cell.end_line()
        if len(self._grids) < _MOST_NESTED:
            self._grids.append(Grid())
        else:
            self._too_deep += 1

    def _ended_table(self) -> Iterator[Block]:
        if self._too_deep:
            self._too_deep -= 1
        elif self._grids:
            rows = self._grids.pop().rows()
            if rows:
                yield Table(rows)
