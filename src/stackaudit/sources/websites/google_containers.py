"""Google's containers: the part of their script that says which tags there are, and the hosts of Google's own tags.

Behind that part stands Google's library, which names all of Google's hosts whether a tag calls them or not.
"""

from __future__ import annotations

import re

_DATA = re.compile(r"^var data = \{[ \t]*$", re.MULTILINE)
_DATA_END = "\n};"
_FIRST = 4096
_OWN_TAGS = re.compile(
    r'"function":\s?"__(?P<function>ua|gaawc|gaawe|awct|sp|flc|fls)"|"(?P<account>G|UA|AW|DC)-[A-Z0-9-]{4,20}"',
    re.ASCII,
)
_ANALYTICS, _ADS, _FLOODLIGHT = "www.google-analytics.com", "www.googleadservices.com", "fls.doubleclick.net"
_HOSTS = {
    "ua": _ANALYTICS,
    "gaawc": _ANALYTICS,
    "gaawe": _ANALYTICS,
    "awct": _ADS,
    "sp": _ADS,
    "flc": _FLOODLIGHT,
    "fls": _FLOODLIGHT,
    "G": _ANALYTICS,
    "UA": _ANALYTICS,
    "AW": _ADS,
    "DC": _FLOODLIGHT,
}
"""The hosts that Google's own kinds of tags call, and tags for its kinds of accounts."""


def tags_in(script: str) -> str | None:
    """The part of a script of Google Tag Manager or gtag that holds its tags; None for any other script."""
    opening = _DATA.search(script, 0, _FIRST)
    closing = script.find(_DATA_END, opening.end()) if opening else -1
    return script[opening.end() : closing] if opening and closing >= 0 else None


def hosts_of_tags(tags: str) -> frozenset[str]:
    """The hosts of Google's own tags, which are named by their kind only."""
    return frozenset(_HOSTS[match[match.lastgroup or 0]] for match in _OWN_TAGS.finditer(tags))
