"""What is stated on the command line: addresses of sites, domains, a server for DNS, the name of who asks."""

from __future__ import annotations

import re
import socket
from typing import TYPE_CHECKING

import httpx

from stackaudit.model.problems import Problem, Problems, one_problem
from stackaudit.sources.collecting.naming import host_of, site_name
from stackaudit.sources.websites.hosts import cleaned

if TYPE_CHECKING:
    from collections.abc import Iterable

_AGENT = re.compile(r"[\w!#$%&'*+.^`|~-]{1,60}(?:[ /][ -~]{0,200})?", re.ASCII)
_SERVER = re.compile(r"\[([^\]]+)\](?::(\d{1,5}))?|([^:]+)(?::(\d{1,5}))?|([0-9A-Fa-f:.]+)")
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?){0,5}")
_NOT_FOR_FILES = re.compile(r"[^a-z0-9._-]+")


def sites_of(addresses: Iterable[str]) -> dict[str, list[httpx.URL]]:
    """Addresses by the name of their site, in the order stated; one without a scheme is meant for https.

    Raises `Problems` with every one that is no plain address of the web.
    """
    sites: dict[str, list[httpx.URL]] = {}
    problems = []
    for text in addresses:
        found = _address(text)
        if isinstance(found, Problem):
            problems.append(found)
        else:
            sites.setdefault(site_name(found), []).append(found)
    if problems:
        raise Problems(tuple(problems))
    return sites


def domains_of(texts: Iterable[str]) -> list[str]:
    """Domains in the order stated, each once; raises `Problems` for one that is none."""
    found = [(text, cleaned(text.strip())) for text in texts]
    for text, name in found:
        if "." not in name or ":" in name or name.replace(".", "").isdecimal():
            raise one_problem(f"`{text}` is no domain", "Write it as example.com, without https:// and www.")
    return list(dict.fromkeys(name for _, name in found))


def names_below(texts: Iterable[str]) -> list[str]:
    """Names to ask for below a domain; raises `Problems` for one that cannot be a name."""
    names = [text.strip().lower() for text in texts]
    for name in names:
        if not _LABEL.fullmatch(name):
            raise one_problem(f"`{name}` of `--name` is no name below a domain", "Write it as learn, or k5._domainkey.")
    return names


def server_of(text: str) -> tuple[str, int]:
    """The numeric address and the port of a server for DNS, from `HOST[:PORT]`; raises `Problems`."""
    match = _SERVER.fullmatch(text.strip())
    host, port = (match[1] or match[3] or match[5], int(match[2] or match[4] or 53)) if match else ("", 0)
    try:
        if not 0 < port < 65536:
            raise one_problem(f"`{text}` of `--resolver` is no server", "Write it as 192.0.2.1 or 192.0.2.1:53.")
        return str(socket.getaddrinfo(host, port, type=socket.SOCK_DGRAM)[0][4][0]), port
    except (OSError, UnicodeError):
        raise one_problem(f"there is no host called {host}, as `--resolver` says", "Write its address.") from None


def agent_of(text: str) -> str:
    """A user agent as it can be sent; raises `Problems`."""
    if not _AGENT.fullmatch(text):
        advice = "Write it as a name, with a version and a remark if you like: shop-audit/1.0 (+https://example.com)."
        raise one_problem("`--user-agent` cannot be sent", advice)
    return text


def file_name(kind: str, name: str) -> str:
    """The name of the file for a snapshot of a site or a domain."""
    return f"{kind}-{_NOT_FOR_FILES.sub('-', name).strip('-.')}.json"


def _address(text: str) -> httpx.URL | Problem:
    """An address of the web, or what is wrong with it."""
    written = text.strip()
    try:
        url = httpx.URL(written if "://" in written else f"https://{written}")
    except httpx.InvalidURL:
        url = httpx.URL()
    if "@" in written.partition("://")[2].partition("/")[0] or url.userinfo:
        advice = "Leave it out: a snapshot shows what strangers see."
        return Problem("an address holds a user name or a password", advice)
    if url.scheme not in ("http", "https") or not host_of(url):
        return Problem(f"`{text}` is no address of a website", "Write it as https://www.example.com.")
    return url.copy_with(fragment=None)
