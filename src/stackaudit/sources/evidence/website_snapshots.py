"""Snapshots of websites, as `stackaudit collect website` writes them."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

from stackaudit.sources.evidence.reader import Places, Reader, Reading
from stackaudit.sources.evidence.sightings import FIELDS, Sighting, Sightings
from stackaudit.sources.websites.addresses import host_of
from stackaudit.sources.websites.hosts import cleaned
from stackaudit.sources.websites.offsets import spans
from stackaudit.sources.websites.snapshots import WEBSITE, kind_of, read_website

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.model.websites import Marks, WebsiteSnapshot
    from stackaudit.sources.evidence.reader import Content


def _claims(content: Content) -> bool:
    return content.is_json and kind_of(content.value) == WEBSITE


def _read(content: Content) -> Reading:
    """One trace for each host, cookie and variable; raises `Problems` as `read_website` does.

    `times` counts the pages on which it stands. What no page but only a container brings has that container as its
    `via`, the first where there are several, and counts the pages that load it.
    """
    places = Places(content)
    snapshot = read_website(content.value, places.document)
    seen = Sightings(cleaned(snapshot.site) or host_of(snapshot.site))
    _see_pages(seen, snapshot, content.text)
    _see_containers(seen, snapshot, content.text)
    notes = (f"addresses that the collector left out: {len(snapshot.left_out)}",) if snapshot.left_out else ()
    return Reading(seen.traces(places), places.document, seen.rows, seen.skipped, notes)


def _see_pages(seen: Sightings, snapshot: WebsiteSnapshot, text: str) -> None:
    for page, span in zip(snapshot.pages, spans(text, len(snapshot.pages), "pages"), strict=True):
        for mark, name, offset in _located(page.marks, seen, text, *span):
            seen.see(Sighting(mark, name, offset, snapshot.collected))


def _see_containers(seen: Sightings, snapshot: WebsiteSnapshot, text: str) -> None:
    loads = Counter(name for page in snapshot.pages for name in set(page.containers))
    found = spans(text, len(snapshot.containers), "containers")
    for container, span in zip(snapshot.containers, found, strict=True):
        pages = max(loads[container.id], 1)
        for mark, name, offset in _located(container.marks, seen, text, *span):
            if not seen.knows(mark, name):
                seen.see(Sighting(mark, name, offset, snapshot.collected, container.id, pages))


def _located(marks: Marks, seen: Sightings, text: str, start: int, end: int) -> Iterator[tuple[str, str, int]]:
    """Each mark once, with its name and the offset where it stands if it is seen first.

    Names stand in the order in which they are looked for; the first that is written otherwise ends the search, and it
    and those after it are taken to stand at the start.
    """
    at = start
    for mark, field in FIELDS:
        for name in dict.fromkeys(getattr(marks, field)):
            if not seen.knows(mark, name):
                found = text.find(json.dumps(name), at, end)
                at = found if found >= 0 else end
            yield mark, name, at if at < end else start


WEBSITE_SNAPSHOT = Reader(
    "website-snapshot",
    "a website's pages as `stackaudit collect website` saw them",
    _claims,
    _read,
    ("tag",),
)
