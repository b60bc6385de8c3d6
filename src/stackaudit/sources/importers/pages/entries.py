"""Finds the tools that a page names, under headings of one level or as points, with the blocks that tell of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.sources.importers.pages.headed import under_headings
from stackaudit.sources.importers.pages.pointed import in_points

if TYPE_CHECKING:
    from stackaudit.sources.importers.pages.blocks import Page
    from stackaudit.sources.importers.pages.named import Listed


def tools_of(page: Page) -> Listed | None:
    """The tools of a page; None where neither its headings nor its points could be any.

    Headings count where most of one level are links, or have lines such as `Owner: Marketing` below them; points where
    most of them are links. Plain headings are as often the names of groups of tools, whatever the page's title says.
    """
    found = [listed for listed in (under_headings(page), in_points(page)) if listed is not None]
    return max(found, key=lambda listed: (listed.is_sure, len(listed.tools)), default=None)
