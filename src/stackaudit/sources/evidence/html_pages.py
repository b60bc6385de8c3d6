"""Pages saved as HTML: what they would call if a browser opened them where they stood."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from stackaudit.sources.evidence.quotable import with_traces_only
from stackaudit.sources.evidence.reader import Places, Reader, Reading
from stackaudit.sources.evidence.sightings import FIELDS, Sighting, Sightings
from stackaudit.sources.websites.addresses import host_of
from stackaudit.sources.websites.elements import elements
from stackaudit.sources.websites.scanning import scan_page

if TYPE_CHECKING:
    from collections.abc import Collection

    from stackaudit.model.websites import Marks
    from stackaudit.sources.evidence.reader import Content

_HEAD = 4096
_DOCUMENT = re.compile(
    r"\s*+(?:<\?xml[^>]*+>\s*+)?(?:<!--(?:[^-]|-(?!->))*+-->\s*+)*+<(?:!doctype\s++html|html)\b",
    re.IGNORECASE,
)
_SAVED_FROM = re.compile(r"<!-- ?saved from url=(?:\(\d{1,9}\))?(\S{1,2000})", re.IGNORECASE)
_TOKEN = re.compile(r"[\w$.-]++", re.ASCII)


def _claims(content: Content) -> bool:
    return content.table is None and _DOCUMENT.match(content.text[:_HEAD]) is not None


def _read(content: Content) -> Reading:
    """One trace for each host, cookie and known variable on the page.

    The site is what the browser that saved the page wrote down, or the page's own canonical address; where neither is
    there, every host is a trace.
    """
    names = content.declared.get("variables")
    address = _address(content.text)
    marks = scan_page(content.text, address, names if isinstance(names, frozenset) else frozenset()).marks
    places, seen = Places(content), Sightings(host_of(address))
    offsets = _offsets(content.text, marks)
    for mark, field in FIELDS:
        for name in getattr(marks, field):
            seen.see(Sighting(mark, name, offsets.get(name, 0)))
    return with_traces_only(Reading(seen.traces(places), places.document, seen.rows, seen.skipped))


def _address(text: str) -> str:
    """The address that the page was saved from, or says that it stands at; empty where it says none."""
    saved = _SAVED_FROM.search(text[:_HEAD])
    if saved and host_of(saved[1]):
        return saved[1]
    for element in elements(text):
        stated = element.attributes
        is_canonical = element.name == "link" and "canonical" in stated.get("rel", "").lower().split()
        if is_canonical and host_of(stated.get("href", "")):
            return stated["href"].strip()
        if (
            element.name == "meta"
            and stated.get("property", "").lower() == "og:url"
            and host_of(stated.get("content", ""))
        ):
            return stated["content"].strip()
    return ""


def _offsets(text: str, marks: Marks) -> dict[str, int]:
    """Where each mark stands first, found in one walk; names that are written otherwise on the page are left out."""
    wanted: Collection[str] = {*marks.hosts, *marks.cookies, *marks.variables}
    found: dict[str, int] = {}
    for match in _TOKEN.finditer(text):
        for name in (match[0], match[0].lower(), match[0].rpartition(".")[2]):
            if name in wanted and name not in found:
                found[name] = match.end() - len(name)
        if len(found) == len(wanted):
            break
    return found


HTML_PAGE = Reader("html-page", "a page saved as HTML", _claims, _read, ("tag",))
