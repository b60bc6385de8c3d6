"""A briefing as a Markdown document: a page for both chiefs, and the chapters that its readers need."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.reports.brief.changes import changes_chapter
from stackaudit.reports.brief.evidence import evidence_chapter
from stackaudit.reports.brief.exceptions import exceptions_chapter
from stackaudit.reports.brief.findings import findings_chapter
from stackaudit.reports.brief.gaps import gaps_chapter
from stackaudit.reports.brief.links import links_chapter
from stackaudit.reports.brief.map_chapter import MAP_HEADING, map_chapter
from stackaudit.reports.brief.method import method_chapter
from stackaudit.reports.brief.ownership import ownership_chapter
from stackaudit.reports.brief.protection import protection_chapter
from stackaudit.reports.brief.questions import questions_chapter
from stackaudit.reports.brief.renewals import renewals_chapter
from stackaudit.reports.brief.spending import spending_chapter
from stackaudit.reports.brief.summary import summary, title

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from stackaudit.model.briefing import Briefing
    from stackaudit.reports.brief.map_chapter import MapFile


class Chapter(NamedTuple):
    """A chapter: its heading, which no name from an inventory is part of, and what it says."""

    heading: str
    write: Callable[[Briefing], Iterator[str]]


CHAPTERS = {
    "gaps": Chapter("What matters most, one by one", gaps_chapter),
    "changes": Chapter("What changed since the last report", changes_chapter),
    "ownership": Chapter("Who owns what", ownership_chapter),
    "spending": Chapter("What it costs, and what could be saved", spending_chapter),
    "links": Chapter("Links to the CRM and the way of a lead", links_chapter),
    "protection": Chapter("Security and privacy by system", protection_chapter),
    "evidence": Chapter("What evidence shows", evidence_chapter),
    "renewals": Chapter("Contracts to decide on", renewals_chapter),
    "exceptions": Chapter("Exceptions in force", exceptions_chapter),
    "questions": Chapter("Questions that nobody could answer", questions_chapter),
    "findings": Chapter("Everything that was found", findings_chapter),
    "method": Chapter("How to read this report", method_chapter),
}
"""All chapters, in the order for both chiefs."""

CHAPTERS_FOR = {
    "everyone": tuple(CHAPTERS),
    "cmo": tuple("gaps changes links spending ownership evidence renewals exceptions questions method".split()),
    "cio": tuple(
        "gaps changes links protection evidence ownership renewals exceptions questions findings method".split()
    ),
    "cfo": tuple("gaps changes spending renewals evidence ownership exceptions questions method".split()),
    "security": tuple("gaps changes protection evidence links exceptions questions findings method".split()),
}
"""The chapters for each audience, in the order in which it reads them."""


def markdown_report(briefing: Briefing, map_file: MapFile | None = None) -> str:
    """The whole report for the audience of a briefing, as Markdown that GitHub and GitLab show.

    It shows the map where one stands in a file beside it. It holds no line numbers and no clock, so that the report of
    a stack that did not change stays the same.
    """
    chosen = list(_chapters(briefing, map_file))
    lines = [
        *title(briefing),
        *summary(briefing),
        *_contents(chosen),
        *(part for chapter in chosen for part in (f"## {chapter.heading}", "", *chapter.write(briefing))),
    ]
    return "\n".join(lines).rstrip("\n") + "\n"


def _chapters(briefing: Briefing, map_file: MapFile | None) -> Iterator[Chapter]:
    """The chapters that there are; the map follows what is most pressing."""
    for each in CHAPTERS_FOR[briefing.audience]:
        if each != "changes" or briefing.changes:
            yield CHAPTERS[each]
        if each == "changes" and map_file:
            yield Chapter(MAP_HEADING, partial(map_chapter, map_file=map_file))


def _contents(chapters: list[Chapter]) -> Iterator[str]:
    links = (f"[{chapter.heading}](#{_anchor(chapter.heading)})" for chapter in chapters)
    yield f"Chapters: {' · '.join(links)}"
    yield ""


def _anchor(heading: str) -> str:
    """The name under which code hosts file a heading of letters, commas and spaces."""
    return heading.lower().replace(",", "").replace(" ", "-")
