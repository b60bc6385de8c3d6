"""Addresses as pages write them: the host that is called, and the whole address, for http and https only."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from stackaudit.sources.websites.hosts import cleaned

LONGEST = 4096
"""Addresses of more characters give their host but no link."""

_EDGES = "".join(map(chr, range(0x21)))
_BREAKS = re.compile(r"[\t\r\n]")
_HOST = re.compile(r"(?:https?:)?[/\\]{2,8}(?:[^/\\?#@]{0,256}@)?(\[[^/\\?#]{1,64}\]|[^/\\?#:@]{1,512})", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]{0,31}:", re.IGNORECASE)
_UNSAFE = re.compile(r"[\x00-\x20\x7f-\x9f\ud800-\udfff\"<>`]")


def host_of(address: str) -> str:
    """The host that an address names, cleaned; empty where it names none or is not of http, https or `//host`."""
    match = _HOST.match(_tidy(address))
    return cleaned(match[1]) if match else ""


def called_host(address: str, page: str) -> str:
    """The host that an address on a page calls: its own, or for a relative one the page's host; empty for others."""
    text = _tidy(address)
    if _HOST.match(text):
        return host_of(text)
    return "" if not text or _SCHEME.match(text) else page


def absolute(address: str, base: str) -> str:
    """The whole http(s) address that one on a page at `base` means, without fragment.

    Empty for other schemes, invalid hosts and ports, credentials, and addresses longer than `LONGEST`.
    """
    if len(address) > LONGEST:
        return ""
    path, mark, query = _tidy(address).partition("?")
    try:
        parts = urlsplit(urljoin(base, path.replace("\\", "/") + mark + query))
        port = parts.port
    except ValueError:
        return ""
    host = host_of(f"//{parts.netloc}")
    if parts.scheme not in {"http", "https"} or not host or "@" in parts.netloc:
        return ""
    return _written(parts, host, port)


def _tidy(address: str) -> str:
    """The address as browsers read it: without control characters and spaces at its edges, and without line breaks."""
    return _BREAKS.sub("", address[: LONGEST + 1].strip(_EDGES))


def _written(parts: SplitResult, host: str, port: int | None) -> str:
    name = f"[{host}]" if ":" in host else host
    usual = {"http": 80, "https": 443}[parts.scheme]
    where = name if port in {None, usual} else f"{name}:{port}"
    rest = parts._replace(scheme="", netloc="", fragment="").geturl() or "/"
    return f"{parts.scheme}://{where}{_UNSAFE.sub(_escaped, rest)}"


def _escaped(match: re.Match[str]) -> str:
    return quote(match[0], safe="", errors="replace")
