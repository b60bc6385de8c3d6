"""Writes phrases piece by piece, as parsers of pages come upon their words, links and emphasis."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from stackaudit.sources.importers.pages.blocks import Link, Phrase
from stackaudit.sources.websites.addresses import LONGEST, host_of
from stackaudit.sources.websites.elements import Element, End

if TYPE_CHECKING:
    from collections.abc import Mapping

_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]"
)
_BOLD = frozenset({"b", "strong"})
_STRUCK = frozenset({"s", "del", "strike"})
_PERMALINKS = frozenset("¶ # § 🔗".split())
_TICKS = frozenset("white_check_mark heavy_check_mark ballot_box_with_check check_mark check tick".split())
_CROSSES = frozenset("x cross cross_mark negative_squared_cross_mark heavy_multiplication_x error".split())
_SHORTCODE = re.compile(r":[a-z_]{1,32}:")
_REDIRECT = re.compile(r"https?://(?:www\.)?google\.[a-z.]{2,6}/url\?", re.IGNORECASE)


class Writing:
    """A phrase that grows: white space is folded, and what nobody sees is left out."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._line_start = 0
        self._lines: list[int] = []
        self._links: list[Link] = []
        self._bolds: list[tuple[int, int]] = []
        self._is_apart = False
        self._breaks = False
        self._address: str | None = None
        self._linked: int | None = None
        self._bold: int | None = None
        self._is_bold = False
        self._struck_deep = 0
        self._struck = self._strike = 0
        self._strikes: list[tuple[int, int]] = []

    def write(self, text: str, line: int) -> None:
        """Add text that begins on a line of the page."""
        words = _UNSEEN.sub("", text).split()
        self._is_apart = self._is_apart or text[:1].isspace()
        if words:
            self._add(" ".join(words), line)
            self._is_apart = text[-1].isspace()

    def tag(self, piece: Element | End, line: int) -> None:
        """Note what a tag inside running text says: a break, a link, emphasis, a picture that stands for a word."""
        name, begins = piece.name, isinstance(piece, Element)
        if name == "br":
            self.end_line()
        elif name == "a":
            self.link(piece.attributes.get("href", "") if isinstance(piece, Element) else None)
        elif name in _BOLD:
            self.bold(begins)
        elif name in _STRUCK:
            self.strike(begins)
        elif isinstance(piece, Element) and name in {"img", "input"}:
            self.write(_word_of(piece.attributes), line)

    def end_line(self) -> None:
        """Begin a new line, where there is text in this one."""
        self._breaks = self._length > self._line_start

    def link(self, address: str | None) -> None:
        """Begin a link that leads to an address, or with None end the one that was begun."""
        if self._address is not None and self._linked is not None:
            if self._address.startswith("#") and self._parts[-1] in _PERMALINKS:
                self._length -= len(self._parts.pop())
            else:
                self._links.append(Link(self._linked, self._length, _led_on(self._address)))
        self._address, self._linked = address, None

    def bold(self, begins: bool) -> None:
        """Begin or end what is bold."""
        if not begins and self._bold is not None:
            self._bolds.append((self._bold, self._length))
        self._is_bold, self._bold = begins, None

    def strike(self, begins: bool) -> None:
        """Begin or end what is struck through."""
        deep, self._struck_deep = self._struck_deep, max(0, self._struck_deep + (1 if begins else -1))
        if not deep and self._struck_deep:
            self._strike = self._length
        elif deep and not self._struck_deep and self._length > self._strike == self._line_start:
            self._strikes.append((self._strike, self._length))

    def phrase(self) -> Phrase | None:
        """What was written; None where there is nothing to see."""
        self.link(None)
        if self._is_bold:
            self.bold(begins=False)
        if not self._length or not self._lines:
            return None
        text = "".join(self._parts).rstrip()
        is_struck = self._struck >= self._length - len(self._lines) + 1
        lines = tuple(self._lines[: text.count("\n") + 1])
        return Phrase(text, lines, tuple(self._links), tuple(self._bolds), is_struck, tuple(self._strikes))

    def _add(self, text: str, line: int) -> None:
        if not self._length:
            self._lines = [line]
        elif self._breaks:
            self._put("\n")
            self._lines.append(line)
            self._line_start = self._length
        elif self._is_apart:
            self._put(" ")
        self._breaks = False
        if self._address is not None and self._linked is None:
            self._linked = self._length
        if self._is_bold and self._bold is None and self._length == self._line_start:
            self._bold = self._length
        self._put(text)

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)
        if self._struck_deep and text != "\n":
            self._struck += len(text)


def plain_phrase(text: str, line: int) -> Phrase | None:
    """A phrase of one line without links and emphasis; None where there is nothing to see."""
    words = _UNSEEN.sub("", text).split()
    return Phrase(" ".join(words), (line,)) if words else None


def with_signs(text: str) -> str:
    """A text in which a short code of a picture that says yes or no, such as `:x:`, is that picture's sign."""
    return _SHORTCODE.sub(lambda match: _sign(match[0]) or match[0], text)


def _sign(name: str) -> str:
    word = name.strip(":()")
    return "✓" if word in _TICKS else "✗" if word in _CROSSES else ""


def _word_of(attributes: Mapping[str, str]) -> str:
    """The sign that a picture or a box that is ticked stands for; empty where it stands for none."""
    if attributes.get("type", "").lower() == "checkbox":
        return "✓" if "checked" in attributes else ""
    text = attributes.get("alt", "").strip()
    return text if 0 < len(text) <= 2 else _sign(text.lower())


def _led_on(address: str) -> str:
    """The address that a link leads to in the end, where an editor wrote a redirection around it."""
    address = address.strip()
    if _REDIRECT.match(address) is None or len(address) > LONGEST:
        return address
    try:
        targets = parse_qs(urlsplit(address).query, max_num_fields=50).get("q", [])
    except ValueError:
        return address
    return targets[0] if targets and host_of(targets[0]) else address
