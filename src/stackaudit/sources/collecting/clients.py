"""The client that collectors ask with: HTTP/1.1 and HTTP/2 over guarded connections, or through a stated proxy."""

from __future__ import annotations

import ssl
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import TYPE_CHECKING, NamedTuple

import httpcore
import httpx

from stackaudit.model.documents import Place
from stackaudit.model.problems import one_problem
from stackaudit.sources.collecting.addresses import is_public, numeric
from stackaudit.sources.collecting.decoding import ENCODINGS
from stackaudit.sources.collecting.guarding import ALLOW, NOT_PUBLIC, GuardedBackend, resolved
from stackaudit.sources.collecting.limits import Unreached
from stackaudit.sources.collecting.naming import host_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from stackaudit.sources.collecting.guarding import Resolve
    from stackaudit.sources.collecting.limits import Limits

_ACCEPTED = "text/html,application/xhtml+xml,text/javascript,application/javascript,text/plain,*/*;q=0.1"


class Reach(NamedTuple):
    """Who asks, and how the network is reached.

    `ca_file` holds certificates that are trusted beside the usual ones. With a `proxy` it is the proxy that resolves
    names, so that addresses behind them are not judged. `resolve` and `network` stand in for the system's.
    """

    user_agent: str
    allow_private: bool = False
    ca_file: Path | None = None
    proxy: str = ""
    resolve: Resolve = resolved
    network: httpcore.AsyncNetworkBackend | None = None


def open_client(reach: Reach, limits: Limits) -> httpx.AsyncClient:
    """A client that keeps no cookies, follows nothing by itself and reads no environment variables."""
    trusted = _trusted(reach.ca_file)
    connections = httpx.Limits(max_connections=4 * limits.parallel, max_keepalive_connections=2 * limits.parallel)
    transport: httpx.AsyncBaseTransport
    if reach.proxy:
        proxy = _proxy(reach.proxy)
        transport = _ProxiedTransport(reach.allow_private, verify=trusted, limits=connections, proxy=proxy)
    else:
        backend = GuardedBackend(reach.resolve, allow_private=reach.allow_private, network=reach.network)
        transport = _GuardedTransport(trusted, connections, backend)
    return httpx.AsyncClient(
        transport=transport,
        headers={"user-agent": reach.user_agent, "accept": _ACCEPTED, "accept-encoding": ENCODINGS},
        cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
        timeout=httpx.Timeout(limits.silence, pool=None),
        trust_env=False,
    )


class _GuardedTransport(httpx.AsyncBaseTransport):
    """Httpx over a pool of connections that the guard opens; errors stay httpcore's."""

    def __init__(self, trusted: ssl.SSLContext, connections: httpx.Limits, backend: GuardedBackend) -> None:
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=trusted,
            max_connections=connections.max_connections,
            max_keepalive_connections=connections.max_keepalive_connections,
            keepalive_expiry=connections.keepalive_expiry,
            http2=True,
            network_backend=backend,
        )

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        url = request.url
        answer = await self._pool.handle_async_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
                headers=request.headers.raw,
                content=request.stream,
                extensions=request.extensions,
            )
        )
        return httpx.Response(
            status_code=answer.status, headers=answer.headers, stream=_Stream(answer), extensions=answer.extensions
        )

    async def aclose(self) -> None:
        await self._pool.aclose()


class _ProxiedTransport(httpx.AsyncHTTPTransport):
    """Httpx through a proxy, which resolves names: only hosts that are written as numbers can be judged here."""

    def __init__(
        self, allow_private: bool, *, verify: ssl.SSLContext, limits: httpx.Limits, proxy: httpx.Proxy
    ) -> None:
        super().__init__(verify=verify, trust_env=False, http2=True, limits=limits, proxy=proxy)
        self._allow_private = allow_private

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        address = numeric(request.url.host)
        if address and not is_public(address) and not self._allow_private:
            raise Unreached(f"{request.url.host} stands for {address}, {NOT_PUBLIC}", ALLOW)
        return await super().handle_async_request(request)


class _Stream(httpx.AsyncByteStream):
    """The body of an answer as it comes."""

    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for piece in self._answer.aiter_stream():
            yield piece

    async def aclose(self) -> None:
        await self._answer.aclose()


def _trusted(ca_file: Path | None) -> ssl.SSLContext:
    """The certificates that are trusted: the usual ones, and those of the file."""
    context = httpx.create_ssl_context(trust_env=False)
    if ca_file is not None:
        try:
            context.load_verify_locations(ca_file)
        except (OSError, ssl.SSLError) as error:
            reason = error.strerror if not isinstance(error, ssl.SSLError) else "no certificates in PEM are in it"
            advice = "Name a file with the certificates of your own authority, in PEM."
            raise one_problem(f"cannot be read: {reason}", advice, Place(str(ca_file), 1, 1)) from None
    return context


def _proxy(text: str) -> httpx.Proxy:
    """A proxy from its address."""
    try:
        url = httpx.URL(text)
    except httpx.InvalidURL:
        url = httpx.URL()
    if url.scheme not in ("http", "https") or not host_of(url):
        raise one_problem("`--proxy` names no proxy", "Write it as http://HOST:PORT; a proxy for SOCKS is of no use.")
    return httpx.Proxy(url)
