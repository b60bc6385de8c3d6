"""Tools under headings of one level, such as `## Name`, and what speaks for the headings' being names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.sources.importers.pages.blocks import Heading
from stackaudit.sources.importers.pages.named import LEAST, Listed, Named
from stackaudit.sources.importers.pages.signs import (
    are_names,
    begins_with_link,
    is_about_tools,
    labels_in,
    lead_apart,
    may_be_tool,
    outermost_group,
    tells,
)

if TYPE_CHECKING:
    from stackaudit.sources.importers.pages.blocks import Block, Page


def under_headings(page: Page) -> Listed | None:
    """The tools under the headings of the level that has most names of tools; None where no level has any."""
    levels = sorted({block.level for block in page.blocks if isinstance(block, Heading)})
    found = [_Level(page, level) for level in levels]
    best = max(found, key=lambda level: (len(level.evident), len(level.likely)), default=None)
    if best is None or max(len(best.evident), len(best.likely)) < 1:
        return None
    return best.listed()


class _Level:
    """The headings of one level of a page, and what speaks for their being names of tools."""

    def __init__(self, page: Page, level: int) -> None:
        self._page = page
        self._named, self._others = _at_level(page, level)
        self.likely = [named for named in self._named if may_be_tool(named.phrase)]
        self.labelled = [named for named in self.likely if any(map(tells, labels_in(named.blocks)))]
        labelled = set(map(id, self.labelled))
        self.evident = [named for named in self.likely if begins_with_link(named.phrase) or id(named) in labelled]

    def listed(self) -> Listed:
        """The tools: where most names are links, one that is none and tells nothing is kept, and marked."""
        linked = sum(begins_with_link(named.phrase) for named in self._named)
        mostly_linked = linked * 2 > len(self.likely)
        evident, likely = set(map(id, self.evident)), set(map(id, self.likely))
        tools: list[Named] = []
        others = list(self._others)
        for named in self._named:
            if id(named) in likely:
                tools.append(named._replace(is_plain=mostly_linked and id(named) not in evident))
            else:
                others.extend((Heading(0, named.phrase), *named.blocks))
        return Listed(tuple(tools), tuple(others), *self._sureness())

    def _sureness(self) -> tuple[bool, bool]:
        """Whether these are tools, and whether that is so only if their labels are those of systems."""
        if not are_names([named.name for named in self.likely]):
            return False, False
        many = len(self.evident) >= LEAST or len(self.evident) == len(self.labelled) >= LEAST - 1
        if not many or len(self.evident) * 2 <= len(self.likely):
            return False, False
        if is_about_tools(self._page) or lead_apart([named.phrase for named in self.evident]):
            return True, False
        by_labels = len(self.labelled) * 2 >= len(self.evident)
        return by_labels, by_labels


def _at_level(page: Page, level: int) -> tuple[list[Named], list[Block]]:
    """The headings of a level, each with all that follows up to the next of its level or above, and other blocks."""
    named: list[Named] = []
    others: list[Block] = []
    above: list[Heading] = []
    outermost = outermost_group(page)
    own: list[Block] | None = None
    heading: Heading | None = None
    for block in (*page.blocks, None):
        ends = block is None or (isinstance(block, Heading) and block.level <= level)
        if ends and heading is not None and own is not None:
            groups = tuple(outer.phrase for outer in above if outer.level >= outermost)
            named.append(Named(heading.phrase.text, heading.phrase, tuple(own), groups))
            heading = own = None
        if isinstance(block, Heading) and block.level < level:
            above = [*(outer for outer in above if outer.level < block.level), block]
        if isinstance(block, Heading) and block.level == level:
            heading, own = block, []
        elif block is not None:
            (others if own is None else own).append(block)
    return named, others
