"""Leaves out what nobody reads on a page: hidden elements, drawings, and menus that stand on every page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from stackaudit.sources.websites.elements import Element, End

if TYPE_CHECKING:
    from collections.abc import Mapping

VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())

_UNREAD = frozenset(
    "template noscript nav footer select datalist svg math canvas audio video object button script style textarea title"
    " iframe xmp noembed noframes".split()
)
_MENUS = frozenset({"navigation", "contentinfo", "search"})
_HIDING_STYLE = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE)
_WITHOUT_CONTENT = frozenset("script style textarea title iframe xmp noembed noframes".split())
_GROUPS = frozenset("thead tbody tfoot".split())
_ENDED_BY = {
    "p": frozenset(
        "address article aside blockquote details div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr main"
        " nav ol p pre section table ul".split()
    ),
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "td": frozenset({"td", "th", "tr"}) | _GROUPS,
    "th": frozenset({"td", "th", "tr"}) | _GROUPS,
    "tr": frozenset({"tr"}) | _GROUPS,
    "thead": _GROUPS,
    "tbody": _GROUPS,
}
"""The elements whose end tag may be missing, and those that end them by beginning."""

_HOLDERS = frozenset("ul ol menu dl table".split())


class Hiding:
    """Goes along a page's tags and knows whether they stand in something that is hidden."""

    def __init__(self) -> None:
        self._name = ""
        self._same = 0
        self._holders = 0

    def hides(self, piece: Element | End | str) -> bool:
        """Whether a piece is not to be read; to be asked of every piece, in order."""
        if not self._name:
            if not isinstance(piece, Element) or not _is_hidden(piece):
                return False
            if piece.name not in VOID and piece.name not in _WITHOUT_CONTENT:
                self._name, self._same, self._holders = piece.name, 1, 0
            return True
        if isinstance(piece, str):
            return True
        step = 1 if isinstance(piece, Element) else -1
        if not self._holders and self._is_left(piece):
            self._name = ""
            return self.hides(piece)
        if piece.name in _HOLDERS:
            self._holders = max(0, self._holders + step)
        if piece.name == self._name:
            self._same += step
            if not self._same:
                self._name = ""
        return True

    def _is_left(self, piece: Element | End) -> bool:
        """Whether a tag ends an element whose own end tag may be missing."""
        if self._name not in _ENDED_BY:
            return False
        return piece.name in (_ENDED_BY[self._name] if isinstance(piece, Element) else _HOLDERS)


def _is_hidden(element: Element) -> bool:
    attributes: Mapping[str, str] = element.attributes
    return (
        element.name in _UNREAD
        or "hidden" in attributes
        or attributes.get("role", "").lower() in _MENUS
        or _HIDING_STYLE.search(attributes.get("style", "")) is not None
    )
