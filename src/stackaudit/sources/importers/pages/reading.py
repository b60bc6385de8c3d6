"""Opens a text as a page, where it is one: HTML by how it begins or is named, Markdown by its name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from stackaudit.model.documents import Place
from stackaudit.model.problems import one_problem
from stackaudit.sources.importers.pages.blocks import Page

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stackaudit.sources.importers.pages.blocks import Block

MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkd", ".mdx"})
_HTML = frozenset({".html", ".htm", ".xhtml"})
_BEGINS_AS_HTML = re.compile(r"\s*+<(?:!doctype\s++html|html|body|table)\b", re.IGNORECASE)
_MOST_CHARACTERS = 16_000_000
_MOST_CELLS = 500_000


def is_html(suffix: str, text: str) -> bool:
    """Whether a text is a page in HTML."""
    return suffix in _HTML or (suffix in {"", ".txt"} and _BEGINS_AS_HTML.match(text[:4_096]) is not None)


def page_of(name: str, suffix: str, text: str) -> Page:
    """A text as a page; one without blocks where it is none. Raises `Problems` for a page that is too large."""
    html = is_html(suffix, text)
    if not html and suffix not in MARKDOWN:
        return Page("", ())
    if len(text) > _MOST_CHARACTERS:
        raise one_problem(
            "the page is too large", "Split it: at most 16 million characters are read.", Place(name, 1, 1)
        )
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if html:
        from stackaudit.sources.importers.pages.hypertext import blocks_in_html, title_of_html  # noqa: PLC0415

        return Page(title_of_html(text), _within_limits(name, blocks_in_html(text)))
    from stackaudit.sources.importers.pages.markdown import blocks_in_markdown, split_front_matter  # noqa: PLC0415

    title, text = split_front_matter(text)
    return Page(title, _within_limits(name, blocks_in_markdown(text)))


def _within_limits(name: str, blocks: Iterable[Block]) -> tuple[Block, ...]:
    from stackaudit.sources.importers.pages.blocks import Table  # noqa: PLC0415

    found: list[Block] = []
    cells = 0
    for block in blocks:
        if isinstance(block, Table):
            cells += sum(len(row.cells) for row in block.rows)
            if cells > _MOST_CELLS:
                advice = "Split it: at most 500,000 cells are read."
                raise one_problem("the page's tables are too large", advice, Place(name, 1, 1))
        found.append(block)
    return tuple(found)
