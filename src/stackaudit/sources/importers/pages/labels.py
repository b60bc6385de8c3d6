"""Lines that give something a name and say it, such as `Owner: Marketing`, in the ways in which pages write them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.sources.importers.pages.blocks import Phrase

_MOST_WORDS = 6
_LABELLED = re.compile(
    r"(?P<label>[^\W_](?:[^:\n\uff1a]{0,58}[^\s:\uff1a])?)\s{0,3}[:\uff1a](?!//)\s{0,8}(?P<said>.*)", re.DOTALL
)
_SENTENCE = re.compile(r"[.!?;]\s|[\"\u201c\u201d]|https?$")
_ENDS = re.compile(r"(?<=[.;])(?<!\bapprox\.)(?<!\bca\.)(?<!\best\.)\s+(?=[^\W\d_a-z]|[$€£])")
_EDGES = " \t:\uff1a\u2013\u2014-"


class Line(NamedTuple):
    """A line of a phrase: its label, empty where it has none, what it says, and its number.

    `is_bold` is true where a page sets the label off.
    """

    label: str
    said: str
    number: int
    is_bold: bool = False


def lines_of(phrase: Phrase) -> Iterator[Line]:
    """The lines of a phrase, each parted into its label and the rest."""
    begin = 0
    bolds = dict(phrase.bolds)
    for text, number in zip(phrase.text.split("\n"), phrase.lines, strict=True):
        yield _line(text, number, bolds.get(begin, begin) - begin)
        begin += len(text) + 1


def sentences_of(text: str, number: int) -> Iterator[Line]:
    """The sentences of a text on one line, each parted into its label and the rest."""
    for sentence in _ENDS.split(text):
        line = _line(sentence, number, 0)
        yield line._replace(said=line.said.rstrip(".")) if line.label else line


def linked(phrase: Phrase, text: str) -> str:
    """A text of a phrase; where all of it is a link, with the address that this leads to, as Markdown writes it."""
    for link in phrase.links:
        if phrase.text[link.begin : link.end] == text and link.address.startswith(("http://", "https://")):
            return text if link.address == text else f"[{text}]({link.address})"
    return text


def _line(text: str, number: int, bold: int) -> Line:
    label, rest = text[:bold].strip(_EDGES), text[bold:].strip(_EDGES)
    if bold and rest and _is_label(label):
        return Line(label, rest, number, is_bold=True)
    match = _LABELLED.fullmatch(text)
    if match is not None and _is_label(match["label"]):
        return Line(match["label"], match["said"], number)
    return Line("", text, number)


def _is_label(text: str) -> bool:
    return 0 < len(text) <= 60 and len(text.split()) <= _MOST_WORDS and _SENTENCE.search(text) is None
