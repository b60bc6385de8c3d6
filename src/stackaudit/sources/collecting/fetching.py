"""Fetching one address with its redirects, within limits; every failure becomes a reason in plain words."""

from __future__ import annotations

import asyncio
import re
import ssl
from typing import TYPE_CHECKING, NamedTuple

import httpcore
import httpx

from stackaudit.sources.collecting.decoding import Body, Decoding
from stackaudit.sources.collecting.limits import Limits, Unreached

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

    Check = Callable[[httpx.URL], Awaitable[None]]

_COOKIE_NAME = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]{1,100}")
_MOST_COOKIES = 200
_TIMES_OUT = (httpx.TimeoutException, httpcore.TimeoutException, TimeoutError)
_FAILS = (httpx.HTTPError, httpx.InvalidURL, httpcore.NetworkError, httpcore.ProtocolError, OSError)
_CLOSED = (
    *(httpcore.RemoteProtocolError, httpcore.ReadError, httpcore.WriteError),
    *(httpx.RemoteProtocolError, httpx.ReadError, httpx.WriteError),
)
_REASONS: tuple[tuple[tuple[type[BaseException], ...], str], ...] = (
    ((ssl.SSLError,), "no secure connection could be made"),
    ((ConnectionRefusedError,), "refuses connections"),
    ((httpx.InvalidURL,), "redirects to something that is no address"),
    ((httpcore.ProxyError, httpx.ProxyError), "the proxy could not reach it"),
    ((httpcore.ConnectError, httpx.ConnectError), "cannot be connected to"),
    ((httpcore.ProtocolError, httpx.ProtocolError), "answers with something that is not HTTP, or breaks off"),
)
_MOST_CAUSES = 10
_SAID = {
    401: " (it asks for a password)",
    403: " (forbidden)",
    404: " (not found)",
    410: " (gone)",
    429: " (too many requests)",
    503: " (not available)",
}


class Answer(NamedTuple):
    """What an address gave in the end: where redirects led, status, kind of content, names of cookies, and the body.

    `content_type` is in lower case without parameters, `charset` the stated one. `cookies` are those set on the way.
    """

    url: httpx.URL
    status: int
    content_type: str
    charset: str | None
    cookies: tuple[str, ...]
    body: Body


async def fetch(client: httpx.AsyncClient, url: httpx.URL, limits: Limits, check: Check) -> Answer:
    """The answer of an address; `check` is asked of it and of each redirect, and raises `Unreached` to refuse it.

    A body is read where the status is 200. Cookies live for this one address and its redirects. Raises `Unreached`.
    """
    try:
        async with asyncio.timeout(limits.request):
            return await _followed(client, url, limits, check)
    except TimeoutError:
        raise Unreached(f"took longer than {limits.request:g} seconds") from None
    except _TIMES_OUT:
        raise Unreached(f"was silent for {limits.silence:g} seconds") from None
    except _FAILS as error:
        raise _unreached(error) from None


def said(status: int) -> str:
    """A status that is not 200, in words."""
    return f"answered {status}{_SAID.get(status, '')}"


async def _followed(client: httpx.AsyncClient, url: httpx.URL, limits: Limits, check: Check) -> Answer:
    jar, names = httpx.Cookies(), dict[str, None]()
    for _ in range(limits.redirects + 1):
        await check(url)
        request = client.build_request("GET", url)
        jar.set_cookie_header(request)
        response = await _sent(client, request)
        try:
            jar.extract_cookies(response)
            names.update(dict.fromkeys(_cookies_set(response)))
            if not response.has_redirect_location:
                return await _answer(response, tuple(names)[:_MOST_COOKIES], limits)
            url = url.join(response.headers["location"])
        finally:
            await response.aclose()
    raise Unreached(f"redirects more than {limits.redirects} times")


async def _sent(client: httpx.AsyncClient, request: httpx.Request) -> httpx.Response:
    """The head of an answer; asked for twice, as browsers do, where a connection that was kept turns out closed."""
    try:
        return await client.send(request, stream=True)
    except _CLOSED:
        return await client.send(request, stream=True)


async def _answer(response: httpx.Response, cookies: tuple[str, ...], limits: Limits) -> Answer:
    body = await _body(response, limits.body) if response.status_code == httpx.codes.OK else Body(b"", is_cut=False)
    content_type = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    return Answer(response.url, response.status_code, content_type, response.charset_encoding, cookies, body)


async def _body(response: httpx.Response, most: int) -> Body:
    """The body, decompressed; what is beyond the limit is never read."""
    decoding = Decoding(response.headers.get("content-encoding", ""), most)
    async for piece in response.aiter_raw():
        decoding.take(piece)
        if decoding.is_full:
            break
    return decoding.body()


def _cookies_set(response: httpx.Response) -> Iterator[str]:
    """The names of the cookies that an answer sets; values are not looked at."""
    for header in response.headers.get_list("set-cookie"):
        name = header.partition(";")[0].partition("=")[0].strip()
        if _COOKIE_NAME.fullmatch(name):
            yield name


def _unreached(error: BaseException) -> Unreached:
    """Why a request failed: the plainest reason among the errors that led to it."""
    causes = list(_causes(error))
    for cause in causes:
        if isinstance(cause, ssl.SSLCertVerificationError):
            reason = f"its certificate is not trusted: {cause.verify_message.rstrip('.')}"
            return Unreached(reason, "Name the certificates of your own authority with `--ca-file`.")
    for kinds, reason in _REASONS:
        if any(isinstance(cause, kinds) for cause in causes):
            return Unreached(reason)
    return Unreached("broke the connection off")


def _causes(error: BaseException) -> Iterator[BaseException]:
    """An error and those that led to it."""
    current: BaseException | None = error
    for _ in range(_MOST_CAUSES):
        if current is None:
            return
        yield current
        current = current.__cause__ or current.__context__
