"""One entry of an HTTP archive: what was asked of whom, when, by whom, and the names of the cookies that went along."""

from __future__ import annotations

import re
from base64 import b64decode
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.sources.websites.addresses import host_of
from stackaudit.sources.websites.containers import containers_in

if TYPE_CHECKING:
    from collections.abc import Iterator

_LARGEST_BODY = 1_000_000
_LONGEST_ADDRESS = 8192
_OF_BROWSERS = re.compile(
    r"(?:ocsp|crl)[0-9]*\..+|(?:detectportal|push\.services|firefox\.settings\.services|content-signature-2\.cdn"
    r"|incoming\.telemetry|contile\.services|location\.services)\.(?:firefox\.com|mozilla\.(?:com|org|net))"
    r"|safebrowsing\.googleapis\.com|update\.googleapis\.com|clients[0-9]\.google\.com|captive\.apple\.com"
)
"""Hosts that browsers call for themselves while a page loads: certificates, updates, lists of dangerous sites."""

_SOCKET = re.compile(r"ws(?=s?:)", re.IGNORECASE)


class Request(NamedTuple):
    """A request as recorded: the address, its host, where its answer led on to, and the day.

    `host` is empty for what is no call of a page, such as `data:` and what the browser asks for itself. `via` is the id
    of the container whose script asked.
    """

    url: str
    host: str
    page: str
    led_to: str
    on: date | None
    cookies: tuple[str, ...]
    via: str


def request_of(entry: object) -> Request:
    """An entry as a request; what is missing or of another type is empty."""
    request, answer = mapping(mapping(entry).get("request")), mapping(mapping(entry).get("response"))
    url = text(request.get("url"))[:_LONGEST_ADDRESS]
    host = host_of(_SOCKET.sub("http", url, count=1))
    return Request(
        url,
        "" if _OF_BROWSERS.fullmatch(host) else host,
        text(mapping(entry).get("pageref")),
        text(answer.get("redirectURL")),
        _day(mapping(entry).get("startedDateTime")),
        tuple(dict.fromkeys((*_cookies(request), *_cookies(answer)))),
        _container(mapping(entry).get("_initiator")),
    )


def body_of(entry: object) -> tuple[str, bool] | None:
    """The text of a small script or page that came as the answer, and whether it is a page."""
    content = mapping(mapping(mapping(entry).get("response")).get("content"))
    body, kind = text(content.get("text")), text(content.get("mimeType"))[:200].lower()
    is_page = "html" in kind
    if not 0 < len(body) <= _LARGEST_BODY or not (is_page or "javascript" in kind or "ecmascript" in kind):
        return None
    if content.get("encoding") == "base64":
        try:
            body = b64decode(body).decode("utf-8", "replace")
        except ValueError:
            return None
    return body, is_page


def mapping(value: object) -> dict[str, object]:
    """The value where it is a mapping, else an empty one."""
    return value if isinstance(value, dict) else {}


def items(value: object) -> list[object]:
    """The value where it is a list, else an empty one."""
    return value if isinstance(value, list) else []


def text(value: object) -> str:
    """The value where it is a text, else an empty one."""
    return value if isinstance(value, str) else ""


def _day(value: object) -> date | None:
    """The day of a time such as `2026-11-22T10:00:00.000Z`, as written."""
    try:
        return date.fromisoformat(text(value)[:10])
    except ValueError:
        return None


def _cookies(message: dict[str, object]) -> Iterator[str]:
    """The names of the cookies of a request or an answer, from its list of them and from its headers."""
    for cookie in items(message.get("cookies")):
        yield text(mapping(cookie).get("name"))
    for header in items(message.get("headers")):
        name, value = text(mapping(header).get("name")).lower(), text(mapping(header).get("value"))
        if name in {"cookie", "set-cookie"}:
            # browsers write several cookies that are set into one header, a line each
            parts = value.split(";") if name == "cookie" else value.splitlines()
            yield from (part.partition("=")[0].strip() for part in parts if "=" in part)


def _container(initiator: object) -> str:
    """The container whose script made the request: initiators are an address, or what browsers know of the call."""
    address = text(initiator)
    if not address:
        known = mapping(initiator)
        frames = items(mapping(known.get("stack")).get("callFrames"))
        address = text(mapping(frames[0]).get("url")) if frames else text(known.get("url"))
    return next(iter(containers_in(address[:_LONGEST_ADDRESS])), "")
