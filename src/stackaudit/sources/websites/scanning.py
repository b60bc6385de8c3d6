"""A page's HTML as the marks on it: what it calls, what its scripts name, which containers it loads, where it links."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.sources.websites.addresses import absolute, called_host, host_of
from stackaudit.sources.websites.containers import containers_in
from stackaudit.sources.websites.elements import elements
from stackaudit.sources.websites.scripts import MOST_HOSTS, addresses_in_style, marks_in, scan_script, spelled_out

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from stackaudit.model.websites import Marks
    from stackaudit.sources.websites.elements import Element

__all__ = ["ScannedPage", "scan_page", "scan_script"]

MOST_LINKS = 10_000

_CALLS = frozenset("src poster action formaction background".split())
_CANDIDATES = frozenset("srcset data-srcset imagesrcset".split())
_CANDIDATE = re.compile(r"(?:(?:^|\s),?|,(?=https?:))((?:https?:)?//[^\s,]+)", re.IGNORECASE)
_CALLING_LINKS = frozenset(
    "stylesheet preload modulepreload preconnect dns-prefetch prefetch prerender icon apple-touch-icon mask-icon"
    " manifest".split(),
)
_CODE_TYPES = frozenset({"", "module", "text/plain"})  # consent tools hold scripts back as plain text


class ScannedPage(NamedTuple):
    """What stands on a page: its marks, the ids of its containers, and addresses without fragments.

    `links` and `scripts` are absolute http(s) addresses in the order of the page, each once; `scripts` are those of
    external scripts.
    """

    marks: Marks
    containers: tuple[str, ...]
    links: tuple[str, ...]
    scripts: tuple[str, ...]


def scan_page(html: bytes | str, url: str, variables: Collection[str]) -> ScannedPage:
    """The marks on a page that stands at `url`; nothing is run, and nothing is asked for.

    Hosts are those of addresses that a browser calls by itself, of forms, and of addresses in inline scripts.
    `variables` are as for `scan_script`. Time and memory are in proportion to the page, and what is found is limited.
    """
    calls: list[str] = []
    code: list[str] = []
    links: dict[str, None] = {}
    scripts: dict[str, None] = {}
    base = ""
    for element in elements(_decoded(html)):
        calls.extend(_calls(element))
        if element.name == "script":
            _note(scripts, element.attributes.get("src"), base or url)
            code.append(spelled_out(element.text) if _is_code(element) else "")
        elif element.name in {"a", "area"}:
            _note(links, element.attributes.get("href"), base or url)
        elif element.name == "base" and not base:
            base = absolute(element.attributes.get("href", ""), url)
    inline = "\n".join(code)
    marks = marks_in(inline, variables)
    hosts = _hosts(calls, host_of(base or url), marks.hosts)
    containers = containers_in("\n".join((*scripts, *calls, inline)))
    return ScannedPage(marks._replace(hosts=hosts), containers, tuple(links), tuple(scripts))


def _decoded(html: bytes | str) -> str:
    """The page as text; what marks are made of is ASCII, and so the same in nearly every encoding of the web."""
    if isinstance(html, str):
        return html
    return html.decode("utf-16" if html.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8", "replace")


def _calls(element: Element) -> Iterator[str]:
    """The addresses, as written, that an element makes a browser call at once, later, or when a form is sent."""
    name, attributes = element.name, element.attributes
    for attribute, value in attributes.items():
        if attribute in _CALLS or (attribute.startswith("data-") and attribute.endswith("-src")):
            yield value
        elif attribute in _CANDIDATES:
            yield from (match[1] for match in _CANDIDATE.finditer(value))
        elif attribute == "style":
            yield from addresses_in_style(value)
    if name == "link" and not _CALLING_LINKS.isdisjoint(attributes.get("rel", "").lower().split()):
        yield attributes.get("href", "")
    elif name == "object":
        yield attributes.get("data", "")
    elif name in {"image", "use"}:
        yield attributes.get("href") or attributes.get("xlink:href", "")
    elif name == "style":
        yield from addresses_in_style(element.text)


def _is_code(element: Element) -> bool:
    """Whether a script's text runs, now or after consent: data and templates in scripts do not."""
    kind = element.attributes.get("type", "").strip().lower()
    return kind in _CODE_TYPES or "javascript" in kind or "ecmascript" in kind


def _note(found: dict[str, None], address: str | None, base: str) -> None:
    """Add an address to those found, if it is one and there is room."""
    whole = absolute(address, base) if address and len(found) < MOST_LINKS else ""
    if whole:
        found[whole] = None


def _hosts(calls: list[str], own: str, named: tuple[str, ...]) -> tuple[str, ...]:
    """The hosts of calls, then those that scripts name, as many as may be, sorted."""
    called = dict.fromkeys(called_host(address, own) for address in dict.fromkeys(calls))
    return tuple(sorted(islice((host for host in dict.fromkeys((*called, *named)) if host), MOST_HOSTS)))
