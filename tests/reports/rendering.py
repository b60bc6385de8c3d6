"""What Markdown shows: blocks, and the text of each piece, read by a parser of CommonMark with GitHub's tables."""

from __future__ import annotations

from markdown_it import MarkdownIt

_PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_PARTING = "\u200b"
_SHOWN = {"text", "code_inline"}


def blocks(markdown: str) -> list[str]:
    """The kinds of all blocks, in their order."""
    return [token.type for token in _PARSER.parse(markdown) if token.type != "inline"]


def texts(markdown: str) -> list[str]:
    """What each heading, paragraph and cell shows; a test fails where one does more than show.

    Words of code are given with their backticks, and `**` stands around what is strong.
    """
    return [
        "".join(_text(child.type, child.content) for child in token.children or [])
        for token in _PARSER.parse(markdown)
        if token.type == "inline"
    ]


def _text(kind: str, content: str) -> str:
    if kind in ("strong_open", "strong_close"):
        return "**"
    assert kind in _SHOWN, f"a name became {kind}: {content!r}"
    return f"`{content}`" if kind == "code_inline" else content.replace(_PARTING, "")
