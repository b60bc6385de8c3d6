"""Where the containers of tag managers and the scripts of consent tools are fetched from."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from stackaudit.sources.collecting.masking import masked_segment

if TYPE_CHECKING:
    from collections.abc import Iterable

_GOOGLE = "https://www.googletagmanager.com"
_CONSENT_TOOLS = (
    "cdn-cookieyes.com",
    "cdn.consentmanager.net",
    "cdn.cookielaw.org",
    "cdn.iubenda.com",
    "cmp.osano.com",
    "consent.cookiebot.com",
    "consent.cookiebot.eu",
    "consent.trustarc.com",
    "cs.iubenda.com",
    "policy.app.cookieinformation.com",
    "sdk.privacy-center.org",
    "usercentrics.eu",
)
"""Hosts that consent tools serve their scripts from, with those below them."""


def container_addresses(ids: Iterable[str], scripts: Iterable[str]) -> dict[str, str]:
    """The addresses of a page's containers, by id, and those of its consent tools, by their address without query."""
    found = {name: _address(name) for name in ids}
    for script in scripts:
        parts = urlsplit(script)
        if _is_consent_tool(parts.hostname or ""):
            path = "/".join(masked_segment(segment) for segment in parts.path.split("/"))
            found.setdefault(f"{parts.hostname}{path}", script)
    return found


def _address(name: str) -> str:
    """The address of a container: an id with a slash is one itself, the others are Google's."""
    if "/" in name:
        return f"https://{name}"
    return f"{_GOOGLE}/gtm.js?id={name}" if name.startswith("GTM-") else f"{_GOOGLE}/gtag/js?id={name}"


def _is_consent_tool(host: str) -> bool:
    return any(host == tool or host.endswith(f".{tool}") for tool in _CONSENT_TOOLS)
