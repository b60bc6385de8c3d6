"""Containers of tag managers, as the addresses and snippets that load them name them."""

from __future__ import annotations

import re

MOST = 50
"""A page names no more containers than these; a page that does is not believed further."""

_CONTAINERS = re.compile(
    r"\b(?:(?P<gtm>GTM-[A-Z0-9]{4,12})\b"
    r"|googletagmanager\.com/gtag/js\?id=(?P<gtag>(?:G|GT|AW|DC)-[A-Z0-9]{4,20})\b"
    r"|(?P<tealium>tags\.tiqcdn\.(?:com|cn)/utag/[\w-]{1,64}/[\w.-]{1,64}/[\w-]{1,32}/utag\.js)"
    r"|(?P<adobe>assets\.adobedtm\.com/(?:[\w-]{1,80}/){0,4}(?:launch|satelliteLib)-[\w-]{1,80}(?:\.min)?\.js))"
    r"|//(?P<matomo>[\w.-]{1,253}(?:/[\w.-]{1,64}){0,4}/container_\w{4,20}\.js)",
    re.ASCII,
)


def containers_in(text: str) -> tuple[str, ...]:
    """The ids of the containers that a text loads, in order, each once, at most `MOST`.

    Google's are ids such as `GTM-ABC123`. Those of Tealium, Adobe and Matomo are their script's address without its
    scheme, such as `tags.tiqcdn.com/utag/shop/main/prod/utag.js`: what has a slash can be asked for by `https://`.
    """
    found: dict[str, None] = {}
    for match in _CONTAINERS.finditer(text):
        found[match[match.lastgroup or 0]] = None
        if len(found) == MOST:
            break
    return tuple(found)
