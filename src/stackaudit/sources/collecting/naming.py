"""What addresses are called: their host, and the site that they are of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.sources.websites.hosts import cleaned

if TYPE_CHECKING:
    import httpx


def host_of(url: httpx.URL) -> str:
    """The host of an address, cleaned; empty where it is none, such as a number in an odd notation."""
    host = url.raw_host.decode("ascii", "replace")
    return cleaned(f"[{host}]" if ":" in host else host)


def site_name(url: httpx.URL) -> str:
    """The name of the site that an address is of: its host, with the port where that is unusual."""
    host = host_of(url)
    shown = f"[{host}]" if ":" in host else host
    return f"{shown}:{url.port}" if url.port else shown
