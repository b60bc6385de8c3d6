"""Tools that a page names, and how sure it is that they are tools."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from stackaudit.sources.importers.pages.blocks import Block, Phrase

LEAST = 3
"""Tools that a page has to name to be taken for a page of tools."""


class Named(NamedTuple):
    """A tool that a page names: its name, the blocks that tell of it, and the headings above, the nearest last.

    `said` is what stands behind the name on the same line. `is_plain` says that it is no link, unlike the others, and
    `is_struck` that the name is struck through.
    """

    name: str
    phrase: Phrase
    blocks: tuple[Block, ...]
    above: tuple[Phrase, ...]
    said: str = ""
    is_plain: bool = False
    is_struck: bool = False


class Listed(NamedTuple):
    """The tools of a page, the blocks that belong to none of them, and whether it is sure that these are tools.

    With `by_labels` it is so only if what their lines are labelled with are facts of systems.
    """

    tools: tuple[Named, ...]
    others: tuple[Block, ...]
    is_sure: bool
    by_labels: bool = False
