"""Where a visit goes on to from a page: further pages of the site, and the scripts that the site itself serves."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import httpx

from stackaudit.sources.collecting.masking import masked_address
from stackaudit.sources.websites.hosts import is_same_site

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_FILES = re.compile(
    r"\.(?:7z|avi|bmp|css|csv|dmg|docx?|eot|exe|gif|gz|ico|ics|jpe?g|js|json|m4[av]|mov|mp[34]|mpe?g|msi|ogg|otf|pdf|png"
    r"|pptx?|rar|rss|svg|tar|tgz|tiff?|ttf|txt|vcf|wav|webm|webp|wmv|woff2?|xlsx?|xml|zip)$",
    re.IGNORECASE,
)


def further_pages(links: Iterable[str]) -> Iterator[httpx.URL]:
    """The links that may lead to pages, without queries and fragments."""
    for link in links:
        try:
            url = httpx.URL(link.partition("?")[0])
        except httpx.InvalidURL:
            continue
        if not _FILES.search(url.path):
            yield url


def identity(url: httpx.URL) -> str:
    """What two addresses of the same page share; pages that differ in a number or a token only count as one."""
    return masked_address(url).partition("://")[2].rstrip("/")


def own_scripts(scripts: Iterable[str], site: str) -> list[str]:
    """The external scripts that lie on the site, sorted."""
    own = []
    for script in sorted(scripts):
        try:
            if is_same_site(httpx.URL(script).host, site):
                own.append(script)
        except httpx.InvalidURL:
            continue
    return own
