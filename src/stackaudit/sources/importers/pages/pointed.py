"""Tools as the points of a list, such as `- [Name](address): what for`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from stackaudit.sources.evidence.likely_names import is_likely_name, split_remark
from stackaudit.sources.importers.pages.blocks import Code, Heading, Paragraph, Point, Table
from stackaudit.sources.importers.pages.named import LEAST, Listed, Named
from stackaudit.sources.importers.pages.signs import (
    are_names,
    begins_with_link,
    is_about_tools,
    labels_in,
    lead_apart,
    outermost_group,
    tells,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stackaudit.sources.importers.pages.blocks import Block, Page, Phrase

_BOX = re.compile(r"^\[[ xX]\]\s+")


def in_points(page: Page) -> Listed | None:
    """The tools that the outermost points of a page name; None where nothing speaks for their being any."""
    named, others = _points(page)
    linked = [tool for tool in named if begins_with_link(tool.phrase)]
    labelled = [tool for tool in named if any(map(tells, labels_in(tool.blocks)))]
    if not linked and not labelled and not is_about_tools(page):
        return None
    set_off = [tool for tool in named if _begins_bold(tool.phrase)] if is_about_tools(page) else []
    evident = max((linked, labelled, set_off), key=len)
    texts = sum(isinstance(block, Paragraph | Code | Table) for block in page.blocks)
    short = sum(len(tool.name.split()) <= 4 for tool in named)
    is_sure = (
        len(evident) >= LEAST
        and len(evident) * 2 > len(named)
        and short * 5 >= len(named) * 4
        and texts <= len(named)
        and are_names([tool.name for tool in named])
    )
    is_certain = is_about_tools(page) or lead_apart([tool.phrase for tool in evident])
    by_labels = is_sure and evident is labelled and not is_certain
    mostly_linked = len(linked) * 2 > len(named)
    tools = (tool._replace(is_plain=mostly_linked and not begins_with_link(tool.phrase)) for tool in named)
    return Listed(tuple(tools), tuple(others), is_sure and (is_certain or by_labels), by_labels) if named else None


def _points(page: Page) -> tuple[list[Named], list[Block]]:
    """The outermost points, each with the deeper ones below it, and other blocks."""
    named: list[Named] = []
    below: list[list[Block]] = []
    others: list[Block] = []
    above: list[Heading] = []
    outermost = outermost_group(page)
    for block in page.blocks:
        if isinstance(block, Heading):
            outer = [heading for heading in above if heading.level < block.level]
            above = [*outer, block] if block.level >= outermost else outer
        if isinstance(block, Point) and block.depth == 1 and (tool := _named_in(block.phrase, above)):
            named.append(tool)
            below.append([])
        elif isinstance(block, Point) and block.depth > 1 and below:
            below[-1].append(block)
        else:
            others.append(block)
    return [tool._replace(blocks=tuple(own)) for tool, own in zip(named, below, strict=True)], others


def _named_in(phrase: Phrase, above: Sequence[Heading]) -> Named | None:
    """The tool that a point begins with: a link, what is bold, or what stands before a dash or a colon."""
    text = _BOX.sub("", phrase.text)
    shift = len(phrase.text) - len(text)
    end = next((link.end for link in phrase.links[:1] if link.begin == shift), 0)
    end = end or next((stop for begin, stop in phrase.bolds[:1] if begin == shift), 0)
    if end:
        name, said = phrase.text[shift:end], phrase.text[end:]
    else:
        first, _, more = text.partition("\n")
        name, said = split_remark(first)
        said = "\n".join(filter(None, (said, more)))
    name, said = name.strip().rstrip(":").strip(), said.strip(" \n:\u2013\u2014-")
    if said.startswith("(") and said.find(")") == len(said) - 1:
        said = said[1:-1].strip()
    if not name or "\n" in name or (not end and not is_likely_name(name)) or _leads_within(phrase, shift):
        return None
    is_struck = any(begin <= shift and stop >= shift + len(name) for begin, stop in phrase.strikes)
    return Named(name, phrase, (), tuple(heading.phrase for heading in above), said, is_struck=is_struck)


def _leads_within(phrase: Phrase, begin: int) -> bool:
    """Whether a point begins with a link to another part of the same page, as those of a list of contents do."""
    return any(link.begin == begin and link.address.startswith("#") for link in phrase.links[:1])


def _begins_bold(phrase: Phrase) -> bool:
    """Whether a point sets its beginning off, and says more than that."""
    return any(begin == 0 and 0 < stop < len(phrase.text) for begin, stop in phrase.bolds[:1])
