"""The tags of a page in order, with their attributes and the text of scripts, as browsers' tokenizers see them.

No tree is built: the standard's tree of some kilobytes of unclosed tags takes minutes and gigabytes (10,000 times
`<b id=N><p>` is fifty million elements), and marks need none.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class Element(NamedTuple):
    """A start tag: its name and its attributes in lower case, and for scripts, styles and the like their text."""

    name: str
    attributes: Mapping[str, str]
    text: str = ""


class End(NamedTuple):
    """An end tag: its name in lower case."""

    name: str


_SPACE = r"\t\n\f\r "
_NAME = re.compile(rf"[a-zA-Z][^{_SPACE}/>]*+")
_VALUE = rf"(?:\"(?P<double>[^\"]*+)(?:\"|\Z)|'(?P<single>[^']*+)(?:'|\Z)|(?P<bare>[^{_SPACE}>\"'][^{_SPACE}>]*+)|)"
_END_NAME = re.compile(rf"</([a-zA-Z][^{_SPACE}/>]*+)")
_ATTRIBUTE = re.compile(
    rf"[{_SPACE}/]*+(?P<name>[^{_SPACE}/>][^{_SPACE}/>=]*+)(?:[{_SPACE}]*+=[{_SPACE}]*+{_VALUE})?+",
)
_TAG_END = re.compile(rf"[{_SPACE}/]*+>")
_COMMENT_END = re.compile(r"--!?>")
_REFERENCE = re.compile(
    r"&(?:#[0-9]{1,7}(?![0-9]);?|#[xX][0-9a-fA-F]{1,6}(?![0-9a-fA-F]);?|[A-Za-z][A-Za-z0-9]{1,31};)"
)
_TEXT_ENDS = {
    name: re.compile(rf"</(?i:{name})(?=[{_SPACE}/>])")
    for name in "script style textarea title xmp iframe noembed noframes".split()
}


def elements(text: str) -> Iterator[Element]:
    """Every start tag of a page; comments and what never closes before the end of the page are left out.

    What stands in `noscript` and `template` counts: a visitor of some kind gets it. Time is in
    proportion to the text.
    """
    at = text.find("<")
    while at >= 0:
        element, end = _element(text, at)
        if end < 0:
            return
        if element is not None:
            yield element
        at = text.find("<", end)


def pieces(text: str) -> Iterator[tuple[int, Element | End | str]]:
    """The start tags of `elements`, with end tags and the text in between, each with the offset at which it begins.

    Text comes as it is written, with its references; see `resolved`.
    """
    told, at = 0, text.find("<")
    while at >= 0:
        element, end = _element(text, at)
        ended = _END_NAME.match(text, at) if element is None else None
        if end == at + 1:  # a lone `<` is text
            at = text.find("<", end)
            continue
        if at > told:
            yield told, text[told:at]
        if end < 0:
            return
        if element is not None:
            yield at, element
        elif ended is not None:
            yield at, End(ended[1].lower())
        told, at = end, text.find("<", end)
    if told < len(text):
        yield told, text[told:]


def resolved(text: str) -> str:
    """A text with its character references resolved, as far as they are written out."""
    return _REFERENCE.sub(_resolved, text) if "&" in text else text


def _element(text: str, at: int) -> tuple[Element | None, int]:
    """The start tag at a `<`, None where it is none, and the offset behind it; -1 where nothing follows any more."""
    name = _NAME.match(text, at + 1)
    if name is None:
        return None, _past_other(text, at)
    attributes, end = _attributes(text, name.end())
    if end < 0 or name[0].lower() == "plaintext":
        return None, -1
    return _with_text(name[0].lower(), attributes, text, end)


def _past_other(text: str, at: int) -> int:
    """The offset behind a comment, an end tag, a doctype or a lone `<`; the end of the text where none ends it."""
    if text.startswith("<!--", at):
        match = _COMMENT_END.search(text, at + 2)
        return match.end() if match else len(text)
    if text[at + 1 : at + 2] not in {"!", "?", "/"}:
        return at + 1
    end = text.find(">", at)
    return end + 1 if end >= 0 else len(text)


def _attributes(text: str, at: int) -> tuple[dict[str, str], int]:
    """The attributes of a tag, the first of each name, and the offset behind the tag; -1 where it never ends."""
    found: dict[str, str] = {}
    while match := _ATTRIBUTE.match(text, at):
        value = match["double"] or match["single"] or match["bare"] or ""
        found.setdefault(match["name"].lower(), resolved(value))
        at = match.end()
    end = _TAG_END.match(text, at)
    return found, end.end() if end else -1


def _resolved(match: re.Match[str]) -> str:
    return html.unescape(match[0])


def _with_text(name: str, attributes: dict[str, str], text: str, at: int) -> tuple[Element | None, int]:
    """An element with the text that a browser reads no tags in, and the offset behind it."""
    pattern = _TEXT_ENDS.get(name)
    if pattern is None:
        return Element(name, attributes), at
    match = pattern.search(text, at)
    end = match.start() if match else len(text)
    return Element(name, attributes, text[at:end]), end
