"""Text from strangers as HTML, for the parts of the page that are too many for a template."""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING

from markupsafe import Markup

from stackaudit.reports.ci.wording import LONGEST, shown

if TYPE_CHECKING:
    from collections.abc import Iterable

_CODE = re.compile(r"`([A-Za-z][\w.-]*)`", re.ASCII)


@lru_cache(maxsize=1 << 15)
def escaped(text: str, most: int = LONGEST) -> str:
    """The text made visible, cut to `most` characters and escaped, for an element or a quoted attribute."""
    return escape(shown(text, most))


@lru_cache(maxsize=1 << 12)
def prose(text: str) -> str:
    """A sentence as HTML in which single words in backticks, as rules quote the names of facts, are code."""
    written = escaped(text)
    return _CODE.sub(r"<code>\1</code>", written) if "`" in written else written  # backticks mean nothing in HTML


def joined(pieces: Iterable[str], between: str = "") -> Markup:
    """Pieces of HTML as one; whatever a stranger wrote in them must have gone through `escaped`."""
    return Markup(between.join(pieces))  # noqa: S704 - its callers escape


def linked(name: str, anchor: str) -> str:
    """A name that leads to an anchor, or the name alone where there is none."""
    return f"<a href=#{anchor}>{escaped(name)}</a>" if anchor else escaped(name)
