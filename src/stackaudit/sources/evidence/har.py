"""HTTP archives (HAR): what a browser asked for while somebody looked at a website."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.model.documents import Place
from stackaudit.model.problems import one_problem
from stackaudit.sources.evidence.har_entries import body_of, items, mapping, request_of, text
from stackaudit.sources.evidence.quotable import with_traces_only
from stackaudit.sources.evidence.reader import Places, Reader, Reading
from stackaudit.sources.evidence.sightings import Sighting, Sightings
from stackaudit.sources.websites.offsets import spans
from stackaudit.sources.websites.scanning import scan_page, scan_script

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from stackaudit.sources.evidence.har_entries import Request
    from stackaudit.sources.evidence.reader import Content

_MOST_REDIRECTS = 20


def _claims(content: Content) -> bool:
    return content.is_json and _entries(content.value) is not None


def _read(content: Content) -> Reading:
    """One trace for each host and cookie, with how many requests called or carried it, and for known variables.

    The site is the host of the first page; its own hosts are no traces. Values of cookies are never kept. Raises
    `Problems` for a file without entries.
    """
    entries = _entries(content.value)
    if entries is None:
        advice = "Save the network log as HAR again, whole."
        raise one_problem("no HTTP archive: `log.entries` is no list", advice, Place(content.name, 1, 1))
    places, requests = Places(content), [request_of(entry) for entry in entries]
    seen = Sightings(_site(requests, mapping(mapping(content.value).get("log"))))
    variables = _variables(content)
    found = spans(content.text, len(entries), "log", "entries")
    for entry, request, (start, end) in zip(entries, requests, found, strict=True):
        at = max(content.text.find('"url"', start, end), start)
        if request.host:
            seen.see(Sighting("host", request.host, at, request.on, request.via))
        for name in request.cookies:
            seen.see(Sighting("cookie", name, at, request.on))
        for name in _named(entry, variables):
            seen.see(Sighting("variable", name, at, request.on))
    calls = sum(seen.holds("host", request.host) for request in requests)
    return with_traces_only(Reading(seen.traces(places), places.document, len(entries), len(entries) - calls))


def _entries(value: object) -> list[object] | None:
    """The list of entries of an archive, or None where the value is none."""
    entries = mapping(mapping(value).get("log")).get("entries")
    return entries if isinstance(entries, list) else None


def _variables(content: Content) -> Collection[str]:
    """The names to look for in scripts, as the door says them."""
    names = content.declared.get("variables")
    return names if isinstance(names, frozenset) else frozenset()


def _named(entry: object, variables: Collection[str]) -> tuple[str, ...]:
    """The known variables in the body of an answer."""
    body = body_of(entry) if variables else None
    if body is None:
        return ()
    said, is_page = body
    return (scan_page(said, "", variables).marks if is_page else scan_script(said, variables)).variables


def _site(requests: Sequence[Request], log: dict[str, object]) -> str:
    """The host of the first page, behind the redirects that led there; empty where there is none."""
    pages = items(log.get("pages"))
    first = text(mapping(pages[0]).get("id")) if pages else ""
    calls = [request for request in requests if request.host]
    calls = [request for request in calls if first and request.page == first] or calls
    steps = 0
    while steps + 1 < min(len(calls), _MOST_REDIRECTS) and calls[steps].led_to:
        steps += 1
    return calls[steps].host if calls else ""


HAR = Reader("har", "an HTTP archive: what a browser asked for on a website", _claims, _read, ("tag",))
