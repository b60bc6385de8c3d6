"""Pages in Markdown as blocks; tables are split here, without a token for each cell, so that long ones stay cheap."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.common.utils import normalizeReference

from stackaudit.sources.importers.pages.blocks import Code, Definition, Heading, Paragraph, Point, Row, Table
from stackaudit.sources.importers.pages.hypertext import blocks_in_html
from stackaudit.sources.importers.pages.phrasing import Writing, plain_phrase, with_signs
from stackaudit.sources.importers.pages.pipes import cells_of, is_head, ticked
from stackaudit.sources.websites.elements import pieces

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from markdown_it.token import Token

    from stackaudit.sources.importers.pages.blocks import Block, Phrase

_FRONT = re.compile(
    r"(?:---|\+{3})[ \t]*\n(?P<keys>(?:(?!(?:---|\+{3}|\.{3})[ \t]*$).*\n){0,400})(?:---|\+{3}|\.{3})[ \t]*(?:\n|\Z)",
    re.MULTILINE,
)
_TITLE = re.compile(r"^title[ \t]*[:=][ \t]*(?P<title>.{1,200})$", re.IGNORECASE | re.MULTILINE)
_REFERENCE = re.compile(
    r"^ {0,3}\[(?P<label>[^\[\]\n^][^\[\]\n]{0,200})\]:[ \t]*<?(?P<address>[^\s<>]{1,2000})>?[^\n]*$", re.MULTILINE
)
_MARKED = re.compile(r"[\\`*_~\[\]<>&:!]")
_LONGEST = 2_000  # characters of one phrase in which links and emphasis are looked for
_DEEPEST = 60
_MOST_COLUMNS = 100


def split_front_matter(text: str) -> tuple[str, str]:
    """The title that the keys above a page give, and the page with blank lines in the place of these keys."""
    match = _FRONT.match(text)
    if match is None:
        return "", text
    title = _TITLE.search(match["keys"])
    return title["title"].strip().strip("\"'") if title else "", "\n" * match[0].count("\n") + text[match.end() :]


def blocks_in_markdown(text: str) -> Iterator[Block]:
    """The blocks of a page in the order in which they stand; comments are left out. Lines count from 1.

    Time is in proportion to the text: what links refer to is found line by line, and one phrase is looked into only so
    far.
    """
    references: dict[str, dict[str, str]] = {}
    for match in _REFERENCE.finditer(text):
        target = {"href": match["address"], "title": ""}
        references.setdefault(normalizeReference(match["label"]), target)
    walk = _Walk(references)
    for token in _parser().parse(_REFERENCE.sub("", text)):
        yield from walk.blocks_of(token)


class _Parser(MarkdownIt):
    """A parser that leaves addresses as they are written, as nobody follows them here."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - the parser's own name
        return url


@lru_cache(maxsize=1)
def _parser() -> _Parser:
    """A parser of blocks; it leaves what stands inside of them, and what links refer to, to us."""
    parser = _Parser("commonmark", {"maxNesting": _DEEPEST})
    parser.enable("strikethrough")
    parser.core.ruler.disable(["inline", "text_join"])
    parser.block.ruler.disable("reference")
    return parser


class _Walk:
    """Goes along a page's tokens, knows how deep in lists it is, and gathers the point that is open."""

    def __init__(self, references: Mapping[str, Mapping[str, str]]) -> None:
        self._environment = {"references": references}
        self._depth = 0
        self._heading = 0
        self._point: Writing | None = None

    def blocks_of(self, token: Token) -> Iterator[Block]:
        """The blocks that end with a token."""
        line = token.map[0] + 1 if token.map else 1
        if token.type == "inline":
            yield from self._words(token.content, line)
            return
        self._heading = int(token.tag[1:]) if token.type == "heading_open" else 0
        if not token.type.startswith("paragraph"):
            yield from self._ended_point()
        if token.type in {"bullet_list_open", "ordered_list_open"}:
            self._depth += 1
        elif token.type in {"bullet_list_close", "ordered_list_close"}:
            self._depth -= 1
        elif token.type == "list_item_open":
            self._point = Writing()
        elif token.type in {"fence", "code_block"}:
            yield Code(line)
        elif token.type == "html_block":
            yield from blocks_in_html(token.content, line)

    def _words(self, text: str, line: int) -> Iterator[Block]:
        if self._point is not None:
            self._point.end_line()
            self._write(self._point, text, line)
        elif self._heading:
            if phrase := self._phrase(text, line):
                yield Heading(self._heading, phrase)
        else:
            yield from self._paragraph(text.split("\n"), line)

    def _ended_point(self) -> Iterator[Point]:
        phrase = self._point.phrase() if self._point is not None else None
        self._point = None
        if phrase is not None:
            yield Point(self._depth, phrase)

    def _paragraph(self, lines: list[str], line: int) -> Iterator[Block]:
        """The text of a paragraph, and the table that follows in it, if one does."""
        if any(line.startswith(": ") for line in lines[1:]):
            yield from self._definitions(lines, line)
            return
        head = next((at for at in range(len(lines) - 1) if is_head(lines[at], lines[at + 1])), len(lines))
        if phrase := self._phrase("\n".join(lines[:head]), line):
            yield Paragraph(phrase)
        if head < len(lines):
            width = min(len(cells_of(lines[head])), _MOST_COLUMNS)
            numbers = (line + head, *range(line + head + 2, line + len(lines)))
            rows = (
                self._row(row, number, width)
                for row, number in zip((lines[head], *lines[head + 2 :]), numbers, strict=True)
            )
            found = tuple(row for row in rows if row.cells)
            if found:
                yield Table((found[0]._replace(is_head=True), *found[1:]))

    def _definitions(self, lines: list[str], line: int) -> Iterator[Block]:
        """Terms, each with the lines below that begin with a colon; other lines are running text."""
        term: Phrase | None = None
        for number, text in enumerate(lines, start=line):
            phrase = self._phrase(text.removeprefix(": "), number)
            if phrase is None:
                continue
            if text.startswith(": ") and term is not None:
                yield Definition(term, phrase)
                continue
            following = lines[number - line + 1 : number - line + 2]
            term = phrase if following and following[0].startswith(": ") else None
            if term is None:
                yield Paragraph(phrase)

    def _row(self, text: str, line: int, width: int) -> Row:
        cells = cells_of(text)
        phrases = ((column, self._phrase(ticked(cell), line)) for column, cell in enumerate(cells[:width]))
        spare = " | ".join(filter(None, cells[width:]))
        return Row({column: phrase for column, phrase in phrases if phrase is not None}, line, spare=spare)

    def _phrase(self, text: str, line: int) -> Phrase | None:
        if "\n" not in text and _MARKED.search(text) is None:
            return plain_phrase(text, line)
        writing = Writing()
        self._write(writing, text, line)
        return writing.phrase()

    def _write(self, writing: Writing, text: str, line: int) -> None:
        plain = text if _MARKED.search(text) is None else ""
        if not plain:
            tokens: list[Token] = []
            _parser().inline.parse(text[:_LONGEST], _parser(), self._environment, tokens)
            for token in tokens:
                line = _write_token(writing, token, line)
            plain = text[_LONGEST:]
        for number, part in enumerate(plain.split("\n") if plain else (), start=line):
            writing.write(part, number)
            writing.end_line()


def _write_token(writing: Writing, token: Token, line: int) -> int:
    """Write a token of running text, and return the line that the next one stands on."""
    kind, _, edge = token.type.rpartition("_")
    if token.type in {"softbreak", "hardbreak"}:
        writing.end_line()
        return line + 1
    if token.type == "html_inline":
        for _, piece in pieces(token.content):
            if not isinstance(piece, str):
                writing.tag(piece, line)
    elif kind == "link":
        writing.link(str(token.attrs.get("href", "")) if edge == "open" else None)
    elif kind == "strong":
        writing.bold(edge == "open")
    elif kind == "s":
        writing.strike(edge == "open")
    elif token.content:
        writing.write(with_signs(token.content) if token.type == "text" else token.content, line)
    return line
