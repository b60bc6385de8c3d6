"""A site on this machine that behaves as real sites do, and as they should not."""

from __future__ import annotations

import asyncio
import socket
import threading
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, Self

import httpcore
import httpx

from stackaudit.sources.collecting.clients import Reach
from stackaudit.sources.collecting.limits import Limits
from stackaudit.sources.collecting.websites import Plan, visit_website

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from stackaudit.model.websites import WebsiteSnapshot

    Behaviour = Callable[["Asked"], Iterable[bytes]]

DAY = date(2026, 11, 22)
QUICK = Limits(silence=1.0, request=2.0, visit=20.0, body=100_000)
PAGE = b"<html><script src=https://js.hs-scripts.com/1.js></script>"


class Asked(NamedTuple):
    """A request: host, path with query, and all of its headers as they came."""

    host: str
    path: str
    head: bytes


def page(
    body: bytes | str = PAGE, kind: str = "text/html; charset=utf-8", *headers: str, status: str = "200 OK"
) -> Behaviour:
    """Answers with a body."""
    content = body.encode() if isinstance(body, str) else body

    def answer(_: Asked) -> Iterable[bytes]:
        further = "".join(f"{header}\r\n" for header in headers)
        head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(content)}\r\nConnection: close\r\n"
        yield f"{head}{further}\r\n".encode() + content

    return answer


def redirect(to: str, *headers: str, status: str = "302 Found") -> Behaviour:
    """Sends the visitor elsewhere."""
    return page(b"", "text/html", f"Location: {to}", *headers, status=status)


def raw(*pieces: bytes) -> Behaviour:
    """Answers with exactly these bytes."""
    return lambda _: pieces


class Site:
    """Answers by path, or by host and path (`shop.test/`); what is not told answers 404. Remembers what was asked."""

    def __init__(self, behaviours: Mapping[str, Behaviour], tls: ssl.SSLContext | None = None) -> None:
        self._behaviours = behaviours
        self._tls = tls
        self._socket = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port = self._socket.getsockname()[1]
        self.asked: list[Asked] = []
        self._threads = [threading.Thread(target=self._serve, daemon=True)]

    def __enter__(self) -> Self:
        self._threads[0].start()
        return self

    def __exit__(self, *_: object) -> None:
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        for thread in self._threads:
            thread.join(5)

    @property
    def paths(self) -> list[str]:
        """The paths that were asked for, in order, robots.txt aside."""
        return [asked.path for asked in self.asked if asked.path != "/robots.txt"]

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            self._threads.append(threading.Thread(target=self._answer, args=(connection,), daemon=True))
            self._threads[-1].start()

    def _answer(self, connection: socket.socket) -> None:
        connection.settimeout(5)
        with suppress(OSError), connection:
            if self._tls:
                connection = self._tls.wrap_socket(connection, server_side=True)
            with connection:
                head = b""
                while b"\r\n\r\n" not in head:
                    piece = connection.recv(65536)
                    if not piece:
                        return
                    head += piece
                    if head.startswith(b"\x16"):  # a greeting in TLS
                        connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
                        return
                path = head.split(b" ", 2)[1].decode()
                host = head.lower().partition(b"\r\nhost: ")[2].partition(b"\r\n")[0].decode().partition(":")[0]
                asked = Asked(host, path, head)
                self.asked.append(asked)
                keys = (f"{host}{path}", path, path.partition("?")[0])
                found = next((self._behaviours[key] for key in keys if key in self._behaviours), None)
                for piece in (found or page("Not here.", status="404 Not Found"))(asked):
                    connection.sendall(piece)
                connection.shutdown(socket.SHUT_RDWR)


class Detour(httpcore.AsyncNetworkBackend):
    """Connects to this machine's port where another is meant, and remembers what it was to connect to."""

    def __init__(self, ports: Mapping[int, int]) -> None:
        self._ports = ports
        self._network = httpcore.AnyIOBackend()
        self.connected: list[tuple[str, int]] = []

    async def connect_tcp(self, host: str, port: int, *rest: object) -> httpcore.AsyncNetworkStream:
        self.connected.append((host, port))
        return await self._network.connect_tcp("127.0.0.1", self._ports.get(port, port), *rest)


async def here(_host: str, _port: int) -> list[str]:
    """Every name stands for this machine."""
    return ["127.0.0.1"]


def reach(site: Site, secure: Site | None = None, ca_file: Path | None = None) -> Reach:
    """The way to a site: port 80 leads to it whatever the host, and port 443 to the secure one."""
    ports = {80: site.port, 443: secure.port if secure else site.port}
    return Reach("stackaudit/test", allow_private=True, ca_file=ca_file, resolve=here, network=Detour(ports))


def visit(
    site: Site, *start: str, limits: Limits = QUICK, variables: Iterable[str] = (), by: Reach | None = None
) -> WebsiteSnapshot:
    """The snapshot of a site."""
    urls = [httpx.URL(url) for url in start or ("http://shop.test/",)]
    return asyncio.run(visit_website(urls, by or reach(site), Plan(limits, frozenset(variables)), DAY))
